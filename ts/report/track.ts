import type { Tracked, TrackedPackage } from '../track/track.js';
import { escapeHtml as text, pageHead } from './html.js';
import { table } from './table.js';

/** The table for people. */
export function trackTable({ packages, seen, modules }: Tracked): string {
  const rows = packages.map((one) => [one.package, one.since ?? '-', one.upstream.status, one.modules.join(' ') || '-', one.unanswered.join(' ') || '-']);
  const use = modules.map(({ module, packages: count }) => `${module} ${String(count)}`).join(', ');
  return `${packages.length === 0 ? '' : table(['package', 'since', 'upstream', 'modules', 'nothing answers'], rows)}${String(packages.length)} of ${String(seen)} packages use GNUisms${use === '' ? '' : `; modules by packages: ${use}`}\n`;
}

function bars(id: string, title: string, headers: readonly [string, string], rows: readonly [string, number][]): string {
  if (rows.length === 0) return '';
  const most = Math.max(...rows.map(([, count]) => count));
  const body = rows.map(([name, count]) => `<tr><th scope="row">${text(name)}</th><td><span class="bar" style="width:${String(Math.round((count / most) * 1000) / 10)}%"></span><span>${String(count)}</span></td></tr>`);
  return `<section class="chart" aria-labelledby="${id}"><h2 id="${id}">${title}</h2><table>
<thead><tr><th scope="col">${headers[0]}</th><th scope="col">${headers[1]}</th></tr></thead>
<tbody>
${body.join('\n')}
</tbody></table></section>`;
}

function row(one: TrackedPackage): string {
  const traces = one.traces.map(({ name, module, file, since }) => `<li><code>${text(name)}</code> ${module === undefined ? 'nothing answers it' : `<code>${text(module)}</code>`}, ${text(file)}${since === undefined ? '' : `, since ${text(since)}`}</li>`);
  const { status, version, link, note } = one.upstream;
  const state = [status, version, note].filter((part) => part !== undefined).join(', ');
  const upstream = link === undefined ? text(state) : `<a href="${text(link)}">${text(state)}</a>`;
  return `<tr><th scope="row">${text(one.package)}</th><td>${text(one.since ?? 'not known')}</td><td>${upstream}</td><td>${one.modules.map((module) => `<code>${text(module)}</code>`).join(' ')}</td><td><details><summary>${String(one.traces.length)}</summary><ul>${traces.join('')}</ul></details></td></tr>`;
}

/** Which packages use which GNUisms, as one self-contained page without any script. */
export function trackPage(tracked: Tracked): string {
  const { packages, seen, modules, years } = tracked;
  const headline = `${String(packages.length)} of ${String(seen)} packages use GNUisms`;
  return `${pageHead('libwildebeest: packages and their GNUisms', "default-src 'none'; style-src 'unsafe-inline'")}
<body>
<header><h1>Packages and their GNUisms</h1>
<p class="headline"><strong>${headline}.</strong></p></header>
<main id="main">
${bars('use', 'Modules by packages', ['module', 'packages'], modules.map(({ module, packages: count }) => [module, count]))}
${bars('years', 'Traces by year', ['year', 'traces'], years.map(({ year, traces }) => [year, traces]))}
<section aria-labelledby="packages"><h2 id="packages">Packages</h2>
<div class="wide" role="region" aria-labelledby="packages" tabindex="0"><table>
<thead><tr><th scope="col">package</th><th scope="col">since</th><th scope="col">upstream</th><th scope="col">modules</th><th scope="col">traces</th></tr></thead>
<tbody>
${packages.map(row).join('\n')}
</tbody></table></div></section>
</main>
</body>
</html>
`;
}
