import syntaxHighlight from "@11ty/eleventy-plugin-syntaxhighlight";

const WRAPPER = /^<pre[^>]*><code[^>]*>([\s\S]*)<\/code><\/pre>$/;
const OPTIONS = { trim: false, errorOnInvalidLanguage: true, lineSeparator: "\n" };

/**
 * Colours code by Prism; colours themselves are classes only, `<span class="token keyword">`.
 * @param language one of LANGUAGES
 * @returns HTML of the text, line for line
 */
export function highlight(code: string, language: string): string {
  // The plug-in hands "text" through as it is, angle brackets included.
  if (language === "text") return escapeText(code);
  const printed: string = syntaxHighlight.pairedShortcode(code, language, "", OPTIONS);
  const html = WRAPPER.exec(printed)?.[1] ?? "";
  // Prism leaves ">" as it is; validators want it escaped.
  return html.replace(/(<\/?span[^>]*>)|>/g, (_, tag?: string) => tag ?? "&gt;");
}

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

/** Escapes text for an element's content. */
export function escapeText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
