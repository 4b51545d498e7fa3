import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compareClosures, levels, pollutionModule, reviewSchema, closuresSchema, type Closures, type Level, type Measured, type Review, type Unreviewed } from '../generate/pollution.js';
import { modulesFolder } from '../manifest/load.js';
import { parseJson } from '../manifest/parse.js';
import { Failure } from '../run/failure.js';
import { run } from '../run/process.js';
import { ensureStep } from '../run/store.js';
import { hostTool } from '../sysroot/hostTools.js';
import type { Sysroot } from '../sysroot/sysroot.js';
import { headerNames, publicHeaders, type HeaderNames, type HeaderSource } from './names.js';

/** The build machine's glibc. */
export interface HostGlibc {
  /** `2.36`. */
  version: string;
  /** Its include folders. */
  roots: string[];
}

const file = (name: string, folder = modulesFolder()): string => path.join(folder, pollutionModule, name);

/** The committed comparison. */
export async function readClosures(folder?: string): Promise<Closures> {
  return parseJson(closuresSchema, await readFile(file('closures.json', folder), 'utf8'), file('closures.json', folder));
}

/** The committed review. */
export async function readReview(folder?: string): Promise<Review> {
  return parseJson(reviewSchema, await readFile(file('review.json', folder), 'utf8'), file('review.json', folder));
}

/** The glibc whose headers clang finds here, or undefined where there is none. */
export async function hostGlibc(): Promise<HostGlibc | undefined> {
  const clang = await hostTool('clang');
  const seen = await run(clang, ['-E', '-dM', '-v', '-x', 'c', '-'], { allowFailure: true, input: '#include <stddef.h>\n#include <features.h>\n' });
  const [major, minor] = ['__GLIBC__', '__GLIBC_MINOR__'].map((name) => new RegExp(`#define ${name} (\\d+)`).exec(seen.stdout)?.[1]);
  if (seen.exitCode !== 0 || major === undefined || minor === undefined) return undefined;
  const list = /#include <\.\.\.> search starts here:\n([\s\S]*?)\nEnd of search list/.exec(seen.stderr)?.[1] ?? '';
  return { version: `${major}.${minor}`, roots: list.split('\n').map((line) => line.trim()).filter((line) => !line.includes('/clang/')) };
}

type Plain = Record<string, HeaderNames | null>;

const toMap = (plain: Plain): Map<string, HeaderNames | undefined> => new Map(Object.entries(plain).map(([header, names]) => [header, names ?? undefined]));

/** What each header that both libcs have gives in each; measured once for each state of them. */
export async function measureClosures(sysroot: Sysroot, glibc: HostGlibc): Promise<Measured> {
  const clang = await hostTool('clang');
  const { stdout: compiler } = await run(clang, ['--version']);
  const root = path.join(sysroot.path, 'usr', 'include');
  const there = new Set((await Promise.all(glibc.roots.map(publicHeaders))).flat());
  // glibc leaves <stddef.h> to the compiler.
  const headers = (await publicHeaders(root)).filter((header) => there.has(header) || header === 'stddef.h');
  const types = await readFile(path.join(root, 'bits', 'alltypes.h'), 'utf8');
  const allTypes = new Set([...types.matchAll(/defined\(__NEED_(\w+)\)/g)].map((match) => match[1] ?? ''));
  const structures = new Set([...allTypes].flatMap((name) => /^struct_(.*)$/.exec(name)?.[1] ?? []));
  const ask = async (source: HeaderSource): Promise<Plain> => Object.fromEntries([...(await headerNames(source, headers, structures))].map(([header, names]) => [header, names ?? null]));
  const folder = await ensureStep({
    name: `closures-${sysroot.target.name}`,
    inputs: { compilers: sysroot.compilers, glibc: glibc.version, compiler, headers, version: 2 },
    make: async (output) => {
      const measured: Record<string, Record<string, Plain>> = { glibc: {}, musl: {} };
      for (const level of ['default', 'gnu'] as const) {
        const host: HeaderSource = { command: clang, flags: levels[level], roots: [...glibc.roots].sort((a, b) => b.length - a.length) };
        const musl: HeaderSource = { command: path.join(sysroot.path, 'toolchain', 'bin', 'cc'), flags: levels[level], roots: [root] };
        measured.glibc = { ...measured.glibc, [level]: await ask(host) };
        measured.musl = { ...measured.musl, [level]: await ask(musl) };
      }
      await writeFile(path.join(output, 'measured.json'), JSON.stringify(measured));
    },
  });
  const plain = JSON.parse(await readFile(path.join(folder, 'measured.json'), 'utf8')) as Record<'glibc' | 'musl', Record<Level, Plain>>;
  const both = (libc: 'glibc' | 'musl'): Record<Level, Map<string, HeaderNames | undefined>> => ({ default: toMap(plain[libc].default), gnu: toMap(plain[libc].gnu) });
  return { glibc: both('glibc'), musl: both('musl'), allTypes };
}

/** The comparison as it would be committed now, and what its review lacks. */
export async function currentClosures(sysroot: Sysroot, review: Review): Promise<{ closures: Closures; unreviewed: Unreviewed[] }> {
  const glibc = await hostGlibc();
  if (glibc === undefined) throw new Failure('headers of glibc: not found on this machine', { next: 'run it where clang compiles for glibc' });
  const { headers, unreviewed } = compareClosures(await measureClosures(sysroot, glibc), review);
  const $comment = 'Written by `wildebeest generate --pollution` from a comparison of the headers of glibc and musl; do not edit.';
  return { closures: { $comment, glibc: glibc.version, musl: sysroot.muslVersion, headers }, unreviewed };
}
