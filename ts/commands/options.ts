import type { Command } from 'commander';
import { mallocs, type Malloc } from '../sysroot/musl.js';
import { muslVersions, type MuslVersion } from '../sysroot/sources.js';
import { mallocOf, muslVersionOf, stackSizeOf, type SysrootOptions } from '../sysroot/sysroot.js';

/** Parser of an option that may be repeated: adds its value to those before. */
export const collect = (value: string, previous: string[]): string[] => [...previous, value];

/** What `muslOptions` adds. */
export interface MuslOptions {
  musl: MuslVersion;
  malloc: Malloc;
  stackSize?: number;
}

/** Adds the option that names musl's allocator. */
export function mallocOption(command: Command): Command {
  return command.option('--malloc <name>', `musl's allocator: ${mallocs.join(' or ')}`, mallocOf, mallocs[0]);
}

/** Adds the options that say which musl a sysroot has. */
export function muslOptions(command: Command): Command {
  return mallocOption(command.option('--musl <version>', `musl's version: ${muslVersions.join(' or ')}`, muslVersionOf, muslVersions[0]))
    .option('--stack-size <bytes>', "stack of a thread that asks for none (default: musl's, 131072)", stackSizeOf);
}

/** The same as options of a sysroot. */
export function muslOf({ musl, malloc, stackSize }: MuslOptions): Pick<SysrootOptions, 'muslVersion' | 'malloc' | 'stackSize'> {
  return { muslVersion: musl, malloc, ...(stackSize === undefined ? {} : { stackSize }) };
}
