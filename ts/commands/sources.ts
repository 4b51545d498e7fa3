import type { Command } from 'commander';
import { allStored } from '../sources/blobs.js';
import { sourcesOfRecipes, sourcesOfSysroots } from '../sources/known.js';
import { readLock } from '../sources/lock.js';
import { refreshLock } from '../sources/sources.js';

/** Registers `wildebeest sources`. */
export function register(program: Command): void {
  program
    .command('sources')
    .description('list the pinned sources of the sysroots and recipes')
    .option('--refresh', "read the suites' signed indexes anew and pin the newest version of each series")
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      `
Environment:
  WILDEBEEST_SOURCES=DIR  a folder with source files, looked into before the network
  WILDEBEEST_LOCKED=1     refuse a source whose locked version is gone

Example:
  wildebeest sources --refresh`,
    )
    .action(async (options: { refresh?: boolean; json?: boolean }) => {
      if (options.refresh === true) {
        const changes = await refreshLock([...sourcesOfSysroots(), ...(await sourcesOfRecipes())]);
        if (options.json === true) console.log(JSON.stringify(changes, null, 2));
        for (const { key, before, after } of options.json === true ? [] : changes) {
          if (after === undefined) console.log(`${key}: ${before ?? ''} removed: nothing asks for it`);
          else if (before === after) console.log(`${key}: ${after}`);
          else console.log(`${key}: ${before ?? 'new'} -> ${after}`);
        }
        return;
      }
      const shown = await Promise.all(
        Object.entries(await readLock()).map(async ([key, entry]) => {
          const wanted = entry.files.filter((file) => !file.name.includes('.debian.tar.'));
          return { key, ...entry, cached: await allStored(wanted) };
        }),
      );
      if (options.json === true) {
        console.log(JSON.stringify(shown, null, 2));
        return;
      }
      for (const { key, version, files, cached } of shown) {
        console.log(`${key} ${version}${cached ? '' : ' (not fetched yet)'}`);
        for (const { name, sha256 } of files) console.log(`  ${sha256}  ${name}`);
      }
    });
}
