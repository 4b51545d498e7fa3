import os from 'node:os';
import { InvalidArgumentError, type Command } from 'commander';
import { mergeMatrix, runMatrix, type MatrixOptions } from '../matrix/matrix.js';
import { unitKinds, type UnitKind } from '../matrix/unit.js';
import { driverWorld } from '../matrix/world.js';
import { badInput } from '../run/failure.js';
import { loadTarget, targetNames } from '../targets/target.js';
import { collect } from './options.js';

interface Options extends MatrixOptions {
  target: string[];
  recipe: string[];
  module: string[];
  only: UnitKind[];
  merge?: string[];
}

function collectKind(value: string, previous: UnitKind[]): UnitKind[] {
  const kind = unitKinds.find((known) => known === value);
  if (kind === undefined) throw new InvalidArgumentError(`Allowed choices are ${unitKinds.join(', ')}.`);
  return [...previous, kind];
}

/** The targets that are asked for; `native` is this machine's own. */
async function chosenTargets(names: readonly string[]): Promise<string[]> {
  const known = await targetNames();
  if (names.length === 0) return known;
  return Promise.all(
    names.map(async (name) => {
      if (name !== 'native') return (await loadTarget(name)).name;
      const targets = await Promise.all(known.map(loadTarget));
      const own = targets.find((target) => target.machine === os.machine());
      if (own === undefined) throw badInput(`no target is for this machine (${os.machine()})`, `one of: ${known.join(', ')}`);
      return own.name;
    }),
  );
}

/** Registers `wildebeest matrix`. */
export function register(program: Command): void {
  program
    .command('matrix')
    .description('all of it: sysroots, those with Scudo as malloc, the C tests of every module and all recipes that use modules, are controls or have tests, on every target')
    .option('--target <target>', 'a target, or `native`: this machine\'s own; may be repeated (none named: all)', collect, [])
    .option('--recipe <name>', 'a recipe; may be repeated', collect, [])
    .option('--module <module>', 'the suite of a module; may be repeated', collect, [])
    .option('--only <kind>', `only work of this kind (${unitKinds.join(', ')}); may be repeated`, collectKind, [])
    .option('--no-check', "leave the packages' own tests out")
    .option('--shard <i/n>', 'do the i-th of n parts of the work (default: what the CI engine says; see docs/ci.md)')
    .option('--times <file>', "split the work by these times, a report's times.json (default: ts/matrix/times.json)")
    .option('--plan', 'print the units that would be done, and do nothing')
    .option('--report <dir>', 'write a report there: index.html, report.md, junit.xml, results.tap, results.json and the logs')
    .option('--merge <dir...>', 'do nothing but put these reports together, those of all shards, into --report')
    .option('--json <file>', "write the recipes' records there as one JSON array")
    .addHelpText(
      'after',
      `
What passed before and has not changed is not done again; a run that was stopped goes on where it was.

Examples:
  wildebeest matrix --target native --report report
  wildebeest matrix --recipe kmod --target x86_64 --json results.json
  wildebeest matrix --shard 2/3 --report report2
  wildebeest matrix --merge report1 report2 report3 --report report`,
    )
    .action(async ({ target, recipe, module, only, merge, ...options }: Options) => {
      if (merge !== undefined) {
        process.exitCode = await mergeMatrix(merge, options.report);
        return;
      }
      const targets = await chosenTargets(target);
      const world = await driverWorld({ targets, kinds: only, modules: module, recipes: recipe, check: options.check });
      process.exitCode = await runMatrix(world, options, process.env);
    });
}
