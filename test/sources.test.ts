import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import t, { type Test } from 'tap';
import { projectRoot } from '../ts/run/root.js';
import { run } from '../ts/run/process.js';
import { aptConfiguration, dependencyNames, hashMismatch } from '../ts/sources/apt.js';
import { debianEntry, deriveEntry, parseDeb822, parseOneLine } from '../ts/sources/aptEntries.js';
import { sourcesOfRecipes, sourcesOfSysroots } from '../ts/sources/known.js';
import { lockedEntry, readLock } from '../ts/sources/lock.js';
import { fetchSource, pinNewest, pinnedSource, refreshLock, type SourceSpec } from '../ts/sources/sources.js';
import { compareVersions, inSeries, upstreamOf } from '../ts/sources/version.js';
import { findProgram } from '../ts/sysroot/hostTools.js';
import { fakeApt, lineOf, sha256, sourceStanza, world, type World } from './sourcesFakes.js';

const fixtures = path.join(projectRoot(), 'test', 'fixtures', 'sources');

t.test('Debian versions', async (t) => {
  t.equal(upstreamOf('1:3.0.9-1'), '3.0.9');
  t.equal(upstreamOf('30+20221128-1'), '30+20221128');
  t.equal(upstreamOf('2.0-rc1-3~deb12u1'), '2.0-rc1');
  t.equal(upstreamOf('1.0'), '1.0');
  for (const [version, series, belongs] of [
    ['1.2.5-3.1~deb13u1', '1.2.5', true],
    ['1.2.51-1', '1.2.5', false],
    ['30+20221128-1', '30', true],
    ['1:19.1.7-3', '19.1', true],
    ['19.10-1', '19.1', false],
    ['4.2~rc1-1', '4.2', false],
  ] as const) {
    t.equal(inSeries(version, series), belongs, `${version} of ${series}`);
  }
  const ascending = ['0.9', '1.0~~', '1.0~~a', '1.0~', '1.0', '1.0-1~deb12u1', '1.0-1', '1.0-1+b1', '1.0-2', '1.0-10', '1.0a', '1.0+x', '1.2', '1.10', '1:0.1'];
  for (const [at, version] of ascending.entries()) {
    t.equal(compareVersions(version, version), 0);
    for (const later of ascending.slice(at + 1)) {
      t.equal(compareVersions(version, later), -1, `${version} < ${later}`);
      t.equal(compareVersions(later, version), 1);
    }
  }
  const dpkg = await findProgram('dpkg');
  await t.test('as dpkg orders them', { skip: dpkg === undefined && 'no dpkg' }, async (t) => {
    for (const [at, version] of ascending.slice(1).entries()) {
      const result = await run('dpkg', ['--compare-versions', ascending[at] ?? '', 'lt', version], { allowFailure: true });
      t.equal(result.exitCode, 0, `${String(ascending[at])} lt ${version}`);
    }
  });
});

t.test("the entry of Debian's main archive", async (t) => {
  const sources = parseDeb822(await readFile(path.join(fixtures, 'machine.sources'), 'utf8'));
  t.equal(sources.length, 3, 'a disabled stanza is left out');
  t.strictSame(sources[1]?.suites, ['bookworm', 'bookworm-updates'], 'a continuation line belongs to its field');
  const entry = debianEntry(sources);
  t.strictSame(entry?.uris, ['https://archive.invalid/debian/'], "another archive of the same suite's name, and a disc, are not it");
  t.equal(
    entry && deriveEntry(entry, 'sid', 'source'),
    [
      'Types: deb-src',
      'URIs: https://archive.invalid/debian/',
      'Suites: sid',
      'Components: main',
      'Architectures: amd64',
      'Targets: Sources',
      'Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg',
      'Check-Valid-Until: no',
      '',
    ].join('\n'),
    'the keyring stays, Trusted does not',
  );
  const list = parseOneLine(await readFile(path.join(fixtures, 'machine.list'), 'utf8'));
  t.equal(list.length, 3);
  t.strictSame(list[0]?.options, { architectures: 'amd64', 'signed-by': '/etc/apt/keyrings/other.gpg' });
  t.strictSame(list[1]?.components, ['main', 'contrib']);
  t.strictSame(debianEntry(list)?.uris, ['https://list.invalid/debian']);
  t.equal(debianEntry(list.slice(0, 1)), undefined, "somebody else's keyring is not Debian's archive");
  const inline = parseDeb822('Types: deb\nURIs: https://a.invalid/debian\nSuites: sid\nComponents: main\nSigned-By:\n -----BEGIN\n .\n abc\n');
  t.match(debianEntry(inline)?.options['signed-by'], /BEGIN\n \.\n abc/, 'a key inside the entry is kept as it is');
  t.match(aptConfiguration('/cache/apt/x', false), /^Dir::State::lists "\/cache\/apt\/x\/lists";$/m);
  t.notMatch(aptConfiguration('/cache/apt/x', false), /Sandbox/);
  t.match(aptConfiguration('/cache/apt/x', true), /^APT::Sandbox::User "root";$/m);
});

