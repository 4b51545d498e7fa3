import { readElfFiles, type ElfFile, type ElfObject, type Part, type Symbols } from '../elf/reader.js';

/** What `verify` needs to know of an ELF file, or of an object in an archive. */
export interface ElfFacts {
  /** e_machine, and the byte order that goes with it. */
  machine: number;
  endian: 'little' | 'big';
  /** Whether it is an object file, which is still to be linked. */
  relocatable: boolean;
  /** Symbols that it defines for others, without version: those of .dynsym, or of an object file all global ones. */
  exports: string[];
  /** Symbols that it wants from elsewhere. */
  imports: string[];
  /** Of a linked file, functions and data of .symtab that were hidden in the objects it was linked of. */
  hidden: string[];
  /** Of a linked file, whether its .symtab is gone, so that `hidden` says nothing. */
  stripped: boolean;
  /** DT_NEEDED. */
  needed: string[];
  /** Entries of DT_RUNPATH and DT_RPATH. */
  runpath: string[];
  /** PT_INTERP. */
  interpreter: string | undefined;
  /** Whether it asks for an executable stack, or says nothing, so that the linker or the kernel chooses. */
  stack: 'executable' | 'unsaid' | 'plain';
  /** Whether the loader must write to its code. */
  textRelocations: boolean;
  /** Whether data that only the loader writes stays writable. */
  relroMissing: boolean;
}

/** An object to verify. */
export interface Verifiable {
  /** `libx.a(member.o)`; of a file that is no archive just its path. */
  name: string;
  /** Of an archive's object the member's name. */
  member: string | undefined;
  /** Its facts, or why it has none: what is not seen can't be verified. */
  facts: ElfFacts | { damaged: string } | { unseen: string };
}

const parts: readonly Part[] = ['dynamicSymbols', 'symbols', 'segments', 'dynamic', 'sections'];

const segmentType = { load: 1, dynamic: 2, gnuStack: 0x6474e551, gnuRelro: 0x6474e552 } as const;
const tags = { needed: 1n, rpath: 15n, textrel: 22n, runpath: 29n, flags: 30n } as const;
const flagTextrel = 4n;
const segmentFlag = { executable: 1, writable: 2 } as const;
const sectionExecutable = 4n;
/** e_machine of the processors for which GNU ld makes the stack executable when an object file has no .note.GNU-stack. */
const x86: readonly number[] = [3, 62];

function names(symbols: Symbols, defined: boolean): string[] {
  const found: string[] = [];
  for (let index = 1; index < symbols.length; index++) {
    if (symbols.isDefined(index) !== defined || symbols.binding(index) === 'LOCAL') continue;
    found.push(symbols.name(index));
  }
  return found;
}

/** What was hidden stays marked; but where GNU ld makes it local it stands behind a FILE symbol without name, after each file's own. */
function hiddenNames(symbols: Symbols): string[] {
  const found: string[] = [];
  let behind = false;
  for (let index = 1; index < symbols.length; index++) {
    const local = symbols.binding(index) === 'LOCAL';
    if (local && symbols.type(index) === 'FILE') behind = symbols.name(index) === '';
    else if (((local && behind) || symbols.visibility(index) === 'HIDDEN') && symbols.isDefined(index)) found.push(symbols.name(index));
  }
  return found;
}

/** The stack that an object file asks for. */
function stackOfSections({ sections, machine }: ElfObject): ElfFacts['stack'] {
  const note = sections.find((section) => section.name === '.note.GNU-stack');
  if (note !== undefined) return (note.flags & sectionExecutable) === 0n ? 'plain' : 'executable';
  return x86.includes(machine) ? 'unsaid' : 'plain';
}

/** The facts of an object that was read with all of `parts`. */
export function factsOf(object: ElfObject): ElfFacts {
  const { type, segments, dynamic } = object;
  const relocatable = type === 'relocatable';
  const symbols = relocatable ? object.symbols : object.dynamicSymbols;
  const texts = (tag: bigint): string[] => dynamic.filter((entry) => entry.tag === tag).map((entry) => entry.text);
  const stack = segments.find((segment) => segment.type === segmentType.gnuStack);
  const table = segments.find((segment) => segment.type === segmentType.dynamic);
  const inWritable = segments.some(
    ({ type, flags, address, memorySize }) =>
      type === segmentType.load && (flags & segmentFlag.writable) !== 0 && table !== undefined && table.address >= address && table.address < address + memorySize,
  );
  return {
    machine: object.machine,
    endian: object.byteOrder,
    relocatable,
    exports: names(symbols, true),
    imports: names(symbols, false),
    hidden: relocatable ? [] : hiddenNames(object.symbols),
    stripped: !relocatable && object.symbols.length === 0,
    needed: texts(tags.needed),
    runpath: [...texts(tags.runpath), ...texts(tags.rpath)].flatMap((list) => list.split(':')),
    interpreter: object.interpreter,
    stack: relocatable ? stackOfSections(object) : stack === undefined ? 'unsaid' : (stack.flags & segmentFlag.executable) === 0 ? 'plain' : 'executable',
    textRelocations: dynamic.some(({ tag, value }) => tag === tags.textrel || (tag === tags.flags && (value & flagTextrel) !== 0n)),
    // Where no segment that the loader writes to holds the dynamic section, as on MIPS, there may be nothing to protect.
    relroMissing: inWritable && !segments.some((segment) => segment.type === segmentType.gnuRelro),
  };
}

function verifiable(file: ElfFile, object: ElfObject): Verifiable | undefined {
  const { kind } = object;
  const member = file.kind === 'elf' || file.kind === 'bitcode' ? undefined : object.name;
  const name = member === undefined ? file.path : `${file.path}(${member})`;
  if (kind === 'elf') return { name, member, facts: factsOf(object) };
  if (kind === 'damaged') return { name, member, facts: { damaged: object.error ?? '' } };
  if (kind === 'other') return undefined;
  return { name, member, facts: { unseen: kind === 'bitcode' ? "LLVM's bitcode, not machine code" : 'an archive in an archive' } };
}

/** Reads files and yields those that are ELF or archives, in order, with all that there is to verify in each. */
export async function* readVerifiable(paths: readonly string[]): AsyncGenerator<{ path: string; objects: Verifiable[] }> {
  for await (const file of readElfFiles(paths, parts)) {
    if (file.kind === 'other') continue;
    const objects = file.objects.map((object) => verifiable(file, object)).filter((found) => found !== undefined);
    if (file.error !== undefined) objects.push({ name: file.path, member: undefined, facts: { damaged: file.error } });
    yield { path: file.path, objects };
  }
}
