import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Failure, errnoOf } from '../run/failure.js';
import { cores, mapLimit } from '../run/pool.js';
import { ending, run } from '../run/process.js';

/** What one header gives to a file that includes it alone. */
export interface HeaderNames {
  /** Macros and top-level declarations that are not there without it; sorted. */
  names: string[];
  /** libc's other public headers that it includes, directly or not, in the order of inclusion. */
  includes: string[];
}

/** A compiler with the flags that select a libc, and where that libc's headers are. */
export interface HeaderSource {
  command: string;
  flags: readonly string[];
  /** Folders of headers; the first that a path lies in counts. */
  roots: readonly string[];
}

/** Folders of libc's headers, below its include folder; the kernel's own are elsewhere. */
const folders = ['', 'arpa', 'net', 'netinet', 'netpacket', 'scsi', 'sys'];

/** The public headers below a libc's include folder, sorted: `stdio.h`, `sys/types.h`. */
export async function publicHeaders(root: string): Promise<string[]> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      try {
        const entries = await readdir(path.join(root, folder), { withFileTypes: true });
        return entries.filter((entry) => !entry.isDirectory() && entry.name.endsWith('.h')).map((entry) => path.join(folder, entry.name));
      } catch (error) {
        if (errnoOf(error) === 'ENOENT') return [];
        throw error;
      }
    }),
  );
  return found.flat().sort();
}

/** Macros of `clang -E -dM`. */
export function macroNames(output: string): string[] {
  return [...output.matchAll(/^#define (\w+)/gm)].map((match) => match[1] ?? '');
}

/** Files of a make rule as `clang -MD` writes it. */
export function dependencies(rule: string): string[] {
  return rule
    .slice(rule.indexOf(':') + 1)
    .replaceAll('\\\n', ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
}

/**
 * What each header gives with this compiler; undefined where it does not compile alone. Of `structures` those that a header
 * only declares (`struct iovec;`) do not count as given: a program may define them.
 */
export async function headerNames(source: HeaderSource, headers: readonly string[], structures: ReadonlySet<string> = new Set()): Promise<Map<string, HeaderNames | undefined>> {
  const work = await mkdtemp(path.join(os.tmpdir(), 'wildebeest-names-'));
  try {
    const ask = async (id: string, text: string): Promise<{ names: Set<string>; files: string[] } | undefined> => {
      const file = path.join(work, `${id}.c`);
      const rule = path.join(work, `${id}.d`);
      await writeFile(file, text);
      const macros = await compile(source, ['-E', '-dM', '-MD', '-MF', rule, file]);
      const declared = macros === undefined ? undefined : await compile(source, ['-fsyntax-only', '-w', '-Xclang', '-ast-list', file]);
      if (macros === undefined || declared === undefined) return undefined;
      const names = new Set([...macroNames(macros), ...declared.split('\n').filter((line) => /^\w+$/.test(line))]);
      for (const name of [...names].filter((one) => structures.has(one))) {
        await writeFile(file, `${text}char size[sizeof(struct ${name})];\n`);
        if ((await compile(source, ['-fsyntax-only', '-w', file])) === undefined) names.delete(name);
      }
      return { names, files: dependencies(await readFile(rule, 'utf8')) };
    };
    const base = await ask('nothing', '');
    if (base === undefined) throw new Failure(`${source.command} compiles no empty file`, { next: 'wildebeest doctor' });
    const entries = await mapLimit([...headers.entries()], cores, async ([index, header]) => {
      const answer = await ask(String(index), `#include <${header}>\n`);
      if (answer === undefined) return [header, undefined] as const;
      const includes = answer.files.flatMap((file) => {
        const root = source.roots.find((folder) => file.startsWith(`${folder}/`));
        return root === undefined ? [] : [file.slice(root.length + 1)];
      });
      const names = [...answer.names].filter((name) => !base.names.has(name)).sort();
      return [header, { names, includes: includes.filter((name) => name !== header) }] as const;
    });
    return new Map(entries);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** A compiler's output, or undefined when it found errors; anything else that ends it is a failure. */
async function compile(source: HeaderSource, args: readonly string[]): Promise<string | undefined> {
  const result = await run(source.command, [...source.flags, ...args], { allowFailure: true });
  if (result.exitCode === 0) return result.stdout;
  if (result.signal !== undefined || !result.stderr.includes('error:')) throw new Failure(`${source.command}: ${ending(result)}: ${result.stderr.slice(0, 200)}`);
  return undefined;
}
