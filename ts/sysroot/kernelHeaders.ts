import { cp, mkdir, readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../run/failure.js';
import { exists, type Step } from '../run/store.js';
import type { PinnedSource } from '../sources/sources.js';
import type { Target } from '../targets/target.js';
import { fetchedPath, fileOf, ownFolder, unpackDeb, type Fetched, type Sources } from './context.js';

/** The kernel's headers for one architecture, as usr/include. */
export function kernelHeadersStep(target: Target, pins: Sources<PinnedSource>, fetched: Fetched): Step {
  return {
    name: `kernel-headers-${target.kernelArch}`,
    inputs: { version: 1, arch: target.kernelArch, sha256: fileOf(pins.kernelHeaders, /\.deb$/).sha256 },
    make: async (output, { log, scratch }) => {
      const made = await ownFolder(scratch);
      const deb = fetchedPath(fetched.kernelHeaders, /\.deb$/);
      await unpackDeb(deb, made, await ownFolder(scratch), log);
      const include = path.join(output, 'usr', 'include');
      const from = path.join(made, 'usr', 'include');
      await mkdir(include, { recursive: true });
      for (const name of await readdir(from)) {
        // Debian's folders for one architecture each hold nothing but links to its asm headers.
        if (!name.includes('-linux-')) await rename(path.join(from, name), path.join(include, name));
      }
      const asm = path.join(made, 'usr', 'lib', 'linux', 'uapi', target.kernelArch, 'asm');
      if (!(await exists(asm))) throw new Failure(`${path.basename(deb)}: has no headers for ${target.kernelArch}`);
      await cp(asm, path.join(include, 'asm'), { recursive: true, dereference: true });
    },
  };
}
