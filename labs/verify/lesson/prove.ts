import type { Verification } from "../../../eleventy/verification.ts";
import type { Connectors } from "./connectors.ts";
import type { Chosen } from "./course.ts";
import { type Driver, resetLab } from "./reset.ts";
import { type LessonRun, type RunOptions, runLesson } from "./run.ts";
import { hashOf, noteVerified } from "./verified.ts";
import { stampOf } from "./versions.ts";

export interface ProofOptions extends RunOptions {
  /** Told of a green run. */
  note: (id: string, verification: Verification) => void;
}

/**
 * Runs a lesson in a clean lab and notes it when it is green.
 * @throws Error where the lesson cannot be read, or the lab does not answer after it
 */
export async function proveLesson(
  root: string,
  { id, file }: Chosen,
  driver: Driver,
  options: ProofOptions,
): Promise<LessonRun> {
  // Of the text that is run: it may be edited meanwhile. An update changes it by itself.
  const ran = id && !options.update ? hashOf(root, file) : undefined;
  const run = await runLesson(root, file, options);
  options.say(`${id ?? file}: ${run.failures.length === 0 ? "passed" : "FAILED"}, ${run.seconds.toFixed(1)} s`);
  for (const failure of run.failures) options.say(failure);
  if (id && run.failures.length === 0) {
    options.note(id, { hash: ran ?? hashOf(root, file), ...(await stampOf(driver)) });
  }
  return run;
}

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
  for (const lesson of lessons) {
    const name = lesson.id ?? lesson.file;
    try {
      const begun = Date.now();
      await resetLab(root, driver, seen);
      options.say(`${name}: clean after ${((Date.now() - begun) / 1000).toFixed(1)} s`);
      const note = (id: string, verification: Verification) => noteVerified(root, id, verification);
      const run = await proveLesson(root, lesson, driver, { ...options, note });
      seen = run.connectors;
      results.set(name, run.failures);
    } catch (error) {
      options.say(`${name}: FAILED: ${(error as Error).message}`);
      results.set(name, [(error as Error).message]);
    }
  }
  return results;
}
