import { cores } from '../run/pool.js';
import { addon, type Columns, type Texts } from './addon.js';

/** What can be read of an object; each costs time and memory only where it is asked for. */
export const parts = {
  symbols: 1,
  dynamicSymbols: 2,
  sections: 4,
  segments: 8,
  dynamic: 16,
  notes: 32,
  /** The symbols of .symtab, but only of an object file (ET_REL), which has no others. */
  relocatableSymbols: 64,
} as const;

export type Part = keyof typeof parts;

const kinds = ['other', 'elf', 'archive', 'thin archive', 'bitcode', 'damaged'] as const;

/** What a file or a member of an archive is; `other` is nothing that a linker takes. */
export type Kind = (typeof kinds)[number];

const bindings: Readonly<Record<number, string>> = { 0: 'LOCAL', 1: 'GLOBAL', 2: 'WEAK', 10: 'UNIQUE' };
const symbolTypes: Readonly<Record<number, string>> = { 0: 'NOTYPE', 1: 'OBJECT', 2: 'FUNC', 3: 'SECTION', 4: 'FILE', 5: 'COMMON', 6: 'TLS', 10: 'IFUNC' };
const visibilities = ['DEFAULT', 'INTERNAL', 'HIDDEN', 'PROTECTED'] as const;
const objectTypes: Readonly<Record<number, ObjectType>> = { 1: 'relocatable', 2: 'executable', 3: 'shared', 4: 'core' };

export type ObjectType = 'relocatable' | 'executable' | 'shared' | 'core' | 'other';

/** Reserved section numbers, as the reader tells them from real ones. */
const reserved = 0xffff0000;
const absolute = 0xfffffff1;
const common = 0xfffffff2;

/** Rows `from` to `to` of some columns. */
interface Rows {
  columns: Columns;
  from: number;
  to: number;
}

function decode(columns: Columns, texts: Texts, row: number): string {
  const at = texts[2 * row] ?? 0;
  const { buffer, byteOffset } = columns.text;
  return Buffer.from(buffer, byteOffset + at, texts[2 * row + 1] ?? 0).toString('utf8');
}

const indices = ({ from, to }: Rows): number[] => Array.from({ length: to - from }, (_, index) => from + index);

/** A symbol table. Symbols have no objects of their own: a number from 0 to `length` names one. */
export class Symbols {
  readonly length: number;
  readonly #columns: Columns;
  readonly #from: number;
  readonly #firstVersion: number;

  constructor({ columns, from, to }: Rows, firstVersion: number) {
    this.#columns = columns;
    this.#from = from;
    this.length = to - from;
    this.#firstVersion = firstVersion;
  }

