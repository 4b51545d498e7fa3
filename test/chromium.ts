import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** One page in a Chromium of its own, spoken to in its DevTools protocol over a pipe: no port is opened. */
export interface Page {
  /** Calls a method of the protocol, and returns its result. */
  call: (method: string, params?: object) => Promise<Record<string, unknown>>;
  /** The value of a JavaScript expression in the page. */
  value: (expression: string) => Promise<unknown>;
  /** Goes to an address and waits until it is there. */
  open: (address: string) => Promise<void>;
  /** What the page logged, and its errors. */
  messages: string[];
  close: () => Promise<void>;
}

interface Message {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
  error?: { message: string };
}

/** Starts Chromium without a window. */
export async function openChromium(program: string): Promise<Page> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'wildebeest-chromium-'));
  const args = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--remote-debugging-pipe', `--user-data-dir=${folder}`];
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], env: { ...process.env, HOME: folder } });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const [, , , commands, answers] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, (message: Message) => void>();
  const events = new Map<string, () => void>();
  const messages: string[] = [];
  let last = 0;
  const attached: { sessionId?: string } = {};
  let text = '';
  commands.on('error', () => undefined);
  answers.setEncoding('utf8').on('data', (more: string) => {
    const parts = (text + more).split('\0');
    text = parts.pop() ?? '';
    for (const message of parts.map((part) => JSON.parse(part) as Message)) {
      if (message.id !== undefined) waiting.get(message.id)?.(message);
      else if (message.method !== undefined) {
        events.get(message.method)?.();
        if (message.method === 'Runtime.exceptionThrown' || message.method === 'Log.entryAdded') messages.push(JSON.stringify(message.params));
      }
    }
  });
  const call = async (method: string, params: object = {}): Promise<Record<string, unknown>> => {
    const id = ++last;
    const answer = new Promise<Message>((resolve, reject) => {
      waiting.set(id, resolve);
      void ended.then(() => reject(new Error(`${method}: Chromium has ended`)));
    });
    commands.write(`${JSON.stringify({ id, method, params, ...attached })}\0`);
    const { result, error } = await answer;
    waiting.delete(id);
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  };
  const { targetId } = await call('Target.createTarget', { url: 'about:blank' });
  attached.sessionId = String((await call('Target.attachToTarget', { targetId, flatten: true })).sessionId);
  for (const domain of ['Page', 'Runtime', 'Log']) await call(`${domain}.enable`);
  return {
    call,
    messages,
    async value(expression) {
      const { result } = await call('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
      return (result as { value?: unknown }).value;
    },
    async open(address) {
      const loaded = new Promise<void>((resolve) => events.set('Page.loadEventFired', resolve));
      await call('Page.navigate', { url: address });
      await loaded;
    },
    async close() {
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
