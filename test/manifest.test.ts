import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import t from 'tap';
import { generated } from '../ts/commands/generate.js';
import { generate, umbrellaHeaders } from '../ts/generate/generate.js';
import { closure, loadModules } from '../ts/manifest/load.js';
import { Failure } from '../ts/run/failure.js';
import { projectRoot } from '../ts/run/root.js';
import { filesBelow } from '../ts/run/store.js';

const fixtures = path.join(projectRoot(), 'test', 'fixtures', 'generate');

const header = (module: string, next = '#include_next <a.h>\n'): string => `/* adds a */
#ifndef LWB_${module}_A_H
#define LWB_${module}_A_H
#pragma GCC system_header
${next}
#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#define A 1

#endif
`;

type Manifest = Record<string, unknown>;

const good: Manifest = {
  name: 'a',
  summary: 'gives a',
  umbrella: true,
  sources: ['a.c'],
  headers: ['a.h'],
  symbols: [
    { kind: 'missing', name: 'a', header: 'a.h' },
    { kind: 'header', name: 'A', header: 'a.h', as: 'macro' },
  ],
  tests: [{ source: 'a_test.c', without: { stage: 'link', errors: ['undefined symbol: a'] } }],
  fixes: ['a'],
};
const files = { 'a.c': '', 'a_test.c': '', 'include/a.h': header('A') };
const plain = { name: 'b', summary: 'gives b', umbrella: true, sources: ['b.c'], symbols: [{ kind: 'missing', name: 'b', header: 'b.h' }], tests: [{ source: 'b_test.c', without: { stage: 'link', errors: ['no b'] } }], fixes: ['b'] };

interface Bad {
  rule: string;
  /** Changes to the good manifest of module `a`, or its whole text. */
  manifest?: Manifest | string;
  /** Files to add, or null to leave out. */
  files?: Record<string, string | null>;
  error: string;
}

const symbol = (change: Manifest): Manifest => ({ symbols: [{ kind: 'missing', name: 'a', header: 'a.h', ...change }] });
const other = (change: Manifest = {}): Record<string, string> => ({ '../b/module.json': JSON.stringify({ ...plain, ...change }), '../b/b.c': '', '../b/b_test.c': '' });

