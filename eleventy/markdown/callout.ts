import type { MarkdownIt, StateCore, Token } from "markdown-it";
import container from "markdown-it-container";
import { type Page, pageOf } from "./page.ts";

/** Kinds of callout and the word that opens each. */
const CALLOUTS: Readonly<Record<string, string>> = {
  note: "Заметка",
  tip: "Совет",
  warning: "Внимание",
  danger: "Опасно",
};

const OPEN = "container_box_open";
const CLOSE = "container_box_close";
const KINDS = [...Object.keys(CALLOUTS), "quiz"].join(", ");

/** Prints `::: warning Заголовок` … `:::` as a callout; `::: quiz` is left for the quiz plug-in. */
export function callouts(md: MarkdownIt): void {
  // Every ::: line opens a box, so that a misspelt kind is seen and refused, not printed as text.
  md.use(container, "box", { validate: () => true });
  md.core.ruler.after("block", "callouts", readBoxes);
  md.renderer.rules[OPEN] = (tokens, index) => {
    const kind = boxKind(tokens[index]);
    return kind === "quiz" ? "<course-quiz>" : `<course-callout kind="${kind}" class="callout callout-${kind}">`;
  };
  md.renderer.rules[CLOSE] = (tokens, index) =>
    boxKind(tokens[index]) === "quiz" ? "</course-quiz>\n" : "</course-callout>\n";
}

/** `note`, `tip`, `warning`, `danger` or `quiz` for the two ends of a box; undefined for any other token. */
export function boxKind(token: Token | undefined): string | undefined {
  return token?.type === OPEN || token?.type === CLOSE ? (token.meta?.kind as string) : undefined;
}

/** Checks each box, notes its kind on both ends, and gives a callout its title. */
function readBoxes(state: StateCore): void {
  const page = pageOf(state.env);
  const open: Token[] = [];
  const tokens: Token[] = [];
  for (const token of state.tokens) {
    tokens.push(token);
    if (token.type === CLOSE) token.meta = { kind: boxKind(open.pop()) };
    if (token.type !== OPEN) continue;
    const [, kind = "", title = ""] = /^\s*(\S*)\s*(.*?)\s*$/.exec(token.info) ?? [];
    checkBox(token, kind, title, page);
    // A box that lacks its end takes that of the next box, so the two end on one line.
    const outer = open.at(-1);
    if (outer?.map?.[1] === token.map?.[1]) throw neverClosed(outer, boxKind(outer), page);
    token.meta = { kind };
    open.push(token);
    if (kind !== "quiz") tokens.push(...titleTokens(state, token, kind, title));
  }
  state.tokens = tokens;
}

function checkBox(token: Token, kind: string, title: string, page: Page): void {
  const [first, last] = token.map ?? [0, 0];
  if (kind === "") throw page.place(first).error("::: closes nothing", "an opening such as ::: note above it");
  if (kind !== "quiz" && !Object.hasOwn(CALLOUTS, kind)) throw page.place(first).error(`callout "${kind}"`, KINDS);
  if (kind === "quiz" && title) throw page.place(first).error(`title "${title}" of a quiz`, "::: quiz alone");
  if (!/^[\s>]*:{3,}\s*$/.test(page.lineText(last))) {
    throw neverClosed(token, kind, page);
  }
}

function neverClosed(box: Token | undefined, kind: string | undefined, page: Page): Error {
  return page.place(box?.map?.[0] ?? 0).error(`callout "${kind}" is never closed`, `a line of ${box?.markup}`);
}

function titleTokens(state: StateCore, box: Token, kind: string, title: string): Token[] {
  const open = new state.Token("paragraph_open", "p", 1);
  open.attrSet("class", "callout-title");
  open.map = box.map;
  const inline = new state.Token("inline", "", 0);
  inline.content = title ? `${CALLOUTS[kind]}: ${title}` : (CALLOUTS[kind] ?? "");
  inline.map = box.map;
  inline.children = [];
  return [open, inline, new state.Token("paragraph_close", "p", -1)];
}
