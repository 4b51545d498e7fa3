import { createHash } from 'node:crypto';
import { groupBy, stateCounts, type Report, type UnitRecord } from '../matrix/record.js';
import { unitId } from '../matrix/unit.js';
import { grids, modulesByUse, refusedPackages, type Grid } from './grid.js';
import { patchRows, patchTotal, patchesOf } from './patches.js';
import { pageScript, pageStyle } from './page.js';
import { plural } from './table.js';
import { headline } from './markdown.js';
import { duration, kindTitles, patchTitle, refusedTitle, stateSigns, totalSeconds } from './words.js';

/** A text as HTML shows it, also between quotes. */
export const escapeHtml = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const text = escapeHtml;

/** The page may run its own script and nothing else, whatever a log or a name holds. */
const policy = (script: string): string =>
  `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`;

const anchor = (unit: UnitRecord): string => text(unitId(unit).replaceAll(/[^\w-]/g, '-'));

function cell(unit: UnitRecord | undefined, target: string): string {
  if (unit === undefined) return `<td class="none" data-target="${text(target)}"><span aria-hidden="true">–</span><span class="unseen">not in this run</span></td>`;
  const state = `<span aria-hidden="true">${stateSigns[unit.state]}</span> ${unit.state}`;
  const main = unit.logs.at(-1);
  const linked = main === undefined ? state : `<a href="${text(main.file)}" aria-label="${text(`${unit.state}: log of ${unit.name} on ${unit.target}`)}">${state}</a>`;
  const others = unit.logs
    .slice(0, -1)
    .map((log) => `<a href="${text(log.file)}" aria-label="${text(`log ${log.name} of ${unit.name} on ${unit.target}`)}">${text(log.name)}</a>`)
    .join(' ');
  const where = unit.problems.length > 0 ? ` <a href="#${anchor(unit)}">why</a>` : '';
  return [
    `<td class="${unit.state}" data-state="${unit.state}" data-target="${text(target)}">`,
    `<span class="state">${linked}</span> <span class="time">${text(duration(unit.seconds))}</span>`,
    `<span class="more">${text(unit.summary)}${others === '' ? '' : ` ${others}`}${where}</span></td>`,
  ].join('');
}

function gridSection({ kind, targets, rows }: Grid): string {
  const { title, row } = kindTitles[kind];
  const head = targets.map((target) => `<th scope="col" data-target="${text(target)}">${text(target)}</th>`).join('');
  const body = rows.map(({ name, modules, cells }) => {
    const used = modules.length === 0 ? '' : `<span class="more">${modules.map((module) => `<code>${text(module)}</code>`).join(' ')}</span>`;
    return `<tr data-name="${text([name, ...modules].join(' '))}"><th scope="row">${text(name)}${used}</th>${cells.map((unit, index) => cell(unit, targets[index] ?? '')).join('')}</tr>`;
  });
  return `<section aria-labelledby="${kind}"><h2 id="${kind}">${title}</h2>
<div class="wide" role="region" aria-labelledby="${kind}" tabindex="0"><table class="grid">
<caption class="unseen">${title}: state, time and log on each target</caption>
<thead><tr><th scope="col">${row}</th>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody></table></div></section>`;
}

function problemSection(units: readonly UnitRecord[], field: 'problems' | 'notes', id: string, title: string): string {
  const some = units.filter((unit) => unit[field].length > 0);
  if (some.length === 0) return '';
  const items = some.map((unit) => {
    const own = field === 'problems' ? ` id="${anchor(unit)}"` : '';
    const logs = unit.logs.map((log) => ` <a href="${text(log.file)}">log ${text(log.name)}</a>`).join('');
    return `<dt${own}>${text(unitId(unit))}${field === 'problems' ? logs : ''}</dt>${unit[field].map((line) => `<dd>${text(line)}</dd>`).join('')}`;
  });
  return `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2><dl>\n${items.join('\n')}\n</dl></section>`;
}

function refusedSection(units: readonly UnitRecord[]): string {
  const refused = refusedPackages(units);
  if (refused.size === 0) return '';
  const items = [...refused].map(([name, { reason, missing }]) => `<dt>${text(name)}</dt><dd>${text(reason)}</dd><dd>Missing: ${missing.map((one) => `<code>${text(one)}</code>`).join(', ')}</dd>`);
  return `<section aria-labelledby="refused"><h2 id="refused">${text(refusedTitle)}</h2><dl>\n${items.join('\n')}\n</dl></section>`;
}

function patchSection(units: readonly UnitRecord[]): string {
  const replaced = patchesOf(units);
  if (replaced.size === 0) return '';
  const codes = (names: readonly string[]): string => names.map((name) => `<code>${text(name)}</code>`).join(' ');
  const body = patchRows(replaced).map(({ name, distribution, patches, modules }) => `<tr><th scope="row">${text(name)}</th><td>${text(distribution)}</td><td>${codes(patches)}</td><td>${codes(modules)}</td></tr>`);
  return `<section aria-labelledby="patches"><h2 id="patches">${patchTitle}</h2>
<p>${text(patchTotal(replaced))}: the untouched package builds and runs here with the modules alone.</p>
<div class="wide" role="region" aria-labelledby="patches" tabindex="0"><table>
<thead><tr><th scope="col">package</th><th scope="col">distribution</th><th scope="col">patches</th><th scope="col">modules</th></tr></thead>
<tbody>
${body.join('\n')}
</tbody></table></div></section>`;
}

