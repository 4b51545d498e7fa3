import { Command } from 'commander';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import t, { type Test } from 'tap';
import { isDebian, register, table, type Examined } from '../ts/commands/doctor.js';
import { readIfThere } from '../ts/run/process.js';
import { findProgram, findTool, hostTool, hostTools } from '../ts/sysroot/hostTools.js';
import { lineOf, world, type World } from './sourcesFakes.js';

const debian = isDebian((await readIfThere('/etc/os-release')) ?? '');

/** How the fake clang answers where its runtime libraries are. */
const resource = '[ "$1" != -print-resource-dir ] || { echo "$W/resource"; exit; }';

/** A world in which every host tool is there, as a fake; apt-get installs clang, lld and meson. */
async function machine(t: Test): Promise<World> {
  const w = await world(t);
  await w.real('rm', 'chmod', 'cp');
  for (const tool of await hostTools()) {
    if (tool.name === 'flock') continue;
    if (tool.runtime !== undefined) await w.file(`resource/lib/libclang_rt.${tool.runtime}.a`, '');
    else if (tool.python === undefined) await w.tool(tool.llvm ? `${tool.name}-19` : (tool.programs?.[0] ?? tool.name), `${resource}; echo "some tool 19.1.7"`);
  }
  await w.tool(
    'apt-get',
    `[ "$1" != install ] || for word; do case $word in clang-19|meson)
	printf '#!/bin/sh\\nW=%s; ${resource}; echo 19.1.7\\n' "$W" > "$W/bin/$word"; cp "$W/bin/$word" "$W/bin/clang++-19"; chmod 755 "$W/bin/$word" "$W/bin/clang++-19" ;;
esac; done`,
  );
  await w.forgetCalls();
  return w;
}

/** Runs `doctor` and returns its standard output and the line of its Failure. */
async function doctor(t: Test, ...words: string[]): Promise<{ stdout: string; line: string }> {
  const logged = t.capture(console, 'log', () => undefined);
  const program = new Command().exitOverride();
  register(program);
  const line = await lineOf(program.parseAsync(['doctor', ...words], { from: 'user' }));
  return { stdout: logged().map((call) => String(call.args[0])).join('\n'), line };
}

function asUser(t: Test, uid: number): void {
  t.intercept(process, 'getuid', { value: () => uid });
}

t.test('which systems are Debian', (t) => {
  t.ok(isDebian('PRETTY_NAME="x"\nID=debian\n'));
  t.ok(isDebian('ID=ubuntu\nID_LIKE=debian\n'));
  t.ok(isDebian('ID=x\nID_LIKE="ubuntu debian"\n'));
  t.notOk(isDebian('ID=alpine\n'));
  t.notOk(isDebian('ID=x\nHOME_URL="https://debian.invalid"\n'));
  t.end();
});

t.test('the table', (t) => {
  const there: Examined = { name: 'clang', file: '/bin/clang-19', version: '19.1.7', missing: undefined, package: 'clang-19', for: 'all', optional: false };
  const gone: Examined = { ...there, name: 'ld.lld', file: undefined, version: undefined, missing: 'ld.lld: not found', package: 'lld-19' };
  t.strictSame(table([there, gone, { ...gone, optional: true }], true), [
    '✓  clang   19.1.7   /bin/clang-19   all',
    '✗  ld.lld  missing  package lld-19  all',
    '-  ld.lld  missing  package lld-19  all',
  ]);
  t.match(table([gone], false)[0], 'ld.lld: not found', "elsewhere Debian's package names say nothing");
  t.end();
});

t.test('everything is there', async (t) => {
  const w = await machine(t);
  const { stdout, line } = await doctor(t);
  t.equal(line, '(no failure)');
  t.match(stdout, new RegExp(`^✓ {2}clang +19\\.1\\.7 +${w.bin}/clang-19 `, 'm'));
  t.equal(stdout.split('\n').length, (await hostTools()).length);
  const asJson = await doctor(t, '--json');
  t.strictSame(
    (JSON.parse(asJson.stdout) as Examined[]).map(({ name }) => name),
    (await hostTools()).map(({ name }) => name),
  );
  await rm(path.join(w.bin, 'dpkg-deb'));
  t.equal((await doctor(t)).line, '(no failure)', 'the driver works without an optional tool');
});

t.test('something is missing', async (t) => {
  const w = await machine(t);
  await rm(path.join(w.bin, 'clang-19'));
  await rm(path.join(w.bin, 'clang++-19'));
  await rm(path.join(w.bin, 'meson'));
  const { stdout, line } = await doctor(t);
  t.match(line, /^missing: clang, clang\+\+, libclang_rt\.asan, meson; next: /);
  t.match(stdout, /^✗ {2}clang +missing/m);
  if (debian) t.match(line, 'wildebeest doctor --install, or as root: apt-get install -y --no-install-recommends clang-19 libclang-rt-19-dev meson');
  t.notOk((await w.calls()).some((call) => call.startsWith('apt-get install')), 'nothing is installed unasked');
});

