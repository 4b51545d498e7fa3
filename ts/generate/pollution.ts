import { z } from 'zod';
import type { HeaderNames } from '../headers/names.js';
import { guardOf, refusal } from '../manifest/overlay.js';

/** The module whose overlays are written here. */
export const pollutionModule = 'pollution';

/** Feature levels that are compared: no macro, and _GNU_SOURCE. */
export const levels = { default: ['-std=gnu17'], gnu: ['-std=gnu17', '-D_GNU_SOURCE'] } as const;

export type Level = keyof typeof levels;

const additions = z.strictObject({
  includes: z.array(z.string()).default([]).describe('headers of libc'),
  types: z.array(z.string()).default([]).describe("names that musl's bits/alltypes.h gives one by one"),
});

/** `closures.json`: what glibc's headers give and musl's do not. */
export const closuresSchema = z.strictObject({
  $comment: z.string(),
  glibc: z.string(),
  musl: z.string(),
  headers: z.record(z.string(), z.strictObject({ default: additions.optional(), gnu: additions.optional().describe('beyond `default`') })),
});

const reviewed = z.strictObject({
  why: z.string().min(1),
  level: z.enum(['default', 'gnu']).default('default'),
  includes: z.array(z.string()).default([]),
  defines: z.record(z.string(), z.string()).default({}).describe('macros, with their values'),
  declares: z.record(z.string(), z.string()).default({}).describe('functions, with their prototypes'),
});

/** `review.json`: what a comparison of inclusions can't find, and the names that are left out, each with its reason. */
export const reviewSchema = z.strictObject({
  $comment: z.string(),
  headers: z.record(z.string(), reviewed),
  others: z.record(z.string(), z.string()).describe('headers that another module replaces, so that none may mask them'),
  leave: z.array(z.strictObject({ names: z.array(z.string()).min(1), headers: z.array(z.string()).optional(), why: z.string().min(1) })),
});

export type Closures = z.infer<typeof closuresSchema>;
export type Review = z.infer<typeof reviewSchema>;

type Names = ReadonlyMap<string, HeaderNames | undefined>;

/** What was measured: for both libcs at both levels, what each common header gives. */
export interface Measured {
  glibc: Record<Level, Names>;
  musl: Record<Level, Names>;
  /** Names that musl's bits/alltypes.h knows: `size_t`, `struct_timeval`. */
  allTypes: ReadonlySet<string>;
}

/** A name that glibc's header gives, musl has elsewhere, and neither the comparison nor the review deals with. */
export interface Unreviewed {
  level: Level;
  header: string;
  name: string;
}

/** Not for programs; and musl's <sys/poll.h> warns. */
const notPublic = new Set(['features.h', 'stdc-predef.h', 'sys/poll.h']);

/** The headers that musl's header lacks of those that glibc's includes, without those that come with another of them. */
function lackingIncludes(header: string, glibc: Names, musl: Names): string[] {
  const ours = musl.get(header);
  const theirs = glibc.get(header);
  if (ours === undefined || theirs === undefined) return [];
  const lacking = theirs.includes.filter((name) => musl.get(name) !== undefined && !notPublic.has(name) && !ours.includes.includes(name));
  return lacking.filter((name, index) =>
    lacking.every((other, at) => {
      const covers = glibc.get(other)?.includes.includes(name) === true;
      // Two headers that include each other: the first of them stays.
      const mutual = glibc.get(name)?.includes.includes(other) === true;
      return other === name || !covers || (mutual && index < at);
    }),
  );
}

/** Everything that comes with a header, itself too, along some inclusions. */
function reached(header: string, edges: (name: string) => readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    edges(name).forEach(visit);
  };
  visit(header);
  return found;
}

/**
 * Compares the headers of both libcs. Returns for each header what to add to musl's, and the names that glibc gives there
 * and musl has only elsewhere, but that nothing adds and the review does not leave out.
 */
export function compareClosures(measured: Measured, review: Review): { headers: Closures['headers']; unreviewed: Unreviewed[] } {
  const found = { default: compareLevel('default', measured, review), gnu: compareLevel('gnu', measured, review) };
  const headers: Closures['headers'] = {};
  for (const header of [...found.gnu.added.keys(), ...found.default.added.keys()].sort()) {
    if (header in headers) continue;
    const usual = found.default.added.get(header) ?? { includes: [], types: [] };
    const gnu = found.gnu.added.get(header) ?? { includes: [], types: [] };
    const beyond = {
      includes: gnu.includes.filter((name) => !usual.includes.includes(name)),
      types: gnu.types.filter((name) => !usual.types.includes(name)),
    };
    const some = (item: z.infer<typeof additions>): boolean => item.includes.length + item.types.length > 0;
    headers[header] = { ...(some(usual) ? { default: usual } : {}), ...(some(beyond) ? { gnu: beyond } : {}) };
  }
  return { headers, unreviewed: [...found.default.unreviewed, ...found.gnu.unreviewed] };
}

