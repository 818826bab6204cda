import syntaxHighlight from "@11ty/eleventy-plugin-syntaxhighlight";
import { escapeText } from "../markup.ts";
import { remembered } from "../remembered.ts";

const WRAPPER = /^<pre[^>]*><code[^>]*>([\s\S]*)<\/code><\/pre>$/;
const OPTIONS = { trim: false, errorOnInvalidLanguage: true, lineSeparator: "\n" };

/**
 * One letter for each colour of assets/css/code.css, and Prism's types that have it; of several the last counts. Types
 * without a colour get no element: in a lesson full of SQL they are a twelfth of the page.
 */
const TONES: Readonly<Record<string, string>> = {
  c: "comment prolog doctype cdata",
  k: "keyword important deleted",
  s: "string char attr-value regex url",
  n: "number boolean constant symbol null unit",
  f: "function class-name decorator builtin",
  t: "tag selector inserted atrule key label-key",
  p: "property attr-name variable parameter assign-left",
  b: "bold",
};
const TONE_OF = new Map(Object.entries(TONES).flatMap(([tone, types]) => types.split(" ").map((type) => [type, tone])));

/**
 * Colours code by Prism; colours themselves are classes only, `<span class="k">`.
 * @param language one of LANGUAGES
 * @returns HTML of the text, line for line
 */
export const highlight = remembered((code: string, language: string): string => {
  // The plug-in hands "text" through as it is, angle brackets included.
  if (language === "text") return escapeText(code);
  const printed: string = syntaxHighlight.pairedShortcode(code, language, "", OPTIONS);
  const html = WRAPPER.exec(printed)?.[1] ?? "";
  const kept: boolean[] = [];
  return html.replace(/<span class="token ([^"]*)"[^>]*>|<\/span>|>/g, (tag, types?: string) => {
    // Prism leaves ">" as it is; validators want it escaped.
    if (tag === ">") return "&gt;";
    if (types === undefined) return kept.pop() ? tag : "";
    const tone = types
      .split(" ")
      .flatMap((type) => TONE_OF.get(type) ?? [])
      .at(-1);
    kept.push(tone !== undefined);
    return tone ? `<span class="${tone}">` : "";
  });
});

/**
 * Puts `<mark class="hl">` around the given lines; neighbours share one. The line break stays inside, so that a mark
 * shown as a block adds no empty line, and copied text is unchanged.
 * @param html highlighted code
 * @param lines 1-based
 */
export function markLines(html: string, lines: readonly number[]): string {
  if (lines.length === 0) return html;
  const wanted = new Set(lines);
  const marked = balancedLines(html).map((line, index, all) => {
    const end = index === all.length - 1 ? "" : "\n";
    if (!wanted.has(index + 1)) return line + end;
    const open = wanted.has(index) ? "" : '<mark class="hl">';
    return `${open}${line}${end}${wanted.has(index + 2) ? "" : "</mark>"}`;
  });
  return marked.join("");
}

/** Lines of highlighted code; a token that runs over several is closed and opened again on each. */
function balancedLines(html: string): string[] {
  const open: string[] = [];
  return html.split("\n").map((line) => {
    const before = open.join("");
    for (const [tag] of line.matchAll(/<span[^>]*>|<\/span>/g)) {
      if (tag === "</span>") open.pop();
      else open.push(tag);
    }
    return before + line + "</span>".repeat(open.length);
  });
}
