/**
 * What the user sees while work runs: on a terminal one line that is rewritten, in a log one plain line a step. All of it
 * goes to standard error; standard output is for results.
 */
class Reporter {
  verbose = false;
  quiet = false;
  #width = 0;
  /** Steps that run now. */
  readonly #running = new Set<string>();
  /** Steps of the graphs that run now: how many there are, how many have ended. */
  #planned = 0;
  #ended = 0;
  readonly #terminal = process.stderr.isTTY;

  #clear(): void {
    if (this.#width > 0) process.stderr.write(`\r${' '.repeat(this.#width)}\r`);
    this.#width = 0;
  }

  /** `[3/27] ` while a graph of several steps runs. */
  get #count(): string {
    return this.#planned > 1 ? `[${String(this.#ended)}/${String(this.#planned)}] ` : '';
  }

  /** The line that is rewritten. */
  #show(): void {
    if (!this.#terminal || this.quiet || this.#running.size === 0) return;
    this.#clear();
    const shown = `… ${this.#count}${[...this.#running].join(', ')}`.slice(0, (process.stderr.columns || 80) - 1);
    process.stderr.write(shown);
    this.#width = shown.length;
  }

  /** A line that stays. */
  line(text: string): void {
    this.#clear();
    process.stderr.write(`${text}\n`);
    this.#show();
  }

  /** A graph of so many steps begins; a negative number: it is over. */
  plan(steps: number): void {
    this.#planned += steps;
    if (this.#planned === 0) this.#ended = 0;
  }

  /** Does some work and says so: its beginning, and its time if it ends well. */
  async during<T>(text: string, work: () => Promise<T>): Promise<T> {
    this.#running.add(text);
    if (!this.#terminal && !this.quiet) this.line(`… ${text}`);
    this.#show();
    const started = performance.now();
    try {
      const result = await work();
      this.#running.delete(text);
      if (this.#planned > 0) this.#ended += 1;
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      if (!this.quiet) this.line(`✓ ${this.#count}${text} (${seconds} s)`);
      return result;
    } finally {
      this.#running.delete(text);
      this.#clear();
      this.#show();
    }
  }

  /** Something that the user should know but that stops nothing. */
  warn(text: string): void {
    this.line(`wildebeest: ${text}`);
  }

  /** A command that is run; shown with -v. */
  command(text: string, cwd?: string): void {
    if (this.verbose) this.line(cwd === undefined ? `$ ${text}` : `$ (cd ${cwd} && ${text})`);
  }
}

export const report = new Reporter();
