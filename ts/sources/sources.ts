/** A source as a user of it names it: a package of a Debian suite, kept within one upstream series. */
export interface SourceSpec {
  /** Source package (`musl`), or binary package where `kind` says so. */
  package: string;
  /** `source` (default): the upstream tarballs of a source package; `binary`: one .deb. */
  kind?: 'source' | 'binary';
  /** `bookworm`, `trixie` or `sid`. */
  suite: string;
  /** Upstream version, or the part of it before a dot or a plus sign: `1.2.5`, `30`. */
  series: string;
  /** The packaging tarball (`.debian.tar`) too; default: upstream's tarballs alone. */
  packaging?: boolean;
}

/** One file of a source as the lock file pins it. */
export interface PinnedFile {
  name: string;
  /** Lower case hexadecimal. */
  sha256: string;
  /** Bytes. */
  size: number;
}

/** A source's exact version and files: what belongs into a step's inputs; known without a download. */
export interface PinnedSource {
  /** Debian version: `1:3.0.9-1`. */
  version: string;
  files: PinnedFile[];
}

export interface FetchedSource extends PinnedSource {
  /** With the absolute path of each file; its sha256 has just been checked. */
  files: (PinnedFile & { path: string })[];
}

/** Version and files of a source as `fetchSource` will give them, without network and without reading the files. */
export async function pinnedSource(spec: SourceSpec): Promise<PinnedSource> {
  throw new Error(`not written yet: ${spec.package}`);
}

/** Fetches a source's files into the cache (or finds them there), and checks the sha256 of each. */
export async function fetchSource(spec: SourceSpec): Promise<FetchedSource> {
  throw new Error(`not written yet: ${spec.package}`);
}
