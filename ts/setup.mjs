// What `npm start`, `npm test`, `npm run bench` and `npm run prebuildify` run on a fresh clone, before anything is installed: plain Node, no packages.
// It installs the npm packages and the system's tools, compiles the driver, and hands on.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, readdirSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const started = performance.now();

function say(text) {
  process.stderr.write(`[${((performance.now() - started) / 1000).toFixed(0)} s] ${text}\n`);
}

function stop(text, code = 1) {
  process.stderr.write(`wildebeest: ${text}\n`);
  process.exit(code);
}

/** Runs a command on this terminal; ends with its status when it fails. */
function run(what, command, args, next) {
  say(what);
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (result.error) stop(`${command}: ${result.error.code === 'ENOENT' ? 'not found' : result.error.message}`);
  if (result.status !== 0) stop(`${what}: ${result.signal ?? `exit ${result.status}`}${next ? `; next: ${next}` : ''}`, result.status ?? 1);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) stop(`Node ${process.versions.node} is too old; next: install Node 20.19 or newer`);

const lock = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex');
const stamp = path.join(root, 'node_modules', '.installed-lock');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  // A link, as in a second worktree, leads to another checkout's packages, which npm ci would remove.
  if (lstatSync(path.dirname(stamp), { throwIfNoEntry: false })?.isSymbolicLink()) unlinkSync(path.dirname(stamp));
  run('npm packages: npm ci', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], 'see what npm says above');
  writeFileSync(stamp, lock);
}
run('compiling the driver: tsc', process.execPath, [path.join('node_modules', 'typescript', 'bin', 'tsc'), '-p', '.'], 'mend the source');

const bin = path.join(root, 'dist', 'ts', 'bin.js');
run('system tools: wildebeest doctor --install', process.execPath, [bin, 'doctor', '--install'], 'install what doctor names');

buildNative();

const [task, ...rest] = process.argv.slice(2);
if (task === 'start') {
  const own = rest.includes('--target') ? [] : ['--target', 'native'];
  const args = [bin, 'matrix', '--only', 'recipe', ...own, ...rest];
  run('unpatched packages through the shim: wildebeest matrix', process.execPath, args, 'the log that the table names');
} else if (task === 'test') {
  process.exitCode = await test(rest);
} else if (task === 'prebuildify') {
  run('addons for other machines: prebuildify', process.execPath, [path.join('dist', 'ts', 'elf', 'prebuildify.js'), ...rest]);
} else if (task === 'bench') {
  const known = readdirSync(path.join(root, 'bench')).flatMap((file) => /^(.*)\.bench\.ts$/.exec(file)?.[1] ?? []);
  if (rest.length === 0 || !known.includes(rest[0])) stop(`bench: name one of: ${known.join(', ')}`, 2);
  run(`benchmark: ${rest.join(' ')}`, process.execPath, [path.join(root, 'dist', 'bench', `${rest[0]}.bench.js`), ...rest.slice(1)]);
} else {
  stop(`setup.mjs: unknown task '${task ?? ''}'; it knows start, test, bench and prebuildify`, 2);
}

/** Builds the native ELF reader when what it is made of has changed. */
function buildNative() {
  const hash = createHash('sha256').update(JSON.stringify([lock, process.arch, process.versions.modules]));
  const below = readdirSync(path.join(root, 'native'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = ['CMakeLists.txt', ...below.map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))).sort()];
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  const inputs = hash.digest('hex');
  const stamp = path.join(root, 'build', '.inputs');
  if (existsSync(path.join(root, 'build', 'Release', 'wildebeest_elf.node')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return;
  run('native ELF reader: npm run build:native', 'npm', ['run', '--silent', 'build:native'], 'see what the compiler says above');
  writeFileSync(stamp, inputs);
}

/**
 * Runs the tests (all, or those whose names begin as given). Of tap's output it shows the result of each file and, for what
 * failed, every line that explains it; the last line counts.
 */
async function test(names) {
  const compiled = path.join(root, 'dist', 'test');
  const files = readdirSync(path.join(root, 'test'))
    .filter((file) => file.endsWith('.test.ts') && (names.length === 0 || names.some((name) => file.startsWith(name))))
    .map((file) => path.join(compiled, file.replace(/ts$/, 'js')));
  if (files.length === 0) stop(`no test file begins with ${names.join(' or ')}`, 2);
  say(`tests: ${files.length} files`);
  const args = [path.join('node_modules', 'tap', 'dist', 'esm', 'run.mjs'), '--reporter=tap', '--disable-coverage', '--timeout=4000', '--jobs=2'];
  const tap = spawn(process.execPath, [...args, ...files], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let totals = '';
  let explaining = false;
  for await (const line of createInterface({ input: tap.stdout })) {
    if (/^# \{ total: /.test(line)) totals = line;
    const point = /^( *)(not )?ok /.exec(line);
    if (point || /^ *(# Subtest|1\.\.)/.test(line)) explaining = Boolean(point?.[2]);
    if (explaining || (point && point[1].length <= 4)) process.stdout.write(`${line.replace(/ \{$/, '')}\n`);
  }
  const status = await new Promise((resolve) => (tap.exitCode === null && tap.signalCode === null ? tap.once('close', resolve) : resolve(tap.exitCode)));
  const count = (word) => Number(new RegExp(`\\b${word}: (\\d+)`).exec(totals)?.[1] ?? 0);
  const passed = count('pass');
  // A run in which nothing was tested, or whose runner failed, must not look like a success.
  const failed = count('fail') || (status === 0 && passed > 0 ? 0 : 1);
  say('done');
  process.stdout.write(`${passed} passed, ${failed} failed, ${count('skip') + count('todo')} skipped\n`);
  return failed === 0 ? 0 : 1;
}