const bad: Bad[] = [
  { rule: 'JSON', manifest: '{', error: 'a/module.json: not JSON: ' },
  { rule: 'no manifest', files: { 'module.json': null }, error: 'a/module.json: not there; next: every folder of wildebeest/modules holds a module.json' },
  { rule: 'unknown field', manifest: { nmae: 'a' }, error: 'a/module.json: (top): Unrecognized key: "nmae"' },
  { rule: 'missing field', manifest: { summary: undefined }, error: 'a/module.json: summary: Invalid input: expected string, received undefined' },
  { rule: 'name', manifest: { name: 'A' }, error: 'a/module.json: name: must be lower case letters, digits, hyphens and underscores' },
  { rule: 'name of the folder', manifest: { name: 'z' }, error: "a/module.json: name: is 'z', must be 'a' as the folder's name" },
  { rule: 'summary', manifest: { summary: ' x' }, error: 'a/module.json: summary: must be one line without space around it' },
  { rule: 'umbrella', manifest: { umbrella: false }, error: 'a/module.json: umbrella: Invalid input' },
  { rule: 'source name', manifest: { sources: ['a.cpp'] }, error: "a/module.json: sources[0]: must be a .c file of the module's folder" },
  { rule: 'header name', manifest: { headers: ['../a.h'] }, error: 'a/module.json: headers[0]: must be a header as in #include <…>' },
  { rule: 'fixes', manifest: { fixes: [] }, error: 'a/module.json: fixes: Too small' },
  { rule: 'kind', manifest: symbol({ kind: 'other' }), error: "a/module.json: symbols[0].kind: Invalid discriminator value. Expected 'missing' | 'header' | 'differs'" },
  { rule: 'symbol name', manifest: symbol({ name: 'a b' }), error: 'a/module.json: symbols[0].name: must be a C identifier' },
  { rule: 'symbol header', manifest: symbol({ header: undefined }), error: 'a/module.json: symbols[0].header: Invalid input' },
  { rule: 'delivery', manifest: symbol({ kind: 'differs', delivery: 'magic' }), error: "a/module.json: symbols[0].delivery: Invalid discriminator value. Expected 'wrap' | 'label'" },
  { rule: 'label without target', manifest: symbol({ kind: 'differs', delivery: 'label' }), error: 'a/module.json: symbols[0].target: Invalid input' },
  { rule: 'target', manifest: symbol({ kind: 'differs', delivery: 'label', target: 'gnu_a' }), error: 'a/module.json: symbols[0].target: must begin with __lwb_' },
  { rule: 'as', manifest: symbol({ kind: 'header', as: 'thing' }), error: 'a/module.json: symbols[0].as: Invalid option' },
  { rule: 'tagged name', manifest: symbol({ kind: 'header', as: 'type', name: 'class a' }), error: 'a/module.json: symbols[0].name: must be an identifier, or struct, union or enum and a tag' },
  { rule: 'until', manifest: symbol({ until: '1.2' }), error: 'a/module.json: symbols[0].until: must be a musl version such as 1.2.5' },
  { rule: 'stage', manifest: { tests: [{ source: 'a_test.c', without: { stage: 'never' } }] }, error: 'a/module.json: tests[0].without.stage: Invalid' },
  { rule: 'errors', manifest: { tests: [{ source: 'a_test.c', without: { stage: 'link', errors: [] } }] }, error: 'a/module.json: tests[0].without.errors: Too small' },
  { rule: 'define', manifest: { tests: [{ source: 'a_test.c', without: { stage: 'run' }, defines: ['-DA'] }] }, error: 'a/module.json: tests[0].defines[0]: Invalid string' },
  { rule: 'internal', manifest: { internal: ['helper'] }, error: 'a/module.json: internal[0]: must begin with __lwb_' },
  { rule: 'forced name', manifest: { forcedInclude: 'a.h' }, error: 'a/module.json: forcedInclude: must be lwb_<module>.h' },
  { rule: 'forced name of another', manifest: { forcedInclude: 'lwb_b.h' }, error: 'a/module.json: forcedInclude: must be lwb_a.h' },
  { rule: 'source there', files: { 'a.c': null }, error: 'a/module.json: sources[0]: a.c is not there' },
  { rule: 'header there', files: { 'include/a.h': null }, error: 'a/module.json: headers[0]: include/a.h is not there' },
  { rule: 'test there', files: { 'a_test.c': null }, error: 'a/module.json: tests[0]: a_test.c is not there' },
  { rule: 'fuzzer there', manifest: { fuzzers: [{ source: 'a_fuzz.c' }] }, error: 'a/module.json: fuzzers[0]: a_fuzz.c is not there' },
  { rule: 'seed there', manifest: { fuzzers: [{ source: 'a_fuzz.c', seeds: ['seeds/1'] }] }, files: { 'a_fuzz.c': '' }, error: 'a/module.json: fuzzers[0].seeds[0]: seeds/1 is not there' },
  { rule: 'listed twice', manifest: { sources: ['a.c', 'a.c'] }, error: "a/module.json: sources[1]: 'a.c' is listed twice" },
  { rule: 'stray source', files: { 'more.c': '' }, error: 'a/module.json: (top): no field names more.c' },
  { rule: 'stray header', files: { 'include/b.h': '' }, error: 'a/module.json: (top): no field names include/b.h' },
  { rule: 'symbol twice', manifest: { symbols: [symbol({}), symbol({})].flatMap((item) => item.symbols as object[]) }, error: "a/module.json: symbols[1].name: 'a' is listed twice" },
  { rule: 'header of a header symbol', manifest: symbol({ kind: 'header', as: 'macro', header: 'x.h' }), error: "a/module.json: symbols[0].header: x.h is not among 'headers', so nothing can add 'a' to it" },
  { rule: 'of', manifest: symbol({ kind: 'header', as: 'macro', of: 'struct a' }), error: "a/module.json: symbols[0].of: goes with 'as: member', and only with that" },
  { rule: 'definition without source', manifest: { sources: [] }, files: { 'a.c': null }, error: "a/module.json: symbols[0].kind: 'missing' needs a source that defines it" },
  { rule: 'until has its own source', manifest: { ...symbol({ name: 'aa', until: '1.2.3' }) }, error: 'a/module.json: symbols[0].until: needs a source of its own, aa.c, that is left out where libc has it' },
  { rule: 'internal without source', manifest: { sources: [], symbols: [{ kind: 'header', name: 'A', header: 'a.h', as: 'macro' }], internal: ['__lwb_a'] }, files: { 'a.c': null }, error: 'a/module.json: internal: needs sources' },
  { rule: 'private', manifest: { private: true }, error: 'a/module.json: private: a private module has no headers, no symbols and no flags of its own' },
  { rule: 'linkFlags', manifest: { linkFlags: ['-lx'] }, error: 'a/module.json: linkFlags[0]: must begin with -Wl,' },
  { rule: 'private outside the umbrella', manifest: { private: true, umbrella: { out: 'why' }, headers: [], symbols: [] }, files: { 'include/a.h': null }, error: 'a/module.json: umbrella: a private module has no words of its own to leave out; must be true' },
  { rule: 'delivers nothing', manifest: { symbols: [], headers: [] }, files: { 'include/a.h': null }, error: 'a/module.json: symbols: delivers nothing' },
  { rule: 'no test', manifest: { tests: [] }, files: { 'a_test.c': null }, error: 'a/module.json: tests: needs at least one test' },
  { rule: 'unknown requirement', manifest: { requires: ['zzz'] }, error: "a/module.json: requires[0]: there is no module 'zzz'" },
  { rule: 'unknown module of a test', manifest: { tests: [{ source: 'a_test.c', without: { stage: 'run' }, modules: ['zzz'] }] }, error: "a/module.json: tests[0].modules: there is no module 'zzz'" },
  { rule: 'requires one outside the umbrella', manifest: { requires: ['b'] }, files: other({ umbrella: { out: 'why' } }), error: "a/module.json: requires[0]: 'b' is not in the umbrella, so 'a' can't be" },
  { rule: 'cycle', manifest: { requires: ['b'] }, files: other({ requires: ['a'] }), error: 'a/module.json: requires: goes round: a -> b -> a' },
  { rule: 'delivered twice', files: other({ symbols: [{ kind: 'missing', name: 'a', header: 'b.h' }] }), error: "b/module.json: symbols: 'a' is delivered by 'a' too" },
  { rule: 'overlay comment', files: { 'include/a.h': header('A').replace('/* adds a */\n', '') }, error: 'a/include/a.h: must open with a comment that says which names it adds' },
  { rule: 'overlay guard', files: { 'include/a.h': header('B') }, error: "a/include/a.h: after its comment must come '#ifndef LWB_A_A_H', '#define LWB_A_A_H' and '#pragma GCC system_header'" },
  { rule: 'overlay end', files: { 'include/a.h': `${header('A')}\n` }, error: "a/include/a.h: must end with the '#endif' of its guard" },
  { rule: 'overlay refusal', files: { 'include/a.h': header('A').replace('#error', '#warning') }, error: 'a/include/a.h: lacks the three lines that refuse glibc' },
  { rule: 'two include_next', files: { 'include/a.h': header('A', '#include_next <a.h>\n#include_next <a.h>\n') }, error: 'a/include/a.h: has 2 #include_next, may have one' },
  { rule: 'include_next of another', files: { 'include/a.h': header('A', '#include_next <b.h>\n') }, error: "a/include/a.h: '#include_next <b.h>' must be '#include_next <a.h>'" },
  { rule: 'include_next after the refusal', files: { 'include/a.h': header('A', '').replace('#define A 1', '#include_next <a.h>') }, error: "a/include/a.h: '#include_next' must come before the lines that refuse glibc" },
  { rule: 'include_next in an #if', files: { 'include/a.h': header('A', '#ifdef X\n#include_next <a.h>\n#endif\n') }, error: "a/include/a.h: '#include_next' must not stand inside an #if" },
  { rule: 'include_next, then something', files: { 'include/a.h': header('A', '#include_next <a.h>\n#define X\n') }, error: "a/include/a.h: the lines that refuse glibc must follow '#include_next' directly" },
  { rule: 'forced header includes', manifest: { forcedInclude: 'lwb_a.h' }, files: { 'include/lwb_a.h': '#include <stdio.h>\n' }, error: "a/include/lwb_a.h: '#include <stdio.h>': a forced header includes nothing" },
  { rule: 'forced header and the assembler', manifest: { forcedInclude: 'lwb_a.h' }, files: { 'include/lwb_a.h': '#define X\n' }, error: "a/include/lwb_a.h: lacks '#ifndef __ASSEMBLER__'" },
];