t.test('the lock file of this checkout', async (t) => {
  const lock = await readLock();
  for (const spec of [...sourcesOfSysroots(), ...(await sourcesOfRecipes())]) {
    const entry = lockedEntry(lock, spec);
    t.ok(inSeries(entry.version, spec.series), `${spec.package}@${spec.suite} ${entry.version}`);
  }
});

const spec: SourceSpec = { package: 'hello', suite: 'bookworm', series: '2.1' };

/** A world with apt, whose archive and lock have hello 2.1-1. */
async function archive(t: Test): Promise<{ w: World; orig: { name: string; sha256: string; size: number } }> {
  const w = await world(t);
  await fakeApt(w);
  const orig = await w.file('pool/hello/hello_2.1.orig.tar.gz', 'upstream');
  const debian = await w.file('pool/hello/hello_2.1-1.debian.tar.xz', 'packaging');
  await w.file('index/bookworm', sourceStanza('hello', '2.1-1', [orig, debian]));
  await w.lock({ 'hello@bookworm': { kind: 'source', series: '2.1', version: '2.1-1', files: [orig, debian] } });
  return { w, orig };
}

const aptCalls = async (w: World): Promise<string[]> =>
  (await w.calls()).filter((call) => call.startsWith('apt-get')).map((call) => call.replace(/-c \S+ /, ''));

t.test('a source is fetched once', async (t) => {
  const { w, orig } = await archive(t);
  t.strictSame(await pinnedSource(spec), { version: '2.1-1', files: [orig] }, 'what is pinned is known without a download');
  t.strictSame(await w.calls(), []);
  const fetched = await fetchSource(spec);
  t.strictSame(fetched, {
    version: '2.1-1',
    files: [{ ...orig, path: path.join(w.root, 'cache', 'sources', orig.sha256, orig.name) }],
  });
  t.strictSame(await aptCalls(w), ['apt-get update -q', 'apt-get source -q --download-only --only-source --tar-only hello=2.1-1']);
  await w.forgetCalls();
  t.strictSame(await fetchSource(spec), fetched);
  t.strictSame(await w.calls(), [], 'the second time from the cache');
  const packaged = await fetchSource({ ...spec, packaging: true });
  t.equal(packaged.files.length, 2);
  t.strictSame(await aptCalls(w), ['apt-get source -q --download-only --only-source hello=2.1-1'], 'the index that is here is enough');
});

t.test('two at once download once', async (t) => {
  const { w } = await archive(t);
  await Promise.all([fetchSource(spec), fetchSource(spec)]);
  t.equal((await aptCalls(w)).filter((call) => call.includes('source')).length, 1);
});

t.test('a binary package', async (t) => {
  const w = await world(t);
  await fakeApt(w);
  const deb = await w.file('pool/tool/tool_1.0_all.deb', 'deb');
  const stanza = `Package: tool\nVersion: 1.0\nFilename: pool/t/tool_1.0_all.deb\nSize: 3\nSHA256: ${deb.sha256}\n\n`;
  await w.file('index/trixie', `Package: tool\nStatus: install ok installed\nVersion: 3.0\n\n${stanza}`);
  await w.lock({ 'tool@trixie': { kind: 'binary', series: '1.0', version: '1.0', files: [deb] } });
  const fetched = await fetchSource({ package: 'tool', kind: 'binary', suite: 'trixie', series: '1.0' });
  t.equal(fetched.version, '1.0');
  t.strictSame(await aptCalls(w), ['apt-get update -q', 'apt-get download -q tool=1.0']);
});

t.test('a corrupt download is not kept', async (t) => {
  const { w, orig } = await archive(t);
  await w.file(`pool/hello/${orig.name}`, 'Upstream');
  t.equal(
    await lineOf(fetchSource(spec)),
    `${orig.name}: expected sha256 ${orig.sha256}, found ${sha256('Upstream')}; next: run the command again; the download was not kept`,
  );
  t.strictSame(await readdir(path.join(w.root, 'cache', 'sources', orig.sha256)), []);
  await w.file(`pool/hello/${orig.name}`, 'upstream');
  t.equal((await fetchSource(spec)).files.length, 1, 'and the next run is right');
});

