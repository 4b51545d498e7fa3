/** One test point, perhaps with points below it. */
export interface Point {
  ok: boolean;
  description: string;
  /** Why it was skipped. */
  skip?: string;
  /** Shown as diagnostics, one line each. */
  notes?: string[];
  children?: Point[];
}

/** What a test program's output amounts to. */
export interface Parsed {
  points: Point[];
  /** Why the output as a whole is not good TAP: no plan, a wrong count, a bail-out. */
  problem?: string;
  /** The reason of `1..0 # SKIP reason`. */
  skipAll?: string;
}

/** Reads the TAP that a C test prints: points, diagnostics, and a plan that must agree with the count. */
export function parseTap(output: string): Parsed {
  const points: Point[] = [];
  let plan: number | undefined;
  for (const line of output.split('\n')) {
    const point = /^(not )?ok\b(?: \d+)?(?: -)? ?(.*)$/.exec(line);
    if (point) {
      const [description = '', skip] = (point[2] ?? '').split(/ # SKIP ?/i);
      points.push({ ok: point[1] === undefined, description, ...(skip === undefined ? {} : { skip }) });
      continue;
    }
    const planned = /^1\.\.(\d+)(?: # SKIP (.*))?$/i.exec(line);
    if (planned) {
      plan = Number(planned[1]);
      if (plan === 0) return { points, skipAll: planned[2] ?? 'no reason given' };
      continue;
    }
    if (line.startsWith('Bail out!')) return { points, problem: line };
    const last = points.at(-1);
    if (line.startsWith('#') && last !== undefined) (last.notes ??= []).push(line.slice(1).trim());
  }
  if (plan === undefined) return { points, problem: 'printed no plan' };
  if (plan !== points.length) return { points, problem: `planned ${String(plan)} points, ran ${String(points.length)}` };
  return { points };
}

const escape = (text: string): string => text.replaceAll(/[\n\r]+/g, ' ').replaceAll('#', '\\#');

/** The TAP of a point and all below it, indented by its level. */
export function formatPoint(point: Point, number: number, indent = ''): string {
  const lines: string[] = [];
  if (point.children !== undefined && point.children.length > 0) {
    lines.push(`${indent}# Subtest: ${escape(point.description)}`);
    point.children.forEach((child, index) => lines.push(formatPoint(child, index + 1, `${indent}    `)));
    lines.push(`${indent}    1..${String(point.children.length)}`);
  }
  const skip = point.skip === undefined ? '' : ` # SKIP ${escape(point.skip)}`;
  lines.push(`${indent}${point.ok ? 'ok' : 'not ok'} ${String(number)} - ${escape(point.description)}${skip}`);
  for (const note of point.notes ?? []) if (!point.ok) lines.push(`${indent}# ${note.replaceAll(/[\n\r]+/g, ' ')}`);
  return lines.join('\n');
}

/** A point that stands for those below it. */
export function group(description: string, children: readonly Point[], notes: string[] = []): Point {
  return { description, ok: children.every((child) => child.ok) && notes.length === 0, children: [...children], notes };
}

/** How many leaves passed, failed and were skipped. */
export function count(points: readonly Point[]): { passed: number; failed: number; skipped: number } {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const visit = (point: Point): void => {
    if (point.children !== undefined && point.children.length > 0) {
      point.children.forEach(visit);
      if (!point.ok && point.children.every((child) => child.ok)) sum.failed++;
    } else if (point.skip !== undefined) sum.skipped++;
    else if (point.ok) sum.passed++;
    else sum.failed++;
  };
  points.forEach(visit);
  return sum;
}
