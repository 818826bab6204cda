import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Piece } from "./queue.ts";

/** Seconds that pieces took when they were last done, by name. It only orders work: a file that is lost is no loss. */
export function readDurations(file: string): Record<string, number> {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Record<string, number>;
  } catch {
    return {};
  }
}

/** Pieces with the seconds that are known of them. */
export function timed<Work extends Piece>(pieces: readonly Work[], known: Readonly<Record<string, number>>): Work[] {
  return pieces.map((piece) => ({ ...piece, seconds: known[piece.name] ?? piece.seconds }));
}

export function keepDurations(file: string, durations: Readonly<Record<string, number>>): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(durations, null, 2)}\n`);
}
