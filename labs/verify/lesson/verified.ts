import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What is known of a lesson since its last green run. */
export interface Verification {
  /** `lessonHash` of the run. */
  hash: string;
  /** Software that it ran on. */
  versions: Record<string, string>;
  /** Day of the run, 2026-11-21. */
  date: string;
}

const FILE = "content/_data/verified.json";

/** Verifications by lesson id. */
export function readVerified(root: string): Record<string, Verification> {
  const path = join(root, FILE);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
}

/** Notes a green run. Where nothing but the day would change, the file stays as it is. */
export function noteVerified(root: string, id: string, verification: Verification): void {
  const all = readVerified(root);
  const before = all[id];
  const same =
    JSON.stringify([before?.hash, before?.versions]) === JSON.stringify([verification.hash, verification.versions]);
  if (before && same) return;
  all[id] = verification;
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(join(root, FILE), `${JSON.stringify(sorted, null, 2)}\n`);
}
