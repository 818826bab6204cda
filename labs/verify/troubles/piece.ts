import { readConnectors } from "../lesson/connectors.ts";
import { runChecks } from "../pool/count.ts";
import type { Lab, Told } from "../pool/work.ts";
import { leftBehind, proveCases, readCases } from "./prove.ts";

/** Provokes every message that a case is named for, and counts the cases. The lab has to be in its clean state. */
export async function checkTroubles(told: Told, lab: Lab): Promise<void> {
  try {
    await proveCases(lab.places.root, readCases(), ({ name, seconds, wrong }) => {
      told.say(`  ${name} ${seconds.toFixed(1)} s`);
      told.count(wrong.length === 0, `messages: ${name}`);
      for (const line of wrong) told.say(line);
    });
    await runChecks(told, [{ name: "messages: nothing is left behind", run: leftBehind }]);
  } finally {
    lab.seen = await readConnectors();
  }
}
