import type { Command } from 'commander';
import { loadModules } from '../manifest/load.js';

/** Registers `wildebeest modules`. */
export function register(program: Command): void {
  program
    .command('modules')
    .description('list the modules, their symbols and kinds')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  wildebeest modules --json')
    .action(async (options: { json?: boolean }) => {
      const modules = (await loadModules()).filter((module) => !module.private);
      if (options.json === true) {
        const shown = modules.map(({ name, summary, umbrella, requires, symbols, fixes, doesNotFix }) => ({
          ...{ name, summary, requires, symbols, fixes, doesNotFix },
          umbrella: umbrella === true,
          ...(umbrella === true ? {} : { why: umbrella.out }),
        }));
        console.log(JSON.stringify(shown, null, 2));
        return;
      }
      for (const module of modules) {
        console.log(`${module.name}: ${module.summary}`);
        const kinds = new Map<string, string[]>();
        for (const symbol of module.symbols) {
          const kind = symbol.kind === 'differs' ? `differs (${symbol.delivery})` : symbol.kind;
          kinds.set(kind, [...(kinds.get(kind) ?? []), symbol.name]);
        }
        for (const [kind, names] of kinds) console.log(`  ${kind}: ${names.join(' ')}`);
      }
    });
}
