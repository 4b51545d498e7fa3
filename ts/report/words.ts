import type { UnitRecord } from '../matrix/record.js';
import type { UnitKind } from '../matrix/unit.js';

/** How reports show a state: a sign and a word, so that none depends on colour. */
export const stateSigns: Readonly<Record<UnitRecord['state'], string>> = { passed: '✓', failed: '✗', skipped: '○' };

/** Headings of the kinds: what the rows of their tables are. */
export const kindTitles: Readonly<Record<UnitKind, { title: string; row: string }>> = {
  sysroot: { title: 'Sysroots', row: 'part' },
  malloc: { title: 'Allocators', row: 'allocator' },
  suite: { title: 'Modules', row: 'module' },
  recipe: { title: 'Packages', row: 'package' },
  image: { title: 'Images, booted', row: 'image' },
};

/** Headings of what reports say of the packages besides. */
export const refusedTitle = "What can't be built";
export const patchTitle = 'Patches that are not needed';

/** `0.4 s`, `3 min 5 s`, `2 h 4 min`. */
export function duration(seconds: number): string {
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return `${String(Math.floor(whole / 60))} min ${String(whole % 60)} s`;
  const minutes = Math.round(whole / 60);
  return `${String(Math.floor(minutes / 60))} h ${String(minutes % 60)} min`;
}

/** Seconds of some units together. */
export function totalSeconds(units: readonly Pick<UnitRecord, 'seconds'>[]): number {
  return units.reduce((sum, unit) => sum + unit.seconds, 0);
}
