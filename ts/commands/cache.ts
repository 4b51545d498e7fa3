import type { Command } from 'commander';
import { table } from '../report/table.js';
import { cacheSizes, pruneCache, type PartSize } from '../run/cache.js';
import { badInput } from '../run/failure.js';
import { cacheRoot } from '../run/store.js';

function daysOf(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1) throw badInput(`--prune: '${text}' is no number of days`, 'a whole number from 1 on');
  return days;
}

/** `17 KiB`, `3.4 MiB`, `11.2 GiB`. */
function amount(kibibytes: number): string {
  if (kibibytes < 1024) return `${String(kibibytes)} KiB`;
  return kibibytes < 1024 * 1024 ? `${(kibibytes / 1024).toFixed(1)} MiB` : `${(kibibytes / 1024 / 1024).toFixed(1)} GiB`;
}

const total = (parts: readonly PartSize[]): number => parts.reduce((sum, { size }) => sum + size, 0);

/** Registers `wildebeest cache`. */
export function register(program: Command): void {
  program
    .command('cache')
    .description('show how much the cache holds, or remove what was not used for some time')
    .option('--prune <days>', 'remove what was not used for so many days; fetched sources stay', daysOf)
    .addHelpText('after', '\nExamples:\n  wildebeest cache\n  wildebeest cache --prune 30')
    .action(async (options: { prune?: number }) => {
      if (options.prune !== undefined) {
        const removed = await pruneCache(options.prune);
        for (const { part, entries, size } of removed) console.log(`removed ${String(entries)} ${entries === 1 ? 'entry' : 'entries'} of ${part}: ${amount(size)}`);
        console.log(`${amount(total(removed))} removed`);
        return;
      }
      const parts = await cacheSizes();
      process.stdout.write(table(['part', 'entries', 'size'], parts.map(({ part, entries, size }) => [part, String(entries), amount(size)])));
      console.log(`${cacheRoot()}: ${amount(total(parts))}`);
    });
}
