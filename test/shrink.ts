/**
 * Makes a failing list of choices small: leaves out runs of them, then makes each as small as it can be, as long as `fails` says
 * that the case which they make still fails. What a case asks beyond its list is 0.
 *
 * @param patience - how many cases are tried at most
 */
export async function shrink(choices: readonly number[], fails: (candidate: readonly number[]) => Promise<boolean>, patience = 2000): Promise<number[]> {
  let best = [...choices];
  let tries = 0;
  const better = async (candidate: number[]): Promise<boolean> => {
    if (tries++ >= patience || !(await fails(candidate))) return false;
    best = candidate;
    return true;
  };
  for (let before = -1; before !== tries && tries < patience; ) {
    const [length, sum] = [best.length, best.reduce((all, one) => all + one, 0)];
    for (let size = Math.max(1, best.length >> 1); size >= 1; size >>= 1) {
      for (let at = best.length - size; at >= 0; at -= size) await better(best.toSpliced(at, size));
    }
    for (let at = best.length - 1; at >= 0; at--) {
      for (const value of [0, (best[at] ?? 0) >> 1, (best[at] ?? 0) - 1]) {
        if (value >= 0 && value < (best[at] ?? 0) && (await better(best.with(at, value)))) break;
      }
    }
    before = best.length === length && best.reduce((all, one) => all + one, 0) === sum ? tries : -1;
  }
  return best;
}
