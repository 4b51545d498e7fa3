/** Exit codes of every command: ok, the work failed, the command was called wrongly. */
export const exitCode = { ok: 0, failed: 1, usage: 2 } as const;

export interface FailureDetails {
  /** Path of the log that holds the whole output. */
  log?: string | undefined;
  /** What the user can do now: a command or a sentence. */
  next?: string | undefined;
  /** 1 when the work failed (default), 2 when the input or the call was wrong. */
  code?: 1 | 2 | undefined;
  cause?: unknown;
}

/**
 * An error with a message for the user: one line that names the file, field or command. It is printed without a stack
 * trace; anything else that is thrown is a defect of the driver and keeps its trace.
 */
export class Failure extends Error {
  readonly log: string | undefined;
  readonly next: string | undefined;
  readonly code: 1 | 2;

  constructor(message: string, details: FailureDetails = {}) {
    super(message, { cause: details.cause });
    this.name = 'Failure';
    this.log = details.log;
    this.next = details.next;
    this.code = details.code ?? exitCode.failed;
  }

  /** The one line for standard error. */
  line(): string {
    const parts = [this.message.trimEnd()];
    if (this.log) parts.push(`log: ${this.log}`);
    if (this.next) parts.push(`next: ${this.next}`);
    return parts.join('; ');
  }
}

/** A Failure for bad input: exit code 2. */
export function badInput(message: string, next?: string): Failure {
  return new Failure(message, { code: exitCode.usage, next });
}

/** The errno name (`ENOENT`, `ENOSPC`…) of a system error, or undefined. */
export function errnoOf(error: unknown): string | undefined {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return undefined;
}
