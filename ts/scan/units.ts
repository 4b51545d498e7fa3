import path from 'node:path';
import type { HeaderFacts } from './facts.js';
import type { Include } from './lexer.js';
import type { SourceFacts } from './source.js';

/** A file that is compiled, with all that it includes. */
export interface Unit {
  file: string;
  /** Files of the package, itself first. */
  reached: string[];
  /** Headers of the system, in the order of inclusion. */
  headers: string[];
}

/** Whether a file is compiled, and not only included. */
export function isUnit(file: string): boolean {
  return /\.(?:c|cc|cpp|cxx|C|m|y|l)(?:\.in)?$/.test(file);
}

/** What a template is made into: `config.h` of `config.h.in`, `error.h` of `error.in.h`. */
function madeOf(file: string): string {
  return file.replace(/\.in(\.h)?$/, '$1');
}

/** Finds the files of a package that an #include may mean. */
export class Resolver {
  readonly #byName = new Map<string, string[]>();
  readonly #files: ReadonlySet<string>;

  constructor(files: Iterable<string>) {
    this.#files = new Set(files);
    for (const file of this.#files) {
      const name = path.basename(madeOf(file));
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), file]);
    }
  }

  /** The file of the package, if there is one; beside the one that includes it, or anywhere below a folder. */
  find(from: string, header: string, quoted: boolean): string | undefined {
    const beside = path.join(path.dirname(from), header);
    if (quoted && this.#files.has(beside)) return beside;
    const all = this.#byName.get(path.basename(header)) ?? [];
    return all.find((file) => file !== from && `/${madeOf(file)}`.endsWith(`/${header}`));
  }
}

/**
 * Which files and headers each compiled file reaches. A header that no compiled file reaches is a unit of its own.
 *
 * @param counts - which inclusions are followed
 */
export function unitsOf(files: ReadonlyMap<string, SourceFacts>, facts: HeaderFacts, resolver = new Resolver(files.keys()), counts: (include: Include) => boolean = () => true): Unit[] {
  const resolved = new Map<string, { file?: string; header?: string }[]>();
  for (const [file, { includes }] of files) {
    resolved.set(
      file,
      includes.filter(counts).map(({ header, quoted }) => {
        const own = resolver.find(file, header, quoted);
        // The system's header wins over a replacement of the same name that the package brings along.
        return own !== undefined && (quoted || !facts.has(header)) ? { file: own } : { header };
      }),
    );
  }
  const reach = (start: string): Unit => {
    const reached = new Set<string>();
    const headers = new Set<string>();
    const visit = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const next of resolved.get(file) ?? []) {
        if (next.file !== undefined) visit(next.file);
        else if (next.header !== undefined) headers.add(next.header);
      }
    };
    visit(start);
    return { file: start, reached: [...reached], headers: [...headers] };
  };
  const units = [...files.keys()].filter(isUnit).map(reach);
  const seen = new Set(units.flatMap(({ reached }) => reached));
  return [...units, ...[...files.keys()].filter((file) => !seen.has(file)).map(reach)];
}
