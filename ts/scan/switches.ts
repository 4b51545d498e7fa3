/** What a package's build has by default: by the name of the switch, in lower case and with `_`. */
export type Switches = ReadonlyMap<string, boolean>;

/** `idn` of `ENABLE_IDN`, `--with-idn` and `idn`. */
function switchName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/\W/g, '_')
    .replace(/^(?:cond_)?(?:enable|disable|with|without|use|have|build|want|config|opt)_/, '')
    .replace(/_(?:support|enabled)$/, '');
}

const off = /^(?:false|off|no|none|disabled|0)$/i;

/** By the manual of autoconf ("Help Formatting") a help text names the form that is not the default: `--disable-nls`. */
function ofAutoconf(text: string, add: (name: string, on: boolean) => void): void {
  for (const [, form = '', name = '', rest = ''] of text.matchAll(/\bA[SC]_HELP_STRING\(\s*\[*\s*--(enable|disable|with|without)-([\w-]+)((?:[^)]|\n){0,160})/g)) {
    const stated = /default\W{1,4}(?:is\W+)?(yes|on|enabled?|auto|check|no|off|disabled?)\b|\b(on|enabled|off|disabled|auto\w*) by default/i.exec(rest);
    const word = stated?.[1] ?? stated?.[2];
    add(name, word === undefined ? form === 'disable' || form === 'without' : !/^(?:no|off|disable)/i.test(word));
  }
}

/** A boolean option of meson's is true without a value, a feature is looked for, and of several choices the first is taken. */
function ofMeson(text: string, add: (name: string, on: boolean) => void): void {
  for (const [, name = '', rest = ''] of text.matchAll(/^\s*option\(\s*'([\w-]+)'\s*,((?:[^()']|'[^']*'|\([^)]*\))*)\)/gm)) {
    const value = /\bvalue\s*:\s*'?([\w.-]*)/.exec(rest)?.[1] ?? /\bchoices\s*:\s*\[\s*'([^']*)'/.exec(rest)?.[1] ?? 'true';
    add(name, !off.test(value) && value !== '');
  }
}

function ofCmake(text: string, add: (name: string, on: boolean) => void): void {
  for (const [, name = '', value = 'OFF'] of text.matchAll(/^\s*option\s*\(\s*(\w+)\s+"[^"]*"\s*(\w+)?/gim)) add(name, !off.test(value));
}

/** The switches of a package's configure, meson or cmake, and whether each is on where nobody says anything. */
export function switchesOf(builds: Iterable<string>): Switches {
  const found = new Map<string, boolean>();
  const add = (name: string, on: boolean): void => {
    found.set(switchName(name), on || found.get(switchName(name)) === true);
  };
  for (const text of builds) for (const read of [ofAutoconf, ofMeson, ofCmake]) read(text, add);
  return found;
}

/** Whether what a macro or a condition of a makefile is named after is on by default; undefined: no switch has such a name. */
export function isOn(switches: Switches, name: string): boolean | undefined {
  return switches.get(switchName(name));
}
