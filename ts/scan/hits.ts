import type { Entry, Kind } from './catalogue.js';

/** Where a name is used; a log or an object may not say in which line. */
export interface Place {
  file: string;
  line?: number;
}

/** `needed`: it does not build, or link, without. `consider`: it builds, and may behave otherwise. */
export type Need = 'needed' | 'consider';

/** One use of a name of glibc, with everything that could give it. */
export interface Hit {
  entries: readonly Entry[];
  need: Need;
  /** Why it is only to be considered, or what is the matter where the name does not tell. */
  note?: string;
  place: Place;
}

/** A name of glibc, where it is used, and what gives it. */
export interface Finding {
  name: string;
  kind: Kind;
  need: Need;
  /** The module that answers it; without one nothing does. */
  module?: string;
  /** Why nothing answers it, or why it is only to be considered. */
  why?: string;
  places: Place[];
}

const placeKey = ({ file, line }: Place): string => `${file}\0${String(line ?? 0)}`;

/** The entries that are in question where several modules have a name: those of modules that are needed anyway, else all. */
function chosen(entries: readonly Entry[], settled: ReadonlySet<string>): Entry | undefined {
  return entries.find(({ module }) => module !== undefined && settled.has(module)) ?? entries[0];
}

/** Puts the uses of each name together; a name that several modules have is answered by one that is needed anyway. */
export function findings(hits: readonly Hit[]): Finding[] {
  const modulesOf = (entries: readonly Entry[]): Set<string> => new Set(entries.flatMap(({ module }) => module ?? []));
  const settled = new Set(hits.filter(({ need, entries }) => need === 'needed' && modulesOf(entries).size === 1).flatMap(({ entries }) => entries[0]?.module ?? []));
  const found = new Map<string, { finding: Finding; seen: Set<string> }>();
  for (const need of ['needed', 'consider'] as const) {
    for (const hit of hits) {
      const entry = chosen(hit.entries, settled);
      if (hit.need !== need || entry === undefined) continue;
      const { name, kind, module } = entry;
      const why = hit.note ?? entry.why;
      const key = `${name}\0${kind}\0${module ?? ''}`;
      const known = found.get(key) ?? { finding: { name, kind, need, ...(module === undefined ? {} : { module }), ...(why === undefined ? {} : { why }), places: [] }, seen: new Set() };
      found.set(key, known);
      if (known.finding.need !== need || known.seen.has(placeKey(hit.place))) continue;
      known.seen.add(placeKey(hit.place));
      known.finding.places.push(hit.place);
    }
  }
  const all = [...found.values()].map(({ finding }) => finding);
  for (const { places } of all) places.sort((a, b) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1));
  const order = (a: Finding, b: Finding): number =>
    a.need !== b.need ? (a.need === 'needed' ? -1 : 1) : (a.module ?? '~') !== (b.module ?? '~') ? ((a.module ?? '~') < (b.module ?? '~') ? -1 : 1) : a.name < b.name ? -1 : 1;
  return all.sort(order);
}
