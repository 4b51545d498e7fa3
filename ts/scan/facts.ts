import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { levels, type Closures, type Review } from '../generate/pollution.js';
import { readClosures, readReview } from '../headers/closures.js';
import { cores, mapLimit } from '../run/pool.js';
import { headerNames, publicHeaders, type HeaderNames } from '../headers/names.js';
import { ensureStep, filesBelow } from '../run/store.js';
import type { Sysroot } from '../sysroot/sysroot.js';

/** What musl's headers give, and what glibc's headers of the same names would give besides. */
export interface HeaderFacts {
  /** Whether musl or the kernel has the header. */
  has(header: string): boolean;
  /** Names that a header of musl gives, with those that come with it. */
  musl(header: string): ReadonlySet<string>;
  /** The same with `_LARGEFILE64_SOURCE`. */
  largeFiles(header: string): ReadonlySet<string>;
  /** Macros and structs that a header of the kernel's itself defines. */
  kernel(header: string): ReadonlySet<string>;
  /** Names that glibc's header gives of those that musl has in another. */
  glibc(header: string): ReadonlySet<string>;
  /** Headers of musl that come with a header, itself too. */
  with(header: string): readonly string[];
  /** Every name that any header of musl gives. */
  all: ReadonlySet<string>;
}

/** Whether a header is the kernel's, and not libc's. */
export const isKernel = (header: string): boolean => /^(?:linux|asm|asm-generic)\//.test(header);

type Plain = Record<string, HeaderNames | null>;

const none: ReadonlySet<string> = new Set();

/** What was measured of a sysroot. */
interface Measured {
  gnu: Plain;
  /** Of headers that know _LARGEFILE64_SOURCE. */
  largeFiles: Plain;
  /** What each header of the kernel's defines itself. */
  kernel: Record<string, string[]>;
  /** Every header below its include folder. */
  files: string[];
}

/** Names that come with a header, along the inclusions that glibc's headers make. */
export function closureOf(header: string, musl: (name: string) => HeaderNames | undefined, closures: Closures, review: Review): Set<string> {
  const names = new Set<string>();
  const visited = new Set<string>();
  const visit = (name: string): void => {
    if (visited.has(name)) return;
    visited.add(name);
    const own = musl(name);
    for (const given of own?.names ?? []) names.add(given);
    const reviewed = review.headers[name];
    for (const given of Object.keys({ ...reviewed?.defines, ...reviewed?.declares })) names.add(given);
    const { default: usual, gnu } = closures.headers[name] ?? {};
    for (const type of [...(usual?.types ?? []), ...(gnu?.types ?? [])]) names.add(type.replace(/^struct_/, ''));
    for (const next of [...(own?.includes ?? []), ...(usual?.includes ?? []), ...(gnu?.includes ?? []), ...(reviewed?.includes ?? [])]) visit(next);
  };
  visit(header);
  return names;
}

/** The facts, from what was measured and from what the module pollution was made of. */
export function headerFacts(measured: Measured, closures: Closures, review: Review): HeaderFacts {
  const files = new Set(measured.files);
  const glibc = new Map<string, ReadonlySet<string>>();
  const setsOf = (plain: Plain): Map<string, ReadonlySet<string>> => new Map(Object.entries(plain).map(([header, given]) => [header, new Set(given?.names ?? [])]));
  const kernel = new Map(Object.entries(measured.kernel).map(([header, names]) => [header, new Set(names)]));
  const [gnu, largeFiles] = [setsOf(measured.gnu), setsOf(measured.largeFiles)];
  return {
    has: (header) => files.has(header),
    musl: (header) => gnu.get(header) ?? none,
    largeFiles: (header) => largeFiles.get(header) ?? gnu.get(header) ?? none,
    glibc: (header) => {
      const known = glibc.get(header) ?? closureOf(header, (name) => measured.gnu[name] ?? undefined, closures, review);
      glibc.set(header, known);
      return known;
    },
    kernel: (header) => kernel.get(header) ?? none,
    with: (header) => [header, ...(measured.gnu[header]?.includes ?? [])],
    all: new Set(Object.values(measured.gnu).flatMap((given) => given?.names ?? [])),
  };
}

/** The facts of a sysroot; measured once for each state of it. */
export async function ensureHeaderFacts(sysroot: Sysroot): Promise<HeaderFacts> {
  const root = path.join(sysroot.path, 'usr', 'include');
  const folder = await ensureStep({
    name: `names-${sysroot.target.name}`,
    inputs: { sysroot: sysroot.key, version: 3 },
    make: async (output) => {
      const headers = await publicHeaders(root);
      const source = { command: path.join(sysroot.path, 'toolchain', 'bin', 'cc'), roots: [root] };
      const ask = async (flags: readonly string[], some: readonly string[]): Promise<Plain> => Object.fromEntries([...(await headerNames({ ...source, flags }, some))].map(([header, names]) => [header, names ?? null]));
      const texts = await Promise.all(headers.map(async (header) => [header, await readFile(path.join(root, header), 'latin1')] as const));
      const large = texts.filter(([, text]) => text.includes('_LARGEFILE64_SOURCE')).map(([header]) => header);
      const files = (await filesBelow(root)).filter((file) => file.endsWith('.h'));
      const kernel = await mapLimit(files.filter(isKernel), cores, async (file) => [file, [...(await readFile(path.join(root, file), 'latin1')).matchAll(/^\s*#\s*define\s+(\w+)|^\s*struct\s+(\w+)\s*\{/gm)].map(([, macro, tag]) => macro ?? tag ?? '')] as const);
      const measured: Measured = { gnu: await ask(levels.gnu, headers), largeFiles: await ask([...levels.gnu, '-D_LARGEFILE64_SOURCE'], large), kernel: Object.fromEntries(kernel), files };
      await writeFile(path.join(output, 'measured.json'), JSON.stringify(measured));
    },
  });
  return headerFacts(JSON.parse(await readFile(path.join(folder, 'measured.json'), 'utf8')) as Measured, await readClosures(), await readReview());
}
