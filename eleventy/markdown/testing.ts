import assert from "node:assert/strict";
import { createMarkdown, type MarkdownOptions } from "./index.ts";

/** Renders a lesson's text as the site does, for tests: base path /base/, two versions, diagrams as plain marks. */
export function render(source: string, options: Partial<MarkdownOptions> = {}): string {
  return createMarkdown({
    base: "/base/",
    root: ".",
    versions: () => ({ DEBEZIUM_VERSION: "3.7.0.Final", KAFKA_VERSION: "4.3.1" }),
    diagram: ({ body }, caption, { diagrams }) => `<figure id="diagram-${diagrams}">${caption}: ${body}</figure>\n`,
    ...options,
  }).render(source, { page: { inputPath: "./content/lesson.md" } });
}

/** Asserts that a text is refused at a line with this message, given without `content/lesson.md:line: `. */
export function refuses(source: string, line: number, message: string | RegExp): void {
  assert.throws(
    () => render(source),
    (error: Error) => {
      const [, place, said = ""] = /^(content\/lesson\.md:\d+): ([\s\S]*)$/.exec(error.message) ?? [];
      assert.equal(place, `content/lesson.md:${line}`, error.message);
      if (typeof message === "string") assert.equal(said, message);
      else assert.match(said, message);
      return true;
    },
  );
}
