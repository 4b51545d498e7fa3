import { readElfFiles, type ElfObject, type Part, type Symbols } from '../ts/elf/reader.js';
import { run } from '../ts/run/process.js';

/** What llvm-readelf's JSON says of an object, as far as it is compared. Numbers above 2^53 are rounded, on both sides alike. */
interface Listed {
  FileSummary: { File: string };
  ElfHeader: { Ident: { Class: { Value: number }; DataEncoding: { Value: number }; 'OS/ABI': { Value: number } }; Type: string; Machine: { Value: number }; Entry: number; Flags: { Value: number } | number };
  Sections?: { Section: { Name: { Name: string }; Type: { Value: number }; Flags: { Value: number }; Address: number; Size: number; Link: number; Info: number; AddressAlignment: number; EntrySize: number } }[];
  ProgramHeaders?: { ProgramHeader: { Type: { Value: number }; VirtualAddress: number; PhysicalAddress: number; FileSize: number; MemSize: number; Flags: { Value: number }; Alignment: number } }[];
  DynamicSection?: { Tag: number; Value?: number; Name?: string; Library?: string; Path?: string[] }[];
  Symbols?: ListedSymbol[];
  DynamicSymbols?: ListedSymbol[];
  NoteSections?: { NoteSection: { Notes: { Owner: string; 'Data size': number }[] } }[];
}

interface ListedSymbol {
  Symbol: { Name: { Name: string }; Value: number; Size: number; Binding: { Value: number }; Type: { Value: number }; Other: { Value: number }; Section: { Value: number } };
}

const all: readonly Part[] = ['symbols', 'dynamicSymbols', 'sections', 'segments', 'dynamic', 'notes'];
const bindings: Readonly<Record<string, number>> = { LOCAL: 0, GLOBAL: 1, WEAK: 2, UNIQUE: 10 };
const types: Readonly<Record<string, number>> = { NOTYPE: 0, OBJECT: 1, FUNC: 2, SECTION: 3, FILE: 4, COMMON: 5, TLS: 6, IFUNC: 10 };
const visibilities = ['DEFAULT', 'INTERNAL', 'HIDDEN', 'PROTECTED'];
const objectTypes = ['other', 'relocatable', 'executable', 'shared', 'core'];

/** A symbol as one line. A section's symbol has no name: llvm-readelf shows the section's. */
function ourSymbols(symbols: Symbols, object: ElfObject): string[] {
  const { sections } = object;
  return Array.from({ length: symbols.length }, (_, index) => {
    const version = symbols.version(index);
    const section = symbols.section(index);
    const number = section === 'undefined' ? 0 : section === 'absolute' ? 0xfff1 : section === 'common' ? 0xfff2 : section;
    const type = types[symbols.type(index)] ?? Number(symbols.type(index));
    const plain = symbols.name(index) === '' && type === 3 && typeof number === 'number' ? (sections[number]?.name ?? '') : symbols.name(index);
    const name = version === undefined ? plain : `${plain}${version.hidden || !version.defined ? '@' : '@@'}${version.name}`;
    return [name, Number(symbols.value(index)), Number(symbols.size(index)), bindings[symbols.binding(index)] ?? symbols.binding(index), type, visibilities.indexOf(symbols.visibility(index)), number].join(' ');
  });
}

function theirSymbols(symbols: readonly ListedSymbol[] = []): string[] {
  return symbols.map(({ Symbol: it }) => [it.Name.Name, it.Value, it.Size, it.Binding.Value, it.Type.Value, it.Other.Value & 3, it.Section.Value].join(' '));
}

