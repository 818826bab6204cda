import { type Zippable, zipSync } from "fflate";
import type { LabFile } from "./lab-files.ts";

/** The folder that the archive unpacks to. */
const FOLDER = "debezium-course-lab";

/** Unix, with the modes of a regular file in the upper half of its attributes. */
const UNIX = 3;
const mode = (executable: boolean): number => (0o100000 | (executable ? 0o755 : 0o644)) * 0x10000;

/**
 * Packs the lab; the same files give the same bytes on every machine.
 * @param files in the order in which they shall stand
 */
export function zipLab(files: readonly LabFile[]): Uint8Array {
  const entries: Zippable = {};
  // The format knows local time only, and none before this.
  const mtime = new Date(1980, 0, 1);
  for (const { path, bytes, executable } of files) {
    const options = { level: 9, mtime, os: UNIX, attrs: mode(executable) } as const;
    entries[path.replace(/^labs/, FOLDER)] = [bytes, options];
  }
  return zipSync(entries);
}
