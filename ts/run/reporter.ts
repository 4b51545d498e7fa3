/**
 * What the user sees while work runs: on a terminal one line that is rewritten, in a log one plain line a step. All of it
 * goes to standard error; standard output is for results.
 */
class Reporter {
  verbose = false;
  quiet = false;
  #width = 0;
  readonly #terminal = process.stderr.isTTY;

  #clear(): void {
    if (this.#width > 0) process.stderr.write(`\r${' '.repeat(this.#width)}\r`);
    this.#width = 0;
  }

  /** A line that stays. */
  line(text: string): void {
    this.#clear();
    process.stderr.write(`${text}\n`);
  }

  /** A step begins. */
  start(text: string): void {
    if (this.quiet) return;
    if (!this.#terminal) {
      this.line(`… ${text}`);
      return;
    }
    this.#clear();
    const shown = `… ${text}`.slice(0, (process.stderr.columns || 80) - 1);
    process.stderr.write(shown);
    this.#width = shown.length;
  }

  /** A step has ended well, after that many seconds. */
  done(text: string, seconds: number): void {
    if (!this.quiet) this.line(`✓ ${text} (${seconds.toFixed(1)} s)`);
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