t.test('--install', { skip: !debian && 'not Debian' }, async (t) => {
  const without = async (t: Test): Promise<World> => {
    const w = await machine(t);
    for (const name of ['clang-19', 'clang++-19', 'meson']) await rm(path.join(w.bin, name));
    return w;
  };
  const aptCalls = async (w: World): Promise<string[]> => (await w.calls()).filter((call) => /^(apt-get (update|install)|sudo)/.test(call));
  const both = ['apt-get update', 'apt-get install -y --no-install-recommends clang-19 libclang-rt-19-dev meson'];
  await t.test('as root', async (t) => {
    const w = await without(t);
    asUser(t, 0);
    const { stdout, line } = await doctor(t, '--install');
    t.equal(line, '(no failure)');
    t.match(stdout, /^✓ {2}clang /m, 'looked at anew');
    t.strictSame(await aptCalls(w), both);
    t.match(w.said(), `$ ${both[1] ?? ''}\n`, 'says what it does');
    await w.forgetCalls();
    await doctor(t, '--install');
    t.strictSame(await aptCalls(w), [], 'nothing is missing, nothing is done');
  });
  await t.test('with sudo', async (t) => {
    const w = await without(t);
    asUser(t, 1000);
    await w.tool('sudo', 'shift; [ "$1" = true ] || exec "$@"');
    await w.real('true');
    t.equal((await doctor(t, '--install')).line, '(no failure)');
    t.strictSame(
      await aptCalls(w),
      ['sudo -n true', ...both.flatMap((call) => [`sudo -n ${call}`, call])],
    );
  });
  await t.test('without either', async (t) => {
    const w = await without(t);
    asUser(t, 1000);
    const line = `neither root nor a sudo that asks for no password: nothing was installed; next: as root: ${both[1] ?? ''}`;
    t.equal((await doctor(t, '--install')).line, line);
    await w.tool('sudo', 'echo "sudo: a password is required" >&2; exit 1');
    t.equal((await doctor(t, '--install')).line, line);
    t.strictSame(await aptCalls(w), ['sudo -n true']);
  });
  await t.test('apt fails', async (t) => {
    const w = await without(t);
    asUser(t, 0);
    await w.tool('apt-get', '[ "$1" = update ] || { echo "E: Unable to locate package clang-19" >&2; exit 100; }');
    t.match((await doctor(t, '--install')).line, /^apt-get install .*: exit 100: E: Unable to locate package clang-19; log: \S+doctor\.log; next: /);
  });
  await t.test('a package that does not bring its tool', async (t) => {
    const w = await without(t);
    asUser(t, 0);
    await w.tool('apt-get', ':');
    t.match((await doctor(t, '--install')).line, /^missing: clang, clang\+\+, libclang_rt\.asan, meson; next: as root: /);
  });
});

t.test('tools are found by PATH', async (t) => {
  const w = await machine(t);
  t.equal(await hostTool('ninja'), path.join(w.bin, 'ninja'));
  await rm(path.join(w.bin, 'ninja'));
  await w.tool('samu', ':');
  t.equal(await hostTool('ninja'), path.join(w.bin, 'samu'), 'by any of its names');
  await rm(path.join(w.bin, 'samu'));
  t.equal(
    await lineOf(hostTool('ninja')),
    'ninja or ninja-build or samu: not found; next: wildebeest doctor --install, or install ninja-build',
  );
  await w.file('bin/folder/x', '');
  t.equal(await findProgram('folder'), undefined, 'a folder is no program');
  await w.file('bin/text', '');
  t.equal(await findProgram('text'), undefined, 'nor is a file that may not be run');
  const clang = (await hostTools()).find(({ name }) => name === 'clang');
  if (clang === undefined) throw new Error('hostTools.json has no clang');
  await rm(path.join(w.bin, 'clang-19'));
  t.strictSame(await findTool(clang), { missing: 'clang-19: not found, and no clang' });
  await w.tool('clang', 'echo "Debian clang version 14.0.6"');
  t.strictSame(await findTool(clang), { missing: `clang-19: not found, and ${w.bin}/clang is 14.0.6, older than 19` });
  await w.tool('clang', 'echo "clang version 21.1.0"');
  t.strictSame(await findTool(clang), { file: path.join(w.bin, 'clang') });
});

t.test("modules of the system's Python, which fakes on PATH do not stand for", async (t) => {
  const module = { name: 'python3-x', llvm: false, debian: 'python3-x', for: 'a test', optional: false };
  t.match(await findTool({ ...module, python: 'json' }), { file: /json/ });
  t.strictSame(await findTool({ ...module, python: 'no_such_module' }), { missing: 'no_such_module: not a module of /usr/bin/python3' });
});
