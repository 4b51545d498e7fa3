import type { AgainResult, FailedBuild, RecipeResult } from '../recipe/result.js';
import { plural, table } from './table.js';

function failureText({ failed, stage, objects, errors: messages }: FailedBuild): string {
  if (!failed) return 'builds';
  const errors = plural(messages.length, 'error');
  return stage === 'configure' ? `configure fails: ${errors}` : `fails: ${plural(objects, 'object')}, ${errors}`;
}

/** What a build on plain musl did: `fails: 9 objects, 1 error`. */
export function withoutCell(result: RecipeResult): string {
  const { without } = result;
  if (without === undefined) return result.modules.length === 0 ? 'not needed' : '-';
  return failureText(without);
}

/** What a build did that should work: `builds, runs, checks 14/14`. */
function didCell(did: AgainResult): string {
  if (did.with === undefined) return '-';
  if (!did.with.ok) return 'fails';
  const parts = ['builds'];
  if (did.run.length > 0) parts.push(did.run.every((one) => one.ok) ? 'runs' : 'does not run');
  if (did.check !== undefined) {
    const { passed, failed, skipped, expected } = did.check;
    const notes = [...(expected.length > 0 ? [`${String(expected.length)} expected to fail`] : []), ...(skipped > 0 ? [`${String(skipped)} skipped`] : [])];
    parts.push(`checks ${String(passed)}/${String(passed + failed)}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`);
  }
  if (did.verify !== undefined && !did.verify.ok) parts.push('leaks');
  return parts.join(', ');
}

/** What the build with the modules did, and those in other ways: `builds, runs, checks 14/14; the same with all modules`. */
export function withCell(result: RecipeResult): string {
  const { refused, umbrella, thinLto } = result;
  const own = refused?.fails === undefined ? didCell(result) : failureText(refused.fails);
  const text = refused === undefined || own === '-' || own === 'fails' ? own : `refused: ${own}`;
  const again = ([[umbrella, 'with all modules'], [thinLto, 'with ThinLTO']] as const).flatMap(([other, how]) => {
    if (other === undefined) return [];
    const did = didCell(other);
    return [`; ${result.ok && own === did ? 'the same' : did} ${how}`];
  });
  return `${text}${again.join('')}`;
}

function timed({ without, refused, umbrella, thinLto, ...result }: RecipeResult): { seconds: number; cached: boolean }[] {
  const builds = [without, refused?.fails, ...[result, umbrella, thinLto].flatMap((did) => [did?.with, did?.check])];
  return builds.filter((part) => part !== undefined);
}

/** Seconds that the builds and the package's own tests took. */
export function recipeSeconds(result: RecipeResult): number {
  return timed(result).reduce((sum, part) => sum + part.seconds, 0);
}

function timeCell(result: RecipeResult): string {
  const parts = timed(result);
  return `${recipeSeconds(result).toFixed(1)} s${parts.length > 0 && parts.every((part) => part.cached) ? ' (cached)' : ''}`;
}

/** The table of `wildebeest matrix`, and the problems below it, a line each. */
export function recipeTable(results: readonly RecipeResult[]): string {
  const rows = results.map((result) => [
    result.recipe,
    result.version || '-',
    result.target,
    withoutCell(result),
    withCell(result),
    result.modules.join(' ') || '-',
    timeCell(result),
    (result.check ?? result.with ?? result.refused?.fails ?? result.without)?.log ?? '-',
  ]);
  return table(['package', 'version', 'target', 'without the shim', 'with it', 'modules', 'time', 'log'], rows);
}

/** Every problem of every result, a line each. */
export function problemLines(results: readonly RecipeResult[]): string[] {
  return results.flatMap((result) => result.problems.map((problem) => `${result.recipe} (${result.target}): ${problem}`));
}
