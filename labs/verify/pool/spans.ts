/** When something began and when it ended, in milliseconds of one clock. */
export interface Span {
  from: number;
  to: number;
}

/** Milliseconds during which at least one of them went on. */
export function covered(spans: readonly Span[]): number {
  let sum = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    sum += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return sum;
}