t.test('what apt says of a hash', async (t) => {
  const { w, orig } = await archive(t);
  const bad = sha256('bad');
  await w.file(
    'trouble',
    `cat >&2 <<X
E: Failed to fetch https://archive.invalid/x  Hash Sum mismatch
   Hashes of expected file:
    - SHA256:${orig.sha256}
   Hashes of received file:
    - SHA256:${bad}
X
exit 100`,
  );
  t.match(await lineOf(fetchSource(spec)), `${orig.name}: expected sha256 ${orig.sha256}, found ${bad}; next: `);
  t.equal(hashMismatch('E: Failed to fetch x  404'), undefined);
});

t.test('a damaged file in the cache is removed', async (t) => {
  const { w, orig } = await archive(t);
  const file = (await fetchSource(spec)).files[0]?.path ?? '';
  await writeFile(file, 'rotten');
  t.equal(
    await lineOf(fetchSource(spec)),
    `${file}: expected sha256 ${orig.sha256}, found ${sha256('rotten')}; next: the damaged file was removed; run the command again to fetch it anew`,
  );
  await w.forgetCalls();
  t.equal((await fetchSource(spec)).files[0]?.path, file);
  t.equal((await aptCalls(w)).length, 1, 'fetched anew');
});

t.test('a full disk', async (t) => {
  const { w } = await archive(t);
  await w.file('trouble', "echo 'E: Write error - write (28: No space left on device)' >&2; exit 100");
  t.equal(
    await lineOf(fetchSource(spec)),
    `hello_2.1.orig.tar.gz: no space left in ${path.join(w.root, 'cache')}; next: free space there, or set WILDEBEEST_CACHE to another disk`,
  );
});

t.test('a suite that has gone on', async (t) => {
  const { w } = await archive(t);
  const orig = await w.file('pool/hello/hello_2.1.1.orig.tar.gz', 'newer upstream');
  const older = await w.file('pool/hello/hello_2.1.0.orig.tar.gz', 'older');
  const other = await w.file('pool/hello/hello_2.2.orig.tar.gz', 'another series');
  await w.file(
    'index/bookworm',
    sourceStanza('hello', '2.1.0-9', [older]) + sourceStanza('hello', '2.1.1-1', [orig]) + sourceStanza('hello', '2.2-1', [other]),
  );
  process.env.WILDEBEEST_LOCKED = '1';
  t.equal(
    await lineOf(fetchSource(spec)),
    'hello@bookworm: the lock file has 2.1-1, the suite only 2.1.1-1, and --locked is set; next: wildebeest sources --refresh',
  );
  delete process.env.WILDEBEEST_LOCKED;
  t.equal((await fetchSource(spec)).version, '2.1.1-1', "the newest of the series, not the suite's newest");
  t.match(
    w.said(),
    'hello@bookworm: the lock file has 2.1-1, which the suite no longer has; using 2.1.1-1; next: wildebeest sources --refresh\n',
  );
  await w.forgetCalls();
  t.strictSame(await pinnedSource(spec), { version: '2.1.1-1', files: [orig] }, 'remembered, so that keys are right without network');
  t.equal((await fetchSource(spec)).version, '2.1.1-1');
  t.strictSame(await w.calls(), []);
  process.env.WILDEBEEST_LOCKED = '1';
  t.equal((await pinnedSource(spec)).version, '2.1-1', '--locked does not take what was remembered');
  t.match(await lineOf(fetchSource(spec)), '--locked is set');
});

t.test('no version of the series', async (t) => {
  const { w, orig } = await archive(t);
  await w.file('index/bookworm', sourceStanza('hello', '3.0-1', [{ ...orig, name: 'hello_3.0.orig.tar.gz' }]));
  t.match(await lineOf(fetchSource(spec)), 'hello@bookworm: bookworm has no 2.1-1 nor another of series 2.1 (it has: 3.0-1); next: ');
});

