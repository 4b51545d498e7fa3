import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, mkdtemp, readFile, readdir, readlink, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import t, { type Test } from 'tap';
import { writeOciArchive, type ImageConfig } from '../ts/image/archive.js';
import { loadBase } from '../ts/image/base.js';
import { withContainer } from '../ts/image/container.js';
import { withMachine } from '../ts/image/machine.js';
import { assembleRoot, isForDevelopment, linkAfterMove, placeOf, type Part } from '../ts/image/root.js';
import { run } from '../ts/run/process.js';
import { report } from '../ts/run/reporter.js';
import { projectRoot } from '../ts/run/root.js';
import { exists } from '../ts/run/store.js';
import { ensureSysroot } from '../ts/sysroot/sysroot.js';
import { findProgram } from '../ts/sysroot/hostTools.js';
import { hostTarget, loadTarget, targetNames } from '../ts/targets/target.js';

report.quiet = true;
const bin = path.join(projectRoot(), 'dist', 'ts', 'bin.js');
const config: ImageConfig = { command: ['/usr/sbin/init'], stopSignal: 'SIGRTMIN+3', reference: 'libwildebeest:test', epoch: 1_000_000_000 };

async function temporary(t: Test): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'wildebeest-image-'));
  t.teardown(() => rm(folder, { recursive: true }));
  return folder;
}

/** Two packages as they were installed; what must not matter (times, modes that a umask gives, order) differs with `late`. */
async function packages(folder: string, late: boolean): Promise<Part[]> {
  const shell = path.join(folder, 'shell');
  const tools = path.join(folder, 'tools');
  const files: [string, string, number][] = [
    [path.join(shell, 'bin', 'sh'), 'shell', late ? 0o700 : 0o755],
    [path.join(shell, 'usr', 'include', 'shell.h'), 'header', 0o644],
    [path.join(tools, 'usr', 'bin', 'true'), 'true', 0o755],
    [path.join(tools, 'usr', 'bin', 'sh'), 'another shell', 0o755],
    [path.join(tools, 'lib', 'libtools.so.1'), 'library', 0o755],
    [path.join(tools, 'etc', 'hosts'), "the package's own", late ? 0o600 : 0o644],
  ];
  for (const [file, text, mode] of late ? files.reverse() : files) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    await chmod(file, mode);
    if (late) await utimes(file, 1, 1);
  }
  await mkdir(path.join(tools, 'usr', 'lib'), { recursive: true });
  await symlink('../../lib/libtools.so.1', path.join(tools, 'usr', 'lib', 'libtools.so'));
  await symlink('../usr/bin/true', path.join(tools, 'lib', 'up'));
  await mkdir(path.join(tools, 'var', 'spool'), { recursive: true });
  return [
    { name: 'shell', folder: shell },
    { name: 'tools', folder: tools },
  ];
}

t.test('where files of packages stand in an image', (t) => {
  t.equal(placeOf('bin/sh'), 'usr/bin/sh');
  t.equal(placeOf('lib'), 'usr/lib');
  t.equal(placeOf('library/x'), 'library/x');
  t.equal(placeOf('usr/bin/sh'), 'usr/bin/sh');
  t.equal(linkAfterMove('lib/ld.so', 'usr/lib/ld.so', '../usr/lib/libc.so'), 'libc.so');
  t.equal(linkAfterMove('lib/ld.so', 'usr/lib/ld.so', '/usr/lib/libc.so'), '/usr/lib/libc.so');
  t.equal(linkAfterMove('lib/a', 'usr/lib/a', 'b'), 'b');
  t.equal(linkAfterMove('usr/lib/a', 'usr/lib/a', '../../lib/a.1'), '../../lib/a.1', 'lib is a link into usr');
  for (const file of ['usr/include/stdio.h', 'usr/lib/libx.a', 'usr/lib/crt1.o', 'usr/lib/pkgconfig/x.pc', 'usr/share/man/man1/x.1', 'usr/include']) {
    t.ok(isForDevelopment(file), file);
  }
  for (const file of ['usr/lib/libx.so.1', 'usr/share/dbus-1/system.conf', 'usr/lib/systemd/systemd', 'usr/share/info.txt']) t.notOk(isForDevelopment(file), file);
  t.end();
});

