import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { LoadedModule } from '../manifest/load.js';
import { parseJson } from '../manifest/parse.js';
import { projectRoot } from '../run/root.js';

/** What a name of glibc is. `function` is an object too, `type` has its tag in its name: `struct stat64`. */
export type Kind = 'header' | 'function' | 'macro' | 'type' | 'member' | 'differs';

/** A name of glibc, and what gives it. */
export interface Entry {
  /** `stat64`, `struct stat64`, `argp.h`. */
  name: string;
  kind: Kind;
  /** The header that has it with glibc. */
  header: string;
  /** The type whose member it is. */
  of?: string;
  /** The module that gives it. */
  module?: string;
  /** Why nothing does. */
  why?: string;
  /** Whether it is a macro that takes arguments. */
  callable?: boolean;
  /** What it is about, as a package's own switches may name it: the module, or the topic. */
  about: string;
}

const names = z.array(z.string().min(1)).default([]);

/** `unanswered.json`. */
export const unansweredSchema = z.strictObject({
  $comment: z.string(),
  topics: z.array(
    z
      .strictObject({ topic: z.string(), header: z.string().optional(), headers: names, functions: names, macros: names, types: names, also: names, why: z.string().min(1) })
      .refine(({ header, headers, functions, macros, types }) => header !== undefined || headers.length > 0 || functions.length + macros.length + types.length === 0, 'names need a header'),
  ),
});

/** What is known of glibc's names that musl lacks. */
export class Catalogue {
  readonly #byWord = new Map<string, Entry[]>();
  readonly #headers = new Map<string, Entry[]>();
  readonly #also = new Map<string, ReadonlySet<string>>();
  /** The modules it was made of. */
  readonly modules: readonly LoadedModule[];

  constructor(modules: readonly LoadedModule[], unanswered: z.infer<typeof unansweredSchema>) {
    this.modules = modules;
    for (const module of modules) this.#addModule(module);
    for (const topic of unanswered.topics) {
      const header = topic.header ?? topic.headers[0] ?? '';
      const add = (kind: Kind, list: readonly string[]): void => {
        for (const name of list) this.#addUnanswered({ name, kind, header: kind === 'header' ? name : header, why: topic.why, about: topic.topic });
      };
      for (const name of topic.headers) this.#also.set(name, new Set(topic.also));
      add('header', topic.headers);
      add('function', topic.functions);
      add('macro', topic.macros);
      add('type', topic.types);
    }
  }

  #addModule({ name: module, overlays, symbols }: LoadedModule): void {
    const about = module;
    for (const { header, masks } of overlays) if (!masks) this.#add({ name: header, kind: 'header', header, module, about });
    for (const symbol of symbols) {
      const { name, header } = symbol;
      if (symbol.kind === 'missing') this.#add({ name, kind: 'function', header, module, about });
      else if (symbol.kind === 'differs') this.#add({ name, kind: 'differs', header, module, about });
      else if (symbol.as === 'member') this.#add({ name, kind: 'member', header, module, about, ...(symbol.of === undefined ? {} : { of: symbol.of }) });
      else {
        const kind = symbol.as === 'type' ? 'type' : symbol.as === 'declaration' ? 'function' : 'macro';
        this.#add({ name, kind, header, module, about, ...(symbol.as === 'function-macro' ? { callable: true } : {}) });
      }
    }
  }

  #add(entry: Entry): void {
    const [map, key] = entry.kind === 'header' ? [this.#headers, entry.name] : [this.#byWord, wordOf(entry.name)];
    map.set(key, [...(map.get(key) ?? []), entry]);
  }

  #addUnanswered(entry: Entry): void {
    const known = entry.kind === 'header' ? this.header(entry.name) : this.word(entry.name).filter(({ name }) => name === entry.name);
    if (known.length === 0) this.#add(entry);
  }

  /** What a word of a source text may be: `stat64` is a function and a struct. */
  word(word: string): readonly Entry[] {
    return this.#byWord.get(wordOf(word)) ?? [];
  }

  /** What gives a header that musl lacks, or has with a warning. */
  header(header: string): readonly Entry[] {
    return this.#headers.get(header) ?? [];
  }

  /** Names that come with a header which no module gives: what has the header has them too. */
  comesWith(header: string): ReadonlySet<string> {
    return this.#also.get(header) ?? new Set();
  }

  /** Everything. */
  entries(): Entry[] {
    return [...this.#headers.values(), ...this.#byWord.values()].flat();
  }
}

/** `stat64` of `struct stat64`. */
export function wordOf(name: string): string {
  return name.replace(/^\w+ /, '');
}

/** The catalogue of this checkout. */
export async function loadCatalogue(modules: readonly LoadedModule[]): Promise<Catalogue> {
  const file = path.join(projectRoot(), 'ts', 'scan', 'unanswered.json');
  return new Catalogue(modules, parseJson(unansweredSchema, await readFile(file, 'utf8'), file));
}
