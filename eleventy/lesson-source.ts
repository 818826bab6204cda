import { ContentError } from "./content-error.ts";
import { slug } from "./markdown/heading.ts";
import { frontMatterLines } from "./markdown/source-place.ts";
import { remembered } from "./remembered.ts";

/** A fence as it is written. */
export interface SourceFence {
  /** What stands behind its opening marks: `sql run=postgres`. */
  info: string;
  body: string[];
  /** Whether it stands in an exercise, its solution included. */
  inExercise: boolean;
}

/** A lesson as it is written, its front matter left out; what code looks like is not mistaken for text. */
export interface LessonSource {
  /** Lines outside of fences, with their 1-based numbers in the file. */
  text: { line: number; content: string }[];
  fences: SourceFence[];
  exercises: number;
}

const FENCE = /^\s*(`{3,})\s*(.*)$/;
const EXERCISE = /^(:{4,})\s*exercise\s/;

/**
 * Splits a lesson into text and fences. It knows far less than the Markdown of the site, takes a hundredth of its time,
 * and complains of nothing: for what every build asks of every lesson before any is printed.
 * @param source the whole text of the file
 */
export const readLessonSource = remembered((source: string): LessonSource => {
  const above = frontMatterLines(source);
  const lesson: LessonSource = { text: [], fences: [], exercises: 0 };
  let fence: SourceFence | undefined;
  let ends = "";
  let exercise: string | undefined;
  for (const [index, content] of source.split(/\r?\n/).entries()) {
    if (index < above) continue;
    const [, marks, info = ""] = FENCE.exec(content) ?? [];
    if (fence) {
      if (marks?.startsWith(ends) && !info) fence = undefined;
      else fence.body.push(content);
      continue;
    }
    if (marks) {
      fence = { info, body: [], inExercise: exercise !== undefined };
      ends = marks;
      lesson.fences.push(fence);
      continue;
    }
    lesson.text.push({ line: index + 1, content });
    const [, opens] = EXERCISE.exec(content) ?? [];
    if (opens) {
      exercise = opens;
      lesson.exercises++;
    } else if (content.trim() === exercise) exercise = undefined;
  }
  return lesson;
});

/** Sections that every lesson has, a list each: the summary of its module is made of them. */
export const GOALS = "Что вы будете уметь";
export const CHECKLIST = "Контрольный список";

/** Ids of their headings in the printed lesson. */
export const SECTION_IDS = { goals: slug(GOALS), checklist: slug(CHECKLIST) } as const;

/**
 * Says what of these sections is missing.
 * @param file path for messages, relative to the project root
 * @returns a mistake for each section that the lesson lacks or that holds no bullet list
 */
export function missingSections(file: string, { text }: LessonSource): ContentError[] {
  return [GOALS, CHECKLIST].flatMap((title) => {
    const at = text.findIndex(({ content }) => content.trimEnd() === `## ${title}`);
    const expected = `"## ${title}" with a list below it, lines such as "- …"`;
    if (at < 0) return new ContentError(file, 1, `a lesson without the section "${title}"`, expected);
    const rest = text.slice(at + 1);
    const next = rest.findIndex(({ content }) => /^##?\s/.test(content));
    const section = next < 0 ? rest : rest.slice(0, next);
    if (section.some(({ content }) => /^[-*]\s+\S/.test(content))) return [];
    return new ContentError(file, text[at]?.line ?? 1, `section "${title}" holds no list`, expected);
  });
}
