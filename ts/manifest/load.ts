import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { badInput } from '../run/failure.js';
import { projectRoot } from '../run/root.js';
import { filesBelow } from '../run/store.js';
import { checkForcedInclude, parseOverlay, type Overlay } from './overlay.js';
import { parseJson } from './parse.js';
import { moduleSchema, type Module } from './schema.js';

/** A module with what its folder holds. */
export interface LoadedModule extends Module {
  /** Its folder, absolute. */
  folder: string;
  overlays: Overlay[];
}

/** The folder of all modules in this checkout. */
export function modulesFolder(): string {
  return path.join(projectRoot(), 'wildebeest', 'modules');
}

/** Reads and checks every manifest below `folder`; sorted by name. The first mistake is one line with file and field. */
export async function loadModules(folder = modulesFolder()): Promise<LoadedModule[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const modules = await Promise.all(names.map((name) => loadModule(folder, name)));
  checkTogether(modules);
  return modules;
}

async function loadModule(root: string, name: string): Promise<LoadedModule> {
  const folder = path.join(root, name);
  const file = path.join(folder, 'module.json');
  const all = await filesBelow(folder);
  if (!all.includes('module.json')) throw badInput(`${file}: not there`, 'every folder of wildebeest/modules holds a module.json');
  const module = parseJson(moduleSchema, await readFile(file, 'utf8'), file);
  const wrong = (field: string, what: string): never => {
    throw badInput(`${file}: ${field}: ${what}`);
  };
  if (module.name !== name) wrong('name', `is '${module.name}', must be '${name}' as the folder's name`);
  checkFiles(module, all, wrong);
  checkSymbols(module, wrong);
  const overlays = await Promise.all(
    module.headers.map(async (header) => {
      const overlay = path.join(folder, 'include', header);
      return parseOverlay(name, header, await readFile(overlay, 'utf8'), overlay);
    }),
  );
  if (module.forcedInclude !== undefined) {
    const forced = path.join(folder, 'include', module.forcedInclude);
    checkForcedInclude(await readFile(forced, 'utf8'), forced);
  }
  return { ...module, folder, overlays };
}

type Wrong = (field: string, what: string) => never;

function checkFiles(module: Module, all: readonly string[], wrong: Wrong): void {
  const there = new Set(all);
  const listed = (field: string, files: readonly string[], prefix = ''): void => {
    files.forEach((item, index) => {
      if (!there.has(prefix + item)) wrong(`${field}[${String(index)}]`, `${prefix}${item} is not there`);
      if (files.indexOf(item) !== index) wrong(`${field}[${String(index)}]`, `'${item}' is listed twice`);
    });
  };
  listed('sources', module.sources);
  listed('headers', module.headers, 'include/');
  listed('tests', module.tests.map((test) => test.source));
  listed('fuzzers', module.fuzzers.map((fuzzer) => fuzzer.source));
  for (const [index, fuzzer] of module.fuzzers.entries()) listed(`fuzzers[${String(index)}].seeds`, fuzzer.seeds);
  for (const [index, test] of module.tests.entries()) listed(`tests[${String(index)}].with`, test.with);
  if (module.forcedInclude !== undefined) {
    const own = `lwb_${module.name.replaceAll('-', '_')}.h`;
    if (module.forcedInclude !== own) wrong('forcedInclude', `must be ${own}`);
    listed('forcedInclude', [module.forcedInclude], 'include/');
  }
  const named = new Set([
    ...module.sources,
    ...module.headers.map((header) => `include/${header}`),
    ...module.tests.flatMap((test) => [test.source, ...test.with]),
    ...module.fuzzers.map((fuzzer) => fuzzer.source),
    `include/${module.forcedInclude ?? ''}`,
  ]);
  const stray = all.find((item) => (item.endsWith('.c') || item.startsWith('include/')) && !named.has(item));
  if (stray !== undefined) wrong('(top)', `no field names ${stray}`);
}

