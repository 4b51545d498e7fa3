import { Failure } from '../run/failure.js';
import type { Control } from '../sources/apt.js';
import type { SourceSpec } from '../sources/sources.js';
import { recipeSchema } from './schema.js';

/** What a first recipe is made from. */
export interface Found {
  /** The recipe's name. */
  name: string;
  source: SourceSpec;
  /** Upstream's version. */
  version: string;
  /** Names at the top of the source tree. */
  files: readonly string[];
  control: Control;
  /** Which recipe gives a binary package. */
  providers: ReadonlyMap<string, string>;
  /** What `scan` says it needs. */
  modules: readonly string[];
}

/** A first recipe, and which development packages of its control data no recipe gives. */
export interface Proposal {
  text: string;
  missing: string[];
}

interface Detected {
  system: 'autotools' | 'meson' | 'cmake' | 'make';
  tree?: 'copy';
  prepare?: string[][];
}

const systems: readonly { file: RegExp; tool?: string; detected: Detected }[] = [
  { file: /^meson\.build$/, tool: 'meson', detected: { system: 'meson' } },
  { file: /^CMakeLists\.txt$/, tool: 'cmake', detected: { system: 'cmake' } },
  { file: /^configure$/, detected: { system: 'autotools' } },
  { file: /^configure\.(ac|in)$/, detected: { system: 'autotools', tree: 'copy', prepare: [['autoreconf', '--install']] } },
  { file: /^meson\.build$/, detected: { system: 'meson' } },
  { file: /^CMakeLists\.txt$/, detected: { system: 'cmake' } },
  { file: /^(GNUmakefile|[Mm]akefile)$/, detected: { system: 'make', tree: 'copy' } },
];

/** The build system of a tree: that whose tool the control data name, else by the files at its top; undefined: none. */
export function detectBuildSystem(files: readonly string[], buildDepends: readonly string[]): Detected | undefined {
  return systems.find(({ file, tool }) => files.some((name) => file.test(name)) && (tool === undefined || buildDepends.includes(tool)))?.detected;
}

const oneLine = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${oneLine(one)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
};

/** JSON as recipes are written: what fits into a line of 130 characters is one. */
export function recipeText(value: unknown, indent = '', before = 0): string {
  const line = oneLine(value);
  const inner = `${indent}  `;
  if (indent !== '' && indent.length + before + line.length <= 130) return line;
  if (Array.isArray(value)) return `[\n${value.map((one) => inner + recipeText(one, inner)).join(',\n')}\n${indent}]`;
  if (typeof value !== 'object' || value === null) return line;
  const fields = Object.entries(value).map(([key, one]) => `${inner}${JSON.stringify(key)}: ${recipeText(one, inner, key.length + 4)}`);
  return `{\n${fields.join(',\n')}\n${indent}}`;
}

/** Makes a first recipe; a Failure where the tree has no build system at its top. */
export function proposeRecipe({ name, source, version, files, control, providers, modules }: Found): Proposal {
  const detected = detectBuildSystem(files, control.buildDepends);
  if (detected === undefined) {
    throw new Failure(`${source.package}: no configure, meson.build, CMakeLists.txt or Makefile at the top of its tree (${[...files].sort().join(', ')})`, {
      next: 'write the recipe by hand: CONTRIBUTING.md, "Adding a recipe"',
    });
  }
  const given = control.buildDepends.flatMap((binary) => providers.get(binary) ?? []);
  const dependencies = [...new Set(given)].filter((one) => one !== name).sort();
  const shimmed = {
    modules: [...modules].sort(),
    run: [{ command: [name, '--version'], output: version.replaceAll(/[.+]/g, '\\$&') }],
    without: { objects: 0, errors: ['not recorded yet'] },
  };
  const recipe = {
    name,
    source: { package: source.package, suite: source.suite, series: source.series },
    build: detected,
    ...(dependencies.length === 0 ? {} : { dependencies }),
    ...(modules.length === 0 ? {} : shimmed),
  };
  recipeSchema.parse(recipe);
  return {
    text: `${recipeText(recipe)}\n`,
    missing: control.buildDepends.filter((binary) => binary.endsWith('-dev') && !providers.has(binary)).sort(),
  };
}
