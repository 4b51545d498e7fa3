import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Failure } from '../run/failure.js';
import { projectRoot } from '../run/root.js';

/** Texts of a column: for each row two numbers, where it begins in `text` and how many bytes it has. */
export type Texts = Uint32Array;

/**
 * What the addon returns: columns of numbers, `native/core/tables.h` says which. A column called `…First…` holds for each
 * file or object its first row elsewhere, and at its end the number of rows there.
 */
export interface Columns {
  text: Uint8Array;
  fileKind: Uint8Array;
  fileError: Texts;
  fileFirst: Uint32Array;
  objectKind: Uint8Array;
  objectName: Texts;
  objectError: Texts;
  objectBits: Uint8Array;
  objectBigEndian: Uint8Array;
  objectOsAbi: Uint8Array;
  objectType: Uint16Array;
  objectMachine: Uint16Array;
  objectFlags: Uint32Array;
  objectEntry: BigUint64Array;
  objectHasInterpreter: Uint8Array;
  objectInterpreter: Texts;
  objectFirstSymbol: Uint32Array;
  objectFirstDynamicSymbol: Uint32Array;
  objectFirstVersion: Uint32Array;
  objectFirstSection: Uint32Array;
  objectFirstSegment: Uint32Array;
  objectFirstDynamic: Uint32Array;
  objectFirstNote: Uint32Array;
  symbolName: Texts;
  symbolValue: BigUint64Array;
  symbolSize: BigUint64Array;
  symbolSection: Uint32Array;
  symbolInfo: Uint8Array;
  symbolOther: Uint8Array;
  symbolVersion: Uint16Array;
  versionName: Texts;
  versionDefined: Uint8Array;
  sectionName: Texts;
  sectionType: Uint32Array;
  sectionFlags: BigUint64Array;
  sectionAddress: BigUint64Array;
  sectionSize: BigUint64Array;
  sectionLink: Uint32Array;
  sectionInfo: Uint32Array;
  sectionAlign: BigUint64Array;
  sectionEntrySize: BigUint64Array;
  segmentType: Uint32Array;
  segmentFlags: Uint32Array;
  segmentAddress: BigUint64Array;
  segmentPhysicalAddress: BigUint64Array;
  segmentFileSize: BigUint64Array;
  segmentMemorySize: BigUint64Array;
  segmentAlign: BigUint64Array;
  dynamicTag: BigUint64Array;
  dynamicValue: BigUint64Array;
  dynamicText: Texts;
  noteType: Uint32Array;
  noteOwner: Texts;
  noteDescriptor: Texts;
}

export interface Addon {
  /** Reads the first files, as many as make `enough` bytes of columns, on a thread of libuv's pool. */
  read: (paths: readonly string[], want: number, enough: number) => Promise<Columns>;
}

let loaded: Addon | undefined;

/** The libc of a process, by what its memory map (proc_pid_maps(5)) names. */
export function libcOf(maps: string): 'glibc' | 'musl' {
  return /\/ld-musl-\w+\.so\.1$/m.test(maps) ? 'musl' : 'glibc';
}

/** node-gyp-build, told which libc this is: by itself it takes every system but Alpine for one of glibc. */
function nodeGypBuild(): (folder: string) => Addon {
  const given = process.env.LIBC;
  process.env.LIBC ??= libcOf(readFileSync('/proc/self/maps', 'utf8'));
  try {
    return createRequire(import.meta.url)('node-gyp-build') as (folder: string) => Addon;
  } finally {
    if (given === undefined) delete process.env.LIBC;
  }
}

/** The addon, from build/Release or prebuilds/. */
export function addon(): Addon {
  if (loaded !== undefined) return loaded;
  try {
    loaded = nodeGypBuild()(projectRoot());
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new Failure(`the native ELF reader can't be loaded: ${reason}`, { next: 'npm run build:native', cause: error });
  }
  return loaded;
}