t.test('a root file system of two packages', async (t) => {
  const folder = await temporary(t);
  const root = path.join(folder, 'root');
  await mkdir(root);
  const clashes = await assembleRoot(root, await packages(path.join(folder, 'packages'), false), await loadBase());
  t.same(clashes, [{ path: 'usr/bin/sh', of: ['shell', 'tools'] }]);
  t.equal(await readFile(path.join(root, 'bin', 'sh'), 'utf8'), 'another shell', 'the last has it');
  t.equal(await readFile(path.join(root, 'lib', 'libtools.so'), 'utf8'), 'library');
  t.equal(await readFile(path.join(root, 'lib', 'up'), 'utf8'), 'true', 'a link leads where it led');
  t.equal(await readFile(path.join(root, 'etc', 'hosts'), 'utf8'), "the package's own", 'the base writes over nothing');
  t.notOk(await exists(path.join(root, 'usr', 'include')));
  t.ok(await exists(path.join(root, 'var', 'spool')), 'an empty folder stays');
  t.equal(await readlink(path.join(root, 'bin')), 'usr/bin');
  const modeOf = async (file: string): Promise<string> => ((await lstat(path.join(root, file))).mode & 0o7777).toString(8);
  t.equal(await modeOf('tmp'), '1777');
  t.equal(await modeOf('root'), '700');
  t.equal(await modeOf('etc/shadow'), '600');
  t.equal(await modeOf('etc/machine-id'), '444');
});

t.test('an archive depends on what is in it alone, and is an OCI image layout', async (t) => {
  const folder = await temporary(t);
  const archives: Buffer[] = [];
  for (const late of [false, true]) {
    const here = path.join(folder, String(late));
    const root = path.join(here, 'root');
    await mkdir(root, { recursive: true });
    await mkdir(path.join(here, 'scratch'));
    const before = process.umask(late ? 0o077 : 0o022);
    try {
      await assembleRoot(root, await packages(path.join(here, 'packages'), late), await loadBase());
    } finally {
      process.umask(before);
    }
    const file = path.join(here, 'image.tar');
    await writeOciArchive(root, file, await loadTarget('armv7'), config, path.join(here, 'scratch'));
    archives.push(await readFile(file));
  }
  t.ok(archives[0]?.equals(archives[1] ?? Buffer.alloc(0)), 'the same, byte for byte');

  const layout = path.join(folder, 'layout');
  await mkdir(layout);
  await run('tar', ['-xf', path.join(folder, 'false', 'image.tar'), '-C', layout]);
  interface Descriptor {
    digest: string;
    size: number;
  }
  const blob = async ({ digest, size }: Descriptor): Promise<Buffer> => {
    const bytes = await readFile(path.join(layout, 'blobs', digest.replace(':', '/')));
    t.equal(`sha256:${createHash('sha256').update(bytes).digest('hex')}`, digest);
    t.equal(bytes.length, size);
    return bytes;
  };
  const json = async <T>(descriptor: Descriptor): Promise<T> => JSON.parse((await blob(descriptor)).toString()) as T;
  t.same(JSON.parse(await readFile(path.join(layout, 'oci-layout'), 'utf8')), { imageLayoutVersion: '1.0.0' });
  const index = JSON.parse(await readFile(path.join(layout, 'index.json'), 'utf8')) as { manifests: (Descriptor & { platform: unknown; annotations: unknown })[] };
  t.same(index.manifests[0]?.platform, { architecture: 'arm', variant: 'v7', os: 'linux' });
  t.same(index.manifests[0]?.annotations, { 'org.opencontainers.image.ref.name': 'libwildebeest:test' });
  const manifest = await json<{ config: Descriptor; layers: Descriptor[] }>(index.manifests[0] ?? { digest: '', size: 0 });
  const image = await json<{ created: string; config: { Cmd: string[] }; rootfs: { diff_ids: string[] } }>(manifest.config);
  t.equal(image.created, '2001-09-09T01:46:40.000Z');
  t.same(image.config.Cmd, config.command);
  t.same(image.rootfs.diff_ids, manifest.layers.map(({ digest }) => digest), 'the layer is not compressed');
  await blob(manifest.layers[0] ?? { digest: '', size: 0 });
  t.equal((await readdir(path.join(layout, 'blobs', 'sha256'))).length, 3, 'nothing else is in it');
  const { stdout } = await run('tar', ['--numeric-owner', '-tvf', path.join(layout, 'blobs', 'sha256', (manifest.layers[0]?.digest ?? '').replace('sha256:', ''))]);
  t.match(stdout, /^drwxrwxrwt 0\/0 +0 2001-09-09 01:46 \.\/tmp\/$/m);
  t.match(stdout, /^-rw------- 0\/0 .* \.\/etc\/shadow$/m);
});

t.test('every target says what container engines call it', async (t) => {
  const platforms = await Promise.all((await targetNames()).map(async (name) => JSON.stringify((await loadTarget(name)).container)));
  t.equal(new Set(platforms).size, platforms.length);
});

