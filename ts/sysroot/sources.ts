import type { SourceSpec } from '../sources/sources.js';

/** musl versions that a sysroot can have; the first is the default, because a stable suite keeps it. */
export const muslVersions = ['1.2.5', '1.2.6'] as const;

export type MuslVersion = (typeof muslVersions)[number];

/** The pinned sources that sysroots are made of. */
export const sysrootSources = {
  kernelHeaders: { package: 'linux-libc-dev', kind: 'binary', suite: 'trixie', series: '6.12' },
  llvm: { package: 'llvm-toolchain-19', suite: 'bookworm', series: '19.1' },
  musl: {
    '1.2.5': { package: 'musl', suite: 'trixie', series: '1.2.5', packaging: true },
    '1.2.6': { package: 'musl', suite: 'sid', series: '1.2.6' },
  },
} as const satisfies { kernelHeaders: SourceSpec; llvm: SourceSpec; musl: Record<MuslVersion, SourceSpec> };