async function write(folder: string, change: Bad): Promise<void> {
  const text = typeof change.manifest === 'string' ? change.manifest : JSON.stringify({ ...good, ...change.manifest });
  const all: Record<string, string | null> = { 'module.json': text, ...files, ...change.files };
  for (const [name, content] of Object.entries(all)) {
    const file = path.join(folder, 'a', name);
    await mkdir(path.dirname(file), { recursive: true });
    if (content !== null) await writeFile(file, content);
  }
}

t.test('every rule of a manifest names file and field', async (t) => {
  const good = await mkdtemp(path.join(os.tmpdir(), 'lwb-manifest-'));
  t.teardown(() => rm(good, { recursive: true }));
  await write(good, { rule: '', error: '' });
  t.equal((await loadModules(good)).length, 1, 'the manifest that the bad ones change is good');
  for (const item of bad) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'lwb-manifest-'));
    try {
      await write(folder, item);
      const error = await loadModules(folder).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (!(error instanceof Failure)) {
        t.fail(`${item.rule}: ${String(error)}`);
        continue;
      }
      const line = error.line().replaceAll(`${folder}/`, '');
      t.ok(line.startsWith(item.error), `${item.rule}: ${item.error}`, { line, wanted: item.error });
      t.equal(error.code, 2, `${item.rule}: is the user's mistake`);
      t.notMatch(line, /\n/, `${item.rule}: one line`);
    } finally {
      await rm(folder, { recursive: true });
    }
  }
});