  #row(index: number): number {
    if (!Number.isInteger(index) || index < 0 || index >= this.length) throw new RangeError(`symbol ${String(index)} of ${String(this.length)}`);
    return this.#from + index;
  }

  name(index: number): string {
    return decode(this.#columns, this.#columns.symbolName, this.#row(index));
  }

  value(index: number): bigint {
    return this.#columns.symbolValue[this.#row(index)] ?? 0n;
  }

  size(index: number): bigint {
    return this.#columns.symbolSize[this.#row(index)] ?? 0n;
  }

  /** `LOCAL`, `GLOBAL`, `WEAK`, `UNIQUE`, or a number. */
  binding(index: number): string {
    const binding = (this.#columns.symbolInfo[this.#row(index)] ?? 0) >> 4;
    return bindings[binding] ?? String(binding);
  }

  /** `FUNC`, `OBJECT`, …, or a number. */
  type(index: number): string {
    const type = (this.#columns.symbolInfo[this.#row(index)] ?? 0) & 15;
    return symbolTypes[type] ?? String(type);
  }

  visibility(index: number): (typeof visibilities)[number] {
    return visibilities[(this.#columns.symbolOther[this.#row(index)] ?? 0) & 3] ?? 'DEFAULT';
  }

  /** The number of its section, or where else it is; `reserved` is what only its processor or system knows. */
  section(index: number): number | 'undefined' | 'absolute' | 'common' | 'reserved' {
    const section = this.#columns.symbolSection[this.#row(index)] ?? 0;
    if (section === 0) return 'undefined';
    if (section < reserved) return section;
    return section === absolute ? 'absolute' : section === common ? 'common' : 'reserved';
  }

  isDefined(index: number): boolean {
    return this.#columns.symbolSection[this.#row(index)] !== 0;
  }

  /** Its version, if it has one: `hidden` versions are written `name@VERSION`, the default one `name@@VERSION`. */
  version(index: number): { name: string; hidden: boolean; defined: boolean } | undefined {
    const version = this.#columns.symbolVersion[this.#row(index)] ?? 0;
    if (version === 0) return undefined;
    const row = this.#firstVersion + (version & 0x7fff) - 1;
    return { name: decode(this.#columns, this.#columns.versionName, row), hidden: version >= 0x8000, defined: this.#columns.versionDefined[row] === 1 };
  }
}

export interface Section {
  name: string;
  type: number;
  flags: bigint;
  address: bigint;
  size: bigint;
  link: number;
  info: number;
  align: bigint;
  entrySize: bigint;
}

export interface Segment {
  type: number;
  flags: number;
  address: bigint;
  physicalAddress: bigint;
  fileSize: bigint;
  memorySize: bigint;
  align: bigint;
}

export interface DynamicEntry {
  tag: bigint;
  value: bigint;
  /** The string, where the value names one. */
  text: string;
}

export interface Note {
  type: number;
  owner: string;
  descriptor: Uint8Array;
}

/** An ELF file, or a member of an archive. What was not asked for is empty. */
export class ElfObject {
  readonly #columns: Columns;
  readonly #row: number;

  constructor(columns: Columns, row: number) {
    this.#columns = columns;
    this.#row = row;
  }

  #rows(first: Uint32Array): Rows {
    return { columns: this.#columns, from: first[this.#row] ?? 0, to: first[this.#row + 1] ?? 0 };
  }

  /** The member's name; empty for a file that is no archive. */
  get name(): string {
    return decode(this.#columns, this.#columns.objectName, this.#row);
  }

  get kind(): Kind {
    return kinds[this.#columns.objectKind[this.#row] ?? 0] ?? 'other';
  }

  /** What is wrong with a damaged one. */
  get error(): string | undefined {
    return this.kind === 'damaged' ? decode(this.#columns, this.#columns.objectError, this.#row) : undefined;
  }

  get bits(): 32 | 64 {
    return this.#columns.objectBits[this.#row] === 32 ? 32 : 64;
  }

  get byteOrder(): 'little' | 'big' {
    return this.#columns.objectBigEndian[this.#row] === 1 ? 'big' : 'little';
  }

  get type(): ObjectType {
    return objectTypes[this.#columns.objectType[this.#row] ?? 0] ?? 'other';
  }

  /** e_machine: 62 is x86_64. */
  get machine(): number {
    return this.#columns.objectMachine[this.#row] ?? 0;
  }

  get osAbi(): number {
    return this.#columns.objectOsAbi[this.#row] ?? 0;
  }

  get flags(): number {
    return this.#columns.objectFlags[this.#row] ?? 0;
  }

  get entry(): bigint {
    return this.#columns.objectEntry[this.#row] ?? 0n;
  }

  /** The loader that PT_INTERP names. */
  get interpreter(): string | undefined {
    return this.#columns.objectHasInterpreter[this.#row] === 1 ? decode(this.#columns, this.#columns.objectInterpreter, this.#row) : undefined;
  }

  /** The symbols of .symtab. */
  get symbols(): Symbols {
    const { objectFirstSymbol: first, objectFirstDynamicSymbol: dynamic } = this.#columns;
    return new Symbols({ columns: this.#columns, from: first[this.#row] ?? 0, to: dynamic[this.#row] ?? 0 }, 0);
  }

  /** The symbols of .dynsym, which have versions. */
  get dynamicSymbols(): Symbols {
    const { objectFirstSymbol: first, objectFirstDynamicSymbol: dynamic, objectFirstVersion: version } = this.#columns;
    return new Symbols({ columns: this.#columns, from: dynamic[this.#row] ?? 0, to: first[this.#row + 1] ?? 0 }, version[this.#row] ?? 0);
  }

  get sections(): Section[] {
    const columns = this.#columns;
    return indices(this.#rows(columns.objectFirstSection)).map((row) => ({
      name: decode(columns, columns.sectionName, row),
      type: columns.sectionType[row] ?? 0,
      flags: columns.sectionFlags[row] ?? 0n,
      address: columns.sectionAddress[row] ?? 0n,
      size: columns.sectionSize[row] ?? 0n,
      link: columns.sectionLink[row] ?? 0,
      info: columns.sectionInfo[row] ?? 0,
      align: columns.sectionAlign[row] ?? 0n,
      entrySize: columns.sectionEntrySize[row] ?? 0n,
    }));
  }

  get segments(): Segment[] {
    const columns = this.#columns;
    return indices(this.#rows(columns.objectFirstSegment)).map((row) => ({
      type: columns.segmentType[row] ?? 0,
      flags: columns.segmentFlags[row] ?? 0,
      address: columns.segmentAddress[row] ?? 0n,
      physicalAddress: columns.segmentPhysicalAddress[row] ?? 0n,
      fileSize: columns.segmentFileSize[row] ?? 0n,
      memorySize: columns.segmentMemorySize[row] ?? 0n,
      align: columns.segmentAlign[row] ?? 0n,
    }));
  }

  /** The dynamic section up to and with DT_NULL. */
  get dynamic(): DynamicEntry[] {
    const columns = this.#columns;
    return indices(this.#rows(columns.objectFirstDynamic)).map((row) => ({
      tag: columns.dynamicTag[row] ?? 0n,
      value: columns.dynamicValue[row] ?? 0n,
      text: decode(columns, columns.dynamicText, row),
    }));
  }

  get notes(): Note[] {
    const columns = this.#columns;
    return indices(this.#rows(columns.objectFirstNote)).map((row) => ({
      type: columns.noteType[row] ?? 0,
      owner: decode(columns, columns.noteOwner, row),
      descriptor: columns.text.subarray(columns.noteDescriptor[2 * row] ?? 0, (columns.noteDescriptor[2 * row] ?? 0) + (columns.noteDescriptor[2 * row + 1] ?? 0)),
    }));
  }
}

/** A file that was read. */
export interface ElfFile {
  path: string;
  kind: Kind;
  /** What is wrong with a damaged one: one line, without its path. The objects found before that are there. */
  error: string | undefined;
  /** The file itself, or the members of an archive; empty for what is neither. */
  objects: ElfObject[];
}

/** How many files one call of the addon gets, and after how many bytes of columns it returns. */
const filesAtOnce = 256;
const enough = 32 * 1024 * 1024;

function filesOf(columns: Columns, paths: readonly string[]): ElfFile[] {
  return Array.from(columns.fileKind, (kind, row) => ({
    path: paths[row] ?? '',
    kind: kinds[kind] ?? 'other',
    error: kinds[kind] === 'damaged' ? decode(columns, columns.fileError, row) : undefined,
    objects: indices({ columns, from: columns.fileFirst[row] ?? 0, to: columns.fileFirst[row + 1] ?? 0 }).map((object) => new ElfObject(columns, object)),
  }));
}

/**
 * Reads files, several at once, and yields them in order. One that can't be read is yielded with its error. However many
 * there are, only a few batches are in memory, unless the caller keeps what it got.
 */
export async function* readElfFiles(paths: readonly string[], wanted: readonly Part[]): AsyncGenerator<ElfFile> {
  const { read } = addon();
  const want = wanted.reduce((bits, part) => bits | parts[part], 0);
  const start = (batch: readonly string[]): Promise<{ batch: readonly string[]; files: ElfFile[] }> => {
    const started = read(batch, want, enough).then((columns) => ({ batch, files: filesOf(columns, batch) }));
    // It is awaited below; until then its failure must not end the process.
    started.catch(() => undefined);
    return started;
  };
  let next = 0;
  const running: ReturnType<typeof start>[] = [];
  for (;;) {
    while (running.length <= cores && next < paths.length) {
      running.push(start(paths.slice(next, next + filesAtOnce)));
      next += filesAtOnce;
    }
    const first = running.shift();
    if (first === undefined) return;
    const { batch, files } = await first;
    const rest = batch.slice(files.length);
    if (rest.length > 0) running.unshift(start(rest));
    yield* files;
  }
}
