import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { filesOf } from "../build.ts";
import { type Prose, ProseReader } from "./prose.ts";

/** Data files, and the fields of their entries that readers read, at any depth. */
const DATA: Readonly<Record<string, readonly string[]>> = {
  "content/_data/glossary.ts": ["definition", "why"],
  "content/_data/troubleshooting.ts": ["state", "cause", "fix", "prevention"],
  "content/_data/course.ts": ["title", "description", "summary", "goals"],
  "content/_data/changes.ts": ["title", "text"],
};

/**
 * All that readers read of the course: lessons, pages in Markdown, and the texts of data files.
 * @param root project folder
 */
export async function courseTexts(root: string): Promise<Prose[]> {
  const reader = new ProseReader(root);
  const pages = (await filesOf(join(root, "content"))).filter((path) => path.endsWith(".md")).sort();
  const prose = pages.flatMap((path) => {
    const file = `content/${path}`;
    return reader.markdown(file, readFileSync(join(root, file), "utf8"));
  });
  for (const [file, fields] of Object.entries(DATA)) {
    const path = join(root, file);
    const { default: value } = (await import(pathToFileURL(path).href)) as { default: unknown };
    const place = placesIn(readFileSync(path, "utf8"));
    for (const text of textsOf(value, fields)) prose.push(...reader.inline(file, text, place(text)));
  }
  return prose;
}

/** The texts of the fields so named, in order. */
function* textsOf(value: unknown, fields: readonly string[], wanted = false): Generator<string> {
  if (typeof value === "string") {
    if (wanted) yield value;
  } else if (Array.isArray(value)) {
    for (const item of value) yield* textsOf(item, fields, wanted);
  } else if (value && typeof value === "object") {
    for (const [key, item] of Object.entries(value)) yield* textsOf(item, fields, fields.includes(key));
  }
}

/**
 * Finds the 1-based lines of texts that come in the order of the source. A text with an inserted constant is found by
 * its beginning; one that begins with a constant gets the line of the text before it.
 */
function placesIn(source: string): (text: string) => number {
  let from = 0;
  return (text) => {
    // As a string in quotes of either kind, and as a template.
    const written = [JSON.stringify(text).slice(1), text, text.replaceAll("`", "\\`")];
    const found = written.map((one) => source.indexOf(one.slice(0, 20), from)).filter((at) => at >= 0);
    if (found.length) from = Math.min(...found);
    return source.slice(0, from).split("\n").length;
  };
}
