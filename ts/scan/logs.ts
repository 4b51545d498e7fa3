import { stripVTControlCharacters } from 'node:util';
import { wordOf, type Catalogue, type Entry } from './catalogue.js';
import { streams } from './differs.js';
import type { HeaderFacts } from './facts.js';
import type { Hit, Place } from './hits.js';

/** A message of a compiler or linker with the lines that explain it. */
interface Message {
  severity: 'error' | 'warning';
  text: string;
  place: Place;
  /** Lines of the source that the compiler shows. */
  excerpt: string[];
  /** Files that its notes name. */
  notes: string[];
}

/** Messages that name what the compiler or the linker does not know. */
const unknownName = [
  /\b(?:call to undeclared (?:library )?function|implicit declaration of function|use of undeclared identifier|unknown type name|use of undeclared) '(\w+)'/,
  /'(\w+)' (?:undeclared|was not declared in this scope|does not name a type|has not been declared)/,
  /(?:undefined symbol: |undefined reference to [`'])(\w+)/,
  /(?:incomplete (?:definition of )?type|undefined type) '(?:const )?((?:struct|union|enum) \w+)'/,
  /(?:before|near) '(\w+)'/,
];

const missingHeader = [/'([\w+./-]+\.h)' file not found/, /^([\w+./-]+\.h): No such file or directory/, /redirecting incorrect #include <([\w./-]+)>/];
const missingMember = [/no member named '(\w+)' in '([^']+)'/, /'([^']+)' has no member named '(\w+)'/];
const doubled = /redefinition of '|redeclaration of enumerator|redefinition of enumerator|redefinition as different kind|expected identifier/;

/** Files of configure's and meson's own trials, whose errors are no news. */
const trial = /(?:^|\/)(?:conftest|testfile|src|meson-private|CMakeScratch|CMakeTmp|cmTC_)[^:]*|meson-private\/|CMake(?:Scratch|Tmp)\//;
const isTrial = (file: string): boolean => trial.test(file) && /conftest|testfile|meson-private|CMakeScratch|CMakeTmp/.test(file);

const located = /^(?:\S*ld(?:\.\w+)?: )?([^\s:][^:]*?):(\d+)(?::\d+)?: (?:fatal )?(error|warning|note): (.*)$/;
const linkerPlaces = [/^>>> referenced by \S+ \(([^\s:)]+):(\d+)\)/, /^>>> referenced by ([^\s:]+?):(\d+)/, /^>>> referenced by ([^\s:]+)/];
const bfd = /^(?:\S*ld(?:\.\w+)?: )?(\S+?\.(?:o|a|c|cc|cpp)(?:\(\S+\))?):(?:(\d+):|\(\.[\w.+]+\):| in function)? ?(undefined reference to .*)$/;

/** Reads the messages out of a log, of clang and gcc, of lld and GNU ld. */
function messagesIn(lines: readonly string[], log: string): Message[] {
  const messages: Message[] = [];
  for (const [index, line] of lines.entries()) {
    const last = messages.at(-1);
    const found = located.exec(line);
    if (found !== null) {
      const [, file = '', number = '0', kind = '', text = ''] = found;
      if (kind === 'note') last?.notes.push(file);
      else messages.push({ severity: kind as Message['severity'], text, place: { file, line: Number(number) }, excerpt: [], notes: [] });
      continue;
    }
    const undefinedSymbol = /(?:^|\s)(?:ld(?:\.lld)?|\S*lld\S*|\S*\/ld): error: (undefined symbol: \w+)/.exec(line)?.[1];
    const reference = bfd.exec(line);
    if (undefinedSymbol !== undefined) messages.push({ severity: 'error', text: undefinedSymbol, place: { file: log, line: index + 1 }, excerpt: [], notes: [] });
    else if (reference !== null) messages.push({ severity: 'error', text: reference[3] ?? '', place: { file: reference[1] ?? log, ...(reference[2] === undefined ? {} : { line: Number(reference[2]) }) }, excerpt: [], notes: [] });
    else if (last !== undefined) {
      const excerpt = /^ *\d* \| (.*)$/.exec(line)?.[1];
      if (excerpt !== undefined) last.excerpt.push(excerpt);
      const from = linkerPlaces.map((rule) => rule.exec(line)).find((match) => match !== null);
      if (from !== undefined && last.place.file === log) last.place = { file: from[1] ?? log, ...(from[2] === undefined ? {} : { line: Number(from[2]) }) };
    }
  }
  return messages.filter(({ place }) => !isTrial(place.file));
}

/** What a name may be that a message calls unknown, `struct stat64`; undeclared is also what musl has elsewhere. */
function entriesOf(name: string, catalogue: Catalogue, facts: HeaderFacts, polluted: ReadonlySet<string>): Entry[] {
  const word = wordOf(name);
  const known = catalogue.word(word).filter((entry) => entry.kind !== 'member' && (word === name || entry.name === name));
  if (known.length > 0) return known;
  return facts.all.has(word) && polluted.has(word) ? [{ name: word, kind: 'macro', header: '', module: 'pollution', about: 'pollution' }] : [];
}

/** The words of a macro's bodies in a file of the package. */
type BodyOf = (file: string, macro: string) => ReadonlySet<string> | undefined;

function hitsOf(message: Message, catalogue: Catalogue, facts: HeaderFacts, polluted: ReadonlySet<string>, bodyOf: BodyOf): Hit[] {
  const { text, place, excerpt, notes, severity } = message;
  const hit = (entries: readonly Entry[], note?: string): Hit[] => (entries.length === 0 ? [] : [{ entries, need: severity === 'error' ? 'needed' : 'consider', place, ...(note === undefined ? {} : { note }) }]);
  const header = missingHeader.map((rule) => rule.exec(text)?.[1]).find((name) => name !== undefined);
  if (header !== undefined) return hit(catalogue.header(header), severity === 'warning' ? "musl's header warns, which -Werror makes an error" : undefined);
  if (severity === 'warning') return [];
  if (doubled.test(text)) {
    const kernel = [place.file, ...notes].find((file) => /(?:^|\/)(?:linux|asm|asm-generic)\//.test(file));
    const name = /'(?:(?:struct|union|enum) )?(\w+)'/.exec(text)?.[1] ?? kernel;
    if (kernel !== undefined && name !== undefined) return hit([{ name, kind: 'type', header: kernel.replace(/^.*\/(?=(?:linux|asm|asm-generic)\/)/, ''), module: 'uapi', about: 'uapi' }], "the kernel's header and libc's both define it");
  }
  const stream = /(?:cannot assign to variable|assignment of read-only variable) '(std(?:in|out|err))'/.exec(text)?.[1];
  if (stream !== undefined) return hit([{ name: stream, kind: 'differs', header: 'stdio.h', module: streams.module, about: streams.module }], "musl's streams are constants");
  // With _GNU_SOURCE, musl has lseek64 as a macro for lseek: what defines it itself defines lseek.
  const own = /(?:declaration of|definition of|conflicting types for) '(\w+)'/.exec(text)?.[1];
  if (own !== undefined && excerpt.some((line) => new RegExp(`\\b${own}64\\b`).test(line))) return hit(catalogue.word(`${own}64`), "musl's headers define it as a macro");
  const called = /incompatible integer to pointer conversion|makes pointer from integer without a cast/.test(text) && excerpt.some((line) => /\bstrerror_r\s*\(/.test(line));
  if (called) return hit(catalogue.word('strerror_r').filter(({ kind }) => kind === 'differs'), 'its result is taken for a text');
  for (const rule of missingMember) {
    const [, one = '', two = ''] = rule.exec(text) ?? [];
    const member = rule === missingMember[0] ? one : two;
    if (member !== '') return hit(catalogue.word(member).filter(({ kind }) => kind === 'member'));
  }
  for (const rule of unknownName) {
    const name = rule.exec(text)?.[1];
    if (name === undefined) continue;
    const entries = entriesOf(name, catalogue, facts, polluted);
    if (entries.length > 0) return hit(entries);
    // A macro of the package's own, defined only where configure finds what it stands for.
    const answered = [...(bodyOf(place.file, name) ?? [])].flatMap((word) => catalogue.word(word).filter(({ kind, module }) => (kind === 'function' || kind === 'macro') && module !== undefined));
    return answered.flatMap((entry) => hit([entry], `the package's ${name} may stand for it`));
  }
  // A macro that is not there leaves a word that does not fit: the message names none, the line does.
  if (!text.startsWith('expected ')) return [];
  const words = [...new Set(excerpt.flatMap((line) => line.match(/[A-Za-z_]\w*/g) ?? []))];
  return words.flatMap((word) => hit(catalogue.word(word).filter(({ kind }) => kind === 'macro')));
}

const toolMessage = [/^(?:.*configure)?: error: (.*)$/, /^(?:\S*meson\.build:\d+:\d+: )?ERROR: (.*)$/, /^CMake Error[^:]*: ?(.*)$/, /^configure: error: (.*)$/];
const asked = [/^checking for library containing (\w+)\.\.\. no$/, /^checking (?:for|whether) (\S+?)(?:\.\.\. | (?:is|in|declared|usable)).*\bno$/, /^(?:Has header|Checking for function|Checking for type|Header "[^"]*" has symbol|Checking whether type) "([^"]+)".*: NO/, /^-- Looking for (?:include file )?(\S+).* - not found/];

/** What a word of such a message may be: a header, a function, or a library that is asked for by name ("libfts"). */
function configureEntries(word: string, message: string, catalogue: Catalogue): readonly Entry[] {
  const bare = word.replace(/^[.]+|[.,:]+$/g, '');
  if (/[/.]/.test(bare)) return catalogue.header(bare);
  // `error` is a word of such messages, too.
  const names = bare === 'error' ? [] : catalogue.word(bare).filter(({ kind }) => kind !== 'differs' && kind !== 'member');
  return names.length > 0 || !/librar|\blib/i.test(message) ? names : catalogue.header(`${bare.replace(/^lib/, '')}.h`);
}

/** What configure, meson or cmake stop for: a header or a function that the message, or the question before it, names. */
function configureHits(lines: readonly string[], log: string, catalogue: Catalogue): Hit[] {
  const hits: Hit[] = [];
  let question: string | undefined;
  for (const [index, line] of lines.entries()) {
    const answer = asked.map((rule) => rule.exec(line)?.[1]).find((name) => name !== undefined);
    if (answer !== undefined) question = answer;
    else if (/^checking |^-- Looking for |: YES\b/.test(line)) question = undefined;
    const message = toolMessage.map((rule) => rule.exec(line)?.[1]).find((text) => text !== undefined);
    if (message === undefined) continue;
    const hit = (word: string): Hit[] => {
      const entries = configureEntries(word, message, catalogue);
      return entries.length === 0 ? [] : [{ entries, need: 'needed', place: { file: log, line: index + 1 } }];
    };
    const named = [...new Set(message.match(/[A-Za-z_][\w+./-]*/g) ?? [])].flatMap(hit);
    hits.push(...(named.length > 0 || question === undefined ? named : hit(question)));
  }
  return hits;
}

/**
 * Reads the log of a build that failed.
 *
 * @param polluted - names that glibc gives in more headers than musl
 * @param bodyOf - the words of a macro's bodies in a file that the log names
 */
export function scanLog(text: string, log: string, catalogue: Catalogue, facts: HeaderFacts, polluted: ReadonlySet<string>, bodyOf: BodyOf = () => undefined): Hit[] {
  const lines = stripVTControlCharacters(text)
    .replaceAll(/[\u2018\u2019]/g, "'")
    .split(/\r?\n/);
  return [...messagesIn(lines, log).flatMap((message) => hitsOf(message, catalogue, facts, polluted, bodyOf)), ...configureHits(lines, log, catalogue)];
}
