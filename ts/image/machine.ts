import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Failure } from '../run/failure.js';
import { ending, quote, run, type RunResult } from '../run/process.js';
import { hostTool } from '../sysroot/hostTools.js';
import type { Target } from '../targets/target.js';

/** Runs commands for the host: a line of base64 each, answered by the exit status and both outputs in base64. */
const agent = `#!/bin/sh
exec </dev/ttyS1 >/dev/ttyS1
stty raw -echo
echo ready
while read -r command; do
  printf %s "$command" | base64 -d >/run/command
  status=0
  sh /run/command </dev/null >/run/output 2>/run/errors || status=$?
  echo "$status $(base64 -w0 </run/output) $(base64 -w0 </run/errors)"
done
`;

const agentUnit = `[Unit]
Description=Commands of the test
[Service]
ExecStart=/usr/lib/wildebeest-agent
[Install]
WantedBy=basic.target
`;

/** Seconds that a machine may take to start its services, emulated on a busy host. */
const patience = 900;

/** How a process that ran an image ended. */
export type Ended = Pick<RunResult, 'exitCode' | 'signal' | 'timedOut'>;

/** A virtual machine that runs a root file system. */
export interface Machine {
  /** Runs a program of the image inside; both outputs are text. */
  inside(argv: readonly string[]): Promise<RunResult>;
  /** When the machine is off: how qemu ended. */
  ended: Promise<Ended>;
}

/** A copy of a root file system with the agent, as an initramfs of the kernel. */
async function initramfs(root: string, scratch: string, log: string): Promise<string> {
  const copy = path.join(scratch, 'root');
  await run('cp', ['-a', '--reflink=auto', root, copy], { log });
  const units = path.join(copy, 'etc', 'systemd', 'system');
  const wants = path.join(units, 'basic.target.wants');
  await mkdir(wants, { recursive: true });
  await mkdir(path.join(copy, 'usr', 'lib'), { recursive: true });
  await writeFile(path.join(copy, 'usr', 'lib', 'wildebeest-agent'), agent, { mode: 0o755 });
  await writeFile(path.join(units, 'wildebeest-agent.service'), agentUnit);
  await symlink('../wildebeest-agent.service', path.join(wants, 'wildebeest-agent.service'));
  const file = path.join(scratch, 'initramfs');
  await run('sh', ['-c', 'find . -print0 | "$0" --null --create --format=newc --owner=0:0 --quiet >"$1"', await hostTool('cpio'), file], { cwd: copy, log });
  return file;
}

/** Starts a virtual machine with a kernel and a root file system, and ends it after `work`. Needs no privilege; the console goes to `log`. */
export async function withMachine<T>(
  { target, kernel, root, log }: { target: Target; kernel: string; root: string; log: string },
  work: (machine: Machine) => Promise<T>,
): Promise<T> {
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'wildebeest-machine-'));
  try {
    const initrd = await initramfs(root, scratch, `${log}.setup`);
    // Not kvm: where virtual machines are nested its device may be there and no guest run.
    const options = ['-nodefaults', '-no-user-config', '-display', 'none', '-no-reboot', '-accel', 'tcg', '-m', '1024'];
    const boot = ['-kernel', kernel, '-initrd', initrd, '-append', 'console=ttyS0 rdinit=/usr/sbin/init panic=-1'];
    const serial = ['-serial', `file:${log}`, '-serial', 'stdio'];
    const qemu = spawn(await hostTool(`qemu-system-${target.name}`), [...options, ...boot, ...serial], { stdio: ['pipe', 'pipe', 'pipe'] });
    let errors = '';
    qemu.stderr.setEncoding('utf8').on('data', (text: string) => (errors = `${errors}${text}`.slice(-500)));
    // A machine that is gone takes no more commands; its answers, which end, say so.
    qemu.stdin.on('error', () => undefined);
    try {
      const ended = once(qemu, 'exit').then(([exitCode, signal]: unknown[]) => ({
        exitCode: typeof exitCode === 'number' ? exitCode : undefined,
        signal: typeof signal === 'string' ? signal : undefined,
        timedOut: false,
      }));
      const answers = createInterface({ input: qemu.stdout })[Symbol.asyncIterator]();
      const answer = async (): Promise<string> => {
        const timer = setTimeout(() => qemu.kill(), patience * 1000);
        const next = await answers.next();
        clearTimeout(timer);
        if (next.done !== true) return next.value;
        throw new Failure(`image: the virtual machine is gone (${ending(await ended)}) ${errors.trim()}`.trim(), { log, next: `is ${kernel} a kernel for ${target.name}, with serial console and initramfs?` });
      };
      if ((await answer()).trim() !== 'ready') throw new Failure('image: the virtual machine says what it should not on its second serial line', { log });
      return await work({
        ended,
        async inside(argv) {
          qemu.stdin.write(`${Buffer.from(quote(argv)).toString('base64')}\n`);
          const [status = '', stdout = '', stderr = ''] = (await answer()).trim().split(' ');
          const text = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8');
          return { exitCode: Number(status), stdout: text(stdout), stderr: text(stderr), signal: undefined, timedOut: false, lingered: false };
        },
      });
    } finally {
      qemu.kill('SIGKILL');
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
