import { createHash } from 'node:crypto';
import { expectedSeconds, type Times } from './times.js';
import { unitId, type Unit } from './unit.js';

/** Tenths of a second: whole numbers add up to the same sum on every machine. */
const cost = (seconds: number): number => Math.max(1, Math.round(seconds * 10));

/** How much longer than the shortest possible the longest shard may take, so that fewer sysroots are built twice. */
const slack = 1.05;

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

interface Placed {
  unit: Unit;
  cost: number;
  /** Cost of the sysroot that a shard needs before its first unit of this target. */
  sysroot: number;
}

/**
 * All units in a line, target by target and within a target in the order of the hash of their names: an order that depends
 * on no time, so that a unit that is added or takes longer shifts the cuts but mixes nothing.
 */
function lineUp(units: readonly Unit[], times: Times): Placed[] {
  const known = new Map<string, string>(units.map((unit) => [unitId(unit), hash(`${unit.kind}/${unit.name}`)]));
  const order = (unit: Unit): string => `${unit.target}\0${unit.kind === 'sysroot' ? '' : (known.get(unitId(unit)) ?? '')}`;
  return [...units]
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map((unit) => ({
      unit,
      // Its work is counted once a shard and target, by whatever unit comes first.
      cost: unit.kind === 'sysroot' ? 0 : cost(expectedSeconds(unit, times)),
      sysroot: cost(expectedSeconds({ kind: 'sysroot', target: unit.target, name: 'base' }, times)),
    }));
}

/** The number of shards that are needed when none may cost more than `limit`; infinite when one unit alone does. */
function shardsWithin(line: readonly Placed[], limit: number): number {
  let shards = 1;
  let load = 0;
  let target: string | undefined;
  for (const { unit, cost: own, sysroot } of line) {
    const more = own + (unit.target === target ? 0 : sysroot);
    if (target !== undefined && load + more > limit) {
      shards += 1;
      load = own + sysroot;
    } else load += more;
    if (load > limit) return Infinity;
    ({ target } = unit);
  }
  return shards;
}

/** The smallest cost of the most loaded shard. */
function smallestLimit(line: readonly Placed[], shards: number): number {
  let low = 0;
  let high = line.reduce((sum, one) => sum + one.cost + one.sysroot, 1);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (shardsWithin(line, middle) <= shards) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * Splits units over shards; the result has exactly `shards` lists, some perhaps empty. The line of units is cut so that the
 * longest shard is within 5 % of the shortest possible, and then the sum of the squares of the loads is as small as can be,
 * which evens the loads and builds few sysroots twice. Deterministic; the work is O(shards × units × units of a shard).
 */
export function splitUnits(units: readonly Unit[], shards: number, times: Times): Unit[][] {
  const line = lineUp(units, times);
  const limit = Math.ceil(smallestLimit(line, shards) * slack);
  const count = line.length;
  // best[i]: the smallest sum of squares with which the first i units fill the shards so far; cut[s][i]: where the last began.
  let best = Array.from({ length: count + 1 }, (_, index) => (index === 0 ? 0 : Infinity));
  const cuts: number[][] = [];
  for (let shard = 0; shard < shards; shard++) {
    // A shard may stay empty.
    const next = [...best];
    const cut = Array.from({ length: count + 1 }, (_, index) => index);
    for (let begin = 0; begin < count; begin++) {
      const before = best[begin] ?? Infinity;
      if (before === Infinity) continue;
      let load = 0;
      let target: string | undefined;
      for (let end = begin; end < count; end++) {
        const placed = line[end];
        if (placed === undefined) break;
        load += placed.cost + (placed.unit.target === target ? 0 : placed.sysroot);
        ({ target } = placed.unit);
        if (load > limit) break;
        const sum = before + load * load;
        if (sum < (next[end + 1] ?? Infinity)) {
          next[end + 1] = sum;
          cut[end + 1] = begin;
        }
      }
    }
    best = next;
    cuts.push(cut);
  }
  const result: Unit[][] = [];
  let end = count;
  for (const cut of cuts.reverse()) {
    const begin = cut[end] ?? end;
    result.unshift(line.slice(begin, end).map(({ unit }) => unit));
    end = begin;
  }
  return result;
}

/** What the shards are expected to take, in seconds, each with the sysroots it needs. */
export function shardSeconds(shards: readonly (readonly Unit[])[], times: Times): number[] {
  return shards.map((units) => {
    const targets = new Set(units.map((unit) => unit.target));
    const sysroots = [...targets].reduce((sum, target) => sum + expectedSeconds({ kind: 'sysroot', target, name: 'base' }, times), 0);
    return units.filter((unit) => unit.kind !== 'sysroot').reduce((sum, unit) => sum + expectedSeconds(unit, times), sysroots);
  });
}
