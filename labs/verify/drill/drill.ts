import type { Driver } from "../lesson/reset.ts";
import { stampOf } from "../lesson/versions.ts";
import type { Places } from "../places.ts";
import { judge } from "./judge.ts";
import { noteFigures, reportLines } from "./report.ts";
import { type DrillOptions, runScenario } from "./scenario.ts";

/** Changes in each database. */
export const CHANGES = 20_000;

/**
 * The drill "nothing is lost", in the clean lab: runs it, judges it, prints the figures and, if nothing was lost, notes them.
 * @returns whether it passed; a lab that does not come back from a crash is a failure too
 */
export async function drill(places: Places, driver: Driver, options: DrillOptions): Promise<boolean> {
  const begun = Date.now();
  const { changes, say } = options;
  say(`drill: ${changes} changes in each database`);
  try {
    const evidence = await runScenario(places, options);
    const seconds = (Date.now() - begun) / 1000;
    const verdict = judge(evidence);
    for (const line of reportLines(verdict, seconds)) say(line);
    if (verdict.problems.length > 0) return false;
    if (changes >= CHANGES) {
      noteFigures(places.root, verdict, { seconds, ...(await stampOf(driver)) });
    }
    return true;
  } catch (error) {
    say(`FAILED ${(error as Error).message}`);
    return false;
  }
}
