import { badInput } from '../run/failure.js';

/** Which part of the work this process does. */
export interface Shard {
  /** From 1. */
  index: number;
  total: number;
}

interface Engine {
  name: string;
  index: string;
  total: string;
  /** The first shard's index. */
  base: 0 | 1;
}

/**
 * Variables in which CI engines tell a job its place, the first that is set counts. GitHub's jobs and Kubernetes' pods are
 * told their number by the workflow, as docs/ci.md shows: neither engine has a variable for it.
 */
export const engines: readonly Engine[] = [
  { name: 'WILDEBEEST_SHARD_INDEX', index: 'WILDEBEEST_SHARD_INDEX', total: 'WILDEBEEST_SHARDS', base: 0 },
  { name: 'GitLab CI', index: 'CI_NODE_INDEX', total: 'CI_NODE_TOTAL', base: 1 },
  { name: 'CircleCI', index: 'CIRCLE_NODE_INDEX', total: 'CIRCLE_NODE_TOTAL', base: 0 },
  { name: 'Buildkite', index: 'BUILDKITE_PARALLEL_JOB', total: 'BUILDKITE_PARALLEL_JOB_COUNT', base: 0 },
  { name: 'a Kubernetes Indexed Job', index: 'JOB_COMPLETION_INDEX', total: 'WILDEBEEST_SHARDS', base: 0 },
];

/** More shards than any matrix has units: a slip of the pen. */
const most = 10_000;

const whole = (text: string): number | undefined => (/^\d{1,6}$/.test(text) ? Number(text) : undefined);

function checked(index: number | undefined, total: number | undefined, what: string, next: string): Shard {
  if (index === undefined || total === undefined) throw badInput(`${what}: both must be whole numbers`, next);
  if (total < 1 || total > most) throw badInput(`${what}: the number of shards must be 1 to ${String(most)}`, next);
  if (index < 1 || index > total) throw badInput(`${what}: there are ${String(total)} shards, no ${String(index)}. one`, next);
  return { index, total };
}

/** Parses `i/n`, i from 1. */
export function parseShard(text: string): Shard {
  const parts = /^(\d+)\/(\d+)$/.exec(text);
  return checked(whole(parts?.[1] ?? ''), whole(parts?.[2] ?? ''), `--shard '${text}'`, '--shard 1/3 is the first of three');
}

/**
 * The shard that an option or the CI engine asks for, and why, or undefined where nothing does. An engine that gives an
 * index but no total, or nonsense, is bad input: doing all of the work in every job would look like success.
 */
export function chooseShard(option: string | undefined, env: NodeJS.ProcessEnv): { shard: Shard; why: string } | undefined {
  if (option !== undefined) return { shard: parseShard(option), why: '--shard' };
  for (const engine of engines) {
    const [index, total] = [env[engine.index] ?? '', env[engine.total] ?? ''];
    if (index === '') continue;
    const why = `${engine.index}=${index}, ${engine.total}=${total}`;
    const next = 'mend them, or give --shard i/n';
    if (total === '') throw badInput(`${engine.index} is set, but ${engine.total} is not`, 'set it to the number of jobs, or give --shard i/n');
    const from = whole(index);
    return { shard: checked(from === undefined ? undefined : from + 1 - engine.base, whole(total), why, next), why: `${engine.name}: ${why}` };
  }
  return undefined;
}
