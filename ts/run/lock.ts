import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Failure, errnoOf } from './failure.js';
import { report } from './reporter.js';

/**
 * Runs `work` while holding an exclusive lock on `file`; a second driver waits and says so. The lock is the kernel's: a
 * small `flock` process keeps it until its standard input closes, so it goes away with the driver however that ends,
 * and no stale lock can be left behind.
 */
export async function withLock<T>(file: string, what: string, work: () => Promise<T>): Promise<T> {
  await mkdir(path.dirname(file), { recursive: true });
  const holder = spawn('flock', ['--exclusive', file, 'sh', '-c', 'echo held; exec cat'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = new Promise<void>((resolve) => holder.once('close', () => resolve()));
  const waiting = setTimeout(() => report.warn(`waiting for another wildebeest that makes ${what} (lock ${file})`), 500);
  try {
    await new Promise<void>((resolve, reject) => {
      holder.once('error', (error) => {
        const missing = errnoOf(error) === 'ENOENT';
        reject(
          new Failure(missing ? 'flock: not found' : `flock: ${error.message}`, {
            next: missing ? 'install util-linux, or run wildebeest doctor --install' : undefined,
          }),
        );
      });
      holder.once('close', (code) => reject(new Failure(`flock ${file}: cannot lock (exit ${String(code)})`)));
      holder.stdout.once('data', () => resolve());
    });
    clearTimeout(waiting);
    return await work();
  } finally {
    clearTimeout(waiting);
    holder.stdin.end();
    if (holder.pid !== undefined) await ended;
  }
}
