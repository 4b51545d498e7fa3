import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { errnoOf } from '../run/failure.js';
import { quote } from '../run/process.js';
import type { BuildFlags } from '../shim/build.js';
import type { Sysroot } from '../sysroot/sysroot.js';
import { buildEnvironment } from '../toolchain/flags.js';
import { place } from './buildSystems.js';
import type { Mount, SandboxOptions } from './sandbox.js';

/** Where a sysroot has libraries; util-linux installs into the first what is needed at boot. */
export const libraryFolders = ['lib', 'usr/lib'];

/** musl's libc, which is its loader too, below a sysroot. */
export const libcFile = 'usr/lib/libc.so';

/** Where packages install programs. */
export const installedFolders = ['usr/bin', 'bin', 'usr/sbin', 'sbin'];

/** The driver's own flags of every build. */
const ownFlags = ['-O2'];

/** Flags with the driver's own. */
export function withOwnFlags(flags: BuildFlags): BuildFlags {
  return { ...flags, cflags: [...ownFlags, ...flags.cflags] };
}

/** The whole environment of a build in the sandbox; also the values of a recipe's placeholders. */
export function sandboxEnvironment(sysroot: Sysroot, flags: BuildFlags, machine?: Sysroot): Record<string, string> {
  const environment = buildEnvironment({ ...sysroot, path: place.sysroot }, withOwnFlags(flags));
  // Of two sysroots the machine's comes first: what asks for no target by its triple or a variable gets a compiler whose programs run.
  const bin = `${machine === undefined ? place.sysroot : place.machine}/toolchain/bin`;
  return {
    ...environment,
    LDFLAGS: '',
    CC_FOR_BUILD: `${bin}/cc`,
    CXX_FOR_BUILD: `${bin}/c++`,
    PATH: [bin, ...(machine === undefined ? [] : [`${place.sysroot}/toolchain/bin`]), '/usr/bin', '/bin', '/usr/sbin', '/sbin', `${place.sysroot}/usr/bin`].join(':'),
    HOME: '/tmp',
    TMPDIR: '/tmp',
    LC_ALL: 'C',
    TZ: 'UTC',
    TERM: 'dumb',
    SHELL: '/bin/sh',
    SOURCE_DATE_EPOCH: '1000000000',
  };
}

/**
 * What every sandbox of a target sees: sysroots, their loaders where programs look for them, and where those find libraries;
 * `libraries` are further folders of them.
 */
export function sandboxView(sysroot: Sysroot, machine: Sysroot | undefined, mounts: readonly Mount[], libraries: readonly string[] = []): Pick<SandboxOptions, 'mounts' | 'links' | 'etc'> {
  const sysroots = [
    { loader: sysroot.target.loader, source: sysroot.path, target: place.sysroot, roots: [place.install, place.sysroot], libraries },
    ...(machine === undefined ? [] : [{ loader: machine.target.loader, source: machine.path, target: place.machine, roots: [place.machine], libraries: [] }]),
  ];
  return {
    mounts: [...sysroots.map(({ source, target }) => ({ source, target })), ...mounts],
    links: sysroots.map(({ loader, target }) => ({ path: `/lib/${loader}`, target: `${target}/lib/${loader}` })),
    etc: Object.fromEntries(
      sysroots.map(({ loader, roots, libraries: further }) => [
        loader.replace(/\.so\.\d+$/, '.path'),
        [...roots.flatMap((root) => [`${root}/usr/lib`, `${root}/lib`]), ...further].map((folder) => `${folder}\n`).join(''),
      ]),
    ),
  };
}

/**
 * A folder of programs for a sandbox whose kernel does not run the installed ones: each is a script of the same name that has the
 * sysroot's `run` run it, so that PATH finds it, and scripts find each other.
 */
export async function writePrograms(install: string, folder: string): Promise<void> {
  await mkdir(folder);
  for (const below of installedFolders) {
    for (const name of await readdir(path.join(install, below)).catch(nothingThere)) {
      const program = `${place.install}/${below}/${name}`;
      const script = `#!/bin/sh\ncase $(head -c 2 ${quote([program])}) in '#!') exec ${quote([program])} "$@" ;; esac\nexec ${place.sysroot}/toolchain/bin/run ${quote([program])} "$@"\n`;
      await writeFile(path.join(folder, name), script, { mode: 0o755 });
    }
  }
}

/** For a folder that need not be there: no names. */
function nothingThere(error: unknown): string[] {
  if (errnoOf(error) === 'ENOENT') return [];
  throw error;
}

/** Copies a dependency's installed files into a sysroot; libtool archives stay out: they name libraries of the host. */
export async function mergeInstalled(install: string, sysroot: string): Promise<void> {
  for (const entry of await readdir(install)) {
    await cp(path.join(install, entry), path.join(sysroot, entry), {
      recursive: true,
      verbatimSymlinks: true,
      force: true,
      preserveTimestamps: true,
      filter: (source) => !source.endsWith('.la'),
    });
  }
}
