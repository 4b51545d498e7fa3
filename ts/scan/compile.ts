import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { parseJson } from '../manifest/parse.js';
import { cores, mapLimit } from '../run/pool.js';
import { run } from '../run/process.js';
import { exists } from '../run/store.js';
import type { Sysroot } from '../sysroot/sysroot.js';
import type { Catalogue } from './catalogue.js';
import type { HeaderFacts } from './facts.js';
import type { Hit } from './hits.js';
import { scanLog } from './logs.js';

const commandsSchema = z.array(
  z.looseObject({ directory: z.string(), file: z.string(), command: z.string().optional(), arguments: z.array(z.string()).optional() }).refine((entry) => entry.command !== undefined || entry.arguments !== undefined, 'has neither command nor arguments'),
);

/** The words of a command line, as a shell would split it. */
export function shellWords(command: string): string[] {
  const words: string[] = [];
  for (const [word] of command.matchAll(/(?:[^\s"'\\]|\\[\s\S]|"(?:\\[\s\S]|[^"\\])*"|'[^']*')+/g)) {
    words.push(
      word.replace(/\\([\s\S])|"((?:\\[\s\S]|[^"\\])*)"|'([^']*)'/g, (_, escaped?: string, double?: string, single?: string) => escaped ?? double?.replaceAll(/\\(["\\$`])/g, '$1') ?? single ?? ''),
    );
  }
  return words;
}

const withValue = new Set(['-o', '-MF', '-MT', '-MQ', '-MJ', '--sysroot', '-isysroot', '-target', '--target']);

/** The flags of a compile command that matter to the preprocessor and the language; pure. */
export function checkingFlags(words: readonly string[]): string[] {
  const start = words.findIndex((word) => /(?:^|[/-])(?:cc|gcc|clang|c\+\+|g\+\+|clang\+\+)(?:-[\d.]+)?$/.test(word));
  const flags: string[] = [];
  for (let at = start + 1; at < words.length; at++) {
    const word = words[at] ?? '';
    if (withValue.has(word)) at++;
    else if (!/^-(?:c$|M|W|g|O|pipe$|f|m|-sysroot=|-target=|save-temps)/.test(word) && !/\.l?o$/.test(word)) flags.push(word);
  }
  return flags;
}

/** How often a file is compiled again with the modules of the headers that were missing. */
const rounds = 12;

/**
 * Compiles what a compile_commands.json lists with the target's compiler on plain musl, and reads what it says. A missing
 * header ends a compilation: its module's headers are put in the way, and the file is compiled again.
 */
export async function compileAll(file: string, sysroot: Sysroot, catalogue: Catalogue, facts: HeaderFacts, polluted: ReadonlySet<string>): Promise<{ hits: Hit[]; files: string[]; problems: string[] }> {
  const commands = parseJson(commandsSchema, await readFile(file, 'utf8'), file);
  const overlays = (module: string): string[] => catalogue.modules.filter(({ name }) => name === module).map(({ folder }) => `-I${path.join(folder, 'include')}`);
  const check = async (entry: (typeof commands)[number]): Promise<{ hits: Hit[]; file: string; problem?: string }> => {
    const source = path.resolve(entry.directory, entry.file);
    if (!(await exists(source))) return { hits: [], file: source, problem: `${source}: gone, though ${path.basename(file)} lists it` };
    const compiler = path.join(sysroot.path, 'toolchain', 'bin', /\.(?:cc|cpp|cxx|C)$/.test(source) ? 'c++' : 'cc');
    const flags = checkingFlags(entry.arguments ?? shellWords(entry.command ?? ''));
    const strict = ['-fsyntax-only', '-ferror-limit=0', '-w', '-Werror=implicit-function-declaration', '-Werror=int-conversion'];
    const hits: Hit[] = [];
    const extra: string[] = [];
    for (let round = 0; round < rounds; round++) {
      const { stderr } = await run(compiler, [...extra, ...flags, ...strict], { cwd: entry.directory, allowFailure: true });
      const found = scanLog(stderr, source, catalogue, facts, polluted).map((hit) => ({ ...hit, place: { ...hit.place, file: path.resolve(entry.directory, hit.place.file) } }));
      hits.push(...found);
      const missing = /fatal error: '([^']+)' file not found/.exec(stderr)?.[1];
      if (missing === undefined) return { hits, file: source };
      const answers = catalogue.header(missing).flatMap(({ module }) => (module === undefined ? [] : overlays(module)));
      if (answers.length === 0 || answers.every((one) => extra.includes(one))) {
        return { hits, file: source, ...(found.length > 0 ? {} : { problem: `${source}: read no further than <${missing}>, which is not there` }) };
      }
      extra.unshift(...answers);
    }
    return { hits, file: source };
  };
  const results = await mapLimit(commands, cores, check);
  return { hits: results.flatMap(({ hits }) => hits), files: results.map((result) => result.file), problems: results.flatMap(({ problem }) => problem ?? []) };
}
