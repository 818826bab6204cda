import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { readCompose } from "../compose-file.ts";
import { type RunnableLesson, readLesson } from "./read.ts";

/** Files of the labs that every lesson stands on: the stack's own definition. */
function stackFiles(root: string): string[] {
  const labs = join(root, "labs");
  const mounted = [...readCompose(labs).services.values()].flatMap(({ mounts }) => mounts.map(({ source }) => source));
  const files = mounted.filter((path) => existsSync(path) && statSync(path).isFile());
  return ["labs/compose.yaml", "labs/.env", "labs/connect/pom.xml", ...files.map((path) => relative(root, path))];
}

/** Paths in the commands of a lesson that are files of the labs: `@connectors/orders.json`. */
function namedFiles(root: string, lesson: RunnableLesson): string[] {
  const words = lesson.steps.flatMap(({ block }) => block.body.match(/[\w./-]+\.[a-z]+/g) ?? []);
  return words
    .map((word) => join("labs", word))
    .filter((path) => existsSync(join(root, path)) && statSync(join(root, path)).isFile());
}

/** Every file on which a lesson's outputs depend, itself excluded; sorted, each once. */
export function usedFiles(root: string, lesson: RunnableLesson): string[] {
  return [...new Set([...stackFiles(root), ...lesson.files, ...namedFiles(root, lesson)])].sort();
}

/**
 * What a lesson's verification mark is valid for: it changes with the lesson's text and with every file it uses.
 * @param file lesson relative to the root
 */
export function lessonHash(root: string, file: string): string {
  const lesson = readLesson(root, file);
  const hash = createHash("sha256").update(lesson.text);
  for (const used of usedFiles(root, lesson)) hash.update(`\0${used}\0`).update(readFileSync(join(root, used)));
  return hash.digest("hex").slice(0, 16);
}
