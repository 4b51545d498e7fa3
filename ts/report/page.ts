/** Style of the report's page: light and dark by the reader's setting; colours have a contrast of at least 4.5 to 1. */
export const pageStyle = `:root {
  --back: #ffffff; --text: #1b1f24; --dim: #57606a; --line: #d0d7de; --head: #f3f5f7; --link: #0a58b5;
  --passed: #116329; --passed-back: #e6f6ea; --failed: #a40e26; --failed-back: #fdebec; --skipped: #6a4d00; --skipped-back: #fff4d1; --bar: #9ac7f2;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #14181d; --text: #e6edf3; --dim: #a1abb5; --line: #3a424c; --head: #1d232a; --link: #7ab8ff;
    --passed: #6fdd8b; --passed-back: #12281a; --failed: #ff9aa2; --failed-back: #341a1d; --skipped: #f0cb62; --skipped-back: #2d2611; --bar: #2c5482;
  }
}
* { box-sizing: border-box; }
body { margin: 0; padding: 1rem 1.5rem 3rem; background: var(--back); color: var(--text); font: 15px/1.45 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
code { font: .9em ui-monospace, monospace; }
.sha { color: var(--dim); overflow-wrap: anywhere; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: .25rem; background: var(--back); padding: .25rem .5rem; }
.headline { margin: 0 0 1rem; padding: .6rem .8rem; border: 1px solid var(--line); border-left: .4rem solid currentColor; max-width: 60rem; }
.headline.passed { border-left-color: var(--passed); }
.headline.failed { border-left-color: var(--failed); }
form { display: flex; flex-wrap: wrap; gap: .5rem 1.2rem; align-items: end; }
form[hidden] { display: none; }
label { display: grid; color: var(--dim); }
input, select, button { font: inherit; color: var(--text); background: var(--back); border: 1px solid var(--dim); border-radius: .3rem; padding: .3rem .5rem; }
output { color: var(--dim); }
.wide { overflow-x: auto; max-width: 100%; }
table { border-collapse: collapse; }
th, td { border: 1px solid var(--line); padding: .3rem .6rem; text-align: left; vertical-align: top; }
thead th { background: var(--head); }
tbody th { font-weight: 600; background: var(--head); }
.grid tbody th { position: sticky; left: 0; }
.grid td { min-width: 9rem; }
.state { font-weight: 600; }
.time, .more { color: var(--dim); }
.time { white-space: nowrap; }
.more { display: block; font-size: .85em; font-weight: 400; }
td.passed { background: var(--passed-back); } td.passed .state, td.passed .state a { color: var(--passed); }
td.failed { background: var(--failed-back); } td.failed .state, td.failed .state a { color: var(--failed); }
td.skipped { background: var(--skipped-back); } td.skipped .state, td.skipped .state a { color: var(--skipped); }
td.none { color: var(--dim); }
td.dimmed { opacity: .35; }
.chart table { width: min(50rem, 100%); }
.chart th { width: 14rem; }
.chart td { position: relative; overflow-wrap: anywhere; }
.chart .bar { position: absolute; inset: .2rem auto .2rem 0; background: var(--bar); border-radius: 0 .2rem .2rem 0; }
.chart .bar + span { position: relative; }
dt { font-weight: 600; margin-top: .6rem; }
dd { margin: .1rem 0 .1rem 1.5rem; overflow-wrap: anywhere; }
:target { outline: 2px solid var(--link); outline-offset: 4px; }
@media print { form, .skip { display: none; } .wide { overflow: visible; } }
`;

/** Script of the report's page: the filters. */
export const pageScript = `const form = document.getElementById('filters');
const shown = document.getElementById('shown');
const rows = [...document.querySelectorAll('.grid tbody tr')];
const columns = [...document.querySelectorAll('.grid [data-target]')];
function apply() {
  const { name, state, target } = Object.fromEntries(new FormData(form));
  const words = name.toLowerCase().split(/\\s+/).filter(Boolean);
  for (const cell of columns) cell.hidden = target !== '' && cell.dataset.target !== target;
  let count = 0;
  for (const row of rows) {
    const cells = [...row.querySelectorAll('td')];
    const fits = (cell) => cell.dataset.state !== undefined && !cell.hidden && (state === '' || cell.dataset.state === state);
    for (const cell of cells) cell.classList.toggle('dimmed', state !== '' && cell.dataset.state !== state);
    const matches = words.every((word) => row.dataset.name.toLowerCase().includes(word));
    row.hidden = !matches || !cells.some(fits);
    if (!row.hidden) count += cells.filter(fits).length;
  }
  for (const section of document.querySelectorAll('main section:has(.grid)')) section.hidden = ![...section.querySelectorAll('tbody tr')].some((row) => !row.hidden);
  shown.textContent = count + (count === 1 ? ' unit shown' : ' units shown');
}
form.hidden = false;
form.addEventListener('input', apply);
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('reset', () => setTimeout(apply));
apply();
`;
