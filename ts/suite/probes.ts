import type { LoadedModule } from '../manifest/load.js';
import type { ModuleSymbol } from '../manifest/schema.js';

/** A translation unit that asks a compiler for several names, and the line on which each is asked for. */
export interface ProbeUnit {
  header: string;
  text: string;
  /** Line number to the symbol's name. */
  lines: Map<number, string>;
}

function probeLines(symbol: ModuleSymbol, index: number): [string[], number] {
  const name = `lwb_probe_${String(index)}`;
  if (symbol.kind !== 'header') return [[`int ${name} = sizeof(&${symbol.name});`], 0];
  switch (symbol.as) {
    case 'macro':
    case 'function-macro':
      return [[`#ifndef ${symbol.name}`, `#error no ${symbol.name}`, '#endif'], 1];
    case 'constant':
      return [[`int ${name}[1 + ((${symbol.name}) != 0)];`], 0];
    case 'type':
      return [[`int ${name} = sizeof(${symbol.name});`], 0];
    case 'member':
      return [[`int ${name} = sizeof(((${symbol.of ?? ''} *)0)->${symbol.name});`], 0];
    case 'declaration':
      return [[`int ${name} = sizeof(&${symbol.name});`], 0];
  }
}

/** Lines about a symbol, for the processors that have it. */
export function conditional(symbol: ModuleSymbol, lines: string[]): string[] {
  return symbol.kind === 'header' && symbol.unless !== undefined ? [`#ifndef ${symbol.unless}`, ...lines, '#endif'] : lines;
}

/** One unit a header, asking for every name that the module gives there. */
export function probeUnits(module: LoadedModule): ProbeUnit[] {
  const headers = [...new Set(module.symbols.map((symbol) => symbol.header))];
  return headers.map((header) => {
    const text = [`#include <${header}>`];
    const lines = new Map<number, string>();
    module.symbols.forEach((symbol, index) => {
      if (symbol.header !== header) return;
      const [asked, at] = probeLines(symbol, index);
      const around = conditional(symbol, asked);
      lines.set(text.length + around.indexOf(asked[at] ?? '') + 1, symbol.name);
      text.push(...around);
    });
    return { header, text: `${text.join('\n')}\n`, lines };
  });
}

/** Names that a compile of a probe unit did not find; all of them when the header itself is not there. */
export function notFound(unit: ProbeUnit, stderr: string): string[] {
  if (new RegExp(`fatal error: '${unit.header.replaceAll('.', '\\.')}' file not found`).test(stderr)) return [...unit.lines.values()];
  const bad = new Set([...stderr.matchAll(/:(\d+):\d+: (?:fatal )?error: /g)].map((match) => Number(match[1])));
  return [...unit.lines].filter(([line]) => bad.has(line)).map(([, name]) => name);
}

/** A program that refers to some functions without a header, as configure scripts do. */
export function linkProbe(names: readonly string[]): string {
  const declarations = names.map((name) => `char ${name}();`);
  return `${declarations.join('\n')}\nint main(int argc, char **argv)\n{\n        (void)argv;\n        return ${names
    .map((name, index) => `(argc == ${String(index + 2)} ? ${name}() : 0)`)
    .join(' + ')};\n}\n`;
}

/** Symbols that a linker (lld) called undefined. */
export function undefinedSymbols(stderr: string): string[] {
  return [...new Set([...stderr.matchAll(/undefined symbol: (\S+)/g)].map((match) => match[1] ?? ''))].sort();
}

/** Distinct error messages of clang and lld, without file and line, sorted. */
export function distinctErrors(stderr: string): string[] {
  const messages = [...stderr.matchAll(/error: (.*)$/gm)].map((match) => (match[1] ?? '').replace(/; did you mean .*$/, '').trim());
  return [...new Set(messages.filter((message) => !message.startsWith('linker command failed')))].sort();
}
