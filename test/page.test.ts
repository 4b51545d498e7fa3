import path from 'node:path';
import { pathToFileURL } from 'node:url';
import t from 'tap';
import { run } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { findProgram } from '../ts/sysroot/hostTools.js';
import { openChromium, type Page } from './chromium.js';

// The matrix's page in a browser. What its text holds is tested in matrix.test.ts, without one.
const program = (await findProgram('chromium')) ?? (await findProgram('google-chrome'));

t.test('the page in Chromium', { skip: program === undefined && 'no chromium here' }, async (t) => {
  const folder = t.testdir({});
  const report = path.join(folder, 'report');
  const fakes = path.join(projectRoot(), 'dist', 'test', 'matrixFakes.js');
  // Some of its units fail, and so does the run.
  const made = await run(process.execPath, [fakes, JSON.stringify({ report })], { allowFailure: true, env: { ...process.env, WILDEBEEST_CACHE: path.join(folder, 'cache') } });
  t.equal(made.exitCode, 1);
  const address = pathToFileURL(path.join(report, 'index.html')).href;
  const page: Page = await openChromium(program ?? '');
  t.teardown(() => page.close());
  await page.open(address);

  await t.test('its filters', async (t) => {
    t.equal(await page.value(`document.getElementById('filters').hidden`), false);
    t.equal(await page.value(`document.getElementById('shown').textContent`), '27 units shown');
    const filter = async (field: string, value: string): Promise<unknown> =>
      page.value(`{ const input = document.forms.filters.elements['${field}']; input.value = '${value}'; input.dispatchEvent(new Event('input', { bubbles: true })); document.getElementById('shown').textContent }`);
    const rows = (): Promise<unknown> => page.value(`[...document.querySelectorAll('.grid tbody tr')].filter((row) => row.checkVisibility()).map((row) => row.querySelector('th').firstChild.textContent)`);
    t.equal(await filter('name', 'PACKAGE2 module1'), '3 units shown');
    t.same(await rows(), ['package2']);
    t.equal(await filter('target', 'gamma'), '1 unit shown');
    t.equal(await filter('state', 'passed'), '0 units shown');
    t.same(await rows(), []);
    await page.value(`document.forms.filters.reset(); new Promise((resolve) => setTimeout(resolve, 50))`);
    t.equal(await page.value(`document.getElementById('shown').textContent`), '27 units shown');
    t.equal(await filter('state', 'failed'), '2 units shown');
    t.same(await rows(), ['package2', 'module3']);
    await filter('state', '');
  });

  await t.test('with the keyboard alone', async (t) => {
    const tab = async (): Promise<unknown> => {
      for (const type of ['rawKeyDown', 'keyUp']) await page.call('Input.dispatchKeyEvent', { type, key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 });
      return page.value(`document.activeElement.name || document.activeElement.textContent.slice(0, 20) || document.activeElement.tagName`);
    };
    const seen: unknown[] = [];
    for (let index = 0; index < 5; index++) seen.push(await tab());
    t.same(seen, ['Skip to the tables', 'name', 'state', 'target', 'Show all'], 'first the way to the tables, then each filter');
  });

  await t.test('for a screen reader', async (t) => {
    const { nodes } = (await page.call('Accessibility.getFullAXTree')) as { nodes: { ignored: boolean; role?: { value: string }; name?: { value: string } }[] };
    const named = (role: string): string[] => nodes.filter((node) => !node.ignored && node.role?.value === role).map((node) => node.name?.value ?? '');
    t.ok(named('table').length > 0);
    t.match(named('search'), ['Filter the tables']);
    t.same([...named('searchbox'), ...named('combobox')], ['Name or module', 'State', 'Target']);
    for (const role of ['link', 'button', 'searchbox', 'combobox', 'region']) t.notOk(named(role).includes(''), `each ${role} has a name`);
    t.ok(named('link').includes('failed: log of module3 on beta'));
    for (const heading of ['Patches that are not needed', "What can't be built"]) t.ok(named('heading').includes(heading), heading);
    t.ok(named('rowheader').includes('package0') && named('cell').includes('two.patch'), 'the table of patches');
  });

  await t.test('its colours, light and dark', async (t) => {
    for (const scheme of ['light', 'dark']) {
      await page.call('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
      const worst = await page.value(`{
        const channels = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
        const light = (colour) => channels(colour).map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
        const back = (element) => { for (; element; element = element.parentElement) { const colour = getComputedStyle(element).backgroundColor; if (!/, 0\\)$/.test(colour)) return colour; } return 'rgb(255, 255, 255)'; };
        const contrast = (element) => { const [a, b] = [light(getComputedStyle(element).color), light(back(element))].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05); };
        Math.min(...[...document.querySelectorAll('body *')].filter((element) => element.checkVisibility() && [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())).map(contrast))
      }`);
      t.ok(Number(worst) >= 4.5, `${scheme}: the least contrast is ${Number(worst).toFixed(1)}`);
    }
  });

  await t.test('on a narrow screen', async (t) => {
    await page.call('Emulation.setDeviceMetricsOverride', { width: 360, height: 800, deviceScaleFactor: 1, mobile: true });
    t.ok(await page.value('document.documentElement.scrollWidth <= 360'), 'tables scroll in themselves, not the page');
    await page.call('Emulation.clearDeviceMetricsOverride');
  });

  t.same(page.messages, [], 'nothing was refused by its policy, nothing failed');

  await t.test('without its script', async (t) => {
    await page.call('Emulation.setScriptExecutionDisabled', { value: true });
    await page.open(address);
    const { root } = (await page.call('DOM.getDocument', { depth: -1 })) as { root: { nodeId: number } };
    const visible = async (selector: string): Promise<boolean> => {
      const { nodeId } = (await page.call('DOM.querySelector', { nodeId: root.nodeId, selector })) as { nodeId: number };
      return page.call('DOM.getBoxModel', { nodeId }).then(
        () => true,
        () => false,
      );
    };
    t.ok(await visible('.grid tbody tr'), 'the tables are there');
    t.notOk(await visible('#filters'), 'the filters are not');
  });
});
