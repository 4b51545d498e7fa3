import { InvalidArgumentError, type Command } from 'commander';
import { closure, loadModules } from '../manifest/load.js';
import { Failure } from '../run/failure.js';
import { ensureBuilds } from '../shim/build.js';
import { testTarget } from '../suite/target.js';
import { count, formatPoint, group, type Point } from '../suite/tap.js';
import { loadTargets } from '../targets/target.js';
import { collect, muslOf, muslOptions, type MuslOptions } from './options.js';

function seconds(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('must be a whole number of seconds');
  return Number(text);
}

interface TestOptions extends MuslOptions {
  module: string[];
  quick?: boolean;
  cxx?: boolean;
  fuzz: number;
}

/** Registers `wildebeest test`. */
export function register(program: Command): void {
  muslOptions(program.command('test'))
    .description('run the C tests for a target in every link flavour; TAP on standard output')
    .argument('<target>', 'a target, as `wildebeest targets` lists them, or all')
    .option('--module <module>', 'only this module; may be repeated', collect, [])
    .option('--quick', 'only the flavours that are tested on every change')
    .option('--cxx', 'C++ programs with iostream and exceptions, too, in a sysroot with libc++')
    .option('--fuzz <seconds>', 'run each fuzzer for so long (default: its seeds and 20,000 runs)', seconds, 0)
    .addHelpText('after', '\nExample:\n  wildebeest test x86_64 --module ftw')
    .action(async (name: string, options: TestOptions) => {
      const modules = await loadModules();
      if (options.module.length > 0) closure(modules, options.module);
      const targets = await loadTargets(name);
      const builds = await ensureBuilds(targets, muslOf(options));
      const cxxBuilds = options.cxx === true ? await ensureBuilds(targets, { ...muslOf(options), cxx: true }) : [];
      const points: Point[] = [];
      const show = (point: Point): void => {
        points.push(point);
        console.log(formatPoint(point, points.length));
      };
      console.log('TAP version 14');
      for (const [index, build] of builds.entries()) {
        // Of several targets each is one point, with its modules below it.
        const below: Point[] = [];
        const one = builds.length === 1;
        const cxx = cxxBuilds[index];
        await testTarget(modules, build, {
          only: options.module,
          quick: options.quick === true,
          ...(cxx === undefined ? {} : { cxx }),
          fuzzSeconds: options.fuzz,
          show: one ? show : (point) => void below.push(point),
        });
        if (!one) show(group(build.target.name, below));
      }
      console.log(`1..${String(points.length)}`);
      const { passed, failed, skipped } = count(points);
      console.log(`# ${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped`);
      const bad = points.filter((point) => !point.ok).map((point) => point.description);
      if (bad.length === 0) return;
      const [first = ''] = bad;
      const next = builds.length > 1 ? `wildebeest test ${first}` : modules.some((module) => module.name === first) ? `wildebeest test ${name} --module ${first}` : undefined;
      throw new Failure(`tests of ${bad.join(', ')} failed${builds.length > 1 ? '' : ` on ${name}`}`, { next });
    });
}
