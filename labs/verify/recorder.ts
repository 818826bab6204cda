import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { nativeDriver } from "./drivers.ts";
import { resetLab } from "./lesson/reset.ts";
import { placesOf, projectRoot } from "./places.ts";

/** What is recorded on the running stack, kept in a file, and compared with another recording. */
export interface Recorder {
  /** The kept file, relative to the project's root. */
  file: string;
  /** Records anew; written are JSON and the number of its `units`. */
  record: (root: string) => Promise<readonly unknown[]>;
  /** Compares what is kept with a new recording; one line for each difference. */
  check: (root: string) => Promise<string[]>;
  /** What one element of the recording is called, in the plural. */
  units: string;
  /** What a difference is counted in, in the plural. */
  compared: string;
  /** Said if there is none. */
  agreed: string;
}

/**
 * A recorder's own command, inside of the running stack: `--update` writes its file, without it the file is compared.
 * @returns the status to end with
 */
export async function runRecorder({ file, record, check, units, compared, agreed }: Recorder): Promise<number> {
  const places = placesOf(projectRoot());
  const { root } = places;
  await resetLab(root, nativeDriver(places), {});
  if (process.argv.includes("--update")) {
    const recorded = await record(root);
    writeFileSync(join(root, file), `${JSON.stringify(recorded, null, 2)}\n`);
    console.log(`${file}: ${recorded.length} ${units} written`);
    return 0;
  }
  const wrong = await check(root);
  for (const line of wrong) console.log(line);
  console.log(wrong.length ? `${wrong.length} ${compared} differ` : agreed);
  return wrong.length ? 1 : 0;
}
