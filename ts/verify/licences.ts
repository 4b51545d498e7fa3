import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { globalSymbols, type LoadedModule } from '../manifest/load.js';
import { parseJson } from '../manifest/parse.js';
import { plural } from '../report/table.js';
import { projectRoot } from '../run/root.js';
import type { ElfFacts } from './elf.js';

/** What was linked into a built file, or is linked when it starts, with its licence and what tells so. */
export interface Linked {
  file: string;
  /** `contains`: code of it is in the file; `needs`: it is a library of its own; `unseen`: there may be more, the file is stripped. */
  how: 'contains' | 'needs' | 'unseen';
  /** `libwildebeest`, `musl`, or the name of a library that is not known here; empty with `unseen`. */
  component: string;
  /** SPDX expression; absent where it is not known here. */
  license?: string;
  /** Modules of libwildebeest. */
  modules?: string[];
  /** The evidence: names of the symbol table or of DT_NEEDED, three of them where there are many. */
  by: string[];
}

const pattern = z.string().transform((text) => new RegExp(text));

const componentsSchema = z.array(
  z.strictObject({
    component: z.string(),
    license: z.string(),
    source: z.string().describe('what the licence was taken from'),
    needed: pattern.describe('its names in DT_NEEDED'),
    symbols: pattern.describe('names that only its static archive defines'),
  }),
);

/** What licences are told by. */
export interface Licences {
  components: z.infer<typeof componentsSchema>;
  /** The licence of libwildebeest, and the module of each symbol that its archives define. */
  own: { license: string; modules: ReadonlyMap<string, string> };
}

/** Reads what is known of licences: package.json's for libwildebeest with all its modules, components.json for others. */
export async function loadLicences(modules: readonly LoadedModule[]): Promise<Licences> {
  const read = async <Of>(schema: z.ZodType<Of>, ...below: string[]): Promise<Of> => {
    const file = path.join(projectRoot(), ...below);
    return parseJson(schema, await readFile(file, 'utf8'), file);
  };
  const { license } = await read(z.object({ license: z.string() }), 'package.json');
  const components = await read(componentsSchema, 'ts', 'verify', 'components.json');
  return { components, own: { license, modules: new Map(modules.flatMap((module) => globalSymbols(module).map((name) => [name, module.name] as const))) } };
}

const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();

/** Puts together what is alike in several files: a line each, with the number of files; pure. */
export function licenceLines(linked: readonly Linked[]): string[] {
  const files = new Map<string, number>();
  for (const { how, component, license = 'licence not known', modules, by } of linked) {
    const names = modules === undefined ? '' : `; ${modules.join(', ')}`;
    const library = how === 'needs' && by[0] !== component ? `${by.join(', ')}, ` : '';
    const line = how === 'unseen' ? 'stripped: what was linked into it statically does not show' : `${how} ${component} (${library}${license}${names})`;
    files.set(line, (files.get(line) ?? 0) + 1);
  }
  return [...files].map(([line, number]) => `${plural(number, 'file')}: ${line}`).sort();
}

/**
 * What a linked file contains and needs; pure. An archive's hidden functions stay in its symbol table as local symbols that are
 * told from static functions; a hidden function that the package has itself under a name of the shim's is
 * told apart by the baseline alone.
 */
export function linkedIn(file: string, { hidden, exports, needed, stripped, relocatable }: ElfFacts, { components, own }: Licences, baseline?: ElfFacts): Linked[] {
  if (relocatable) return [];
  const found: Linked[] = [];
  const ours = unique(hidden.filter((name) => own.modules.has(name) && baseline?.hidden.includes(name) !== true));
  if (ours.length > 0) {
    found.push({ file, how: 'contains', component: 'libwildebeest', license: own.license, modules: unique(ours.flatMap((name) => own.modules.get(name) ?? [])), by: ours });
  }
  for (const { component, license, symbols } of components) {
    const by = unique([...hidden, ...exports].filter((name) => symbols.test(name))).slice(0, 3);
    if (by.length > 0) found.push({ file, how: 'contains', component, license, by });
  }
  for (const name of needed) {
    const known = components.find((component) => component.needed.test(name));
    found.push({ file, how: 'needs', component: known?.component ?? name, ...(known === undefined ? {} : { license: known.license }), by: [name] });
  }
  if (stripped) found.push({ file, how: 'unseen', component: '', by: [] });
  return found;
}