t.test('a published file that changed is refused', async (t) => {
  const { w, orig } = await archive(t);
  const changed = { ...orig, sha256: sha256('changed') };
  for (const version of ['2.1-1', '2.1-2']) {
    await w.file('index/bookworm', sourceStanza('hello', version, [changed]));
    const refused = `${orig.name}: the index of bookworm has sha256 ${changed.sha256}, the lock file has ${orig.sha256}: refused; next: `;
    t.match(await lineOf(fetchSource(spec)), refused);
    t.match(await lineOf(refreshLock([spec])), refused);
  }
});

t.test('names of a dependency field', (t) => {
  const field = ' libc-dev (>= 1) | other,\n zlib1g-dev:native, libcap-dev [linux-any], libkvm-dev [kfreebsd-any], hurd-dev [!linux-any],\n x-dev [!hurd-any], dejagnu <!nocheck>, doxygen <!nodoc>, cross <!cross>, libc-dev,';
  t.strictSame(dependencyNames(field), ['libc-dev', 'zlib1g-dev', 'libcap-dev', 'x-dev', 'cross']);
  t.strictSame(dependencyNames(''), []);
  t.end();
});

t.test('a new source is pinned in its newest version, and one that is pinned stays', async (t) => {
  const { w, orig } = await archive(t);
  const stanza = (version: string, more = ''): string =>
    sourceStanza('greet', version, [{ ...orig, name: `greet_${version}.orig.tar.gz` }]).replace('Checksums', `Binary: greet, libgreet-dev\n${more}Checksums`);
  const other = sourceStanza('zlib', '1:1.2-1', [orig]).replace('Checksums', 'Binary: zlib1g,\n zlib1g-dev\nChecksums');
  await w.file('index/bookworm', `${stanza('1.10+dfsg-1', 'Build-Depends: zlib1g-dev (>= 1),\n meson\n')}${stanza('1.9-1')}${other}`);
  const before = await readLock();
  const { spec: found, control, others } = await pinNewest('greet', 'bookworm', ['zlib']);
  t.strictSame(found, { package: 'greet', suite: 'bookworm', series: '1.10' });
  t.strictSame(control, { version: '1.10+dfsg-1', binaries: ['greet', 'libgreet-dev'], buildDepends: ['zlib1g-dev', 'meson'] });
  t.strictSame(others.get('zlib')?.binaries, ['zlib1g', 'zlib1g-dev']);
  const lock = await readLock();
  t.match(lock['greet@bookworm'], { series: '1.10', version: '1.10+dfsg-1', files: [{ name: 'greet_1.10+dfsg-1.orig.tar.gz' }] });
  t.strictSame({ ...lock, 'greet@bookworm': undefined }, { ...before, 'greet@bookworm': undefined }, 'nothing else changes');
  await w.file('index/bookworm', stanza('2.0-1'));
  t.strictSame((await pinNewest('greet', 'bookworm', [])).spec.series, '1.10', 'the lock is kept');
  t.match(await lineOf(pinNewest('nothing', 'bookworm', [])), "bookworm has no source package 'nothing'");
});

t.test('an index of an earlier day', async (t) => {
  const { w, orig } = await archive(t);
  await fetchSource({ ...spec, packaging: true });
  const debian = await w.file('pool/hello/hello_2.1-2.debian.tar.xz', 'packaging 2');
  await w.file('index/bookworm', sourceStanza('hello', '2.1-2', [orig, debian]));
  await w.file('trouble', "case $* in *2.1-1) echo 'E: Failed to fetch x  404  Not Found' >&2; exit 100 ;; esac");
  await rm(path.join(w.root, 'cache', 'sources'), { recursive: true });
  await w.forgetCalls();
  t.equal((await fetchSource({ ...spec, packaging: true })).version, '2.1-2');
  t.strictSame(
    (await aptCalls(w)).map((call) => call.split(' ').at(-1)),
    ['hello=2.1-1', '-q', 'hello=2.1-2'],
    'a 404 reads the index anew, once',
  );
});

t.test('apt can reach nothing', async (t) => {
  const { w } = await archive(t);
  await w.tool('apt-get', "echo 'E: Failed to fetch x  Temporary failure resolving y' >&2; exit 100");
  t.equal(
    await lineOf(fetchSource(spec)),
    'apt-get update of bookworm: Failed to fetch x  Temporary failure resolving y; next: check the network, or put the file into a folder and set WILDEBEEST_SOURCES to it',
  );
});

