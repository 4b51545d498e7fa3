import type { Malloc } from '../sysroot/musl.js';
import type { Finding } from '../verify/verify.js';

/** What a build did that is recorded to fail. */
export interface FailedBuild {
  /** Whether it failed, as it must. */
  failed: boolean;
  stage: 'configure' | 'build';
  objects: number;
  errors: string[];
  seconds: number;
  log: string;
  cached: boolean;
}

/** Why a package counts as one that can't be built. */
export interface RefusedResult {
  reason: string;
  missing: string[];
  /** How its build with the modules fails; absent: it builds. */
  fails?: FailedBuild;
}

/** What the build with the modules (or of a package that needs none) did. */
export interface WithResult {
  ok: boolean;
  seconds: number;
  log: string;
  cached: boolean;
}

/** Whether a package needs a module: what a build with all its other modules did. */
export interface NeededModule {
  recipe: string;
  module: string;
  needed: boolean;
  /** What failed, or that nothing did. */
  reason: string;
}

/** What a package does that is built once more, in another way. */
export type AgainResult = Pick<RecipeResult, 'with' | 'run' | 'check' | 'verify'>;

export interface RunOutcome {
  command: string[];
  ok: boolean;
  exit: number | null;
  output: string;
}

export interface CheckOutcome {
  ok: boolean;
  passed: number;
  failed: number;
  skipped: number;
  /** Tests that fail and are expected to. */
  expected: string[];
  seconds: number;
  log: string;
  cached: boolean;
}

/** The record of one recipe on one target: a plain JSON document, everything that a report needs. */
export interface RecipeResult {
  recipe: string;
  package: string;
  /** Debian version of the source. */
  version: string;
  tarball: { name: string; sha256: string };
  target: string;
  musl: string;
  /** musl's allocator when it was run and checked, where that was not the sysroot's. */
  malloc?: Malloc;
  /** Key of the sysroot. */
  sysroot: string;
  modules: string[];
  /** What the build on plain musl did. */
  without?: FailedBuild;
  refused?: RefusedResult;
  with?: WithResult;
  run: RunOutcome[];
  check?: CheckOutcome;
  /** Of a control: what it does with the umbrella, which must be the same. */
  umbrella?: AgainResult;
  /** What it does when it is compiled with ThinLTO, where the recipe wants that. */
  thinLto?: AgainResult;
  verify?: { ok: boolean; files: number; findings: Finding[] };
  /** Files of the tarball that were compared after the builds, and those that a build changed. */
  untouched?: { files: number; rewritten: { file: string; how: string; reason?: string }[] };
  /** What was left out, and why. */
  notes: string[];
  /** Everything that is not as it must be, a line each. */
  problems: string[];
  ok: boolean;
}
