import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { filesBelow } from '../run/store.js';

/** What a header's text defines, whatever its conditions. */
export interface Definitions {
  /** `struct x`, `union x`, `enum x` with a body, and `typedef x`. */
  types: Set<string>;
  macros: Set<string>;
  enumerators: Set<string>;
}

/** Two headers that define the same name in ways that can't stand beside each other. */
export interface Clash {
  musl: string;
  kernel: string;
  names: string[];
}

/** Reads the definitions out of a header's text. */
export function definitions(text: string): Definitions {
  const bare = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll('\\\n', ' ');
  const all = (pattern: RegExp, from = bare): string[] => [...from.matchAll(pattern)].map((match) => (match[1] ?? '').replaceAll(/\s+/g, ' '));
  const types = [
    ...all(/\b((?:struct|union|enum)\s+\w+)\s*\{/g),
    ...all(/typedef[^;{}]*?\b(\w+)\s*;/g).map((name) => `typedef ${name}`),
  ];
  const bodies = all(/\benum\b[^{;]*\{([^}]*)\}/g, bare.replaceAll(/^\s*#.*$/gm, '').replaceAll('\n', ' '));
  const enumerators = bodies.flatMap((body) => body.split(',').flatMap((item) => /^\s*(\w+)/.exec(item)?.[1] ?? []));
  return { types: new Set(types), macros: new Set(all(/^[ \t]*#[ \t]*define[ \t]+(\w+)/gm)), enumerators: new Set(enumerators) };
}

/** Names of one header that can't stand beside the other's: types twice, and an enumerator that is also a macro or twice there. */
export function clashingNames(one: Definitions, other: Definitions): string[] {
  const names = [...one.types].filter((name) => other.types.has(name));
  for (const name of one.enumerators) if (other.macros.has(name) || other.enumerators.has(name)) names.push(name);
  for (const name of one.macros) if (other.enumerators.has(name)) names.push(name);
  return [...new Set(names)].sort();
}

const kernelFolders = ['asm', 'asm-generic', 'linux'];
const muslFolders = ['.', 'arpa', 'net', 'netinet', 'netpacket', 'sys'];

/**
 * Compares every header of musl with every header of the kernel below an include folder: the pairs whose own texts define
 * a name twice. Two headers that clash only by what they include do so through such a pair.
 */
export async function possibleClashes(root: string): Promise<{ pairs: number; clashes: Clash[] }> {
  const files = (await filesBelow(root)).filter((file) => file.endsWith('.h'));
  const kernel = files.filter((file) => kernelFolders.some((folder) => file.startsWith(`${folder}/`)));
  const musl = files.filter((file) => muslFolders.includes(path.dirname(file)));
  const read = async (file: string): Promise<[string, Definitions]> => [file, definitions(await readFile(path.join(root, file), 'utf8'))];
  const [ours, theirs] = [await Promise.all(musl.map(read)), await Promise.all(kernel.map(read))];
  const clashes = ours.flatMap(([file, one]) =>
    theirs.flatMap(([other, two]) => {
      const names = clashingNames(one, two);
      return names.length > 0 ? [{ musl: file, kernel: other, names }] : [];
    }),
  );
  return { pairs: ours.length * theirs.length, clashes };
}
