import type { LoadedModule } from '../manifest/load.js';
import { mapLimit } from '../run/pool.js';
import type { Build } from '../shim/build.js';
import { ModuleSuite, type SuiteOptions } from './module.js';
import { together } from './slots.js';
import type { Point } from './tap.js';
import { testToolchains } from './toolchain.js';
import { testUmbrella } from './umbrella.js';

export interface TargetOptions extends SuiteOptions {
  /** Names of the modules to test; none: all of them, and the umbrella. */
  only: readonly string[];
  /** Is called with each module's result, in the order of their names. */
  show: (point: Point) => void;
}

/** Tests a target: whether its toolchain's programs run, the modules, and the umbrella. */
export async function testTarget(modules: readonly LoadedModule[], sysroot: Build, options: TargetOptions): Promise<void> {
  const chosen = modules.filter((module) => options.only.length === 0 || options.only.includes(module.name));
  if (options.only.length === 0) options.show(await testToolchains(sysroot, options.cxx));
  const done: (Point | undefined)[] = [];
  let shown = 0;
  await mapLimit([...chosen.entries()], together, async ([index, module]) => {
    done[index] = await new ModuleSuite(module, modules, sysroot, options).test();
    for (let point = done[shown]; point !== undefined; point = done[shown]) {
      options.show(point);
      shown++;
    }
  });
  if (options.only.length === 0 && options.quick !== true) options.show(await testUmbrella(modules, sysroot));
}
