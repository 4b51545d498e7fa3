import { Failure } from './failure.js';
import { cores } from './pool.js';
import { report } from './reporter.js';
import { ensureStep, inUse, stepPath, type Step } from './store.js';

/** One step that is not made yet. */
interface Node {
  step: Step;
  /** Nodes that it waits for: what it needs, and what comes before it. */
  waitsFor: Set<Node>;
  /** Nodes that wait for it. */
  wanted: Node[];
  /** Steps on the longest way from it to the end: those with the longest go first. */
  height: number;
  /** Its own error, or that of a step which it needs. */
  error?: unknown;
}

/** The steps that have to be made for some others, by output. What is there needs nothing. */
async function missing(wanted: readonly Step[]): Promise<Map<string, Node>> {
  const nodes = new Map<string, Node>();
  const present = new Set<string>();
  const visit = async (step: Step): Promise<Node | undefined> => {
    const output = stepPath(step);
    const known = nodes.get(output);
    if (known !== undefined || present.has(output)) return known;
    if (await inUse(output)) {
      present.add(output);
      return undefined;
    }
    const node: Node = { step, waitsFor: new Set(), wanted: [], height: 1 };
    nodes.set(output, node);
    for (const need of [...(step.needs ?? []), ...(step.after ?? [])]) {
      const before = await visit(need);
      if (before === undefined) continue;
      node.waitsFor.add(before);
      before.wanted.push(node);
    }
    return node;
  };
  for (const step of wanted) await visit(step);
  const raise = (node: Node): void => {
    for (const before of node.waitsFor) {
      if (before.height > node.height) continue;
      before.height = node.height + 1;
      raise(before);
    }
  };
  for (const node of nodes.values()) raise(node);
  return nodes;
}

/** One error for all that failed: the first, after a line for each of the others. */
function failureOf(nodes: Iterable<Node>): unknown {
  const errors = [...new Set([...nodes].flatMap((node) => (node.error === undefined ? [] : [node.error])))];
  const defect = errors.find((error) => !(error instanceof Failure));
  if (defect !== undefined) return defect;
  for (const error of errors.slice(1)) report.warn((error as Failure).line());
  return errors[0];
}

/**
 * Makes the outputs of some steps and of all that they need, each once, as many at a time as the machine has cores;
 * returns their folders. A step that fails stops what needs it and nothing else; the error comes at the end, so that a
 * second run has only that left to do.
 */
export async function ensureSteps(wanted: readonly Step[], limit = cores): Promise<string[]> {
  const nodes = await missing(wanted);
  const left = new Set(nodes.values());
  const running = new Map<Node, Promise<void>>();
  const give = (node: Node, error: unknown): void => {
    node.error = error;
    left.delete(node);
    for (const next of node.wanted) if (left.has(next)) give(next, error);
  };
  const make = async (node: Node, jobs: number): Promise<void> => {
    try {
      await ensureStep(node.step, jobs);
      for (const next of node.wanted) next.waitsFor.delete(node);
    } catch (error) {
      give(node, error);
    } finally {
      running.delete(node);
    }
  };
  report.plan(nodes.size);
  try {
    while (left.size > 0 || running.size > 0) {
      const ready = [...left].filter((node) => node.waitsFor.size === 0).sort((a, b) => b.height - a.height);
      const starting = ready.slice(0, Math.max(0, limit - running.size));
      // Each gets an equal share of the machine; what waits behind them keeps it busy.
      const share = Math.max(1, Math.floor(cores / Math.max(1, Math.min(limit, running.size + ready.length))));
      for (const node of starting) {
        left.delete(node);
        running.set(node, make(node, share));
      }
      if (running.size === 0) throw new Error(`steps need each other: ${[...left].map(({ step }) => step.name).join(', ')}`);
      await Promise.race(running.values());
    }
  } finally {
    await Promise.all(running.values());
    report.plan(-nodes.size);
  }
  const error = failureOf(nodes.values());
  if (error !== undefined) throw error as Error;
  return wanted.map(stepPath);
}
