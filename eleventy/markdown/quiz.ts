import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { type Page, pageOf } from "./page.ts";

const OPTION = /^\[([ xX])\]\s+/;

/**
 * Turns the lists inside `::: quiz` into questions whose options unfold into an explanation.
 *
 * A question is an item of one numbered list, its options the items of the bullet list that ends it; `[x]` marks the
 * one right option, and what follows the option's own line explains it. Works on tokens before their inline text is
 * read, so that questions, options and explanations may hold any Markdown.
 */
export function quizzes(md: MarkdownIt): void {
  md.renderer.rules.quiz_open = () => "<course-quiz>";
  md.renderer.rules.quiz_close = () => "</course-quiz>\n";
  md.renderer.rules.quiz_html = (tokens, index) => tokens[index]?.content ?? "";
  md.core.ruler.after("boxes", "quizzes", (state) => {
    const page = pageOf(state.env);
    for (let index = 0; index < state.tokens.length; index++) {
      const token = state.tokens[index];
      if (token?.type !== "quiz_open") continue;
      const end = closing(state.tokens, index);
      const body = new Quiz(state, page).read(state.tokens.slice(index + 1, end), token);
      state.tokens.splice(index + 1, end - index - 1, ...body);
    }
  });
}

/** Index of the token that closes the one at `index`. */
function closing(tokens: readonly Token[], index: number): number {
  let depth = 0;
  for (let at = index; at < tokens.length; at++) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth === 0) return at;
  }
  return tokens.length;
}

/** Tokens of one element with what it contains. */
interface Element {
  open: Token;
  inner: Token[];
  close: Token;
}

/** The elements that stand side by side in a run of tokens. */
function elements(tokens: readonly Token[]): Element[] {
  const found: Element[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const open = tokens[index];
    if (!open) continue;
    const end = open.nesting === 1 ? closing(tokens, index) : index;
    found.push({ open, inner: tokens.slice(index + 1, end), close: tokens[end] ?? open });
    index = end;
  }
  return found;
}

function flat(element: Element): Token[] {
  return element.open === element.close ? [element.open] : [element.open, ...element.inner, element.close];
}

class Quiz {
  private readonly state: StateCore;
  private readonly page: Page;

  constructor(state: StateCore, page: Page) {
    this.state = state;
    this.page = page;
  }

  read(tokens: Token[], box: Token): Token[] {
    const [list, other] = elements(tokens);
    if (list?.open.type !== "ordered_list_open" || other) {
      throw this.error(
        other?.open ?? list?.open ?? box,
        "a quiz holds something else",
        "one numbered list of questions",
      );
    }
    list.open.attrSet("class", "quiz");
    return [list.open, ...elements(list.inner).flatMap((item) => this.question(item)), list.close];
  }

  private question({ open, inner, close }: Element): Token[] {
    const parts = elements(inner);
    const options = parts.at(-1);
    if (options?.open.type !== "bullet_list_open" || parts.length < 2) {
      throw this.error(open, "a question without its text or its options", "text, then a list of - [ ] and - [x]");
    }
    const items = elements(options.inner);
    if (items.length < 2) throw this.error(open, "a question with one option", "two or more");
    const right = items.filter((item) => /^\[[xX]\]/.test(item.inner[1]?.content ?? "")).length;
    if (right !== 1) throw this.error(open, `a question with ${right} right options`, "exactly one - [x]");
    open.attrSet("class", "quiz-question");
    options.open.attrSet("class", "quiz-options");
    return [
      open,
      this.html('<div class="quiz-text">'),
      ...parts.slice(0, -1).flatMap(flat).map(shown),
      this.html("</div>\n"),
      options.open,
      ...items.flatMap((item) => this.option(item)),
      options.close,
      close,
    ];
  }

  private option({ open, inner, close }: Element): Token[] {
    const [first, ...rest] = elements(inner);
    const text = first?.open.type === "paragraph_open" ? first.inner[0] : undefined;
    const mark = OPTION.exec(text?.content ?? "");
    if (!text || !mark) throw this.error(open, "an option without its box", "- [ ] wrong or - [x] right");
    if (rest.length === 0) throw this.error(open, "an option without an explanation", "a paragraph below it, indented");
    const right = mark[1] !== " ";
    text.content = text.content.slice(mark[0].length);
    return [
      open,
      this.html(`<details class="quiz-option" data-answer="${right ? "right" : "wrong"}"><summary>`),
      text,
      this.html('</summary><div class="quiz-why">'),
      ...this.explanation(rest, right ? "**Верно.**" : "**Неверно.**"),
      this.html("</div></details>"),
      close,
    ];
  }

  /** The verdict begins the first paragraph, or makes one of its own. */
  private explanation(parts: Element[], verdict: string): Token[] {
    const tokens = parts.flatMap(flat).map(shown);
    const text = tokens[0]?.type === "paragraph_open" ? tokens[1] : undefined;
    if (text) {
      text.content = `${verdict} ${text.content}`;
      return tokens;
    }
    const inline = new this.state.Token("inline", "", 0);
    inline.content = verdict;
    inline.children = [];
    const { Token } = this.state;
    return [new Token("paragraph_open", "p", 1), inline, new Token("paragraph_close", "p", -1), ...tokens];
  }

  private html(content: string): Token {
    const token = new this.state.Token("quiz_html", "", 0);
    token.content = content;
    return token;
  }

  private error(token: Token, reason: string, expected: string): Error {
    return this.page.place(token.map?.[0] ?? 0).error(reason, expected);
  }
}

/** Lists written without empty lines hide their paragraphs; here they are printed alike. */
function shown(token: Token): Token {
  token.hidden = false;
  return token;
}
