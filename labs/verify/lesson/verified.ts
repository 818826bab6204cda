import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readLab } from "../../../eleventy/lab-files.ts";
import { lessonHash, type Verification } from "../../../eleventy/verification.ts";

const FILE = "content/_data/verified.json";

/** Verifications by lesson id. */
export function readVerified(root: string): Record<string, Verification> {
  const path = join(root, FILE);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
}

/** What a lesson's verification is valid for. @param file lesson relative to the root */
export function hashOf(root: string, file: string): string {
  return lessonHash(readFileSync(join(root, file), "utf8"), readLab(root));
}

/** Notes a green run. Where nothing but the day would change, the file stays as it is. */
export function noteVerified(root: string, id: string, verification: Verification): void {
  const all = readVerified(root);
  const before = all[id];
  const same = before && JSON.stringify({ ...before, date: "" }) === JSON.stringify({ ...verification, date: "" });
  if (same) return;
  all[id] = verification;
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(join(root, FILE), `${JSON.stringify(sorted, null, 2)}\n`);
}
