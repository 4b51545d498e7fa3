import type { Command } from 'commander';
import { closure, globalSymbols, loadModules } from '../manifest/load.js';
import { badInput, exitCode } from '../run/failure.js';
import { cacheRoot } from '../run/store.js';
import { licenceLines, loadLicences } from '../verify/licences.js';
import { baselineFacts, verifyPaths } from '../verify/verify.js';
import { place } from '../recipe/buildSystems.js';
import { plural } from '../report/table.js';
import { collect } from './options.js';

/** Registers `wildebeest verify`. */
export function register(program: Command): void {
  program
    .command('verify')
    .description('show that built files leak nothing of the shim (no exported symbol, no library needed, no folder of the build) and lack no protection')
    .argument('<path...>', 'files, or folders that are searched for ELF files and archives')
    .option('--module <module>', 'look only for the symbols of this module and what it requires; may be repeated', collect, [])
    .option('--baseline <path>', 'the same files built without the shim: exports and needed libraries must be the same')
    .option('--sysroot <path>', 'a folder that no RUNPATH may name; may be repeated', collect, [])
    .option('--strict', 'fail on warnings too')
    .option('--json', 'print files and findings as JSON')
    .addHelpText(
      'after',
      `
Each finding is a line with the file and what shows; the exit status is then 1. Of the protections, an executable stack and
text relocations are errors. Warnings, which fail only with --strict, are: no RELRO, no word about the stack, an object file
that wants the shim (whoever links it needs libwildebeest), and bitcode, which can't be looked into.
What is linked is listed with its licence: libraries by DT_NEEDED; code from static archives (of libwildebeest, with the
modules, of musl and LLVM's libraries) by the hidden names that it leaves in a symbol table, so not in a stripped file.

Examples:
  wildebeest verify build/libkmod.so.2 build/kmod
  wildebeest verify DESTDIR --baseline DESTDIR.plain --json`,
    )
    .action(async (paths: string[], options: { module: string[]; baseline?: string; sysroot: string[]; strict?: boolean; json?: boolean }) => {
      const all = await loadModules();
      const modules = options.module.length > 0 ? closure(all, options.module) : all;
      const verified = await verifyPaths(paths, {
        symbols: modules.flatMap((module) => globalSymbols(module)),
        licences: await loadLicences(all),
        sysroots: [place.sysroot, cacheRoot(), ...options.sysroot],
        ...(options.baseline === undefined ? {} : { baseline: await baselineFacts(options.baseline) }),
      });
      if (verified.files.length === 0) throw badInput(`verify: no ELF file in ${paths.join(' ')}`);
      const errors = verified.findings.filter(({ severity }) => severity === 'error').length;
      if (options.json === true) process.stdout.write(`${JSON.stringify(verified, null, 2)}\n`);
      else {
        for (const { file, severity, what } of verified.findings) console.log(`${file}: ${severity === 'warning' ? 'warning: ' : ''}${what}`);
        const warned = verified.findings.length - errors > 0 ? `, ${plural(verified.findings.length - errors, 'warning')}` : '';
        for (const line of licenceLines(verified.linked)) console.log(line);
        console.log(`${plural(verified.files.length, 'ELF file')}, ${plural(errors, 'finding')}${warned}`);
      }
      if (errors > 0 || (options.strict === true && verified.findings.length > 0)) process.exitCode = exitCode.failed;
    });
}
