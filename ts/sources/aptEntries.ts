/** One entry of apt's sources, of either format. */
export interface AptEntry {
  types: string[];
  uris: string[];
  suites: string[];
  components: string[];
  /** Other fields by their deb822 names in lower case: `signed-by`. */
  options: Record<string, string>;
}

const words = (text: string | undefined): string[] => (text ?? '').split(/\s+/).filter((word) => word !== '');

/** The fields of one stanza by lower case name; continuation lines are kept as they are, after a newline each. */
function fieldsOf(stanza: string): Record<string, string> {
  const fields: Record<string, string> = {};
  let name = '';
  for (const line of stanza.split('\n')) {
    const [, key, value] = /^([^\s:]+):(.*)$/.exec(line) ?? [];
    if (/^[ \t]/.test(line) && name !== '') {
      fields[name] = `${fields[name] ?? ''}\n${line}`;
    } else if (key !== undefined && value !== undefined) {
      name = key.toLowerCase();
      fields[name] = value.trim();
    }
  }
  return fields;
}

/** Records of `apt-cache show` and `showsrc`. */
export function parseStanzas(text: string): Record<string, string>[] {
  return text.split(/\n[ \t]*\n/).map(fieldsOf);
}

/** Reads the deb822 format (`*.sources`, sources.list(5)); disabled stanzas are left out. */
export function parseDeb822(text: string): AptEntry[] {
  const entries: AptEntry[] = [];
  const lines = text.split('\n').filter((line) => !line.startsWith('#'));
  for (const fields of parseStanzas(lines.join('\n'))) {
    const { types, uris, suites, components, enabled, ...options } = fields;
    if (types === undefined || uris === undefined || /^(no|false|0|off|without|disable)$/i.test(enabled ?? '')) continue;
    entries.push({ types: words(types), uris: words(uris), suites: words(suites), components: words(components), options });
  }
  return entries;
}

const longNames: Record<string, string> = { arch: 'architectures', lang: 'languages', target: 'targets' };

/** Reads the one-line format (`sources.list`, `*.list`). */
export function parseOneLine(text: string): AptEntry[] {
  const entries: AptEntry[] = [];
  for (const line of text.split('\n')) {
    const match = /^\s*(deb|deb-src)\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s*([^#]*)/.exec(line);
    if (!match) continue;
    const [, type, bracket, uri, suite, components] = match as unknown as [string, string, string?, string?, string?, string?];
    const options: Record<string, string> = {};
    for (const option of words(bracket)) {
      const [, key, value] = /^([^=]+?)[+-]?=(.*)$/.exec(option) ?? [];
      if (key === undefined || value === undefined) continue;
      options[longNames[key.toLowerCase()] ?? key.toLowerCase()] = value.replaceAll(',', ' ');
    }
    entries.push({ types: [type], uris: words(uri), suites: words(suite), components: words(components), options });
  }
  return entries;
}

const debianSuites =
  /^(stable|testing|unstable|oldstable|oldoldstable|sid|buster|bullseye|bookworm|trixie|forky|duke)$/;

/** Options that say how to trust and reach an archive; `Trusted` and its like are left behind, so signatures are checked. */
const kept = ['signed-by', 'check-valid-until', 'valid-until-min', 'valid-until-max', 'check-date', 'date-max-future', 'by-hash'];

/**
 * The entry of Debian's main archive among a machine's entries, or undefined. Other archives use Debian's suite names too,
 * so one signed by Debian's archive keyring goes first, then one whose address ends in `debian`; an entry with a keyring of
 * its own and another address is somebody else's.
 */
export function debianEntry(entries: readonly AptEntry[]): AptEntry | undefined {
  let best: { entry: AptEntry; rank: number } | undefined;
  for (const entry of entries) {
    const uris = entry.uris.filter((uri) => !uri.startsWith('cdrom:'));
    if (uris.length === 0 || !entry.components.includes('main')) continue;
    if (!entry.suites.some((suite) => debianSuites.test(suite))) continue;
    const signed = entry.options['signed-by'];
    const named = uris.some((uri) => /\/debian\/?$/.test(uri));
    let rank = 0;
    if (signed?.includes('debian-archive')) rank = 3;
    else if (named) rank = 2;
    else if (signed === undefined) rank = 1;
    if (rank > (best?.rank ?? 0)) best = { entry: { ...entry, uris }, rank };
  }
  return best?.entry;
}

/** A deb822 file that names one suite of the same archive, for source packages or for binary packages. */
export function deriveEntry(entry: AptEntry, suite: string, kind: 'source' | 'binary'): string {
  const lines = [
    `Types: ${kind === 'source' ? 'deb-src' : 'deb'}`,
    `URIs: ${entry.uris[0] ?? ''}`,
    `Suites: ${suite}`,
    'Components: main',
    // What is fetched as a binary package is `Architecture: all`, which every architecture's index holds.
    'Architectures: amd64',
    `Targets: ${kind === 'source' ? 'Sources' : 'Packages'}`,
  ];
  for (const name of kept) {
    const value = entry.options[name];
    const title = name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
    if (value !== undefined) lines.push(`${title}: ${value}`);
  }
  return `${lines.join('\n')}\n`;
}
