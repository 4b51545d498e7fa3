import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { badInput, errnoOf } from '../run/failure.js';
import { hostTool } from '../sysroot/hostTools.js';
import { isElf, readElf, type ElfFacts } from './elf.js';

/** One trace of the shim, or of the sysroot, in a built file. */
export interface Finding {
  file: string;
  kind: 'export' | 'import' | 'needed' | 'runpath' | 'interpreter' | 'damaged';
  /** The symbol, library or folder. */
  name: string;
  /** The whole finding, without the file's name. */
  what: string;
}

export interface VerifyOptions {
  /** Symbols that the shim's archives define; `__lwb_*` and `__wrap_*` are its own in any case. */
  symbols: readonly string[];
  /** Folders that must not be found in a RUNPATH or as interpreter. */
  sysroots: readonly string[];
  /** File names that DT_NEEDED may name; default: any but the shim's. */
  needed?: readonly string[];
  /** Facts of the same files built without the shim, by path relative to the roots. */
  baseline?: ReadonlyMap<string, ElfFacts>;
  /** Findings name files relative to this folder. */
  relativeTo?: string;
}

const reserved = /^__(lwb|wrap)_/;

/** What of the shim shows in a file; pure. */
export function findingsIn(facts: ElfFacts, options: Omit<VerifyOptions, 'baseline' | 'relativeTo'>, baseline?: ElfFacts): Omit<Finding, 'file'>[] {
  const shim = new Set(options.symbols);
  const findings: Omit<Finding, 'file'>[] = [];
  const before = { exports: new Set(baseline?.exports), needed: new Set(baseline?.needed) };
  for (const name of [...new Set(facts.exports)].sort()) {
    const ours = reserved.test(name) || shim.has(name);
    if (ours && !(baseline !== undefined && before.exports.has(name))) {
      findings.push({ kind: 'export', name, what: `exports ${name}, which belongs to libwildebeest` });
    } else if (baseline !== undefined && !before.exports.has(name)) {
      findings.push({ kind: 'export', name, what: `exports ${name}, which the baseline does not` });
    }
  }
  for (const name of [...new Set(facts.imports)].sort()) {
    if (reserved.test(name)) findings.push({ kind: 'import', name, what: `wants ${name} at run time: an archive of libwildebeest was not linked` });
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
  return findings;
}

/** All regular files at or below a path, sorted; links are not followed. */
async function regularFiles(root: string): Promise<string[]> {
  let info;
  try {
    info = await lstat(root);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    throw badInput(`${root}: no such file or folder`);
  }
  if (info.isFile()) return [root];
  if (!info.isDirectory()) return [];
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** The ELF files at or below some paths, found by their magic; `relative` is '' where the path is the file itself. */
export async function elfFiles(roots: readonly string[]): Promise<{ file: string; relative: string }[]> {
  const found: { file: string; relative: string }[] = [];
  for (const root of roots) {
    for (const file of await regularFiles(root)) {
      if (await isElf(file)) found.push({ file, relative: path.relative(root, file) });
    }
  }
  return found;
}

/** Facts of every ELF file at or below a path, by relative path: a baseline. */
export async function baselineFacts(root: string): Promise<Map<string, ElfFacts>> {
  const readelf = await hostTool('llvm-readelf');
  const facts = new Map<string, ElfFacts>();
  for (const { file, relative } of await elfFiles([root])) {
    const read = await readElf(readelf, file);
    if ('damaged' in read) throw badInput(`${file}: no baseline: ${read.damaged}`);
    facts.set(relative, read);
  }
  return facts;
}

/** Looks for traces of the shim in all ELF files at or below some paths. */
export async function verifyPaths(roots: readonly string[], options: VerifyOptions): Promise<{ files: string[]; findings: Finding[] }> {
  const readelf = await hostTool('llvm-readelf');
  const files: string[] = [];
  const findings: Finding[] = [];
  for (const { file, relative } of await elfFiles(roots)) {
    const shown = options.relativeTo === undefined ? file : path.relative(options.relativeTo, file);
    files.push(shown);
    const before = options.baseline?.get(relative);
    if (options.baseline !== undefined && before === undefined) throw badInput(`${file}: the baseline has no ELF file${relative === '' ? '' : ` ${relative}`} to compare it with`);
    const facts = await readElf(readelf, file);
    if ('damaged' in facts) findings.push({ file: shown, kind: 'damaged', name: '', what: `can not be verified: ${facts.damaged}` });
    else for (const finding of findingsIn(facts, options, before)) findings.push({ file: shown, ...finding });
  }
  return { files, findings };
}
