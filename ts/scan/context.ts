import { loadModules } from '../manifest/load.js';
import { ensureSysroot, type Sysroot } from '../sysroot/sysroot.js';
import { loadTarget } from '../targets/target.js';
import { loadCatalogue } from './catalogue.js';
import { clashingHeaders } from './clashes.js';
import { compileAll } from './compile.js';
import { ensureHeaderFacts } from './facts.js';
import { pollutedNames, type ScanContext } from './scan.js';

/** What a scan for a target needs to know; makes the target's sysroot where that was not done yet. */
export async function scanContext(targetName: string): Promise<ScanContext & { sysroot: Sysroot }> {
  const sysroot = await ensureSysroot(await loadTarget(targetName));
  const modules = await loadModules();
  const facts = await ensureHeaderFacts(sysroot);
  const catalogue = await loadCatalogue(modules);
  const headersOf = (name: string): readonly string[] => modules.find((module) => module.name === name)?.headers ?? [];
  const polluted = pollutedNames(facts, headersOf('pollution'));
  const uapi = modules.find(({ name }) => name === 'uapi');
  return {
    sysroot,
    catalogue,
    facts,
    polluted,
    compile: (commands) => compileAll(commands, sysroot, catalogue, facts, polluted),
    ...(uapi === undefined ? {} : { clashes: (units) => clashingHeaders(units, facts, sysroot, uapi) }),
  };
}
