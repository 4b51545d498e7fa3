import { readElfFiles, type ElfObject } from '../elf/reader.js';
import type { Catalogue, Kind } from './catalogue.js';
import type { Hit } from './hits.js';

/** What an object takes from elsewhere, and what it gives. */
interface Symbols {
  /** `libx.a(member.o)`. */
  file: string;
  wanted: string[];
  given: string[];
}

function symbolsOf(file: string, object: ElfObject): Symbols {
  const table = object.type === 'relocatable' ? object.symbols : object.dynamicSymbols;
  const found: Symbols = { file, wanted: [], given: [] };
  for (let index = 1; index < table.length; index++) {
    if (table.binding(index) === 'LOCAL') continue;
    (table.isDefined(index) ? found.given : found.wanted).push(table.name(index));
  }
  return found;
}

const linked: readonly Kind[] = ['function'];

/** What objects and archives want of glibc's that musl lacks and none of them gives. Returns also how many were read. */
export async function scanObjects(paths: readonly string[], catalogue: Catalogue): Promise<{ hits: Hit[]; objects: number; damaged: { file: string; error: string }[] }> {
  const all: Symbols[] = [];
  const damaged: { file: string; error: string }[] = [];
  for await (const file of readElfFiles(paths, ['dynamicSymbols', 'relocatableSymbols'])) {
    if (file.error !== undefined) damaged.push({ file: file.path, error: file.error });
    for (const object of file.objects) {
      const name = file.kind === 'elf' ? file.path : `${file.path}(${object.name})`;
      if (object.kind === 'elf') all.push(symbolsOf(name, object));
      else if (object.kind === 'damaged') damaged.push({ file: name, error: object.error ?? '' });
    }
  }
  const given = new Set(all.flatMap((one) => one.given));
  const hits = all.flatMap(({ file, wanted }) =>
    wanted.flatMap((name): Hit[] => {
      const entries = given.has(name) ? [] : catalogue.word(name).filter((entry) => linked.includes(entry.kind));
      return entries.length === 0 ? [] : [{ entries, need: 'needed', place: { file } }];
    }),
  );
  return { hits, objects: all.length, damaged };
}
