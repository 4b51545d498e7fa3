import path from 'node:path';
import type { Answers } from './answers.js';

/** Whether a condition of a build file holds by default. */
type Holds = (condition: string) => boolean;

/** How a kind of build file writes conditions; each pattern takes the condition. */
interface Dialect {
  open: RegExp;
  turn: RegExp;
  close: RegExp;
  holds: Holds;
}

/** Drops the lines that stand under conditions which do not hold; `surely`: under any. */
function underConditions(lines: readonly string[], { open, turn, close, holds }: Dialect, surely: boolean): string[] {
  const frames: { on: boolean; taken: boolean }[] = [];
  const kept: string[] = [];
  for (const line of lines) {
    const [opened, turned] = [open.exec(line), turn.exec(line)];
    if (opened !== null) {
      const on = !surely && holds(opened[0].trim());
      frames.push({ on, taken: on || surely });
    } else if (turned !== null) {
      const frame = frames.at(-1);
      const condition = turned[1]?.trim() ?? '';
      if (frame !== undefined) {
        frame.on = !frame.taken && (condition === '' || holds(condition));
        frame.taken ||= frame.on;
      }
    } else if (close.test(line)) frames.pop();
    else if (frames.every(({ on }) => on)) kept.push(line);
  }
  return kept;
}

/** What a makefile lists, and does not compile when all is made: what is only shipped, and the programs of `make check`. */
function onlyShipped(lines: readonly string[]): string[] {
  const checked = new Set(lines.flatMap((line) => (/^check_(?:PROGRAMS|LTLIBRARIES|LIBRARIES)\s*\+?=(.*)$/.exec(line)?.[1] ?? '').match(/[\w.+-]+/g) ?? []).map((name) => name.replaceAll(/\W/g, '_')));
  return lines.filter((line) => {
    const variable = /^(\w+)\s*\+?=/.exec(line)?.[1] ?? '';
    const program = /^(\w+)_SOURCES$/.exec(variable)?.[1];
    return !/^(?:EXTRA_\w+|DIST_SUBDIRS|check_\w+|\w*CLEANFILES|\w+_DEPENDENCIES)$/.test(variable) && !(program !== undefined && checked.has(program));
  });
}

/** The tests of configure that automake's conditions stand for. */
function conditionals(builds: ReadonlyMap<string, string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const text of builds.values()) for (const [, name = '', test = ''] of text.matchAll(/\bAM_CONDITIONAL\(\s*\[?(\w+)\]?\s*,\s*([^\n]*)/g)) found.set(name, [...(found.get(name) ?? []), test]);
  return found;
}

/** Whether a test of the shell's holds by default: `test "x$enable_nls" = xyes`, `true`; undefined: it asks for something else. */
function passes(test: string, answers: Answers): boolean | undefined {
  if (/^\W*(?:true|:)\W*$/.test(test)) return true;
  const [, cached, differs] = /\bac_cv_(?:header|func)_(\w+)\W*(!?)=\W*yes\b/.exec(test) ?? [];
  const found = cached === undefined ? undefined : answers.value(`HAVE_${cached.toUpperCase()}`);
  if (found !== undefined) return found !== (differs === '!');
  const compared = /\b((?:enable|with|use|have|build|want)_\w+)[}"']*\s*(!?)=+\s*["']?x?(\w*)/i.exec(test);
  const on = compared?.[1] === undefined ? undefined : answers.isOn(compared[1]);
  if (compared === null || on === undefined) return undefined;
  const [, , not = '', value = ''] = compared;
  const wanted = /^(?:yes|true|1|auto|enabled?)$/i.test(value) ? on : /^(?:no|false|0|none|disabled?|)$/i.test(value) ? !on : false;
  return wanted !== (not === '!');
}