function compareLevel(level: Level, measured: Measured, review: Review): { added: Map<string, z.infer<typeof additions>>; unreviewed: Unreviewed[] } {
  const glibc = measured.glibc[level];
  const musl = measured.musl[level];
  const usable = [...musl.keys()].filter((header) => musl.get(header) !== undefined && glibc.get(header) !== undefined);
  const includes = new Map(usable.map((header) => [header, lackingIncludes(header, glibc, musl)]));
  const extra = (header: string): Review['headers'][string] | undefined => {
    const item = review.headers[header];
    return item === undefined || (item.level === 'gnu' && level === 'default') ? undefined : item;
  };
  const edges = (header: string): readonly string[] => [...(musl.get(header)?.includes ?? []), ...(includes.get(header) ?? []), ...(extra(header)?.includes ?? [])];
  const somewhere = new Set([...musl.values()].flatMap((item) => item?.names ?? []));
  const typeOf = (name: string): string | undefined => [name, `struct_${name}`].find((type) => measured.allTypes.has(type));

  const lacking = new Map<string, string[]>();
  const reach = new Map(usable.map((header) => [header, reached(header, edges)]));
  for (const header of usable) {
    const all = [...(reach.get(header) ?? [])];
    const given = new Set(all.flatMap((name) => [...(musl.get(name)?.names ?? []), ...Object.keys({ ...extra(name)?.defines, ...extra(name)?.declares })]));
    const wanted = glibc.get(header)?.names ?? [];
    lacking.set(header, wanted.filter((name) => !name.startsWith('_') && somewhere.has(name) && !given.has(name)));
  }
  const added = new Map<string, z.infer<typeof additions>>();
  const unreviewed: Unreviewed[] = [];
  for (const header of usable) {
    const own = lacking.get(header) ?? [];
    // A header that comes with this one adds the type itself.
    const byOther = (name: string): boolean =>
      [...(reach.get(header) ?? [])].some((other) => other !== header && lacking.get(other)?.includes(name) === true && (!reach.get(other)?.has(header) || other < header));
    const types = own.flatMap((name) => (byOther(name) ? [] : (typeOf(name) ?? []))).sort();
    const item = { includes: includes.get(header) ?? [], types };
    if (item.includes.length + types.length > 0) added.set(header, item);
    for (const name of own) {
      const left = review.leave.some((entry) => entry.names.includes(name) && (entry.headers?.includes(header) ?? true));
      if (typeOf(name) === undefined && !left) unreviewed.push({ level, header, name });
    }
  }
  return { added, unreviewed };
}

/** Words as lines of a block comment, at most 88 columns. */
function commentLines(text: string): string {
  const lines = [' *'];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last.length + 1 + word.length > 88) lines.push(` * ${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join('\n');
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** The overlay headers of the module, by name. */
export function pollutionOverlays(closures: Closures, review: Review): Map<string, string> {
  const names = [...new Set([...Object.keys(closures.headers), ...Object.keys(review.headers)])].filter((name) => !(name in review.others)).sort();
  return new Map(names.map((header) => [header, overlay(header, closures.headers[header] ?? {}, review.headers[header])]));
}

/** What makes musl's bits/alltypes.h, long and without a guard, give these types, unless they are there. */
function needs(types: readonly string[]): string[] {
  return [`#if ${types.map((name) => `!defined(__DEFINED_${name})`).join(' || ')}`, ...types.map((name) => `#define __NEED_${name}`), '#include <bits/alltypes.h>', '#endif'];
}

function overlay(header: string, closure: Closures['headers'][string], extra: Review['headers'][string] | undefined): string {
  const block = (level: Level): { code: string[]; says: string[] } => {
    const own = extra?.level === level ? extra : undefined;
    const includes = [...(closure[level]?.includes ?? []), ...(own?.includes ?? [])];
    const types = closure[level]?.types ?? [];
    const code = includes.map((name) => `#include <${name}>`);
    if (types.length > 0) code.push(...needs(types));
    for (const [name, value] of Object.entries(own?.defines ?? {})) code.push(`#ifndef ${name}`, `#define ${name} ${value}`, '#endif');
    const declares = Object.values(own?.declares ?? {});
    if (declares.length > 0) code.push('#ifdef __cplusplus', 'extern "C" {', '#endif', ...declares, '#ifdef __cplusplus', '}', '#endif');
    const singles = [...types.map((name) => name.replace('struct_', 'struct ')), ...Object.keys({ ...own?.defines, ...own?.declares })];
    return { code, says: [...includes.map((name) => `<${name}>`), ...singles] };
  };
  const usual = block('default');
  const gnu = block('gnu');
  const says = [
    `<${header}> with what glibc's gives besides its own names, and programs so rely on`,
    usual.says.length > 0 ? `: ${listed(usual.says)}` : '',
    gnu.says.length > 0 ? `${usual.says.length > 0 ? ';' : ':'} under _GNU_SOURCE ${listed(gnu.says)}` : '',
    ". musl's headers give what POSIX wants of each. Nothing is added in the strict modes.",
    extra === undefined ? '' : ` ${extra.why}`,
  ].join('');
  const guard = guardOf(pollutionModule, header);
  const lines = [
    '/*',
    commentLines(says),
    ' *',
    commentLines('Written by `wildebeest generate` from closures.json and review.json; do not edit.'),
    ' */',
    `#ifndef ${guard}`,
    `#define ${guard}`,
    '#pragma GCC system_header',
    `#include_next <${header}>`,
    '',
    refusal,
    '',
  ];
  if (usual.code.length > 0) lines.push('#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)', ...usual.code, '#endif');
  if (gnu.code.length > 0) lines.push('#ifdef _GNU_SOURCE', ...gnu.code, '#endif');
  lines.push('', '#endif');
  return `${lines.join('\n')}\n`;
}

/** The manifest with its list of headers renewed. */
export function manifestWithHeaders(manifest: string, headers: readonly string[]): string {
  return manifest.replace(/"headers": \[[^\]]*\]/, () => `"headers": ${JSON.stringify(headers).replaceAll('","', '", "')}`);
}
