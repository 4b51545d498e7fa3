import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Report } from '../matrix/record.js';
import { readTimes, timesOf } from '../matrix/times.js';
import { unitId } from '../matrix/unit.js';
import { Failure, badInput, errnoOf } from '../run/failure.js';
import { writeAtomic } from '../run/store.js';
import { htmlReport } from './html.js';
import { junitReport } from './junit.js';
import { markdownReport } from './markdown.js';
import { tapReport } from './tap.js';

function unwritable(error: unknown, folder: string): unknown {
  const errno = errnoOf(error);
  return errno === undefined ? error : new Failure(`${folder}: no report can be written there (${errno})`, { next: 'name another folder with --report', cause: error });
}

/** Sees to it, before hours of work, that a report can be written to a folder: a new one, an empty one, or an earlier report's. */
export async function prepareReport(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const entries = await readdir(folder);
    if (entries.length > 0 && !entries.includes('results.json')) throw badInput(`${folder}: is not empty and holds no report`, 'name a new folder with --report');
    const probe = path.join(folder, '.writable');
    await writeAtomic(probe, '');
    await rm(probe);
  } catch (error) {
    throw unwritable(error, folder);
  }
}

/**
 * Writes a report: results.json, which has everything, and what is made of it: results.tap, report.md, junit.xml, index.html,
 * and times.json for `--times`; logs are copied from the folder that `from` names for each unit.
 */
export async function writeReport(folder: string, report: Report, from: ReadonlyMap<string, string>): Promise<void> {
  try {
    await rm(path.join(folder, 'logs'), { recursive: true, force: true });
    for (const unit of report.units) {
      const source = from.get(unitId(unit));
      for (const { file } of unit.logs) {
        if (source === undefined) throw new Error(`${unitId(unit)}: nobody knows where its logs are`);
        const copy = path.join(folder, file);
        await mkdir(path.dirname(copy), { recursive: true });
        try {
          await cp(path.join(source, file), copy);
        } catch (error) {
          if (errnoOf(error) !== 'ENOENT') throw error;
          throw badInput(`${path.join(source, file)}: is not there`, 'name the whole folder of a report, with its logs');
        }
      }
    }
    const files: [string, string][] = [
      ['results.tap', tapReport(report)],
      ['report.md', markdownReport(report)],
      ['junit.xml', junitReport(report)],
      ['index.html', htmlReport(report)],
      ['times.json', `${JSON.stringify(timesOf(report.units.filter((unit) => unit.state !== 'failed'), (await readTimes()).defaults), null, 2)}\n`],
      ['results.json', `${JSON.stringify(report, null, 2)}\n`],
    ];
    for (const [name, text] of files) await writeAtomic(path.join(folder, name), text);
  } catch (error) {
    throw unwritable(error, folder);
  }
}
