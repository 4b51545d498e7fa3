import path from 'node:path';
import { badInput } from '../run/failure.js';

/** An overlay header taken apart, so that several can be put together under one name. */
export interface Overlay {
  /** `string.h`. */
  header: string;
  guard: string;
  /** The comment that opens the file, with its delimiters. */
  comment: string;
  /** Lines before `#include_next`; empty for a header that libc lacks. */
  before: string;
  /** Whether libc's own header is handed on to. */
  masks: boolean;
  /** Lines after the refusal of glibc. */
  after: string;
}

/** What every overlay says right after libc's own header had its turn. */
export const refusal = `#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif`;

/** The include guard of a module's overlay: `LWB_BASENAME_STRING_H`. */
export function guardOf(module: string, header: string): string {
  return `LWB_${module}_${header}`.replace(/\W/g, '_').toUpperCase();
}

/**
 * Takes a module's overlay header apart. Its shape is fixed (CONTRIBUTING, "Overlay headers"); anything else is an error
 * that names the file and what is missing.
 */
export function parseOverlay(module: string, header: string, text: string, file: string): Overlay {
  const wrong = (what: string): never => {
    throw badInput(`${file}: ${what}`, 'see "Overlay headers" in CONTRIBUTING.md');
  };
  const comment = /^\/\*[\s\S]*?\*\/\n/.exec(text)?.[0] ?? wrong('must open with a comment that says which names it adds');
  const guard = guardOf(module, header);
  const head = `#ifndef ${guard}\n#define ${guard}\n#pragma GCC system_header\n`;
  const rest = text.slice(comment.length);
  if (!rest.startsWith(head)) {
    wrong(`after its comment must come '#ifndef ${guard}', '#define ${guard}' and '#pragma GCC system_header'`);
  }
  if (!rest.endsWith('\n#endif\n')) wrong("must end with the '#endif' of its guard");
  const body = rest.slice(head.length, -'#endif\n'.length);
  const at = body.indexOf(refusal);
  if (at < 0) wrong("lacks the three lines that refuse glibc ('#ifdef __GLIBC__', '#error …', '#endif')");
  const top = body.slice(0, at);
  const nexts = [...body.matchAll(/^[ \t]*#[ \t]*include_next[ \t]*<([^>]*)>.*$/gm)];
  // <sys/poll.h> may stand for libc's <poll.h>, whatever a package has of that name: such a header adds, and masks nothing.
  const [next] = nexts.filter(([, name = '']) => name === header || path.posix.basename(name) !== path.posix.basename(header));
  if (nexts.length > 1) wrong(`has ${String(nexts.length)} #include_next, may have one`);
  if (next !== undefined) {
    if (next[0] !== `#include_next <${header}>`) wrong(`'${next[0].trim()}' must be '#include_next <${header}>'`);
    if (next.index > at) wrong("'#include_next' must come before the lines that refuse glibc");
    const opened = [...top.slice(0, next.index).matchAll(/^[ \t]*#[ \t]*(ifdef|ifndef|if|endif)\b/gm)];
    const depth = opened.reduce((sum, match) => sum + (match[1] === 'endif' ? -1 : 1), 0);
    if (depth !== 0) wrong("'#include_next' must not stand inside an #if");
    if (top.slice(next.index + next[0].length).trim() !== '') {
      wrong("the lines that refuse glibc must follow '#include_next' directly");
    }
  }
  return {
    header,
    guard,
    comment,
    before: next === undefined ? top.trim() : top.slice(0, next.index).trim(),
    masks: next !== undefined,
    after: body.slice(at + refusal.length).trim(),
  };
}

/** Checks a forced `--include` header: no libc header, and nothing for the assembler. */
export function checkForcedInclude(text: string, file: string): void {
  const include = /^[ \t]*#[ \t]*include\b.*$/m.exec(text)?.[0];
  if (include !== undefined) {
    throw badInput(`${file}: '${include.trim()}': a forced header includes nothing, or feature macros of the file come too late`);
  }
  if (!/^#ifndef __ASSEMBLER__$/m.test(text)) {
    throw badInput(`${file}: lacks '#ifndef __ASSEMBLER__': CFLAGS reach .S files too`);
  }
}
