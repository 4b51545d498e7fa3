/** How many letters have to be put in, left out or changed to make one word of the other (Levenshtein). */
export function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let index = 0; index < from.length; index++) {
    const next = [index + 1];
    for (let column = 0; column < to.length; column++) {
      next.push(Math.min((row[column] ?? 0) + (from[index] === to[column] ? 0 : 1), (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The names that a word was probably meant to be, the most alike first: no more than a third of it differs, or two letters. */
export function nearest(word: string, names: readonly string[]): string[] {
  const far = Math.max(2, Math.floor(word.length / 3));
  const found = names.map((name) => ({ name, away: distance(word.toLowerCase(), name) })).filter(({ away }) => away <= far);
  return found.sort((a, b) => a.away - b.away || (a.name < b.name ? -1 : 1)).map(({ name }) => name);
}
