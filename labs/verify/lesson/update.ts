import { normalize, refresh } from "./match.ts";
import type { RunnableLesson, Step } from "./read.ts";

/** A block and what it printed this time. */
export interface Fresh {
  step: Step;
  text: string;
}

/**
 * The text of a lesson with its output fences brought up to date. A block that printed something without saying so gets
 * a fence; everything else in the file stays as it is.
 */
export function updateOutputs(lesson: RunnableLesson, printed: readonly Fresh[]): string {
  const lines = lesson.text.split("\n");
  // From the end, so that the lines above keep their numbers.
  for (const { step, text } of [...printed].sort((a, b) => b.step.lines.first - a.step.lines.first)) {
    const actual = normalize(text);
    const { output } = step;
    const indent = /^\s*/.exec(lines[step.lines.first] ?? "")?.[0] ?? "";
    const indented = (body: string[]) => body.map((line) => (line ? indent + line : line));
    if (output) {
      const body = refresh(normalize(output.text), actual);
      lines.splice(output.lines.first + 1, output.lines.end - output.lines.first - 2, ...indented(body));
    } else if (actual.length > 0) {
      lines.splice(step.lines.end, 0, "", ...indented(["```output", ...actual, "```"]));
    }
  }
  return lines.join("\n");
}