t.test('no apt', async (t) => {
  const w = await world(t);
  const orig = await w.file('given/hello_2.1.orig.tar.gz', 'upstream');
  await w.lock({ 'hello@bookworm': { kind: 'source', series: '2.1', version: '2.1-1', files: [orig] } });
  t.equal(
    await lineOf(fetchSource(spec)),
    `${orig.name} (sha256 ${orig.sha256}): not in the cache, and there is no apt to fetch it; next: put it into a folder and set WILDEBEEST_SOURCES to that folder`,
  );
  process.env.WILDEBEEST_SOURCES = path.join(w.root, 'given');
  t.equal((await fetchSource(spec)).files.length, 1, "the user's folder has it");
  delete process.env.WILDEBEEST_SOURCES;
  t.equal((await fetchSource(spec)).files.length, 1, 'and it was copied into the cache');
  t.equal(await readFile(path.join(w.root, 'given', orig.name), 'utf8'), 'upstream', "the user's file stays");
});

t.test("a wrong file in the user's folder", async (t) => {
  const { w, orig } = await archive(t);
  await w.file(`given/${orig.name}`, 'something else');
  process.env.WILDEBEEST_SOURCES = path.join(w.root, 'given');
  t.equal(
    await lineOf(fetchSource(spec)),
    `${path.join(w.root, 'given', orig.name)}: expected sha256 ${orig.sha256}, found ${sha256('something else')}; next: remove it from that folder, or put the right file there`,
  );
  process.env.WILDEBEEST_SOURCES = path.join(w.root, 'nowhere');
  t.match(await lineOf(fetchSource(spec)), `${path.join(w.root, 'nowhere')}: no such folder; next: `);
});

t.test("apt without Debian's archive", async (t) => {
  const { w } = await archive(t);
  await w.file('machine/sources.list', 'deb https://other.invalid/ubuntu jammy main\n');
  t.match(await lineOf(fetchSource(spec)), "no entry for Debian's main archive; next: add one, or put the files into a folder");
});

t.test('refresh', async (t) => {
  const { w } = await archive(t);
  const orig = await w.file('pool/hello/hello_2.1.1.orig.tar.gz', 'newer upstream');
  await w.file('index/bookworm', sourceStanza('hello', '2.1.1-1', [orig]));
  const other = { kind: 'source', series: '1', version: '1-1', files: [{ ...orig, name: 'old_1.orig.tar.gz' }] };
  await w.lock({ ...(JSON.parse(await readFile(path.join(w.root, 'lock.json'), 'utf8')) as object), 'old@sid': other });
  t.strictSame(await refreshLock([spec, spec]), [
    { key: 'hello@bookworm', before: '2.1-1', after: '2.1.1-1' },
    { key: 'old@sid', before: '1-1', after: undefined },
  ]);
  t.strictSame(await readLock(), { 'hello@bookworm': { kind: 'source', series: '2.1', version: '2.1.1-1', files: [orig] } });
  t.match(await lineOf(refreshLock([{ ...spec, series: '9' }])), 'hello@bookworm: bookworm has no version of series 9 (it has: 2.1.1-1)');
  t.match(await lineOf(refreshLock([spec, { ...spec, series: '9' }])), 'hello@bookworm: wanted as series 2.1 and as series 9');
});

t.test('the lock file is checked', async (t) => {
  const w = await world(t);
  const file = path.join(w.root, 'lock.json');
  t.equal(await lineOf(pinnedSource(spec)), `hello@bookworm: not in ${file}; next: wildebeest sources --refresh`);
  const entry = { kind: 'source', series: '2.0', version: '2.0-1', files: [{ name: 'a.tar.gz', sha256: sha256(''), size: 1 }] };
  await w.lock({ 'hello@bookworm': entry });
  t.match(await lineOf(pinnedSource(spec)), `hello@bookworm: ${file} pins series 2.0 (source), wanted is 2.1; next: `);
  await w.lock({ 'hello@bookworm': { ...entry, files: [{ name: '../a', sha256: sha256(''), size: 1 }] } });
  t.equal(await lineOf(pinnedSource(spec)), `${file}: hello@bookworm.files[0].name: not a file name of a package archive`);
  await writeFile(file, '{');
  t.match(await lineOf(pinnedSource(spec)), `${file}: not JSON: `);
});

