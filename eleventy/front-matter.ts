import { LineCounter, parseDocument } from "yaml";
import * as z from "zod";
import { ContentError } from "./content-error.ts";
import { remembered } from "./remembered.ts";

/** What the author of a lesson writes above its text. Every field is described where it is checked. */
export const lessonFrontMatter = z.strictObject({
  /** Title as it stands in the menu and above the lesson. */
  title: z.string().min(3).max(90),
  /** One or two sentences for search engines and lists, 50 to 200 characters. */
  description: z.string().min(50).max(200),
  /** Place in its module, from 1; the file name starts with the same number. */
  order: z.int().min(1).max(99),
  /** How much it asks of a reader who has read its prerequisites. */
  difficulty: z.enum(["beginner", "intermediate", "advanced"]),
  /** Minutes to read it and to run its practice. */
  estimatedTime: z.int().min(5).max(240),
  /** Subjects, for search and lists. */
  topics: z.array(z.string().min(2).max(40)).min(1).max(10),
  /** Ids of lessons (`module-1/01-cdc-fundamentals`) to read first; none may lie later on the path. */
  prerequisites: z.array(z.string()),
  /** Earlier ids of this lesson: they become redirect pages and carry saved progress over. */
  formerly: z.array(z.string()).default([]),
});

export type LessonFrontMatter = z.output<typeof lessonFrontMatter>;

const FENCE = /^---\r?\n([\s\S]*?)^---[^\S\n]*$/m;

/**
 * Reads and checks the front matter of a lesson.
 * @param file path for error messages, relative to the project root
 * @param source the whole text of the file
 * @returns the checked fields, and the line of each (1-based) for later checks
 * @throws ContentError naming file, line, field and what is allowed
 */
export const parseLessonFrontMatter = remembered((file: string, source: string) => {
  const match = FENCE.exec(source);
  if (match?.index !== 0) throw new ContentError(file, 1, "no front matter", "a block between two --- lines");
  const lines = new LineCounter();
  const document = parseDocument(match[1] ?? "", { lineCounter: lines });
  const broken = document.errors[0];
  if (broken) {
    throw new ContentError(
      file,
      lines.linePos(broken.pos[0]).line + 1,
      `front matter: ${broken.message.split("\n")[0]}`,
    );
  }

  const lineOf = (...path: (string | number)[]): number => {
    for (let depth = path.length; depth > 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line + 1;
    }
    return 1;
  };
  const result = lessonFrontMatter.safeParse(document.toJS() ?? {});
  if (result.success) return { fields: result.data, lineOf };

  const issue = result.error.issues[0];
  if (!issue) throw new ContentError(file, 1, "front matter does not fit its schema");
  if (issue.code === "unrecognized_keys") {
    const key = issue.keys[0] ?? "";
    const known = Object.keys(lessonFrontMatter.shape).join(", ");
    throw new ContentError(file, lineOf(key), `front matter has an unknown field "${key}"`, known);
  }
  const path = issue.path as (string | number)[];
  const missing = !document.hasIn(path);
  const reason = missing ? "is missing" : `is ${JSON.stringify(document.getIn(path))}`;
  throw new ContentError(file, lineOf(...path), `front matter field "${path.join(".")}" ${reason}`, allowed(issue));
});

/** Says what a field allows, in the words of its schema. */
function allowed(issue: z.core.$ZodIssue): string {
  const field = lessonFrontMatter.shape[issue.path[0] as keyof LessonFrontMatter];
  const inner = field instanceof z.ZodDefault ? field.unwrap() : field;
  if (inner instanceof z.ZodEnum) return inner.options.join(", ");
  return issue.message.replace(/^Invalid input: expected /, "").replace(/^Invalid (input|option): ?/, "");
}
