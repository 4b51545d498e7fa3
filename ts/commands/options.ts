import type { Command } from 'commander';
import { mallocs, type Malloc } from '../sysroot/musl.js';
import { muslVersions, type MuslVersion } from '../sysroot/sources.js';
import { mallocOf, muslVersionOf, type SysrootOptions } from '../sysroot/sysroot.js';

/** Parser of an option that may be repeated: adds its value to those before. */
export const collect = (value: string, previous: string[]): string[] => [...previous, value];

/** What `muslOptions` adds. */
export interface MuslOptions {
  musl: MuslVersion;
  malloc: Malloc;
}

/** Adds the options that say which musl a sysroot has. */
export function muslOptions(command: Command): Command {
  return command
    .option('--musl <version>', `musl's version: ${muslVersions.join(' or ')}`, muslVersionOf, muslVersions[0])
    .option('--malloc <name>', `musl's allocator: ${mallocs.join(' or ')}`, mallocOf, mallocs[0]);
}

/** The same as options of a sysroot. */
export function muslOf({ musl, malloc }: MuslOptions): Pick<SysrootOptions, 'muslVersion' | 'malloc'> {
  return { muslVersion: musl, malloc };
}
