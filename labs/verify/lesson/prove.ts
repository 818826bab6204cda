import type { Connectors } from "./connectors.ts";
import type { Chosen } from "./course.ts";
import { type Driver, resetLab } from "./reset.ts";
import { type RunOptions, runLesson } from "./run.ts";
import { hashOf, noteVerified } from "./verified.ts";
import { stampOf } from "./versions.ts";

/**
 * Runs lessons one after another, each from the clean state, and notes those that are green.
 * @returns failures by lesson; empty lists for those that passed
 */
export async function proveLessons(
  root: string,
  lessons: readonly Chosen[],
  driver: Driver,
  options: RunOptions,
): Promise<Map<string, string[]>> {
  const results = new Map<string, string[]>();
  let seen: Connectors = {};
  for (const { id, file } of lessons) {
    const name = id ?? file;
    try {
      const begun = Date.now();
      await resetLab(root, driver, seen);
      // Of the text that is run: it may be edited meanwhile. An update changes it by itself.
      const ran = id && !options.update ? hashOf(root, file) : undefined;
      options.say(`${name}: clean after ${seconds(begun)} s`);
      const run = await runLesson(root, file, options);
      seen = run.connectors;
      results.set(name, run.failures);
      options.say(`${name}: ${run.failures.length === 0 ? "passed" : "FAILED"}, ${run.seconds.toFixed(1)} s`);
      for (const failure of run.failures) options.say(failure);
      if (id && run.failures.length === 0) {
        noteVerified(root, id, { hash: ran ?? hashOf(root, file), ...(await stampOf(driver)) });
      }
    } catch (error) {
      options.say(`${name}: FAILED: ${(error as Error).message}`);
      results.set(name, [(error as Error).message]);
    }
  }
  return results;
}

function seconds(begun: number): string {
  return ((Date.now() - begun) / 1000).toFixed(1);
}
