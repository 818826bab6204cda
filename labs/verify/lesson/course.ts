import plan from "../../../content/_data/course.ts";
import { buildCourse } from "../../../eleventy/course.ts";
import { hashOf, readVerified } from "./verified.ts";

/** A lesson to run: its id, unless it is a file that does not belong to the course. */
export interface Chosen {
  id: string | undefined;
  file: string;
}

/** All lessons that are written, in the order of the path. */
export function writtenLessons(root: string): { id: string; file: string }[] {
  return buildCourse(plan, root).lessons.flatMap(({ id, file }) => (file ? [{ id, file }] : []));
}

/**
 * Finds lessons by id, by the beginning of an id (`module-1/04`), or by file.
 * @throws Error naming the known ids
 */
export function chooseLessons(root: string, words: readonly string[]): Chosen[] {
  const written = writtenLessons(root);
  return words.map((word) => {
    if (word.endsWith(".md")) return { id: written.find(({ file }) => file === word)?.id, file: word };
    const found = written.filter(({ id }) => id === word || id.startsWith(`${word}-`));
    const [lesson] = found;
    if (!lesson || found.length > 1) {
      throw new Error(
        `lesson "${word}"; expected one of ${written.map(({ id }) => id).join(", ")}, or a Markdown file`,
      );
    }
    return lesson;
  });
}

/** Lessons that were never verified, or that changed since, themselves or a file they use. */
export function changedLessons(root: string): Chosen[] {
  const verified = readVerified(root);
  return writtenLessons(root).filter(({ id, file }) => verified[id]?.hash !== hashOf(root, file));
}
