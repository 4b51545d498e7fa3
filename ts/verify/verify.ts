import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { badInput } from '../run/failure.js';
import { namedPath } from '../run/named.js';
import type { Target } from '../targets/target.js';
import { readVerifiable, type ElfFacts } from './elf.js';
import { linkedIn, type Licences, type Linked } from './licences.js';

/** One trace of the shim or of the sysroot in a built file, or a protection that it lacks. */
export interface Finding {
  /** The file; of an archive's object with the member, `libx.a(member.o)`. */
  file: string;
  kind: 'machine' | 'export' | 'import' | 'needed' | 'runpath' | 'interpreter' | 'stack' | 'textrel' | 'relro' | 'damaged' | 'unseen';
  /** An error fails the command, a warning only with --strict. */
  severity: 'error' | 'warning';
  /** The symbol, library or folder. */
  name: string;
  /** The whole finding, without the file's name. */
  what: string;
}

export interface VerifyOptions {
  /** Symbols that the shim's archives define; `__lwb_*` are its own in any case, `__wrap_*` are also what others call theirs. */
  symbols: readonly string[];
  /** Folders that must not be found in a RUNPATH or as interpreter. */
  sysroots: readonly string[];
  /** File names that DT_NEEDED may name; default: any but the shim's. */
  needed?: readonly string[];
  /** The same files built without the shim. */
  baseline?: Baseline;
  /** What the files have to be for; default: anything. */
  target?: Pick<Target, 'name' | 'elfMachine' | 'endian'>;
  /** Findings name files relative to this folder. */
  relativeTo?: string;
  /** What licences are told by; default: they are not. */
  licences?: Licences;
}

/** By path relative to its root, each ELF file's and archive's facts by member; the member of a file that is no archive is ''. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, ElfFacts>>;

type Found = Omit<Finding, 'file'>;
type OfOneFile = Omit<VerifyOptions, 'baseline' | 'relativeTo' | 'licences'>;

/** What the shim's own helpers are called, listed or not. */
const reserved = '__lwb_';

/** Protections that packagers look for; pure. */
function hardening({ relocatable, stack, textRelocations, relroMissing }: ElfFacts): Found[] {
  const findings: Found[] = [];
  if (stack === 'executable') findings.push({ kind: 'stack', severity: 'error', name: '', what: 'asks for an executable stack' });
  if (stack === 'unsaid') {
    const what = relocatable
      ? 'has no .note.GNU-stack: GNU ld makes the stack executable of what it is linked into'
      : 'has no PT_GNU_STACK: whether its stack is executable is left to the kernel';
    findings.push({ kind: 'stack', severity: 'warning', name: '', what });
  }
  if (textRelocations) findings.push({ kind: 'textrel', severity: 'error', name: '', what: 'has text relocations: the loader must write to its code' });
  if (relroMissing) findings.push({ kind: 'relro', severity: 'warning', name: '', what: 'has no PT_GNU_RELRO: what only the loader writes stays writable' });
  return findings;
}

/** What of the shim shows in an object file, which is still to be linked; pure. */
function findingsInObject(facts: ElfFacts, shim: ReadonlySet<string>, baseline?: ElfFacts): Found[] {
  const ours = (name: string): boolean => name.startsWith(reserved) || shim.has(name);
  const defined = [...new Set(facts.exports)].filter((name) => ours(name) && !(baseline?.exports.includes(name) ?? false));
  const wanted = [...new Set(facts.imports)].filter((name) => ours(name) && !(baseline?.imports.includes(name) ?? false));
  return [
    ...defined.sort().map((name): Found => ({ kind: 'export', severity: 'error', name, what: `defines ${name}, which belongs to libwildebeest` })),
    ...wanted.sort().map((name): Found => ({ kind: 'import', severity: 'warning', name, what: `wants ${name}: what is linked with it needs libwildebeest` })),
  ];
}

