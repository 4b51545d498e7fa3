import type { SourceSpec } from '../sources/sources.js';

/** Debian's names of processors. */
const debianOf = { x64: 'amd64', arm64: 'arm64' } as const;

/** What the addons for glibc are built with: the packages of Debian's cross compilers, which every Debian machine has for each processor. */
export function prebuildSources(arch: 'x64' | 'arm64'): SourceSpec[] {
  const spec = (name: string, series: string): SourceSpec => ({ package: name.replace('ARCH', debianOf[arch]), kind: 'binary', suite: 'bookworm', series });
  return [
    spec('libc6-ARCH-cross', '2.36'),
    spec('libc6-dev-ARCH-cross', '2.36'),
    spec('linux-libc-dev-ARCH-cross', '6.1'),
    spec('libgcc-12-dev-ARCH-cross', '12.2'),
    spec('libstdc++-12-dev-ARCH-cross', '12.2'),
  ];
}
