import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ending, type RunResult } from '../run/process.js';
import type { Point } from '../suite/tap.js';
import { withContainer, type Container } from './container.js';
import { withMachine, type Ended } from './machine.js';
import type { Target } from '../targets/target.js';

/** Units that fail in a container of a user namespace, whatever libc: what the kernel refuses there. */
const refusedByKernel: Readonly<Record<string, string>> = {
  'sys-kernel-debug.mount': 'debugfs is mounted in the first user namespace alone',
  'sys-kernel-tracing.mount': 'tracefs is mounted in the first user namespace alone',
};

/** The test's own network: two ends of a veth, of which one serves DHCP to the other; a DNS server on loopback. */
const network: Readonly<Record<string, string>> = {
  'systemd/network/10-veth.netdev': '[NetDev]\nName=veth0\nKind=veth\n[Peer]\nName=veth1\n',
  'systemd/network/20-veth0.network': '[Match]\nName=veth0\n[Network]\nAddress=10.9.0.1/24\nDHCPServer=yes\n',
  'systemd/network/20-veth1.network': '[Match]\nName=veth1\n[Network]\nDHCP=ipv4\n',
  'systemd/resolved.conf.d/test.conf': '[Resolve]\nDNS=127.0.0.9\nDomains=~.\nLLMNR=no\nMulticastDNS=no\n',
};
const nameServer = '127.0.0.9';
const answer = '192.0.2.7';
/** How a container ends that was turned off: init by SIGINT, as reboot(2) says of a PID namespace. */
const turnedOff = 130;

const linesOf = ({ stdout, stderr }: RunResult): string[] => `${stdout}${stderr}`.split('\n').filter((line) => line !== '');

/** What runs an image: a container, or a virtual machine. */
type Inside = Pick<Container, 'inside'>;

/** A point that asks for an exit of 0 and for some output. */
async function prints(booted: Inside, description: string, argv: readonly string[], expected: RegExp): Promise<Point> {
  const result = await booted.inside(argv);
  const ok = result.exitCode === 0 && expected.test(result.stdout);
  return { description, ok, notes: [`${argv.join(' ')}: ${ending(result, 120_000)}, expected /${expected.source}/`, ...linesOf(result).slice(0, 20)] };
}

/** Whether init has started all, and which units failed that should not have. */
async function started(booted: Inside): Promise<Point[]> {
  let state = await booted.inside(['systemctl', 'is-system-running', '--wait']);
  // Before init has its socket there is no one to ask.
  for (let tries = 0; tries < 100 && !/^(running|degraded|maintenance)$/m.test(state.stdout); tries++) {
    await sleep(200);
    state = await booted.inside(['systemctl', 'is-system-running', '--wait']);
  }
  const failed = (await booted.inside(['systemctl', 'list-units', '--failed', '--plain', '--no-legend'])).stdout.split('\n').filter((line) => line !== '');
  const units = failed.map((line) => line.split(' ')[0] ?? '');
  const points: Point[] = [{ description: 'systemctl is-system-running', ok: /^(running|degraded)$/m.test(state.stdout), notes: linesOf(state) }];
  for (const unit of units) {
    const why = refusedByKernel[unit];
    const status = why === undefined ? await booted.inside(['systemctl', 'status', '--no-pager', unit]) : undefined;
    points.push({ description: unit, ok: why !== undefined, ...(why === undefined ? {} : { skip: why }), ...(status === undefined ? {} : { notes: linesOf(status) }) });
  }
  return points;
}

/** Asks resolved, and getent by the stub that it makes, for a name that a server in the container's network answers. */
async function resolves(container: Container): Promise<Point[]> {
  const [program = '', ...words] = container.besideNetwork;
  const server = spawn(program, [...words, process.execPath, fileURLToPath(new URL('answers.js', import.meta.url)), nameServer, answer], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const ready = await Promise.race([once(server.stdout, 'data').then(() => true), once(server, 'exit').then(() => false), sleep(20_000, false)]);
    if (!ready) return [{ description: 'a DNS server in the container’s network', ok: false, notes: ['it does not start'] }];
    return [
      await prints(container, 'systemd-resolved asks its server', ['resolvectl', 'query', 'host.example'], /^host\.example: 192\.0\.2\.7/m),
      await prints(container, 'getent by resolved’s stub', ['getent', 'hosts', 'host.example'], /^192\.0\.2\.7 +host\.example$/m),
    ];
  } finally {
    server.kill('SIGKILL');
  }
}

