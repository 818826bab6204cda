import * as z from "zod";
import type { CoursePlan } from "../content/_data/course.ts";
import { ContentError } from "./content-error.ts";
import { nearest } from "./nearest.ts";

/** A data file that lists entries with ids: the glossary, the messages. */
export interface EntryFile {
  /** Path for messages, relative to the project root. */
  file: string;
  /** Its text: messages name the line on which an entry's id stands. */
  source: string;
  /** What the file exports. */
  value: unknown;
  /** Ids of all lessons, written and planned. */
  lessons: ReadonlySet<string>;
}

/** What the entries of such files have in common. */
interface Entry {
  id: string;
  lessons: string[];
}

/** Latin words joined by hyphens: an entry's anchor. */
export const ID = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "latin words joined by hyphens");
/** A text that says something. */
export const TEXT = z.string().trim().min(1);
/** An address that a reader can open. */
export const ADDRESS = z.url({ protocol: /^https$/, error: "an address that begins with https://" });

/**
 * Checks the entries of a file: each by the schema, their ids, and the lessons they name.
 * @param what word for an entry in messages
 * @param faults gets a ContentError for each mistake
 * @returns the entries that fit the schema, with the lines of their ids
 */
export function checkEntries<E extends Entry>(
  { file, source, value, lessons }: EntryFile,
  what: string,
  schema: z.ZodType<E>,
  faults: Error[],
): { entry: E; line: number }[] {
  const list = Array.isArray(value) ? value : [];
  if (!list.length) faults.push(new ContentError(file, 1, `no ${what}s`, `a list of ${what}s by default export`));
  const lineOf = idLines(source);
  const ids = new Set<string>();
  return list.flatMap((raw) => {
    const id = typeof raw?.id === "string" ? raw.id : "";
    const line = lineOf(id);
    const fault = (reason: string, expected?: string) =>
      faults.push(new ContentError(file, line, `${what} "${id}": ${reason}`, expected));
    const result = schema.safeParse(raw);
    if (!result.success) {
      for (const issue of result.error.issues) fault(...explain(issue, raw));
      return [];
    }
    if (ids.has(id)) fault("its id is taken", "an id that no other entry has");
    ids.add(id);
    for (const lesson of new Set(result.data.lessons)) {
      if (!lessons.has(lesson)) fault(`lesson "${lesson}" is not in the plan`, nearest(lesson, lessons));
    }
    if (new Set(result.data.lessons).size < result.data.lessons.length) fault("names a lesson twice");
    return [{ entry: result.data, line }];
  });
}

/** Ids of all lessons of a plan, `module-1/01-cdc-fundamentals`. */
export function plannedIds({ modules }: CoursePlan): Set<string> {
  return new Set(
    modules.flatMap(({ number, lessons }) =>
      lessons.map((lesson) => `module-${number}/${typeof lesson === "string" ? lesson : lesson.slug}`),
    ),
  );
}

/** What a piece of inline Markdown says: its code without backticks, its links without addresses. */
export function plainText(markdown: string): string {
  return markdown.replace(/\[([^\]]+)\]\([^)]+\)/g, "$1").replaceAll("`", "");
}

/** Finds the 1-based line that gives an entry its id; each call for one id finds the next such line. */
function idLines(source: string): (id: string) => number {
  const lines = new Map<string, number[]>();
  for (const [index, text] of source.split("\n").entries()) {
    for (const [, id = ""] of text.matchAll(/\bid"?:\s*["']([^"']*)["']/g)) {
      lines.set(id, [...(lines.get(id) ?? []), index + 1]);
    }
  }
  return (id) => lines.get(id)?.shift() ?? 1;
}

function explain(issue: z.core.$ZodIssue, raw: unknown): [reason: string, expected?: string] {
  if (issue.code === "unrecognized_keys") return [`has an unknown field "${issue.keys[0]}"`];
  const value = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], raw);
  const field = issue.path.join(".");
  const reason = value === undefined ? `field "${field}" is missing` : `field "${field}" is ${JSON.stringify(value)}`;
  return [reason, issue.message.replace(/^Invalid (?:input|option): (?:expected )?/, "")];
}
