import { stripVTControlCharacters } from 'node:util';

/** What a build log says about why it failed. */
export interface BuildErrors {
  /** Objects whose compilation failed. */
  objects: number;
  /** Distinct messages of configure, compiler and linker, normalised and sorted. */
  errors: string[];
}

/** Lines that only say that an error was reported elsewhere. */
const consequences = [
  /^linker command failed with exit code/,
  /^cannot find the library '.*\.l?a'/,
  /^too many errors emitted/,
  /^unable to execute command/,
];

/**
 * One message without what differs from one machine or compiler release to the next: suggestions, folders of files,
 * typographic quotes.
 */
export function normaliseError(message: string): string {
  return message
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replace(/; did you mean .*?\?(?= \[|$)/, '')
    .replaceAll(/(?:\/[\w.+~@-]+)+\/([\w.+~@-]+)/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const objectRules = [
  // make: "make[2]: *** [Makefile:654: ausearch.o] Error 1"
  /^(?:[\w-]*make)(?:\[\d+\])?: \*\*\* \[(?:[^\]]*: )?([^\]\s]+\.l?o)\] Error \d+/,
  // ninja: "FAILED: lib/x.c.o" or "FAILED: [code=1] lib/x.c.o"
  /^FAILED: (?:\[code=\d+\] )?(\S+\.o)\b/,
];

/** Reads the errors out of the whole log of a build that kept going (`make -k`, `ninja -k 0`). */
export function buildErrors(log: string): BuildErrors {
  const errors = new Set<string>();
  let objects = 0;
  for (const line of stripVTControlCharacters(log).split('\n')) {
    if (objectRules.some((rule) => rule.test(line))) objects += 1;
    // A shell or a generator that can't run a program, as make reports it.
    const lost = /^(?:\/bin\/)?sh: (?:line )?\d+: (.*: (?:not found|Permission denied))$/.exec(line);
    const found = /(?:^|[\s:])(?:fatal )?error: (.*)$/i.exec(line) ?? lost;
    if (found?.[1] === undefined) continue;
    const message = normaliseError(found[1].replace(/^error: /, ''));
    if (message !== '' && !consequences.some((rule) => rule.test(message))) errors.add(message);
  }
  return { objects, errors: [...errors].sort() };
}

/** What differs between the recorded failure and the one seen, as one line; undefined when they agree. */
export function differsFromRecord(
  seen: BuildErrors & { stage: string },
  recorded: BuildErrors & { stage: string },
): string | undefined {
  if (seen.stage !== recorded.stage) return `fails in ${seen.stage}, recorded is ${recorded.stage}`;
  const fresh = seen.errors.filter((error) => !recorded.errors.includes(error));
  const gone = recorded.errors.filter((error) => !seen.errors.includes(error));
  const parts: string[] = [];
  if (seen.objects !== recorded.objects) parts.push(`${String(seen.objects)} objects fail, recorded are ${String(recorded.objects)}`);
  if (fresh.length > 0) parts.push(`not recorded: ${fresh.map((error) => JSON.stringify(error)).join(', ')}`);
  if (gone.length > 0) parts.push(`recorded but not seen: ${gone.map((error) => JSON.stringify(error)).join(', ')}`);
  return parts.length > 0 ? parts.join('; ') : undefined;
}
