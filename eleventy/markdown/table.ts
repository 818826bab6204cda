import type { MarkdownIt, RendererRule, Token } from "markdown-it";
import { pageOf } from "./page.ts";

/**
 * Prints tables inside a box that scrolls, and alignment as classes: the page's CSP forbids style attributes. A table's
 * name carries its number, because landmarks of one page must not share a name.
 */
export function tables(md: MarkdownIt): void {
  const { rules } = md.renderer;
  rules.table_open = (_tokens, _index, _options, env) => {
    const page = pageOf(env);
    page.tables++;
    return `<div class="table-scroll" tabindex="0" role="region" aria-label="Таблица ${page.tables}"><table>\n`;
  };
  rules.table_close = () => "</table></div>\n";

  const cell: RendererRule = (tokens, index, options, _env, renderer) => {
    const token = tokens[index] as Token;
    useClass(token);
    if (token.tag === "th") {
      // An empty corner heads nothing.
      if (tokens[index + 1]?.content === "") token.tag = (tokens[index + 2] as Token).tag = "td";
      else token.attrSet("scope", "col");
    }
    return renderer.renderToken(tokens, index, options);
  };
  rules.th_open = cell;
  rules.td_open = cell;
}

/** `style="text-align:right"` → `class="align-right"`; left is how text stands anyway. */
function useClass(token: Token): void {
  const side = /^text-align:(\w+)$/.exec(String(token.attrGet("style")))?.[1];
  if (!side) return;
  token.attrs = token.attrs?.filter(([name]) => name !== "style") ?? null;
  if (side !== "left") token.attrJoin("class", `align-${side}`);
}
