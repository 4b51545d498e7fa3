import { chmod, lstat, mkdir, mkdtemp, readdir, readlink, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure, errnoOf } from '../run/failure.js';
import { ending, quote, run, type RunResult } from '../run/process.js';

/** A folder or file of the host and where the sandbox sees it. */
export interface Mount {
  source: string;
  target: string;
  /** Default: read-only. */
  writable?: boolean;
}

export interface SandboxOptions {
  mounts: readonly Mount[];
  /** Working folder, as the sandbox sees it. */
  cwd: string;
  /** The whole environment. */
  env: Readonly<Record<string, string>>;
  /** Links that are made in the sandbox: the musl loader, for one. */
  links?: readonly { path: string; target: string }[];
  /** Further files of /etc, by name. */
  etc?: Readonly<Record<string, string>>;
  /** The command is user 0 of the sandbox's own user namespace, with its capabilities: over what the sandbox made, and nothing outside. */
  root?: boolean;
  log?: string;
  /** Milliseconds. */
  timeout?: number;
  allowFailure?: boolean;
}

/** The user that a sandbox runs as when the driver is started as root: `nobody`. */
const unprivileged = 65534;

/** The GNU compilers by any name that a Debian-like system gives them. */
const hostCompiler = /^(?:[\w.]+-linux-gnu\w*-)?(?:gcc|g\+\+|cpp|cc|c\+\+|c89|c99|c89-gcc|c99-gcc|gfortran)(?:-[\d.]+)?$/;

/** What tells of the host's own libraries: ncursesw6-config, xml2-config… pkg-config does not: its folders are hidden. */
const hostConfig = /(?<!\bpkg|\bllvm)-config$/;

/** What the sandbox shows of the host's own system, found by looking at it. */
export interface HostView {
  /** Links of the root folder (`/bin` -> `usr/bin`) and real folders beside /usr (`/bin` of a host that is not merged). */
  roots: { path: string; link: string | undefined }[];
  /** Entries of the host's /lib; the sandbox's /lib is a folder of links to them, because musl's loader has to be in it. */
  lib: { link: string | undefined; entries: string[] };
  /** Folders with headers, local software and pkg-config files: hidden. */
  hidden: string[];
  /** The host's own compilers other than clang, and what tells of its libraries: hidden, so that a build can't take them unnoticed. */
  programs: string[];
  /** Files of /etc that host tools need: targets of Debian's alternatives. */
  etc: string[];
}

