import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { boxMark } from "./box.ts";

/** Kinds of callout and the word that opens each. */
const CALLOUTS: Readonly<Record<string, string>> = {
  note: "Заметка",
  tip: "Совет",
  warning: "Внимание",
  danger: "Опасно",
};

/** Prints `::: warning Заголовок` … `:::` as a callout. */
export function callouts(md: MarkdownIt): void {
  md.core.ruler.after("boxes", "callouts", (state) => {
    state.tokens = state.tokens.flatMap((token) =>
      token.type === "callout_open" ? [token, ...titleTokens(state, token)] : token,
    );
  });
  md.renderer.rules.callout_open = (tokens, index) => {
    const { kind } = boxMark(tokens[index]);
    return `<course-callout kind="${kind}" class="callout callout-${kind}">`;
  };
  md.renderer.rules.callout_close = () => "</course-callout>\n";
}

function titleTokens(state: StateCore, box: Token): Token[] {
  const { kind, title } = boxMark(box);
  const open = new state.Token("paragraph_open", "p", 1);
  open.attrSet("class", "callout-title");
  open.map = box.map;
  const inline = new state.Token("inline", "", 0);
  inline.content = title ? `${CALLOUTS[kind]}: ${title}` : (CALLOUTS[kind] ?? "");
  inline.map = box.map;
  inline.children = [];
  return [open, inline, new state.Token("paragraph_close", "p", -1)];
}
