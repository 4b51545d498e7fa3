import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure, errnoOf } from '../run/failure.js';
import { run, type RunResult } from '../run/process.js';

/** The first user id of the host that stands for one of a container; 65,536 in all. */
const firstUser = 1_000_000_000;
const users = 65_536;

/** Programs of the image are looked for here. */
const searched = '/usr/sbin:/usr/bin';

/**
 * What happens in the namespaces before init is started: a file system of the image alone, with the mounts and devices that
 * systemd's CONTAINER_INTERFACE asks for. `$1` is the root.
 */
const setup = `set -eu
mount --make-rprivate /
mount --rbind "$1" "$1"
cd "$1"
mount -t proc -o nosuid,nodev,noexec proc proc
mount -t sysfs -o ro,nosuid,nodev,noexec sysfs sys
mount -t cgroup2 -o nosuid,nodev,noexec cgroup2 sys/fs/cgroup
mount -t tmpfs -o mode=755,nosuid,nodev tmpfs run
mount -t tmpfs -o mode=1777,nosuid,nodev tmpfs tmp
mount -t tmpfs -o mode=755,nosuid tmpfs dev
for device in null zero full random urandom tty; do
  : >dev/$device
  mount --bind /dev/$device dev/$device
done
mkdir dev/pts dev/shm
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5,nosuid,noexec devpts dev/pts
mount -t tmpfs -o mode=1777,nosuid,nodev tmpfs dev/shm
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
for number in 0:stdin 1:stdout 2:stderr; do ln -s fd/\${number%%:*} dev/\${number#*:}; done
mount --no-mtab --move . /
chroot=$(command -v chroot)
export PATH=${searched} container=libwildebeest
exec "$chroot" . /usr/sbin/init </dev/null
`;

/**
 * Run by root in a mount namespace of its own: gives the container a control group and a user namespace whose root is nobody
 * outside, starts it, writes the number of its init, once that runs, to `init`, waits for its end, and leaves nothing behind.
 * `$1` is the folder with `root` and `setup`.
 */
const launch = `set -eu
cd "$1"
mount -t tmpfs tmpfs cgroup
mkdir cgroup/all
mount -t cgroup2 cgroup2 cgroup/all
mine=$(sed -n 's/^0:://p' /proc/self/cgroup)
remove() { find "$1" -depth -type d -exec rmdir '{}' ';'; }
# What a run that was killed has left.
for old in cgroup/all/wildebeest-*; do
  if [ -d "$old" ] && ! [ -d "/proc/\${old##*-}" ]; then remove "$old"; fi
done
group=cgroup/all/wildebeest-$$
mkdir "$group"
chown ${String(firstUser)}:${String(firstUser)} "$group" "$group/cgroup.procs" "$group/cgroup.threads" "$group/cgroup.subtree_control"
unshare --user sleep infinity &
holder=$!
leave() {
  kill $holder
  echo $$ >"cgroup/all$mine/cgroup.procs"
  sleep 0.1
  remove "$group"
}
trap leave EXIT
own=$(readlink /proc/self/ns/user)
while [ "$(readlink /proc/$holder/ns/user)" = "$own" ]; do sleep 0.02; done
echo '0 ${String(firstUser)} ${String(users)}' >/proc/$holder/uid_map
echo '0 ${String(firstUser)} ${String(users)}' >/proc/$holder/gid_map
echo $$ >"$group/cgroup.procs"
nsenter --user --target $holder --setuid 0 --setgid 0 -- \\
  unshare --mount --pid --uts --ipc --net --cgroup --fork --kill-child -- sh setup "$1/root" &
outer=$!
init= name=
# Until then it is one of our own programs, on the way there.
while [ -d /proc/$outer ]; do
  read -r init </proc/$outer/task/$outer/children || :
  { [ -n "$init" ] && read -r name </proc/$init/comm; } 2>/dev/null || name=
  case $name in ''|unshare|sh|chroot) sleep 0.02 ;; *) break ;; esac
done
if [ -d /proc/$outer ]; then
  echo "$init" >init.new
  mv init.new init
fi
status=0
wait $outer || status=$?
exit $status
`;

/** An image that runs as a container. */
export interface Container {
  /** Runs a program of the image in it; never throws for its exit. */
  inside: (argv: readonly string[]) => Promise<RunResult>;
  /** The words that start a program of this machine in the container's network. */
  besideNetwork: readonly string[];
  /** How it ended. */
  ended: Promise<RunResult>;
}

export interface ContainerOptions {
  /** The root file system, of which the container gets a copy. */
  root: string;
  /** Further files of its /etc, by their paths there. */
  etc: Readonly<Record<string, string>>;
  /** Where its console goes. */
  log: string;
}

/** Starts a container, and ends it after `work`. */
export async function withContainer<T>({ root, etc, log }: ContainerOptions, work: (container: Container) => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) {
    throw new Failure('image: a container needs a control group and user ids of its own, which root alone may give', { next: 'sudo, or a root of a virtual machine' });
  }
  const folder = await mkdtemp(path.join(os.tmpdir(), 'wildebeest-container-'));
  const abort = { done: false };
  try {
    // The container's root, who is nobody outside, has to enter it.
    await chmod(folder, 0o711);
    await mkdir(path.join(folder, 'cgroup'));
    await run('cp', ['-a', '--reflink=auto', root, path.join(folder, 'root')]);
    for (const [name, text] of Object.entries(etc)) {
      const file = path.join(folder, 'root', 'etc', name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    await run('chown', ['--recursive', '--no-dereference', `${String(firstUser)}:${String(firstUser)}`, path.join(folder, 'root')]);
    await writeFile(path.join(folder, 'setup'), setup, { mode: 0o644 });
    await writeFile(path.join(folder, 'launch'), launch);
    const ended = run('unshare', ['--mount', '--propagation', 'private', '--', 'sh', path.join(folder, 'launch'), folder], { log, allowFailure: true });
    void ended.then(() => (abort.done = true));
    const init = await initOf(folder, abort, log);
    const enter = ['--target', init];
    const everywhere = ['--user', '--mount', '--pid', '--uts', '--ipc', '--net', '--cgroup', '--root', '--wdns=/', '--setuid', '0', '--setgid', '0', '--'];
    try {
      return await work({
        inside: (argv) => run('nsenter', [...enter, ...everywhere, ...argv], { env: { PATH: searched }, allowFailure: true, timeout: 120_000, allowTimeout: true }),
        besideNetwork: ['nsenter', ...enter, '--net', '--'],
        ended,
      });
    } finally {
      if (!abort.done) await run('kill', ['-KILL', init], { allowFailure: true });
      await ended;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The process that is init in the container, as this machine numbers it. */
async function initOf(folder: string, abort: { done: boolean }, log: string): Promise<string> {
  for (;;) {
    try {
      return (await readFile(path.join(folder, 'init'), 'utf8')).trim();
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') throw error;
    }
    if (abort.done) throw new Failure('image: the container could not be started', { log, next: 'see the log: /usr/sbin/init may be missing, or the kernel may lack a namespace' });
    await sleep(50);
  }
}