/** Turns the container or machine off; `status` is what one that went down cleanly exits with. */
async function stops(booted: Inside & { ended: Promise<Ended> }, status: number): Promise<Point> {
  await booted.inside(['systemctl', 'poweroff']);
  const ended = await Promise.race([booted.ended, sleep(60_000, undefined)]);
  return { description: 'systemctl poweroff', ok: ended?.exitCode === status, notes: [ended === undefined ? 'still there after 60 s' : ending(ended)] };
}

/** Lets networkd configure its ends of a veth, and waits until it says that both are there. */
async function networks(container: Container): Promise<Point[]> {
  const wait = ['/usr/lib/systemd/systemd-networkd-wait-online', '--timeout=60', '--interface=veth0:routable', '--interface=veth1:routable'];
  return [
    await prints(container, 'systemd-networkd and systemd-resolved start', ['systemctl', 'start', 'systemd-networkd', 'systemd-resolved'], /^$/),
    await prints(container, 'systemd-networkd configures a veth', wait, /^$/),
    await prints(container, 'one end has an address of the other by DHCP', ['networkctl', 'status', '--no-pager', 'veth1'], /Address: 10\.9\.0\.\d+ \(DHCP4 via 10\.9\.0\.1\)/),
  ];
}

/** What the services are asked while all runs. */
const questions: readonly [string, readonly string[], RegExp][] = [
  ['systemd-journald takes messages', ['sh', '-c', 'systemd-cat --identifier=boot-test sh -c "echo by a pipe" && logger --tag boot-test by a socket'], /^$/],
  ['systemd-journald has them', ['journalctl', '--sync'], /^$/],
  ['journalctl shows them', ['journalctl', '--boot', '--identifier=boot-test', '--output=cat', '--no-pager'], /^by a pipe\nby a socket$/m],
  ['systemd-logind has a seat', ['loginctl', 'list-seats', '--no-legend', '--no-pager'], /^seat0\b/m],
  ['systemd-hostnamed is started by the bus', ['hostnamectl', 'status', '--static'], /^wildebeest$/m],
  ['systemd-sysusers has made users', ['getent', 'passwd', 'messagebus'], /^messagebus:[!x*]:\d+:/m],
  ['getconf', ['getconf', 'PAGE_SIZE'], /^\d+$/m],
];

/** Whether all has started, and does its work. */
async function serves(booted: Inside): Promise<Point[]> {
  const points = await started(booted);
  for (const [description, argv, expected] of questions) points.push(await prints(booted, description, argv, expected));
  return points;
}

/**
 * Boots a root file system with systemd as process 1 of a container, and asks each of its main services to do its work.
 * The container has a user namespace of its own, so that nothing in it has a privilege outside. Its console is in `log`.
 */
export async function bootImage(root: string, log: string): Promise<Point[]> {
  await mkdir(path.dirname(log), { recursive: true });
  await writeFile(log, '');
  return withContainer({ root, etc: network, log }, async (container) => [
    ...(await serves(container)),
    ...(await networks(container)),
    ...(await resolves(container)),
    await stops(container, turnedOff),
  ]);
}

/**
 * Boots a root file system with a kernel under qemu, with systemd as its process 1, and asks the main services to do their
 * work; networks need modules of the kernel, which an image has not. The console is in `log`.
 */
export async function bootMachine(target: Target, kernel: string, root: string, log: string): Promise<Point[]> {
  await mkdir(path.dirname(log), { recursive: true });
  return withMachine({ target, kernel, root, log }, async (machine) => [
    await prints(machine, 'the kernel that was given runs', ['uname', '-m'], new RegExp(`^${target.name}$`, 'm')),
    ...(await serves(machine)),
    await stops(machine, 0),
  ]);
}