async function isFolder(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isDirectory();
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Looks at the host once. */
async function lookAtHost(): Promise<HostView> {
  const view: HostView = { roots: [], lib: { link: undefined, entries: [] }, hidden: [], programs: [], etc: [] };
  for (const root of ['/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32']) {
    let link: string | undefined;
    try {
      if ((await lstat(root)).isSymbolicLink()) link = await readlink(root);
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') continue;
      throw error;
    }
    if (root === '/lib') view.lib = { link, entries: (await readdir(root)).sort() };
    else view.roots.push({ path: root, link });
  }
  const libraries = (await readdir('/usr/lib', { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && entry.name.includes('-linux-'))
    .map((entry) => `/usr/lib/${entry.name}/pkgconfig`);
  for (const folder of ['/usr/include', '/usr/local', '/usr/lib/pkgconfig', '/usr/lib64/pkgconfig', '/usr/share/pkgconfig', ...libraries]) {
    if (await isFolder(folder)) view.hidden.push(folder);
  }
  const programs = await readdir('/usr/bin', { withFileTypes: true });
  view.programs = programs
    .filter((entry) => entry.isFile() && (hostCompiler.test(entry.name) || hostConfig.test(entry.name)))
    .map((entry) => `/usr/bin/${entry.name}`)
    .sort();
  if (await isFolder('/etc/alternatives')) view.etc.push('/etc/alternatives');
  return view;
}

/** The arguments of bwrap; pure. `etc` is a host folder with the files of /etc. */
export function bwrapArguments(
  host: HostView,
  mounts: readonly Mount[],
  etc: readonly { name: string; source: string }[],
  options: Pick<SandboxOptions, 'cwd' | 'env' | 'links' | 'root'>,
): string[] {
  const user = options.root === true ? '0' : '1000';
  const args = ['--unshare-all', '--die-with-parent', '--hostname', 'sandbox', '--uid', user, '--gid', user, ...(options.root === true ? ['--cap-add', 'ALL'] : []), '--clearenv'];
  for (const [name, value] of Object.entries(options.env)) args.push('--setenv', name, value);
  args.push('--ro-bind', '/usr', '/usr');
  for (const { path: root, link } of host.roots) args.push(...(link === undefined ? ['--ro-bind', root, root] : ['--symlink', link, root]));
  const made = new Set(options.links?.map((link) => link.path));
  const libraries = host.lib.link === undefined ? '/.lib' : path.resolve('/', host.lib.link);
  if (host.lib.link === undefined) args.push('--ro-bind', '/lib', libraries);
  for (const entry of host.lib.entries) {
    if (!made.has(`/lib/${entry}`)) args.push('--symlink', path.join(libraries, entry), `/lib/${entry}`);
  }
  for (const folder of host.hidden) args.push('--tmpfs', folder, '--remount-ro', folder);
  for (const program of host.programs) args.push('--ro-bind', '/dev/null', program);
  args.push('--proc', '/proc', '--dev', '/dev', '--tmpfs', '/tmp', '--tmpfs', '/run', '--dir', '/var', '--symlink', '/tmp', '/var/tmp', '--dir', '/etc');
  for (const file of host.etc) args.push('--ro-bind', file, file);
  for (const { name, source } of etc) args.push('--ro-bind', source, `/etc/${name}`);
  for (const { source, target, writable } of mounts) args.push(writable === true ? '--bind' : '--ro-bind', source, target);
  for (const link of options.links ?? []) args.push('--symlink', link.target, link.path);
  args.push('--remount-ro', '/', '--chdir', options.cwd);
  return args;
}

/**
 * The script that starts a sandbox, its arguments being the command; pure. bwrap reads its own arguments from a file, which
 * keeps them out of logs. Started by root, in a mount namespace of its own, the script first binds what the sandbox needs
 * (which may lie below a folder that only root may enter) where `nobody` reaches it, then drops every privilege.
 */
export function launchScript(bwrapArgs: string, root?: { stage: string; uid: number; mounts: readonly { source: string; staged: string }[] }): string {
  const lines = ['set -eu'];
  if (root !== undefined) {
    lines.push(quote(['mount', '-t', 'tmpfs', '-o', 'mode=755,nosuid,nodev', 'wildebeest', root.stage]));
    for (const { source, staged } of root.mounts) {
      lines.push(`if [ -d ${quote([source])} ]; then mkdir ${quote([staged])}; else : >${quote([staged])}; fi`);
      lines.push(quote(['mount', '--bind', source, staged]));
    }
  }
  lines.push(`exec 9<${quote([bwrapArgs])}`);
  const id = String(root?.uid);
  const drop = ['setpriv', `--reuid=${id}`, `--regid=${id}`, '--clear-groups', '--no-new-privs', '--inh-caps=-all', '--bounding-set=-all', '--'];
  lines.push(`exec ${quote([...(root === undefined ? [] : drop), 'bwrap', '--args', '9', '--'])} "$@"`);
  return `${lines.join('\n')}\n`;
}

const minimalEtc: Readonly<Record<string, string>> = {
  passwd: 'root:x:0:0:root:/:/bin/false\nbuilder:x:1000:1000:builder:/tmp:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n',
  group: 'root:x:0:\nbuilder:x:1000:\nnogroup:x:65534:\n',
  hosts: '127.0.0.1 localhost\n::1 localhost\n',
};

const setup = { known: undefined as Promise<HostView> | undefined };

/** Finds out once whether this machine lets an unprivileged process make namespaces, and looks at the host. */
async function prepared(): Promise<HostView> {
  setup.known ??= (async () => {
    const probe = ['--unshare-all', '--ro-bind', '/', '/', 'true'];
    const root = process.getuid?.() === 0;
    const drop = [`--reuid=${String(unprivileged)}`, `--regid=${String(unprivileged)}`, '--clear-groups', '--no-new-privs', '--'];
    const result = root
      ? await run('setpriv', [...drop, 'bwrap', ...probe], { allowFailure: true, next: 'install bubblewrap and util-linux, or run wildebeest doctor --install' })
      : await run('bwrap', probe, { allowFailure: true, next: 'install bubblewrap, or run wildebeest doctor --install' });
    if (result.exitCode !== 0) {
      throw new Failure(`sandbox: this machine refuses unprivileged user namespaces: ${result.stderr.trim().split('\n').at(-1) ?? ''}`, {
        next: 'allow them (sysctl kernel.unprivileged_userns_clone=1, kernel.apparmor_restrict_unprivileged_userns=0; in a container: its security profile)',
      });
    }
    return lookAtHost();
  })();
  try {
    return await setup.known;
  } catch (error) {
    setup.known = undefined;
    throw error;
  }
}

async function giveTo(owner: number, mounts: readonly Mount[]): Promise<void> {
  const folders = mounts.filter((mount) => mount.writable).map((mount) => mount.source);
  if (folders.length > 0) await run('chown', ['-R', '--no-dereference', `${String(owner)}:${String(owner)}`, ...folders]);
}

/** The first line of some output that says what is wrong, else its last line. */
export function reasonIn(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.find((line) => /\berror: |\*\*\* |ERROR: |: (not found|[Pp]ermission denied)$/.test(line));
  return (telling ?? lines.at(-1) ?? '').trim().slice(0, 300);
}

/**
 * Runs a command that sees nothing but the host's tools, read-only and without their headers, and its mounts: no network,
 * no home, a /tmp, /proc and process tree of its own, no privilege. A time-out or the end of the driver ends all of it.
 * Throws a Failure that names the command, how it ended and its log, unless `allowFailure` is set; a time-out always throws.
 */
export async function sandboxed(argv: readonly string[], options: SandboxOptions): Promise<RunResult> {
  const host = await prepared();
  const shown = quote(argv).slice(0, 200);
  const scratch = await mkdtemp(`/tmp/wildebeest-sandbox-${String(process.pid)}-`);
  let result: RunResult;
  try {
    result = await launched(host, scratch, argv, options);
  } catch (error) {
    if (!(error instanceof Failure) || !error.message.includes(': time-out after ')) throw error;
    throw new Failure(`${shown}: time-out after ${String((options.timeout ?? 0) / 1000)} s`, { log: options.log });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  if (options.allowFailure !== true && (result.exitCode !== 0 || result.signal !== undefined)) {
    const reason = reasonIn(`${result.stdout}\n${result.stderr}`);
    throw new Failure(`${shown}: ${ending(result)}${reason === '' ? '' : `: ${reason}`}`, { log: options.log });
  }
  return result;
}

async function launched(host: HostView, scratch: string, argv: readonly string[], options: SandboxOptions): Promise<RunResult> {
  // The unprivileged user has to get to the stage; what is there is its own mount and for this sandbox alone.
  await chmod(scratch, 0o711);
  const [stage, etcFolder] = [path.join(scratch, 'stage'), path.join(scratch, 'etc')];
  await mkdir(stage);
  await mkdir(etcFolder);
  const etc: { name: string; source: string }[] = [];
  for (const [name, text] of Object.entries({ ...minimalEtc, ...options.etc })) {
    etc.push({ name, source: path.join(etcFolder, name) });
    await writeFile(path.join(etcFolder, name), text, { mode: 0o644 });
  }
  const [argsFile, script] = [path.join(scratch, 'bwrap-arguments'), path.join(scratch, 'launch')];
  const write = async (args: readonly string[], text: string): Promise<void> => {
    await writeFile(argsFile, args.map((arg) => `${arg}\0`).join(''));
    await writeFile(script, text);
  };
  const common = {
    env: { PATH: process.env.PATH },
    allowFailure: true,
    ...(options.log === undefined ? {} : { log: options.log }),
    ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
  };
  if (process.getuid?.() !== 0) {
    await write(bwrapArguments(host, options.mounts, etc, options), launchScript(argsFile));
    return run('sh', [script, ...argv], common);
  }
  const mounts: { source: string; staged: string }[] = [];
  const staged = <T extends { source: string }>(mount: T): T => {
    const place = path.join(stage, String(mounts.length));
    mounts.push({ source: mount.source, staged: place });
    return { ...mount, source: place };
  };
  const args = bwrapArguments(host, options.mounts.map(staged), etc.map(staged), options);
  await write(args, launchScript(argsFile, { stage, uid: unprivileged, mounts }));
  await giveTo(unprivileged, options.mounts);
  try {
    return await run('unshare', ['--mount', '--propagation', 'private', '--', 'sh', script, ...argv], common);
  } finally {
    await giveTo(0, options.mounts);
  }
}