/** `if` of automake, `ifdef` and `ifeq` of make. */
function ofMake(lines: readonly string[], tests: ReadonlyMap<string, readonly string[]>, answers: Answers): Dialect {
  const values = new Map<string, string>();
  for (const line of lines) {
    const [, name, value = ''] = /^\s*(?:export\s+)?(\w+)\s*[?:]?=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined && !values.has(name)) values.set(name, value);
  }
  const expand = (text: string, depth = 0): string => (depth > 8 ? text : text.replaceAll(/\$[({](\w+)[)}]/g, (_, name: string) => expand(values.get(name) ?? '', depth + 1)));
  const isUsual = (name: string): boolean => {
    const passed = (tests.get(name) ?? []).map((test) => passes(test, answers));
    return passed.includes(true) || (!passed.includes(false) && (answers.isOn(name) ?? false));
  };
  return {
    open: /^\s*(?:if\s+!?\s*\w+|ifn?def\s+\w+|ifn?eq\b.*)\s*(?:#.*)?$/,
    turn: /^\s*else\b\s*((?:ifn?def|ifn?eq)\b.*)?/,
    close: /^\s*endif\b/,
    holds: (condition) => {
      const [, kind = '', rest = ''] = /^(\w+)\s*(.*)$/.exec(condition) ?? [];
      if (kind === 'if') return isUsual(rest.replace(/^!\s*/, '')) !== rest.startsWith('!');
      if (kind === 'ifdef' || kind === 'ifndef') return (values.get(rest) ?? '') !== '' === (kind === 'ifdef');
      const [, one = '', two = ''] = /^\(\s*(.*?)\s*,\s*(.*?)\s*\)$/.exec(rest) ?? /^["'](.*)["']\s+["'](.*)["']$/.exec(rest) ?? [];
      return (expand(one) === expand(two)) === (kind === 'ifeq');
    },
  };
}

/** Conditions of meson and cmake that ask for a switch; of others it is not known, and what they find is taken to be there. */
function asksSwitch(answers: Answers, words: RegExp): Holds {
  return (condition) => {
    if (/\b(?:windows|win32|msvc|mingw|darwin|apple)\b/i.test(condition)) return /\bnot\b|!=/i.test(condition);
    const asked = [...condition.matchAll(words)].map(([, name = '']) => answers.isOn(name)).filter((on) => on !== undefined);
    return asked.length === 0 || asked.some((on) => on !== /\bnot\b|==\s*(?:false|'no')/i.test(condition));
  };
}

/**
 * What a build file says where nothing is switched on or off: without what stands under conditions that do not hold then,
 * and without lists of files that are not compiled.
 */
export class UsualBuild {
  readonly #tests: ReadonlyMap<string, readonly string[]>;
  readonly #answers: Answers;

  constructor(builds: ReadonlyMap<string, string>, answers: Answers) {
    this.#tests = conditionals(builds);
    this.#answers = answers;
  }

  /**
   * The text of a build file without what does not count.
   *
   * @param surely - what stands under any condition does not count
   */
  text(file: string, whole: string, surely = false): string {
    const name = path.basename(file);
    const lines = whole
      .replaceAll(/^\s*#.*$/gm, '')
      .replaceAll(/\\\n/g, ' ')
      .split('\n');
    if (name === 'meson.build') return underConditions(lines, { open: /^\s*if\b.*/, turn: /^\s*el(?:se|if\s+(.*))/, close: /^\s*endif\b/, holds: asksSwitch(this.#answers, /(?:get_option\(\s*|conf\.get\(\s*)?'(\w[\w-]*)'/g) }, surely).join('\n');
    if (name === 'CMakeLists.txt' || name.endsWith('.cmake')) return underConditions(lines, { open: /^\s*if\s*\(.*/i, turn: /^\s*else(?:if\s*\((.*)\))?/i, close: /^\s*endif\s*\(/i, holds: asksSwitch(this.#answers, /(\w+)/g) }, surely).join('\n');
    return onlyShipped(underConditions(lines, ofMake(lines, this.#tests, this.#answers), surely)).join('\n');
  }
}
