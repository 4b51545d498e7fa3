import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Failure } from '../run/failure.js';
import { run } from '../run/process.js';
import type { HeaderSource } from './names.js';

type Source = Pick<HeaderSource, 'command' | 'flags'>;

const flags = ['-D_GNU_SOURCE', '-w', '-x', 'c', '-'];

/** Macros of a header, or of `clang -E -dM`, that have no parameters and are not empty. */
export function objectMacros(output: string): string[] {
  return [...output.matchAll(/^[ \t]*#[ \t]*define[ \t]+(\w+)[ \t]+\S/gm)].map((match) => match[1] ?? '');
}

/** Lines on which clang found an error, as it says on standard error of a file from standard input. */
export function errorLines(stderr: string): Set<number> {
  return new Set([...stderr.matchAll(/^<stdin>:(\d+):\d+: (?:fatal )?error: /gm)].map((match) => Number(match[1])));
}

/** The 64-bit constants of LLVM's assembly whose names begin with `lwb_`. */
export function assemblyConstants(text: string): Map<string, bigint> {
  const found = text.matchAll(/^@lwb_(\w+) = .*\bconstant i64 (-?\d+)/gm);
  return new Map([...found].map(([, name = '', value = '']) => [name, BigInt(value)]));
}

/** The headers that compile, one after the other in one file; each that does not alone, or not with those before it, is left out. */
export async function compatibleHeaders(source: Source, headers: readonly string[]): Promise<string[]> {
  let left = [...headers];
  for (;;) {
    const text = left.map((header) => `#include <${header}>\n`).join('');
    const { exitCode, stderr } = await run(source.command, [...source.flags, '-fsyntax-only', '-ferror-limit=0', ...flags], { input: text, allowFailure: true });
    if (exitCode === 0) return left;
    const bad = culprits(stderr);
    const rest = left.filter((_, index) => !bad.has(index + 1));
    if (rest.length === left.length) throw new Failure(`${source.command}: headers do not compile together: ${stderr.slice(0, 300)}`);
    left = rest;
  }
}

/** Lines of standard input that clang's errors come from: of the line itself, or of what it includes. */
export function culprits(stderr: string): Set<number> {
  const bad = errorLines(stderr);
  let from = 0;
  for (const line of stderr.split('\n')) {
    const included = /^In file included from <stdin>:(\d+):/.exec(line);
    if (included) from = Number(included[1]);
    else if (line.startsWith('<stdin>:')) from = 0;
    else if (from !== 0 && /: (?:fatal )?error: /.test(line)) bad.add(from);
  }
  return bad;
}

/** The object-like macros of some headers, beside those that the compiler has itself. */
export async function definedConstants(source: Source, headers: readonly string[]): Promise<string[]> {
  const macros = async (text: string): Promise<string[]> => objectMacros((await run(source.command, [...source.flags, '-E', '-dM', ...flags], { input: text })).stdout);
  const own = new Set(await macros(''));
  return (await macros(headers.map((header) => `#include <${header}>\n`).join(''))).filter((name) => !own.has(name)).sort();
}

/** Values, as 64-bit numbers, of those names that are integer constants where some headers are included. */
export async function constantValues(source: Source, headers: readonly string[], names: readonly string[]): Promise<Map<string, bigint>> {
  const work = await mkdtemp(path.join(os.tmpdir(), 'wildebeest-constants-'));
  try {
    const output = path.join(work, 'constants.ll');
    let left = [...names];
    for (;;) {
      const lines = [...headers.map((header) => `#include <${header}>`), ...left.map((name) => `const long long lwb_${name} = (long long)(${name});`)];
      const args = [...source.flags, '-S', '-emit-llvm', '-O0', '-ferror-limit=0', '-o', output, ...flags];
      const { exitCode, stderr } = await run(source.command, args, { input: `${lines.join('\n')}\n`, allowFailure: true });
      if (exitCode === 0) break;
      const bad = errorLines(stderr);
      const rest = left.filter((_, index) => !bad.has(headers.length + index + 1));
      if (rest.length === left.length) throw new Failure(`${source.command}: no values: ${stderr.slice(0, 300)}`);
      left = rest;
    }
    return assemblyConstants(await readFile(output, 'utf8'));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
