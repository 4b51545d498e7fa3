import type { Command } from 'commander';
import { loadTarget, targetNames } from '../targets/target.js';

/** Registers `wildebeest targets`. */
export function register(program: Command): void {
  program
    .command('targets')
    .description('list the known targets and their tiers')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  wildebeest targets --json')
    .action(async (options: { json?: boolean }) => {
      const targets = await Promise.all((await targetNames()).map(loadTarget));
      if (options.json === true) {
        console.log(JSON.stringify(targets, null, 2));
        return;
      }
      const width = Math.max(...targets.map(({ name }) => name.length));
      for (const { name, triple, tier } of targets) console.log(`${name.padEnd(width)}  ${triple}  ${tier}`);
    });
}
