import type { Finding, Place } from '../scan/hits.js';
import type { ScanResult } from '../scan/scan.js';
import { plural, table } from './table.js';

/** `src/a.c:12`, or an object's name. */
export function shownPlace({ file, line }: Place): string {
  return line === undefined ? file : `${file}:${String(line)}`;
}

const shownName = ({ name, kind }: Finding): string => (kind === 'header' ? `<${name}>` : kind === 'function' || kind === 'differs' ? `${name}()` : name);

/** How many places a table names of each name. */
const placesShown = 3;

function row(finding: Finding): string[] {
  const { places, module, why } = finding;
  const more = places.length - placesShown;
  const where = `${places.slice(0, placesShown).map(shownPlace).join(' ')}${more > 0 ? ` and ${plural(more, 'place')} more` : ''}`;
  return [shownName(finding), module ?? 'nothing', where, ...(why === undefined ? [] : [why])];
}

/** A scan's result for people. */
export function scanReport(result: ScanResult): string {
  const part = (title: string, found: readonly Finding[]): string => (found.length === 0 ? '' : `${title}\n${table(['name', 'answered by', 'used in', 'note'], found.map(row))}\n`);
  const of = (need: Finding['need'], answered: boolean): Finding[] => result.findings.filter((finding) => finding.need === need && (finding.module !== undefined) === answered);
  const { sources, compiled, objects, logs } = result.read;
  const read = [sources > 0 ? plural(sources, 'source file') : '', compiled > 0 ? `${plural(compiled, 'source file')} compiled` : '', objects > 0 ? plural(objects, 'object') : '', logs > 0 ? plural(logs, 'log') : ''].filter((text) => text !== '');
  return [
    part('Needed', of('needed', true)),
    part('Needed, and nothing answers it yet', of('needed', false)),
    part('To be considered', [...of('consider', true), ...of('consider', false)]),
    `${read.join(', ')}: ${result.modules.length === 0 ? 'no module is needed' : `needs ${result.modules.join(' ')}`}`,
    result.consider.length === 0 ? '' : `; consider ${result.consider.join(' ')}`,
    result.unanswered.length === 0 ? '' : `; nothing answers ${result.unanswered.join(' ')}`,
    '\n',
  ].join('');
}
