import type { MarkdownIt, StateCore, Token } from "markdown-it";
import container from "markdown-it-container";
import { type Page, pageOf } from "./page.ts";

/** What may stand between ::: marks: the token type it becomes, and whether it has a title. */
const BOXES: Readonly<Record<string, { type: string; title: "none" | "optional" | "required" }>> = {
  note: { type: "callout", title: "optional" },
  tip: { type: "callout", title: "optional" },
  warning: { type: "callout", title: "optional" },
  danger: { type: "callout", title: "optional" },
  quiz: { type: "quiz", title: "none" },
  exercise: { type: "exercise", title: "required" },
  solution: { type: "solution", title: "none" },
};

const OPEN = "container_box_open";
const CLOSE = "container_box_close";

/** What the mark of a box says: `warning Заголовок`. */
export interface BoxMark {
  kind: string;
  title: string;
}

/**
 * Reads `::: kind Title` … `:::`. Both ends become tokens of their own type, `callout_open`, `quiz_open` and so on, each
 * with its mark, for the plug-ins of callouts, quizzes and exercises to print.
 */
export function boxes(md: MarkdownIt): void {
  // Every ::: line opens a box, so that a misspelt kind is seen and refused, not printed as text.
  md.use(container, "box", { validate: () => true });
  md.core.ruler.after("block", "boxes", readBoxes);
}

/** The mark of a box, at either end of it. */
export function boxMark(token: Token | undefined): BoxMark {
  return token?.meta as unknown as BoxMark;
}

function readBoxes(state: StateCore): void {
  const page = pageOf(state.env);
  const open: Token[] = [];
  for (const token of state.tokens) {
    if (token.type === CLOSE) {
      const box = open.pop();
      token.type = box?.type.replace("_open", "_close") ?? CLOSE;
      token.meta = box?.meta ?? null;
    }
    if (token.type !== OPEN) continue;
    const [, kind = "", title = ""] = /^\s*(\S*)\s*(.*?)\s*$/.exec(token.info) ?? [];
    const type = checkBox(token, { kind, title }, page);
    // A box that lacks its end takes that of the next box, so the two end on one line.
    const outer = open.at(-1);
    if (outer?.map?.[1] === token.map?.[1]) {
      throw neverClosed(outer, boxMark(outer).kind, page, `, or ${outer?.markup}: at both ends to hold another`);
    }
    token.type = `${type}_open`;
    token.meta = { kind, title };
    open.push(token);
  }
}

/** @returns the type of the box's tokens */
function checkBox(token: Token, { kind, title }: BoxMark, page: Page): string {
  const [first, last] = token.map ?? [0, 0];
  const error = (reason: string, expected: string) => page.place(first).error(reason, expected);
  if (kind === "") throw error("::: closes nothing", "an opening such as ::: note above it");
  const box = Object.hasOwn(BOXES, kind) ? BOXES[kind] : undefined;
  if (!box) throw error(`callout "${kind}"`, Object.keys(BOXES).join(", "));
  if (box.title === "none" && title) throw error(`title "${title}" of a ${kind}`, `::: ${kind} alone`);
  if (box.title === "required" && !title) throw error(`"${kind}" without a title`, `${token.markup} ${kind} Название`);
  if (kind === "exercise" && token.markup === ":::") throw error("::: exercise", "::::, for ::: ends its solution");
  if (!/^[\s>]*:{3,}\s*$/.test(page.lineText(last))) throw neverClosed(token, kind, page);
  return box.type;
}

function neverClosed(box: Token | undefined, kind: string, page: Page, or = ""): Error {
  return page.place(box?.map?.[0] ?? 0).error(`"${kind}" is never closed`, `a line of ${box?.markup}${or}`);
}