function checkSymbols(module: Module, wrong: Wrong): void {
  const seen = new Set<string>();
  module.symbols.forEach((symbol, index) => {
    const field = `symbols[${String(index)}]`;
    const id = symbol.kind === 'header' && symbol.of !== undefined ? `${symbol.of}.${symbol.name}` : symbol.name;
    if (seen.has(id)) wrong(`${field}.name`, `'${id}' is listed twice`);
    seen.add(id);
    const inHeader = symbol.kind === 'header' || (symbol.kind === 'differs' && symbol.delivery === 'label');
    if (inHeader && !module.headers.includes(symbol.header)) {
      wrong(`${field}.header`, `${symbol.header} is not among 'headers', so nothing can add '${symbol.name}' to it`);
    }
    if (symbol.kind === 'header' && (symbol.as === 'member') !== (symbol.of !== undefined)) {
      wrong(`${field}.of`, "goes with 'as: member', and only with that");
    }
    if (symbol.kind !== 'header' && module.sources.length === 0) wrong(`${field}.kind`, `'${symbol.kind}' needs a source that defines it`);
    if (symbol.kind === 'missing' && symbol.until !== undefined && !module.sources.includes(`${symbol.name}.c`)) {
      wrong(`${field}.until`, `needs a source of its own, ${symbol.name}.c, that is left out where libc has it`);
    }
  });
  if (module.internal.length > 0 && module.sources.length === 0) wrong('internal', 'needs sources');
  if (module.private && (module.headers.length + module.symbols.length + module.linkFlags.length > 0)) {
    wrong('private', 'a private module has no headers, no symbols and no flags of its own');
  }
  if (module.private && module.umbrella !== true) wrong('umbrella', 'a private module has no words of its own to leave out; must be true');
  if (!module.private && module.symbols.length + module.headers.length + module.linkFlags.length === 0) wrong('symbols', 'delivers nothing');
  if (!module.private && module.tests.length === 0) wrong('tests', 'needs at least one test');
}

function checkTogether(modules: readonly LoadedModule[]): void {
  const byName = new Map(modules.map((module) => [module.name, module]));
  const owner = new Map<string, string>();
  const wrong = (module: LoadedModule, field: string, what: string): never => {
    throw badInput(`${path.join(module.folder, 'module.json')}: ${field}: ${what}`);
  };
  const find = (module: LoadedModule, field: string, name: string): LoadedModule =>
    byName.get(name) ?? wrong(module, field, `there is no module '${name}'`);
  for (const module of modules) {
    if (module.name === umbrellaFolder) wrong(module, 'name', `'${umbrellaFolder}' is the umbrella's folder`);
    module.requires.forEach((name, index) => {
      const field = `requires[${String(index)}]`;
      const required = find(module, field, name);
      if (module.umbrella === true && required.umbrella !== true) {
        wrong(module, field, `'${name}' is not in the umbrella, so '${module.name}' can't be`);
      }
    });
    module.tests.forEach((test, index) => {
      for (const name of test.modules) find(module, `tests[${String(index)}].modules`, name);
    });
    const cycle = findCycle(module.name, byName);
    if (cycle !== undefined) wrong(module, 'requires', `goes round: ${cycle.join(' -> ')}`);
    for (const name of globalSymbols(module)) {
      const other = owner.get(name);
      if (other !== undefined && other !== module.name) wrong(module, 'symbols', `'${name}' is delivered by '${other}' too`);
      owner.set(name, module.name);
    }
  }
}

function findCycle(start: string, byName: ReadonlyMap<string, LoadedModule>): string[] | undefined {
  const walk = (name: string, trail: readonly string[]): string[] | undefined => {
    for (const next of byName.get(name)?.requires ?? []) {
      if (next === start) return [...trail, name, next];
      if (trail.includes(next)) continue;
      const found = walk(next, [...trail, name]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return walk(start, []);
}

/** The umbrella's folder below include/libwildebeest/. */
export const umbrellaFolder = 'all';

/** Names that the module's archive defines with external linkage. */
export function globalSymbols(module: Module): string[] {
  const names = module.symbols.flatMap((symbol) => {
    if (symbol.kind === 'missing') return [symbol.name];
    if (symbol.kind === 'header') return [];
    return symbol.delivery === 'wrap' ? [`__wrap_${symbol.name}`] : [symbol.target];
  });
  return [...new Set([...names, ...module.internal])].sort();
}

/** Names for `-Wl,--wrap=`, in manifest order. */
export function wrapped(module: Module): string[] {
  return module.symbols.flatMap((symbol) => (symbol.kind === 'differs' && symbol.delivery === 'wrap' ? [symbol.name] : []));
}

/**
 * The named modules and all that they require, each before what it needs: the order in which a linker that reads archives
 * once wants them. An unknown name is the user's mistake.
 */
export function closure(modules: readonly LoadedModule[], names: readonly string[]): LoadedModule[] {
  const byName = new Map(modules.map((module) => [module.name, module]));
  const order: LoadedModule[] = [];
  const visited = new Set<string>();
  const visit = (name: string): void => {
    if (visited.has(name)) return;
    visited.add(name);
    const module = byName.get(name);
    if (module === undefined) {
      const known = modules.filter((item) => !item.private).map((item) => item.name);
      throw badInput(`unknown module '${name}'`, `one of: ${known.join(', ')}`);
    }
    for (const required of module.requires) visit(required);
    order.unshift(module);
  };
  // Visiting in reverse keeps the caller's order among modules that do not need each other.
  for (const name of [...names].reverse()) visit(name);
  return order;
}