t.test('what is wrong is said before anything is built', async (t) => {
  const folder = await temporary(t);
  const image = async (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> => {
    const ended = await run(process.execPath, [bin, 'image', ...args], { allowFailure: true, env: { ...process.env, WILDEBEEST_CACHE: path.join(folder, 'cache'), ...env } });
    t.not(ended.exitCode, 0);
    return ended.stderr.trim().replaceAll(folder, '');
  };
  t.match(await image([]), /^wildebeest: image: nothing to write; next: name --directory, --oci or both$/);
  t.match(await image(['--directory', folder]), /^wildebeest: : is there already; next: remove it, or choose another name$/);
  t.match(await image(['--kernel', 'vmlinuz']), /^wildebeest: image: --kernel: nothing is booted; next: add --boot$/);
  t.match(await image(['--boot', '--kernel', path.join(folder, 'vmlinuz')]), /there is no such kernel; next: a package linux-image/);
  t.match(await image(['--oci', path.join(folder, 'none', 'x.tar')]), /there is no folder \/none; next: make it first$/);
  t.match(await image(['no-such', '--oci', path.join(folder, 'x.tar')]), /^wildebeest: recipe: no recipe 'no-such'/);
  t.match(await image(['--oci', path.join(folder, 'x.tar')], { SOURCE_DATE_EPOCH: 'today' }), /^wildebeest: SOURCE_DATE_EPOCH: 'today' is no number of seconds; next: date \+%s prints one$/);
  t.same(await readdir(folder), [], 'nothing is left behind');
});

const root = process.getuid?.() === 0;

t.test('a container is a machine of its own, whose root is nobody outside', { skip: root ? false : 'only root may make a container' }, async (t) => {
  const folder = await temporary(t);
  const sysroot = await ensureSysroot(await hostTarget());
  const programs = path.join(folder, 'programs', 'usr', 'sbin');
  await mkdir(programs, { recursive: true });
  await run(path.join(sysroot.path, 'toolchain', 'bin', 'cc'), ['-static', '-o', path.join(programs, 'init'), path.join(projectRoot(), 'test', 'programs', 'init.c')]);
  const image = path.join(folder, 'image');
  await mkdir(image);
  await assembleRoot(image, [{ name: 'init', folder: path.join(folder, 'programs') }], await loadBase());
  const log = path.join(folder, 'log');
  const [told, ended] = await withContainer({ root: image, etc: { 'further/file': 'text' }, log }, async ({ inside, besideNetwork, ended }) => {
    const told = (await inside(['init', 'tell', log])).stdout;
    const [program = '', ...words] = besideNetwork;
    t.match((await run(program, [...words, 'cat', '/proc/net/dev'])).stdout, /^ *lo:/m, "a program of this machine sees the container's network");
    t.not((await inside(['no-such-program'])).exitCode, 0);
    await inside(['init', 'off']);
    return [told, await ended] as const;
  });
  t.same(told.split('\n'), ['users 0 others 65536', 'interface lo', 'uid 0', 'file of the host hidden', 'cgroup made', 'sys read-only', 'null opened', 'file of root read', '']);
  t.equal(ended.exitCode, 130, 'turning it off ends it as reboot(2) says');
  t.match(await readFile(log, 'utf8'), /^init of \/usr\/sbin\/init$/m, 'its console is the log');
  t.same((await readdir(os.tmpdir())).filter((name) => name.startsWith('wildebeest-container-')), [], 'nothing is left behind');

  await t.rejects(
    withContainer({ root: image, etc: {}, log }, () => Promise.reject(new Error('the work fails'))),
    { message: 'the work fails' },
  );
  await rm(path.join(image, 'usr', 'sbin', 'init'));
  await t.rejects(withContainer({ root: image, etc: {}, log }, ({ ended }) => ended), { message: /could not be started/ });
});

t.test('a container that only root may make is refused to others', { skip: root ? 'this is root' : false }, async (t) => {
  await t.rejects(withContainer({ root: '/', etc: {}, log: '/dev/null' }, () => Promise.resolve()), { message: /root alone may give/ });
});

const emulator = (await findProgram('qemu-system-x86_64')) !== undefined && (await findProgram('cpio')) !== undefined;

t.test('a virtual machine that does not start says why, and leaves nothing behind', { skip: emulator ? false : 'there is no qemu-system-x86_64, or no cpio' }, async (t) => {
  const root = t.testdir({ usr: { sbin: { init: 'no program' } }, vmlinuz: 'no kernel' });
  const target = await loadTarget('x86_64');
  const before = (await readdir(os.tmpdir())).filter((name) => name.startsWith('wildebeest-machine-'));
  const start = withMachine({ target, kernel: path.join(root, 'vmlinuz'), root, log: path.join(root, 'log') }, () => Promise.resolve());
  await t.rejects(start, { message: /^image: the virtual machine is gone \(exit 1\) .*kernel/ });
  t.same((await readdir(os.tmpdir())).filter((name) => name.startsWith('wildebeest-machine-') && !before.includes(name)), []);
});