/** A table whose numbers are also bars: readable as text, to a screen reader and on paper. */
function chart(id: string, title: string, headers: readonly [string, string], rows: readonly { name: string; value: number; shown: string }[]): string {
  if (rows.length === 0) return '';
  const most = Math.max(...rows.map(({ value }) => value), Number.MIN_VALUE);
  const body = rows.map(({ name, value, shown }) => {
    const share = Math.round((value / most) * 1000) / 10;
    return `<tr><th scope="row">${text(name)}</th><td><span class="bar" style="width:${String(share)}%"></span><span>${text(shown)}</span></td></tr>`;
  });
  return `<section class="chart" aria-labelledby="${id}"><h2 id="${id}">${title}</h2><table>
<thead><tr><th scope="col">${headers[0]}</th><th scope="col">${headers[1]}</th></tr></thead>
<tbody>
${body.join('\n')}
</tbody></table></section>`;
}

function charts(units: readonly UnitRecord[]): string {
  const seconds = (name: string, some: readonly UnitRecord[]): { name: string; value: number; shown: string } => {
    const value = totalSeconds(some);
    return { name, value, shown: duration(value) };
  };
  const targets = [...groupBy(units, (unit) => unit.target)].map(([target, some]) => seconds(target, some));
  const longest = [...units].sort((a, b) => b.seconds - a.seconds || (unitId(a) < unitId(b) ? -1 : 1)).slice(0, 15);
  return [
    chart('use', 'Modules by use', ['module', 'packages'], modulesByUse(units).map(([name, users]) => ({ name, value: users.length, shown: `${String(users.length)}: ${users.join(', ')}` }))),
    chart('times', 'Time by target', ['target', 'time'], targets),
    chart('longest', 'Longest units', ['unit', 'time'], longest.map((unit) => seconds(unitId(unit), [unit]))),
  ].join('\n');
}

function sources(report: Report): string {
  const rows = new Map<string, string>();
  for (const { versions, tarball } of report.units) {
    for (const [name, version] of Object.entries(versions)) {
      const sha = tarball !== undefined && name !== 'musl' ? ` <code>${text(tarball.name)}</code> <code class="sha">${text(tarball.sha256)}</code>` : '';
      rows.set(`${name} ${version}`, `<tr><th scope="row">${text(name)}</th><td>${text(version)}${sha}</td></tr>`);
    }
  }
  const { version, sources: tree, lock } = report.project;
  return `<section aria-labelledby="sources"><h2 id="sources">Versions</h2><div class="wide" role="region" aria-labelledby="sources" tabindex="0"><table>
<tbody>
<tr><th scope="row">libwildebeest</th><td>${text(version)} <code class="sha">${text(tree)}</code></td></tr>
<tr><th scope="row">sources/lock.json</th><td><code class="sha">${text(lock)}</code></td></tr>
${[...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, html]) => html).join('\n')}
</tbody></table></div></section>`;
}

/** The head of a self-contained page, with the style of all of them. */
export function pageHead(title: string, contentPolicy: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${text(title)}</title>
<style>
${pageStyle}</style>
</head>`;
}

function filters(units: readonly UnitRecord[]): string {
  const targets = [...new Set(units.map((unit) => unit.target))].sort();
  const options = (values: readonly string[]): string => values.map((value) => `<option>${text(value)}</option>`).join('');
  // Without its script the page has no filters, and needs none to be read.
  return `<form id="filters" role="search" aria-label="Filter the tables" hidden>
<label>Name or module <input type="search" name="name" autocomplete="off"></label>
<label>State <select name="state"><option value="">any</option>${options(['passed', 'failed', 'skipped'])}</select></label>
<label>Target <select name="target"><option value="">all</option>${options(targets)}</select></label>
<button type="reset">Show all</button>
<output id="shown" aria-live="polite"></output>
</form>`;
}

/** A report as one self-contained page: tables of modules and packages × targets, charts, and why what failed did. */
export function htmlReport(report: Report): string {
  const { failed } = stateCounts(report.units);
  const title = `libwildebeest ${report.project.version}: matrix`;
  const result = failed === 0 ? 'Nothing failed' : `${plural(failed, 'unit')} failed`;
  const script = `\n${pageScript}`;
  return `${pageHead(`${result} – ${title}`, policy(script))}
<body>
<a class="skip" href="#main">Skip to the tables</a>
<header>
<h1>${text(title)}</h1>
<p class="headline ${failed === 0 ? 'passed' : 'failed'}"><strong><span aria-hidden="true">${failed === 0 ? stateSigns.passed : stateSigns.failed}</span> ${result}.</strong> ${text(headline(report))}.${report.options.check ? '' : " Packages' own tests were left out."}</p>
${filters(report.units)}
</header>
<main id="main">
${problemSection(report.units, 'problems', 'failed', 'What failed')}
${grids(report.units).reverse().map(gridSection).join('\n')}
${refusedSection(report.units)}
${patchSection(report.units)}
${charts(report.units)}
${problemSection(report.units, 'notes', 'notes', 'Notes')}
${sources(report)}
</main>
<script>${script}</script>
</body>
</html>
`;
}
