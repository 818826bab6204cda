import { readFileSync } from "node:fs";
import { join } from "node:path";
import { apart } from "../../lesson/check.ts";
import type { RunnableLesson } from "../../lesson/read.ts";
import { inPlace } from "../in-place.ts";
import { labFiles } from "../lab-files.ts";

/** A shell script and where it stands. */
export interface Script {
  /** Path from the project's root. */
  file: string;
  /** Its text; every line stands where it stands in the file. */
  text: string;
}

/** Every script of the labs, and those that the blocks of each lesson are together. */
export function allScripts(root: string, lessons: readonly RunnableLesson[]): Script[] {
  return [
    ...labFiles(root, [".sh"]).map((file) => ({ file, text: readFileSync(join(root, file), "utf8") })),
    ...lessons.flatMap(lessonScripts),
  ];
}

/**
 * The blocks of a lesson that share a shell, as one script each: what an earlier block sets is known to a later one.
 * A block that is not executed stands alone.
 */
export function lessonScripts(lesson: RunnableLesson): Script[] {
  const sessions = new Map<string, { line: number; body: string }[]>();
  for (const { block, info } of lesson.steps) {
    if (info.run !== "bash") continue;
    const name = info.session ?? "";
    const part = { line: block.place.line, body: block.body };
    // A check is executed in a subshell, whose marks take the place of its fence.
    if (info.check) Object.assign(part, { line: part.line - 1, body: apart(part.body) });
    sessions.set(name, [...(sessions.get(name) ?? []), part]);
  }
  const alone = lesson.exempt
    .filter(({ block }) => block.info.kind === "code" && ["bash", "sh", "shell"].includes(block.info.language))
    .map(({ block }) => [{ line: block.place.line, body: block.body }]);
  return [...sessions.values(), ...alone].map((blocks) => ({ file: lesson.file, text: inPlace(blocks) }));
}
