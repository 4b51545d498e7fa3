/** Whether all is run on targets that this machine emulates too, or a part of it: WILDEBEEST_CASES=all. */
export const allCases = process.env.WILDEBEEST_CASES === 'all';

/** Of what is run under qemu-user, the part that every run of the tests has: each twelfth. */
export function sampled<T>(all: readonly T[]): T[] {
  return allCases ? [...all] : all.filter((_, i) => i % 12 === 0);
}
