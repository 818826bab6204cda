/**
 * The candidate most like a mistyped name, by shared pairs of letters (Dice's coefficient).
 * @returns undefined if there is no candidate at all
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = pairs(name);
  let best: { candidate: string; score: number } | undefined;
  for (const candidate of candidates) {
    const own = pairs(candidate);
    const shared = [...wanted].filter((pair) => own.has(pair)).length;
    const score = (2 * shared) / (wanted.size + own.size || 1);
    if (!best || score > best.score) best = { candidate, score };
  }
  return best?.candidate;
}

function pairs(text: string): Set<string> {
  const chars = [...text.toLowerCase()];
  return new Set(chars.slice(1).map((char, index) => `${chars[index]}${char}`));
}
