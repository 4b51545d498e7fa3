import type { Command } from 'commander';
import { trackPage, trackTable } from '../report/track.js';
import { writeAtomic } from '../run/store.js';
import { scanContext } from '../scan/context.js';
import { hostTarget } from '../targets/target.js';
import { track } from '../track/track.js';

/** Registers `wildebeest track`. */
export function register(program: Command): void {
  program
    .command('track')
    .description('say which packages of a distribution use which GNUisms and modules, since when, and what upstream did')
    .argument('<path...>', 'package trees (APKBUILD, template, ebuild, … with patches), or folders of what `scan --json` wrote')
    .option('--upstream <file>', 'JSON: what upstream has done, by package')
    .option('--html <file>', 'write one self-contained page')
    .option('--json', 'print all of it as JSON')
    .addHelpText(
      'after',
      `
Of a package tree, what patches take out of C sources counts, and the stand-ins for parts of glibc that recipes depend
on. The day is that on which the file came into the tree's repository.
The file of upstream's doings is {"packages": {"kmod": {"status": "fixed", "version": "31", "link": "https://…"}}}; the
status is one of open, fixed, refused, unknown.

Examples:
  wildebeest track aports/main aports/community --html track.html
  wildebeest scan kmod-30 --json > results/kmod.json; wildebeest track results --json`,
    )
    .action(async (paths: string[], options: { upstream?: string; html?: string; json?: boolean }) => {
      const tracked = await track(paths, await scanContext((await hostTarget()).name), options.upstream);
      if (options.html !== undefined) await writeAtomic(options.html, trackPage(tracked));
      process.stdout.write(options.json === true ? `${JSON.stringify(tracked, null, 2)}\n` : trackTable(tracked));
    });
}