/** A signed archive on disk with one source package, and a machine configuration that names it. */
async function signedArchive(w: World): Promise<{ orig: { name: string; sha256: string; size: number }; pool: string }> {
  // apt checks signatures with a shell script, which needs the usual tools.
  process.env.PATH = w.machinePath;
  const gpg = path.join(w.root, 'gpg');
  await mkdir(gpg, { mode: 0o700 });
  const sign = async (...args: string[]): Promise<void> => {
    await run('gpg', ['--homedir', gpg, '--batch', '--yes', '--pinentry-mode', 'loopback', '--passphrase', '', ...args]);
  };
  await sign('--quick-gen-key', 'Archive <archive@example.invalid>', 'ed25519', 'sign', 'never');
  const keyring = path.join(w.root, 'debian-archive-keyring.gpg');
  await sign('--output', keyring, '--export');
  const pool = 'debian/pool/main/h/hello';
  const orig = await w.file(`${pool}/hello_2.1.orig.tar.gz`, 'upstream');
  const debian = await w.file(`${pool}/hello_2.1-1.debian.tar.xz`, 'packaging');
  const dsc = await w.file(`${pool}/hello_2.1-1.dsc`, 'dsc');
  const stanza = [
    ...['Package: hello', 'Binary: hello', 'Version: 2.1-1', 'Architecture: any', 'Format: 3.0 (quilt)'],
    ...['Directory: pool/main/h/hello', 'Checksums-Sha256:'],
    ...[dsc, orig, debian].map((file) => ` ${file.sha256} ${String(file.size)} ${file.name}`),
  ];
  const dist = 'debian/dists/bookworm';
  const index = await w.file(`${dist}/main/source/Sources`, `${stanza.join('\n')}\n\n`);
  const release = ['Origin: Debian', 'Suite: stable', 'Codename: bookworm', 'Components: main', 'Architectures: amd64'];
  release.push(`Date: ${new Date().toUTCString().replace('GMT', 'UTC')}`, 'SHA256:');
  release.push(` ${index.sha256} ${String(index.size)} main/source/Sources`, '');
  await w.file(`${dist}/Release`, release.join('\n'));
  await sign('--clearsign', '--output', path.join(w.root, dist, 'InRelease'), path.join(w.root, dist, 'Release'));
  await run('gpgconf', ['--homedir', gpg, '--kill', 'all'], { allowFailure: true });
  await w.file('machine/sources.list', `deb [signed-by=${keyring}] file:${path.join(w.root, 'debian')} bookworm main\n`);
  const none = path.join(w.root, 'machine', 'none');
  const settings = { sourcelist: path.join(w.root, 'machine', 'sources.list'), sourceparts: none, parts: none, main: none };
  const lines = Object.entries(settings).map(([name, value]) => `Dir::Etc::${name} "${value}";`);
  process.env.APT_CONFIG = path.join(w.root, 'machine', 'apt.conf');
  await writeFile(process.env.APT_CONFIG, `${lines.join('\n')}\n`);
  await w.lock({ 'hello@bookworm': { kind: 'source', series: '2.1', version: '2.1-1', files: [orig, debian] } });
  return { orig, pool: path.join(w.root, pool) };
}

const lacking: string[] = [];
for (const name of ['gpg', 'gpgv', 'gpgconf', 'apt-get', 'apt-config']) if ((await findProgram(name)) === undefined) lacking.push(name);

t.test('the real apt', { skip: lacking.length > 0 && `no ${lacking.join(', ')}` }, (t) => {
  t.test('fetches what a signed index names', async (t) => {
    const w = await world(t);
    const { orig } = await signedArchive(w);
    const fetched = await fetchSource(spec);
    t.strictSame(fetched.files.map(({ name, sha256: hash }) => [name, hash]), [[orig.name, orig.sha256]]);
    t.equal((await fetchSource({ ...spec, packaging: true })).files.length, 2);
    t.strictSame(await refreshLock([spec]), [{ key: 'hello@bookworm', before: '2.1-1', after: '2.1-1' }]);
  });
  t.test('refuses a file that is not what the index says', async (t) => {
    const w = await world(t);
    const { orig, pool } = await signedArchive(w);
    await writeFile(path.join(pool, orig.name), 'UPSTREAM');
    t.match(await lineOf(fetchSource(spec)), `${orig.name}: expected sha256 ${orig.sha256}, found ${sha256('UPSTREAM')}; next: `);
  });
  t.test('refuses an index that is not signed so', async (t) => {
    const w = await world(t);
    await signedArchive(w);
    const file = path.join(w.root, 'debian', 'dists', 'bookworm', 'InRelease');
    await writeFile(file, (await readFile(file, 'utf8')).replace('Suite: stable', 'Suite: Stable'));
    t.match(await lineOf(fetchSource(spec)), /^apt-get update of bookworm: .*(invalid signature|BADSIG)/i);
  });
  t.end();
});
