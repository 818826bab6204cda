/**
 * Edit distance with swaps of neighbours (optimal string alignment): how many letters have to be added, removed,
 * replaced or swapped. https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance
 */
export function distance(a: string, b: string): number {
  let last: number[] = [];
  let previous: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    last = previous;
    previous = row;
    row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const replaced = at(previous, j - 1) + (same ? 0 : 1);
      let best = Math.min(at(previous, j) + 1, at(row, j - 1) + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(last, j - 2) + 1);
      row.push(best);
    }
  }
  return at(row, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

/**
 * The known name that a misspelt one most likely means; undefined where every one is too far away.
 * @param most greatest distance
 */
export function nearest(
  name: string,
  known: Iterable<string>,
  most = Math.max(2, Math.floor(name.length / 4)),
): string | undefined {
  let best: string | undefined;
  let least = most + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const far = distance(name, candidate);
    if (far < least) [best, least] = [candidate, far];
  }
  return best;
}
