import type { MarkdownIt } from "markdown-it";
import { blockOf, type CodeBlock } from "./code-block.ts";
import { type CodeInfo, RUN_PLACES } from "./fence-info.ts";
import { escapeText, highlight, markLines } from "./highlight.ts";
import { LANGUAGES } from "./languages.ts";
import { pageOf } from "./page.ts";

/** Prints a diagram: its Mermaid text, caption, 1-based number on the page and place. */
export type PrintDiagram = (block: CodeBlock, caption: string, index: number) => string;

/**
 * Prints fences as figures: code, outputs and diagrams.
 * @param base path part of the site's address, for download links
 */
export function fences(md: MarkdownIt, base: string, printDiagram: PrintDiagram): void {
  md.renderer.rules.fence = (tokens, index, _options, env) => {
    const block = blockOf(tokens[index]);
    if (block.info.kind !== "diagram") return printCode(block, base);
    const page = pageOf(env);
    page.diagrams++;
    return printDiagram(block, block.info.caption, page.diagrams);
  };
}

/** The figure of a block of code or of its output. */
function printCode({ info, body }: CodeBlock, base: string): string {
  if (info.kind === "diagram") return "";
  const code = markLines(highlight(body, info.language), info.mark);
  const pre = `<pre class="language-${info.language}" tabindex="0"><code>${code}</code></pre>`;
  const language = `<span class="code-lang">${LANGUAGES[info.language]}</span>`;
  if (info.kind === "output") {
    const label = info.language === "text" ? "" : language;
    return `<figure class="code output"><figcaption class="code-head"><span class="code-name">Вывод</span>${label}</figcaption>${pre}</figure>\n`;
  }
  const head = [
    printName(info),
    language,
    printWhere(info),
    "<copy-button></copy-button>",
    printDownload(info, base),
  ].join("");
  const where = info.run ? ` data-where="${info.run}"` : "";
  return `<figure class="code"${where}><figcaption class="code-head">${head}</figcaption>${pre}</figure>\n`;
}

function printName({ file, title }: CodeInfo): string {
  const name = file ?? title;
  return name ? `<span class="code-name">${escapeText(name)}</span>` : "";
}

function printWhere({ run, norun }: CodeInfo): string {
  const words = run ? RUN_PLACES[run] : norun && `Не запускается в лаборатории: ${norun}`;
  return words ? `<span class="code-where">${escapeText(words)}</span>` : "";
}

function printDownload({ file }: CodeInfo, base: string): string {
  if (!file) return "";
  const href = `${base}files/${file.split("/").map(encodeURIComponent).join("/")}`;
  const name = escapeText(file.slice(file.lastIndexOf("/") + 1)).replace(/"/g, "&quot;");
  return `<a class="code-download" href="${href}" download aria-label="Скачать ${name}">Скачать</a>`;
}
