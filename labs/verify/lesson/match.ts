/** Stands for what varies: within a line for any text, alone on a line for any lines. */
export const ANY = "…";

/** What is compared: lines without blanks at their ends, without empty lines at both ends. */
export function normalize(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trimEnd());
  while (lines[0] === "") lines.shift();
  while (lines.at(-1) === "") lines.pop();
  return lines;
}

/** Whether one printed line is what an expected line says. */
export function lineMatches(expected: string, actual: string): boolean {
  if (!expected.includes(ANY)) return expected === actual;
  const parts = expected.split(ANY).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "su").test(actual);
}

function isAnyLines(line: string): boolean {
  return line.trim() === ANY;
}

/** Where a printed text departs from the expected one. */
export interface Mismatch {
  /** 0-based line of the expected text up to which both agree. */
  line: number;
  expected: string | undefined;
  got: string | undefined;
}

/**
 * Compares an output fence with what was printed.
 * @returns undefined if they agree, otherwise the furthest point that was reached
 */
export function compare(expected: readonly string[], actual: readonly string[]): Mismatch | undefined {
  let furthest = { line: 0, at: 0 };
  const failed = new Set<number>();
  const walk = (line: number, at: number): boolean => {
    if (line + at > furthest.line + furthest.at) furthest = { line, at };
    if (line === expected.length) return at === actual.length;
    const key = line * (actual.length + 1) + at;
    if (failed.has(key)) return false;
    const wanted = expected[line] ?? "";
    const found = isAnyLines(wanted)
      ? walk(line + 1, at) || (at < actual.length && walk(line, at + 1))
      : at < actual.length && lineMatches(wanted, actual[at] ?? "") && walk(line + 1, at + 1);
    if (!found) failed.add(key);
    return found;
  };
  if (walk(0, 0)) return undefined;
  return { line: furthest.line, expected: expected[furthest.line], got: actual[furthest.at] };
}

/**
 * What an output fence should say after a run: each expected line that still holds stays as it is written, its
 * placeholders included; everything else is what was printed.
 */
export function refresh(expected: readonly string[], actual: readonly string[]): string[] {
  if (!compare(expected, actual)) return [...expected];
  // best[i][j]: the most lines of expected[i…] that can be kept over actual[j…].
  const rows = expected.length;
  const columns = actual.length;
  const best = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  const fits = (i: number, j: number) =>
    !isAnyLines(expected[i] ?? "") && lineMatches(expected[i] ?? "", actual[j] ?? "");
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const kept = fits(i, j) ? at(i + 1, j + 1) + 1 : 0;
      (best[i] as number[])[j] = Math.max(kept, at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: string[] = [];
  let swallow = false;
  for (let i = 0, j = 0; i < rows || j < columns; ) {
    if (i < rows && isAnyLines(expected[i] ?? "")) {
      // Lines up to the next kept one belong to the placeholder.
      lines.push(expected[i] ?? "");
      swallow = true;
      i++;
    } else if (i < rows && j < columns && fits(i, j) && at(i, j) === at(i + 1, j + 1) + 1) {
      lines.push(expected[i] ?? "");
      swallow = false;
      i++;
      j++;
    } else if (i < rows && (j === columns || at(i + 1, j) >= at(i, j + 1))) i++;
    else {
      if (!swallow) lines.push(actual[j] ?? "");
      j++;
    }
  }
  return lines;
}