t.test('generated files, byte for byte', async (t) => {
  const modules = await loadModules(path.join(fixtures, 'modules'));
  const seen = generate(modules);
  seen.delete('module.schema.json');
  const expected = path.join(fixtures, 'expected');
  if (process.env.WILDEBEEST_RECORD) {
    await rm(expected, { recursive: true, force: true });
    for (const [name, text] of seen) {
      await mkdir(path.dirname(path.join(expected, name)), { recursive: true });
      await writeFile(path.join(expected, name), text);
    }
  }
  t.same([...seen.keys()].sort(), await filesBelow(expected), 'the same files');
  for (const [name, text] of seen) t.equal(text, await readFile(path.join(expected, name), 'utf8'), name);
});

t.test('what pkg-config files may hold', async (t) => {
  const files = generate(await loadModules());
  for (const [name, text] of files) {
    if (!name.endsWith('.pc.in')) continue;
    const field = (label: string): string[] => (new RegExp(`^${label}: (.*)$`, 'm').exec(text)?.[1] ?? '').split(' ').filter((word) => word !== '');
    t.ok(field('Cflags').every((word) => /^(-I|--include=)/.test(word)), `${name}: Cflags hold only -I and --include`);
    t.ok(field('Libs').every((word) => /^(-L|-l|-Wl,--wrap=|-Wl,-u,|-Wl,-z,stack-size=)/.test(word)), `${name}: Libs hold only -L, -l, --wrap, -u and -z stack-size`);
  }
});

t.test('a header that one module adds can not be masked by another', async (t) => {
  const [alpha] = await loadModules(path.join(fixtures, 'modules'));
  if (alpha === undefined) throw new Error('no fixture');
  const overlay = alpha.overlays[0];
  if (overlay === undefined) throw new Error('no overlay');
  const twin = { ...alpha, name: 'twin', requires: [], overlays: [{ ...overlay, masks: false }] };
  t.throws(() => umbrellaHeaders([{ ...alpha, requires: [] }, twin]), { message: /<both.h>: 'twin' adds it, so alpha can't mask or add it too/ });
});

t.test('closure puts each module before what it needs', async (t) => {
  const modules = await loadModules(path.join(fixtures, 'modules'));
  t.same(closure(modules, ['beta']).map((module) => module.name), ['beta', 'alpha', 'hidden']);
  t.same(closure(modules, ['hidden', 'beta']).map((module) => module.name), ['beta', 'alpha', 'hidden']);
  t.throws(() => closure(modules, ['nothing']), { message: "unknown module 'nothing'" });
});

t.test('the committed files are current', async (t) => {
  t.same(await generated(projectRoot(), false), [], 'generate --check finds nothing stale');
});
