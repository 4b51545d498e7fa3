import { badInput } from '../run/failure.js';
import type { Recipe } from './schema.js';

/** Where things are in the sandbox. */
export const place = {
  source: '/source',
  build: '/build',
  install: '/install',
  sysroot: '/sysroot',
  /** The build machine's own sysroot, where the target's programs don't run by themselves. */
  machine: '/machine',
  /** What runs the installed programs then. */
  programs: '/programs',
  flags: '/flags',
} as const;

/** One command of a build and which part of it this is. */
export interface BuildCommand {
  stage: 'configure' | 'build' | 'install';
  argv: string[];
}

/** What the commands of a build need to know. */
export interface BuildSettings {
  /** The target's name. */
  target: string;
  /** Target triple, for configure. */
  triple: string;
  /** Triple of what runs while the package is built: the target's own where its programs run here. */
  machine: string;
  jobs: number;
  /** Go on after an error, so that every failing object shows. */
  keepGoing: boolean;
  /** Values for the placeholders of a recipe: `${CC}`, `${LIBS}`… */
  environment: Readonly<Record<string, string>>;
}

/** Replaces `${NAME}` by its value; an unknown name is a mistake of the recipe. */
export function expand(text: string, values: Readonly<Record<string, string>>, what: string): string {
  return text.replaceAll(/\$\{(\w*)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw badInput(`${what}: unknown placeholder \${${name}}`, `one of: ${Object.keys(values).sort().join(', ')}`);
    return value;
  });
}

/** Where the source tree is for the build: itself read-only, or the build folder that is a copy of it. */
export function sourceFolder(recipe: Recipe): string {
  return recipe.build.tree === 'copy' ? place.build : place.source;
}

/**
 * What configure can't ask a program that doesn't run here, and then guesses wrong for musl: AC_FUNC_MALLOC and AC_FUNC_REALLOC
 * would have the package bring its own rpl_malloc, which many have not. Their test, run on musl, says yes.
 */
const crossAnswers = ['ac_cv_func_malloc_0_nonnull=yes', 'ac_cv_func_realloc_0_nonnull=yes'];

/** How a package is built for a target: what is for some targets alone is among the rest, or gone. */
function buildFor({ build }: Recipe, target: string): Recipe['build'] {
  if (build.system === 'make' || build.optionsFor === undefined) return build;
  const { optionsFor, ...common } = build;
  return { ...common, options: [...common.options, ...(optionsFor[target] ?? [])] };
}

/** The commands that build and install a package; they run in the build folder. */
export function buildCommands(recipe: Recipe, settings: BuildSettings): BuildCommand[] {
  const build = buildFor(recipe, settings.target);
  const source = sourceFolder(recipe);
  const values = { ...settings.environment, SOURCE: source, HOST: settings.triple };
  const words = (field: string, list: readonly string[]): string[] => list.map((text) => expand(text, values, `recipe ${recipe.name}: build.${field}`));
  const commands: BuildCommand[] = build.prepare.map((argv) => ({ stage: 'configure', argv: words('prepare', argv) }));
  const jobs = `-j${String(settings.jobs)}`;
  const args = words('arguments', build.arguments);
  const targets = words('targets', build.targets);
  const ninja = (keepGoing: boolean): string[] => ['ninja', jobs, '-v', ...(keepGoing ? ['-k', '0'] : [])];
  switch (build.system) {
    case 'autotools':
      commands.push({
        stage: 'configure',
        argv: [
          `${source}/configure`,
          // Where build and host are one triple configure may run what it compiles, as musl's loader is in the sandbox.
          `--build=${settings.machine}`,
          `--host=${settings.triple}`,
          '--prefix=/usr',
          '--sysconfdir=/etc',
          '--localstatedir=/var',
          ...(settings.machine === settings.triple ? [] : crossAnswers),
          ...words('options', build.options),
        ],
      });
      break;
    case 'meson':
      commands.push({
        stage: 'configure',
        argv: [
          ...['meson', 'setup', '--cross-file', `${place.sysroot}/toolchain/meson.cross`, '--cross-file', `${place.flags}/meson.cross`],
          ...['--prefix=/usr', '--libdir=lib', '--sysconfdir=/etc', '--localstatedir=/var', '--buildtype=plain', '--wrap-mode=nodownload'],
          ...words('options', build.options),
          ...['.', `${source}/${build.directory}`],
        ],
      });
      break;
    case 'cmake':
      commands.push({
        stage: 'configure',
        argv: [
          ...['cmake', '-G', 'Ninja', '-S', `${source}/${build.directory}`, '-B', '.'],
          ...[`-DCMAKE_TOOLCHAIN_FILE=${place.flags}/toolchain.cmake`, '-DCMAKE_INSTALL_PREFIX=/usr', '-DCMAKE_INSTALL_LIBDIR=lib'],
          // FETCHCONTENT would want the network.
          '-DFETCHCONTENT_FULLY_DISCONNECTED=ON',
          ...words('options', build.options),
        ],
      });
      break;
    case 'make':
      break;
  }
  if (build.system === 'autotools' || build.system === 'make') {
    // A log that is read for errors must not have the lines of two compilers in one.
    const make = ['make', jobs, ...(settings.keepGoing ? ['-k', '--output-sync'] : []), ...args];
    commands.push({ stage: 'build', argv: [...make, ...targets] });
    const install = words('install.arguments', build.install.arguments);
    commands.push({ stage: 'install', argv: ['make', ...args, ...install, `DESTDIR=${place.install}`, ...build.install.targets] });
  } else {
    commands.push({ stage: 'build', argv: [...ninja(settings.keepGoing), ...args, ...targets] });
    const install = build.system === 'meson' && build.tags !== undefined ? ['meson', 'install', '--no-rebuild', '--tags', build.tags.join(',')] : ['ninja', ...args, ...build.install.targets];
    commands.push({ stage: 'install', argv: ['env', `DESTDIR=${place.install}`, ...install] });
  }
  return commands;
}

/** The command that runs a package's own tests, or undefined. */
export function checkCommand(recipe: Recipe, settings: BuildSettings): string[] | undefined {
  const { check, build } = recipe;
  if (check === undefined) return undefined;
  const values = { ...settings.environment, SOURCE: sourceFolder(recipe), HOST: settings.triple };
  const words = (list: readonly string[]): string[] => list.map((text) => expand(text, values, `recipe ${recipe.name}: check.arguments`));
  const jobs = String(settings.jobs);
  switch (check.harness) {
    case 'automake':
    case 'lines':
      return ['make', '-k', `-j${jobs}`, ...words(build.arguments), ...words(check.arguments), ...check.targets];
    case 'meson':
      return ['meson', 'test', '--no-rebuild', '--print-errorlogs', '--num-processes', jobs, ...words(check.arguments)];
    case 'ctest':
      return ['ctest', '--output-on-failure', '--no-tests=error', '-j', jobs, ...words(check.arguments)];
  }
}
