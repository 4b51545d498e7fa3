import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Failure, errnoOf } from '../run/failure.js';
import { readIfThere, run, type RunResult } from '../run/process.js';
import { report } from '../run/reporter.js';
import { cacheRoot, exists, storeFailure, writeAtomic } from '../run/store.js';
import { debianEntry, deriveEntry, parseDeb822, parseOneLine, parseStanzas, type AptEntry } from './aptEntries.js';
import type { LockedSource } from './lock.js';
import { mismatch } from './blobs.js';
import type { PinnedFile, SourceSpec } from './sources.js';
import { compareVersions } from './version.js';

const environment = (): NodeJS.ProcessEnv => ({ ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' });

/** A version that a suite's signed index offers. */
export type Offer = Pick<LockedSource, 'version' | 'files'>;

/** What the index says of a source package beside its files. */
export interface Control {
  version: string;
  /** The binary packages that it makes. */
  binaries: string[];
  /** The packages that it is built with on Linux, without those for its tests and documentation alone. */
  buildDepends: string[];
}

/** The names of a dependency field: of alternatives the first, without what is for other systems or a build profile leaves out. */
export function dependencyNames(field: string): string[] {
  const names: string[] = [];
  for (const item of field.split(',')) {
    const [, name, rest = ''] = /^\s*([a-z0-9][a-z0-9+.-]*)(?::[a-z0-9-]+)?([^|]*)/.exec(item) ?? [];
    const systems = /\[([^\]]*)\]/.exec(rest)?.[1]?.split(/\s+/) ?? [];
    const wanted = systems.length === 0 || systems.some((one) => one.startsWith('!') ? one !== '!linux-any' : /^(linux-)?(any|amd64)$/.test(one));
    if (name !== undefined && wanted && !/<!no(check|doc)\b/.test(rest)) names.push(name);
  }
  return [...new Set(names)];
}

/** apt's configuration for one private archive: text of an apt.conf. `root`: apt would otherwise become `_apt`. */
export function aptConfiguration(folder: string, root: boolean): string {
  const settings: [string, string][] = [
    ['Dir::Etc::sourcelist', path.join(folder, 'archive.sources')],
    ['Dir::Etc::sourceparts', '/dev/null'],
    ['Dir::Etc::preferences', '/dev/null'],
    ['Dir::Etc::preferencesparts', '/dev/null'],
    ['Dir::State::lists', path.join(folder, 'lists')],
    ['Dir::Cache', path.join(folder, 'cache')],
    ['APT::Default-Release', ''],
    ['APT::Update::Error-Mode', 'any'],
    ['Acquire::Languages', 'none'],
    ['Acquire::Retries', '2'],
  ];
  // `_apt` may not enter a private folder such as root's home.
  if (root) settings.push(['APT::Sandbox::User', 'root']);
  const hooks = ['APT::Update::Pre-Invoke', 'APT::Update::Post-Invoke', 'APT::Update::Post-Invoke-Success'];
  return [...hooks.map((hook) => `#clear ${hook};`), ...settings.map(([key, value]) => `${key} "${value}";`), ''].join('\n');
}

async function readEntries(): Promise<AptEntry[]> {
  const names = await run('apt-config', ['shell', 'LIST', 'Dir::Etc::sourcelist/f', 'PARTS', 'Dir::Etc::sourceparts/d'], {
    env: environment(),
  });
  const value = (name: string): string => new RegExp(`^${name}='(.*)'$`, 'm').exec(names.stdout)?.[1] ?? '';
  const read = async (file: string): Promise<AptEntry[]> => {
    const text = (await readIfThere(file)) ?? '';
    return file.endsWith('.sources') ? parseDeb822(text) : parseOneLine(text);
  };
  let parts: string[] = [];
  try {
    parts = (await readdir(value('PARTS'))).filter((name) => /^[\w.-]+\.(list|sources)$/.test(name)).sort();
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT' && errnoOf(error) !== 'ENOTDIR') throw error;
  }
  const files = [value('LIST'), ...parts.map((name) => path.join(value('PARTS'), name))];
  return (await Promise.all(files.filter((file) => file !== '').map(read))).flat();
}

/** The first line in which apt says what is wrong, without its mark. */
function complaint({ stdout, stderr }: RunResult): string {
  const lines = `${stderr}\n${stdout}`.split('\n').map((line) => line.trim());
  const told = lines.find((text) => text.includes('GPG error'));
  const line = told ?? lines.find((text) => text.startsWith('E: ')) ?? lines.find((text) => /^(W: |Err:)/.test(text));
  return (line ?? lines.find((text) => text !== '') ?? 'no message').replace(/^[EW]: /, '');
}

/** Expected and received sha256 where apt says `Hash Sum mismatch`. */
export function hashMismatch(output: string): { expected: string; received: string } | undefined {
  if (!/Hash Sum mismatch/i.test(output)) return undefined;
  const [expected, received] = [...output.matchAll(/SHA256:([0-9a-f]{64})/g)].map((match) => match[1]);
  return expected === undefined || received === undefined ? undefined : { expected, received };
}

/** What to do about a file that apt can't give. */
export const givenBy = 'check the network, or put the file into a folder and set WILDEBEEST_SOURCES to it';

/** One suite of Debian's archive with lists of its own, below the cache; the machine's lists stay untouched. */
export class AptArchive {
  /** Whether this process has read the suite's index anew. */
  fresh = false;

  private constructor(
    readonly folder: string,
    readonly suite: string,
    readonly kind: 'source' | 'binary',
  ) {}

  /** Sets up the private configuration; undefined where there is no apt. */
  static async open(suite: string, kind: 'source' | 'binary'): Promise<AptArchive | undefined> {
    let entries: AptEntry[];
    try {
      entries = await readEntries();
    } catch (error) {
      if (error instanceof Failure && error.message === 'apt-config: not found') return undefined;
      throw error;
    }
    const entry = debianEntry(entries);
    if (entry === undefined) {
      throw new Failure("apt's sources on this machine have no entry for Debian's main archive", {
        next: 'add one, or put the files into a folder and set WILDEBEEST_SOURCES to it',
      });
    }
    const folder = path.join(cacheRoot(), 'apt', `${suite}-${kind}`);
    if (/["\n]/.test(folder)) throw new Failure(`${folder}: apt takes no quotation mark in a path`, { next: 'set WILDEBEEST_CACHE' });
    try {
      await mkdir(path.join(folder, 'lists', 'partial'), { recursive: true });
      await mkdir(path.join(folder, 'cache', 'archives', 'partial'), { recursive: true });
      await writeAtomic(path.join(folder, 'archive.sources'), deriveEntry(entry, suite, kind));
      await writeAtomic(path.join(folder, 'apt.conf'), aptConfiguration(folder, process.getuid?.() === 0));
    } catch (error) {
      throw storeFailure(error, cacheRoot(), 'apt');
    }
    return new AptArchive(folder, suite, kind);
  }

  async #apt(command: string, args: string[], cwd = this.folder): Promise<RunResult> {
    const log = path.join(cacheRoot(), 'logs', `apt-${this.suite}-${this.kind}.log`);
    return await run(command, ['-c', path.join(this.folder, 'apt.conf'), ...args], {
      cwd,
      env: environment(),
      allowFailure: true,
      ...(command === 'apt-get' ? { log } : {}),
    });
  }

  /** Reads the suite's signed index anew. */
  async update(): Promise<void> {
    await report.during(`index of ${this.suite}`, async () => {
      const result = await this.#apt('apt-get', ['update', '-q']);
      if (result.exitCode !== 0) throw new Failure(`apt-get update of ${this.suite}: ${complaint(result)}`, { next: givenBy });
    });
    this.fresh = true;
  }

  /** What the index that is here offers of a package; empty before the first `update`. */
  async offers(name: string): Promise<Offer[]> {
    if (!(await exists(path.join(this.folder, 'lists', 'lock')))) return [];
    const args = this.kind === 'source' ? ['showsrc', '--only-source', name] : ['show', name];
    const { stdout } = await this.#apt('apt-cache', args);
    const offers: Offer[] = [];
    for (const stanza of parseStanzas(stdout)) {
      if (stanza.package !== name || stanza.version === undefined || stanza['extra-source-only'] === 'yes') continue;
      const files = this.kind === 'source' ? sourceFiles(stanza) : binaryFiles(stanza);
      if (files.length > 0) offers.push({ version: stanza.version, files });
    }
    return offers;
  }

  /** What the index that is here says of the newest version of each of some source packages, by name. */
  async control(names: readonly string[]): Promise<Map<string, Control>> {
    const { stdout } = await this.#apt('apt-cache', ['showsrc', '--only-source', ...names]);
    const found = new Map<string, Control>();
    for (const { package: name, version, binary = '', 'build-depends': depends = '', ...stanza } of parseStanzas(stdout)) {
      if (name === undefined || version === undefined) continue;
      const known = found.get(name);
      if (known !== undefined && compareVersions(known.version, version) >= 0) continue;
      const buildDepends = dependencyNames([depends, stanza['build-depends-arch'] ?? ''].join(','));
      found.set(name, { version, binaries: dependencyNames(binary), buildDepends });
    }
    return found;
  }

  /** Downloads the wanted files of one version and returns the folder that holds them. */
  async download(spec: SourceSpec, version: string, wanted: readonly PinnedFile[]): Promise<string> {
    const folder = path.join(this.folder, 'download');
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const names = wanted.map((file) => file.name).join(', ');
    const megabytes = (wanted.reduce((sum, file) => sum + file.size, 0) / 1e6).toFixed(1);
    const what = `${spec.package}=${version}`;
    const args =
      this.kind === 'binary'
        ? ['download', '-q', what]
        : ['source', '-q', '--download-only', '--only-source', ...(spec.packaging ? [] : ['--tar-only']), what];
    await report.during(`download of ${names} (${megabytes} MB)`, async () => {
      const result = await this.#apt('apt-get', args, folder);
      if (result.exitCode !== 0) {
        const output = `${result.stdout}\n${result.stderr}`;
        await rm(folder, { recursive: true, force: true });
        const bad = hashMismatch(output);
        if (bad) throw mismatch(names, bad.expected, bad.received, 'run the command again; the download was not kept');
        if (/No space left on device|enough free space/i.test(output)) {
          throw new Failure(`${names}: no space left in ${cacheRoot()}`, {
            next: 'free space there, or set WILDEBEEST_CACHE to another disk',
          });
        }
        throw new Failure(`${names}: apt-get cannot fetch ${what} of ${this.suite}: ${complaint(result)}`, { next: givenBy });
      }
    });
    return folder;
  }
}

function sourceFiles(stanza: Record<string, string>): PinnedFile[] {
  const files: PinnedFile[] = [];
  for (const line of (stanza['checksums-sha256'] ?? '').split('\n')) {
    const [sha256, size, name] = line.trim().split(' ');
    if (sha256 && size && name && /\.tar\.[a-z0-9]+$/.test(name)) files.push({ name, sha256, size: Number(size) });
  }
  return files;
}

function binaryFiles(stanza: Record<string, string>): PinnedFile[] {
  // A package that is installed but in no index has no file name.
  if (!stanza.filename || !stanza.sha256) return [];
  return [{ name: path.basename(stanza.filename), sha256: stanza.sha256, size: Number(stanza.size) }];
}