/** The reader's view of an object, line by line. */
function ours(object: ElfObject): string[] {
  return [
    [object.bits, object.byteOrder, object.osAbi, object.type, object.machine, Number(object.entry), object.flags].join(' '),
    ...object.sections.map((it) => ['section', it.name, it.type, Number(it.flags), Number(it.address), Number(it.size), it.link, it.info, Number(it.align), Number(it.entrySize)].join(' ')),
    ...object.segments.map((it) => ['segment', it.type, it.flags, Number(it.address), Number(it.physicalAddress), Number(it.fileSize), Number(it.memorySize), Number(it.align)].join(' ')),
    ...object.dynamic.map((it) => ['dynamic', Number(it.tag), it.text === '' ? Number(it.value) : it.text].join(' ')),
    ...ourSymbols(object.symbols, object).map((line) => `symbol ${line}`),
    ...ourSymbols(object.dynamicSymbols, object).map((line) => `dynamic symbol ${line}`),
    ...object.notes.map((it) => ['note', it.owner, it.descriptor.length].join(' ')),
  ];
}

/** The same of what llvm-readelf prints. */
function theirs(listed: Listed): string[] {
  const { Ident: ident, Machine: machine, Type: type, Entry: entry, Flags: flags } = listed.ElfHeader;
  const number = Number(/\((0x[0-9A-F]+)\)/i.exec(type)?.[1] ?? 0);
  return [
    [ident.Class.Value === 1 ? 32 : 64, ident.DataEncoding.Value === 2 ? 'big' : 'little', ident['OS/ABI'].Value, objectTypes[number] ?? 'other', machine.Value, entry, typeof flags === 'number' ? flags : flags.Value].join(' '),
    ...(listed.Sections ?? []).map(({ Section: it }) => ['section', it.Name.Name, it.Type.Value, it.Flags.Value, it.Address, it.Size, it.Link, it.Info, it.AddressAlignment, it.EntrySize].join(' ')),
    ...(listed.ProgramHeaders ?? []).map(({ ProgramHeader: it }) => ['segment', it.Type.Value, it.Flags.Value, it.VirtualAddress, it.PhysicalAddress, it.FileSize, it.MemSize, it.Alignment].join(' ')),
    ...(listed.DynamicSection ?? []).map((it) => ['dynamic', it.Tag, it.Library ?? it.Name ?? it.Path?.join(':') ?? it.Value].join(' ')),
    ...theirSymbols(listed.Symbols).map((line) => `symbol ${line}`),
    ...theirSymbols(listed.DynamicSymbols).map((line) => `dynamic symbol ${line}`),
    ...(listed.NoteSections ?? []).flatMap(({ NoteSection: it }) => it.Notes.map((note) => ['note', note.Owner, note['Data size']].join(' '))),
  ];
}

export interface Comparison {
  objects: number;
  lines: number;
  /** `file: what the reader has | what llvm-readelf has`, for the first line of an object that differs. */
  different: string[];
}

/** Compares everything that the reader finds in ELF files and archives with what llvm-readelf prints of them. */
export async function compare(readelf: string, files: readonly string[]): Promise<Comparison> {
  const result: Comparison = { objects: 0, lines: 0, different: [] };
  const options = ['--elf-output-style=JSON', '--file-headers', '--sections', '--symbols', '--dyn-syms', '--program-headers', '--dynamic-table', '--notes'];
  for await (const file of readElfFiles(files, all)) {
    if (file.kind === 'other') continue;
    if (file.error !== undefined) result.different.push(`${file.path}: ${file.error}`);
    const listed = JSON.parse((await run(readelf, [...options, file.path])).stdout) as Listed[];
    const objects = file.objects.filter((object) => object.kind !== 'other');
    if (objects.length !== listed.length) result.different.push(`${file.path}: ${String(objects.length)} objects | ${String(listed.length)}`);
    for (const [index, object] of objects.entries()) {
      const other = listed[index];
      if (other === undefined) break;
      result.objects++;
      const name = `${file.path}(${object.name})`;
      if (object.error !== undefined) {
        result.different.push(`${name}: ${object.error}`);
        continue;
      }
      const [mine, its] = [ours(object), theirs(other)];
      result.lines += mine.length;
      const at = mine.findIndex((line, row) => line !== its[row]);
      if (at >= 0 || mine.length !== its.length) result.different.push(`${name}: ${mine[at] ?? 'nothing'} | ${its[at < 0 ? mine.length : at] ?? 'nothing'}`);
    }
  }
  return result;
}
