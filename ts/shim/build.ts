import { cp } from 'node:fs/promises';
import path from 'node:path';
import { closure, loadModules, type LoadedModule } from '../manifest/load.js';
import { badInput } from '../run/failure.js';
import { run } from '../run/process.js';
import { projectRoot } from '../run/root.js';
import { ensureSteps } from '../run/graph.js';
import { filesBelow, hashFiles, stepPath, type Step } from '../run/store.js';
import { planSysroots, withoutStep, writeToolchain, type PlannedSysroot, type Sysroot, type SysrootOptions } from '../sysroot/sysroot.js';
import type { Target } from '../targets/target.js';

export { hashFiles };

/** Files that an installation is made of: everything below wildebeest/ and libc-support/ but tests and fuzzers, and musl's allocator, which goes into a libc. */
export async function shimFiles(root = projectRoot()): Promise<string[]> {
  const below = async (folder: string): Promise<string[]> => (await filesBelow(path.join(root, folder))).map((file) => path.join(folder, file));
  const shim = (await below('wildebeest')).filter((file) => /\/(module\.json|include\/.*|[^/]*\.[ch])$|\/generated\//.test(file));
  const shipped = [...shim, ...(await below('libc-support'))].filter((file) => !/_(test|fuzz)\.c$|\/testing\/|^libc-support\/musl\//.test(file));
  return ['CMakeLists.txt', path.join('wildebeest', 'CMakeLists.txt'), ...shipped];
}

/** A sysroot with libwildebeest, getconf and getent installed. */
export type Build = Sysroot;

/** A build: the sysroot that it is going to be, and the step that makes it. */
async function planBuild(base: PlannedSysroot): Promise<PlannedSysroot> {
  const root = projectRoot();
  const step: Step = {
    name: `build-${base.target.name}`,
    inputs: { shim: await hashFiles(root, await shimFiles(root)), version: 2 },
    needs: [base.step],
    make: async (output, { log, scratch, final, jobs }) => {
      await cp(base.path, output, { recursive: true, verbatimSymlinks: true });
      const next = 'mend the source, or see the log';
      await run(
        'cmake',
        [
          ...['-S', root, '-B', scratch, '-G', 'Ninja', '-DCMAKE_BUILD_TYPE=Release', '-DBUILD_TESTING=OFF'],
          ...['-DCMAKE_INSTALL_PREFIX=/usr', '-DCMAKE_INSTALL_LIBDIR=lib'],
          `-DCMAKE_TOOLCHAIN_FILE=${path.join(base.path, 'toolchain', 'toolchain.cmake')}`,
        ],
        { log, next },
      );
      await run('cmake', ['--build', scratch, '--parallel', String(jobs)], { log, next });
      await run('cmake', ['--install', scratch], { log, next, env: { ...process.env, DESTDIR: output } });
      await writeToolchain(base, output, final);
    },
  };
  const folder = stepPath(step);
  return { ...base, path: folder, key: path.basename(folder), step };
}

/**
 * The sysroots of some targets with libwildebeest, getconf and getent installed, made once for each state of the sources,
 * all in one graph. The sysroots themselves stay as they were; these are copies of them.
 */
export async function ensureBuilds(targets: readonly Target[], options: SysrootOptions = {}): Promise<Build[]> {
  const builds = await Promise.all((await planSysroots(targets, options)).map(planBuild));
  await ensureSteps(builds.map(({ step }) => step));
  return builds.map(withoutStep);
}

/** One target's sysroot with libwildebeest installed; see `ensureBuilds`. */
export async function ensureBuild(target: Target, options: SysrootOptions = {}): Promise<Build> {
  const [build] = await ensureBuilds([target], options);
  if (build === undefined) throw new Error('ensureBuilds gave no build');
  return build;
}

/** Flags that a build needs for some modules. */
export interface BuildFlags {
  /** For CFLAGS and CXXFLAGS: -I and --include only. */
  cflags: string[];
  /** For LIBS, after the objects: -L, -l and -Wl,--wrap=. */
  libs: string[];
  /** The pkg-config words they come from. */
  packages: string[];
}

/** pkg-config names of modules; none named means the umbrella. Unknown and private names are the user's mistake. */
export function packagesOf(modules: readonly LoadedModule[], names: readonly string[]): string[] {
  if (names.length === 0) return ['libwildebeest'];
  for (const module of closure(modules, names)) {
    if (module.private && names.includes(module.name)) {
      throw badInput(`module '${module.name}' is private: code that other modules share`, 'name the modules that need it instead');
    }
  }
  return [...new Set(names)].map((name) => `libwildebeest-${name}`);
}

/**
 * The flags of some modules (none named: the umbrella) in a built sysroot. They are what pkg-config says there, so a build
 * with the driver and one with pkg-config alone can't differ.
 */
export async function buildFlags(sysroot: Sysroot, names: readonly string[]): Promise<BuildFlags> {
  const packages = packagesOf(await loadModules(), names);
  const pkgConfig = path.join(sysroot.path, 'toolchain', 'bin', 'pkg-config');
  const ask = async (what: string): Promise<string[]> => {
    const { stdout } = await run(pkgConfig, [what, ...packages], { next: `wildebeest build ${sysroot.target.name}` });
    return stdout.trim().split(/\s+/).filter((word) => word !== '');
  };
  return { cflags: await ask('--cflags'), libs: await ask('--libs'), packages };
}

/** SHA-256 of what such flags bring in: the headers in their folders, and their archives. */
export async function flagsKey(sysroot: Sysroot, { cflags, libs }: BuildFlags): Promise<string> {
  const folders = cflags.flatMap((word) => (word.startsWith('-I') ? [path.relative(sysroot.path, word.slice(2))] : []));
  const headers = await Promise.all(folders.map(async (folder) => (await filesBelow(path.join(sysroot.path, folder))).map((file) => path.join(folder, file))));
  const archives = libs.flatMap((word) => (word.startsWith('-lwildebeest') ? [path.join('usr', 'lib', `lib${word.slice(2)}.a`)] : []));
  return hashFiles(sysroot.path, [...headers.flat(), ...archives]);
}