/** What of the shim shows in a linked file; pure. */
function findingsInLinked(facts: ElfFacts, options: OfOneFile, shim: ReadonlySet<string>, baseline?: ElfFacts): Found[] {
  const findings: Omit<Found, 'severity'>[] = [];
  const before = { exports: new Set(baseline?.exports), needed: new Set(baseline?.needed) };
  for (const name of [...new Set(facts.exports)].sort()) {
    const ours = name.startsWith(reserved) || shim.has(name);
    if (ours && !(baseline !== undefined && before.exports.has(name))) {
      findings.push({ kind: 'export', name, what: `exports ${name}, which belongs to libwildebeest` });
    } else if (baseline !== undefined && !before.exports.has(name)) {
      findings.push({ kind: 'export', name, what: `exports ${name}, which the baseline does not` });
    }
  }
  for (const name of [...new Set(facts.imports)].sort()) {
    if (name.startsWith(reserved) || (name.startsWith('__wrap_') && shim.has(name))) findings.push({ kind: 'import', name, what: `wants ${name} at run time: an archive of libwildebeest was not linked` });
  }
  for (const name of facts.needed) {
    if (name.startsWith('libwildebeest')) findings.push({ kind: 'needed', name, what: `needs ${name}: the shim must be linked statically` });
    else if (baseline !== undefined && !before.needed.has(name)) findings.push({ kind: 'needed', name, what: `needs ${name}, which the baseline does not` });
    else if (options.needed !== undefined && !options.needed.includes(name)) findings.push({ kind: 'needed', name, what: `needs ${name}, which the same link without the shim has not` });
  }
  const inside = (folder: string): boolean => options.sysroots.some((root) => folder === root || folder.startsWith(`${root}/`));
  for (const folder of facts.runpath) {
    if (inside(folder)) findings.push({ kind: 'runpath', name: folder, what: `has ${folder} in its RUNPATH, a folder of the build` });
  }
  if (facts.interpreter !== undefined && inside(facts.interpreter)) {
    findings.push({ kind: 'interpreter', name: facts.interpreter, what: `has the loader ${facts.interpreter}, a file of the build` });
  }
  return findings.map((finding) => ({ ...finding, severity: 'error' }));
}

/** What of the shim shows in a file, and what protection it lacks; pure. */
export function findingsIn(facts: ElfFacts, options: OfOneFile, baseline?: ElfFacts): Found[] {
  const shim = new Set(options.symbols);
  const { target } = options;
  if (target !== undefined && (facts.machine !== target.elfMachine || facts.endian !== target.endian)) {
    const what = `is not for ${target.name}: its e_machine is ${String(facts.machine)}, ${facts.endian} endian`;
    return [{ kind: 'machine', severity: 'error', name: String(facts.machine), what }];
  }
  const traces = facts.relocatable ? findingsInObject(facts, shim, baseline) : findingsInLinked(facts, options, shim, baseline);
  return [...traces, ...hardening(facts)];
}

/** All regular files at or below a path, sorted; links are not followed. */
async function regularFiles(root: string): Promise<string[]> {
  const info = await namedPath(root);
  if (info.isFile()) return [root];
  if (!info.isDirectory()) return [];
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** Facts of every ELF file and archive at or below a path. */
export async function baselineFacts(root: string): Promise<Baseline> {
  const facts = new Map<string, Map<string, ElfFacts>>();
  for await (const { path: file, objects } of readVerifiable(await regularFiles(root))) {
    const members = new Map<string, ElfFacts>();
    for (const object of objects) {
      if ('damaged' in object.facts) throw badInput(`${object.name}: no baseline: ${object.facts.damaged}`);
      if (!('unseen' in object.facts)) members.set(object.member ?? '', object.facts);
    }
    facts.set(path.relative(root, file), members);
  }
  return facts;
}

/** What was verified, and found. */
export interface Verified {
  files: string[];
  findings: Finding[];
  /** What the linked files are made of; empty without `licences`. */
  linked: Linked[];
}

/** Looks for traces of the shim, and for missing protections, in all ELF files and archives at or below some paths. */
export async function verifyPaths(roots: readonly string[], options: VerifyOptions): Promise<Verified> {
  const files: string[] = [];
  const findings: Finding[] = [];
  const linked: Linked[] = [];
  const shown = (file: string): string => (options.relativeTo === undefined ? file : path.relative(options.relativeTo, file));
  for (const root of roots) {
    for await (const { path: file, objects } of readVerifiable(await regularFiles(root))) {
      files.push(shown(file));
      const relative = path.relative(root, file);
      const before = options.baseline?.get(relative);
      if (options.baseline !== undefined && before === undefined) throw badInput(`${file}: the baseline has no ELF file${relative === '' ? '' : ` ${relative}`} to compare it with`);
      for (const { name, member, facts } of objects) {
        const add = (finding: Found): number => findings.push({ file: shown(name), ...finding });
        if ('damaged' in facts) add({ kind: 'damaged', severity: 'error', name: '', what: `can not be verified: ${facts.damaged}` });
        else if ('unseen' in facts) add({ kind: 'unseen', severity: 'warning', name: '', what: `can not be verified: it is ${facts.unseen}` });
        else {
          const baseline = before?.get(member ?? '');
          findingsIn(facts, options, baseline).forEach(add);
          if (options.licences !== undefined) linked.push(...linkedIn(shown(name), facts, options.licences, baseline));
        }
      }
    }
  }
  return { files, findings, linked };
}
