import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { blockOf, type CodeBlock } from "../../../eleventy/markdown/code-block.ts";
import type { CodeInfo } from "../../../eleventy/markdown/fence-info.ts";
import { createMarkdown } from "../../../eleventy/markdown/index.ts";
import { newEnv } from "../../../eleventy/markdown/page.ts";
import { frontMatterLines } from "../../../eleventy/markdown/source-place.ts";
import { versionsOf } from "../../../eleventy/versions.ts";

/** Where a fence stands in its file, in 0-based lines. */
export interface Lines {
  /** The line of the opening marks. */
  first: number;
  /** The line behind the closing marks. */
  end: number;
}

/** A block that is executed, and what it is said to print. */
export interface Step {
  block: CodeBlock;
  info: CodeInfo & { run: NonNullable<CodeInfo["run"]> };
  lines: Lines;
  /** The output fence below it. */
  output?: { text: string; lines: Lines; line: number };
}

/** One execution of a block; the check of an exercise is executed twice. */
export interface Turn {
  step: Step;
  /** Of a check: whether the solution has been executed by then. */
  solved?: boolean;
}

/** A lesson as the runner sees it. */
export interface RunnableLesson {
  /** Path relative to the project's root; absolute for a file outside of it. */
  file: string;
  text: string;
  /** In the order of the file. */
  steps: Step[];
  /** What is executed, in this order. */
  turns: Turn[];
  /** Blocks that cannot be executed here, with their reasons. */
  exempt: { block: CodeBlock; because: string }[];
  /** Files of the labs that it shows, whole or in part. */
  shown: { file: string; text: string }[];
}

/**
 * Reads a lesson with the site's own parser, so that what is executed is what readers see.
 * @param root project root
 * @param file lesson, absolute or relative to the root
 * @throws ContentError for any mistake in the lesson
 */
export function readLesson(root: string, file: string): RunnableLesson {
  const path = resolve(root, file);
  const inside = relative(root, path);
  // As messages and the verification mark name it: from the root, or in full where it lies elsewhere.
  const name = inside.startsWith("..") ? path : inside;
  const text = readFileSync(path, "utf8");
  const above = frontMatterLines(text);
  const body = text.split("\n").slice(above).join("\n");
  const md = createMarkdown({ base: "/", root, versions: versionsOf(root), diagram: () => "" });
  const tokens = md.parse(body, newEnv(body, { page: { inputPath: name } }));

  const lesson: RunnableLesson = { file: name, text, steps: [], turns: [], exempt: [], shown: [] };
  let last: Step | undefined;
  let check: Step | undefined;
  for (const token of tokens) {
    // Its solution stands at the end of an exercise.
    if (token.type === "exercise_close" && check) lesson.turns.push({ step: check, solved: true });
    if (token.type !== "fence") continue;
    const block = blockOf(token);
    const [first = 0, end = 0] = (token.map ?? []).map((line) => line + above);
    const lines = { first, end };
    if (block.info.kind === "output" && last) {
      last.output = { text: block.body, lines, line: block.place.line };
      continue;
    }
    if (block.info.kind !== "code") continue;
    const { info } = block;
    if (info.file) lesson.shown.push({ file: info.file, text: block.body });
    if (info.norun) lesson.exempt.push({ block, because: info.norun });
    last = info.run ? { block, info: { ...info, run: info.run }, lines } : undefined;
    if (!last) continue;
    lesson.steps.push(last);
    lesson.turns.push({ step: last, ...(info.check && { solved: false }) });
    if (info.check) check = last;
  }
  return lesson;
}
