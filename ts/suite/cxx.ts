import type { LoadedModule } from '../manifest/load.js';
import type { ModuleSymbol } from '../manifest/schema.js';
import { conditional } from './probes.js';

/** What a C++ program does with one symbol: lines that do not compile or link where C++ can't use it. */
function uses(symbol: ModuleSymbol): string[] {
  const { name } = symbol;
  const take = [`        take(&${name}, "${name}");`];
  if (symbol.kind === 'differs' && symbol.delivery === 'label' && symbol.overloads !== undefined) {
    return symbol.overloads.map((type, index) => `        take(static_cast<pointer<${type}>>(&${name}), "${name}, overload ${String(index + 1)}");`);
  }
  if (symbol.kind !== 'header') return take;
  switch (symbol.as) {
    case 'macro':
    case 'function-macro':
      return [`#ifndef ${name}`, `#error no ${name}`, '#endif'];
    case 'constant':
      return [`        (void)sizeof(char[1 + ((${name}) != 0)]);`];
    case 'type':
      // A typedef may be of a function, which has no size; a tag must be complete.
      return [name.includes(' ') ? `        (void)sizeof(${name});` : `        (void)sizeof(pointer<${name}>);`];
    case 'member':
      return [`        (void)sizeof(static_cast<${symbol.of ?? ''} *>(nullptr)->${name});`];
    case 'declaration':
      return take;
  }
}

/**
 * A C++ program that includes every overlay header of a module and, after each, takes the address of each function and object
 * that the module gives there and asks for its types, constants and macros. It prints TAP; with libc++ through iostream, and
 * an exception is thrown and caught in it.
 */
export function cxxProgram(module: LoadedModule, library: 'libc++' | 'bare'): string {
  const full = library === 'libc++';
  const headers = [...new Set([...module.headers, ...module.symbols.map((symbol) => symbol.header)])];
  // A later header may give a name another meaning, as <libgen.h> does with basename.
  const parts = headers.flatMap((header, index) => [
    `#include <${header}>`,
    `static void header_${String(index)}()`,
    '{',
    ...module.symbols.filter((symbol) => symbol.header === header).flatMap((symbol) => conditional(symbol, uses(symbol))),
    `        ok(true, "<${header}>");`,
    '}',
    '',
  ]);
  const own = full
    ? {
        includes: ['#include <iostream>', '#include <stdexcept>', '#include <string>'],
        point: '        std::cout << (passed ? "ok " : "not ok ") << points << " - " << description << std::endl;',
        before: ['static void thrower(const std::string &text)', '{', '        throw std::runtime_error(text);', '}', ''],
        end: [
          '        std::string caught;',
          '        try {',
          `                thrower("from ${module.name}");`,
          '        } catch (const std::exception &error) {',
          '                caught = error.what();',
          '        }',
          `        ok(caught == "from ${module.name}", "an exception is caught");`,
          '        std::cout << "1.." << points << std::endl;',
        ],
      }
    : {
        includes: ['#include <stdio.h>'],
        point: '        printf("%s %d - %s\\n", passed ? "ok" : "not ok", points, description);',
        before: [],
        end: ['        printf("1..%d\\n", points);'],
      };
  return `${[
    ...own.includes,
    '',
    'template <class Type> using pointer = Type *;',
    'static int points;',
    'static int failures;',
    '',
    'static void ok(bool passed, const char *description)',
    '{',
    '        points++;',
    '        failures += passed ? 0 : 1;',
    own.point,
    '}',
    '',
    '/* The address goes through a volatile object, so that neither compiler nor linker can do without the symbol. */',
    'template <class Type> [[maybe_unused]] static void take(Type *address, const char *name)',
    '{',
    '        Type *volatile taken = address;',
    '',
    '        ok(taken != nullptr, name);',
    '}',
    '',
    ...own.before,
    ...parts,
    'int main()',
    '{',
    ...headers.map((_, index) => `        header_${String(index)}();`),
    ...own.end,
    '        return failures != 0;',
    '}',
  ].join('\n')}\n`;
}
