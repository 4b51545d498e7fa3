import { z } from 'zod';

const cIdentifier = z.string().regex(/^[A-Za-z_]\w*$/, 'must be a C identifier');
/** A module's name. */
export const moduleName = z.string().regex(/^[a-z][a-z0-9_-]*$/, 'must be lower case letters, digits, hyphens and underscores');
const sentence = z.string().min(1).refine((text) => !text.includes('\n') && text.trim() === text, 'must be one line without space around it');
const headerPath = z.string().regex(/^[a-z0-9_][\w+./-]*\.h$/i, 'must be a header as in #include <…>');
const fileName = (extension: string): z.ZodString => z.string().regex(new RegExp(`^[\\w-]+\\.${extension}$`), `must be a .${extension} file of the module's folder`);
const muslVersion = z.string().regex(/^\d+\.\d+\.\d+$/, 'must be a musl version such as 1.2.5');

const missing = z
  .strictObject({
    kind: z.literal('missing'),
    name: cIdentifier,
    header: headerPath.describe('the header that declares it'),
    until: muslVersion.optional().describe('the musl version that has it; our definition is built only where libc lacks it'),
  })
  .describe('musl has no such function or object: a real definition under its glibc name');

const wrap = z
  .strictObject({
    kind: z.literal('differs'),
    delivery: z.literal('wrap'),
    name: cIdentifier,
    header: headerPath,
  })
  .describe('musl has it with other semantics: __wrap_NAME and -Wl,--wrap=NAME');

const label = z
  .strictObject({
    kind: z.literal('differs'),
    delivery: z.literal('label'),
    name: cIdentifier,
    header: headerPath,
    target: z.string().regex(/^__lwb_\w+$/, 'must begin with __lwb_').describe('the symbol that the asm label names'),
    overloads: z.array(z.string().min(1)).min(2).optional().describe('the function types that it has in C++, where there is more than one: `char *(char *)`'),
  })
  .describe('musl has it with other semantics: an asm label in the overlay header');

const headerOnly = z
  .strictObject({
    kind: z.literal('header'),
    name: z.string().regex(/^((struct|union|enum) )?[A-Za-z_]\w*$/, 'must be an identifier, or struct, union or enum and a tag'),
    header: headerPath,
    as: z.enum(['macro', 'function-macro', 'constant', 'type', 'declaration', 'member']).describe('what a probe checks: #ifdef, an integer constant, a type, or a declared function or object; member: see `of`'),
    of: z.string().optional().describe('with `as: member`, the type that has it'),
    unless: z.string().regex(/^\w+$/, 'must be a macro').optional().describe('a macro of the compiler, of processors that have no such name'),
    until: muslVersion.optional(),
  })
  .describe('a macro, type, constant or declaration');

const symbol = z.discriminatedUnion('kind', [missing, headerOnly, z.discriminatedUnion('delivery', [wrap, label])]);

const without = z
  .discriminatedUnion('stage', [
    z.strictObject({ stage: z.enum(['compile', 'link']), errors: z.array(sentence).min(1).describe('the distinct messages, sorted') }),
    z.strictObject({
      stage: z.literal('run'),
      failures: z.array(sentence).default([]).describe('the descriptions of the test points that fail, sorted'),
      signal: z.string().regex(/^SIG[A-Z]+$/).optional().describe('the signal that ends the program'),
    }),
  ])
  .describe('what the test does on musl alone: the recorded failure that shows the module is needed');

const test = z.strictObject({
  source: fileName('c'),
  without,
  oracle: z.union([z.literal(true), z.strictObject({ skip: sentence })]).default(true).describe('whether glibc must pass it too, or why it can not'),
  with: z.array(fileName('c')).default([]).describe('module sources compiled into the test itself'),
  defines: z.array(z.string().regex(/^[A-Za-z_]\w*(=.*)?$/)).default([]),
  modules: z.array(moduleName).default([]).describe('further modules it is built with'),
  oom: z.boolean().default(false).describe('uses testing/oom.h to make each allocation fail in turn'),
});

const fuzzer = z.strictObject({
  source: fileName('c'),
  seeds: z.array(z.string()).default([]).describe('inputs of the ordinary run'),
});

/** One module's manifest, `wildebeest/modules/<name>/module.json`. */
export const moduleSchema = z.strictObject({
  $schema: z.string().optional(),
  name: moduleName.describe("the folder's name: the header or the API it serves"),
  summary: sentence.max(100),
  umbrella: z.union([z.literal(true), z.strictObject({ out: sentence })]).describe('part of libwildebeest.pc, or why not'),
  private: z.boolean().default(false).describe('code that other modules share: no header, no .pc, no public symbol'),
  requires: z.array(moduleName).default([]).describe('modules whose headers or archives this one needs'),
  sources: z.array(fileName('c')).default([]),
  headers: z.array(headerPath).default([]).describe('the overlay headers below include/'),
  forcedInclude: z.string().regex(/^lwb_[a-z0-9_]+\.h$/, 'must be lwb_<module>.h').optional(),
  linkFlags: z.array(z.string().regex(/^-Wl,\S+$/, 'must begin with -Wl,')).default([]).describe('flags of the linker, for the Libs of its .pc file'),
  symbols: z.array(symbol).default([]),
  internal: z.array(z.string().regex(/^__lwb_\w+$/, 'must begin with __lwb_')).default([]).describe('further global symbols of the archive'),
  tests: z.array(test).default([]),
  fuzzers: z.array(fuzzer).default([]),
  fixes: z.array(sentence).min(1).describe('what works with it'),
  doesNotFix: z.array(sentence).default([]).describe('what does not, and why'),
});

export type Module = z.infer<typeof moduleSchema>;
export type ModuleSymbol = z.infer<typeof symbol>;
export type ModuleTest = z.infer<typeof test>;
