import type { MarkdownIt } from "markdown-it";
import { type LabFile, labAddress } from "../lab-files.ts";
import { escapeQuoted, escapeText } from "../markup.ts";
import { blockOf, type CodeBlock, isOfFile } from "./code-block.ts";
import { type CodeInfo, RUN_PLACES } from "./fence-info.ts";
import { leaveRoom } from "./file-room.ts";
import { highlight, markLines } from "./highlight.ts";
import { LANGUAGES } from "./languages.ts";
import { type Page, pageOf } from "./page.ts";

/** Prints a diagram: its Mermaid text and place, its caption, and the page, whose last diagram it is so far. */
export type PrintDiagram = (block: CodeBlock, caption: string, page: Page) => string;

/**
 * Prints fences as figures: code, outputs and diagrams.
 * @param base path part of the site's address, for download links
 */
export function fences(md: MarkdownIt, base: string, printDiagram: PrintDiagram): void {
  md.renderer.rules.fence = (tokens, index, _options, env) => {
    const block = blockOf(tokens[index]);
    const page = pageOf(env);
    if (isOfFile(block.info)) return leaveRoom(page, block.info, tokens[index]?.map?.[0] ?? 0);
    if (block.info.kind !== "diagram") return printCode(block, base);
    page.diagrams++;
    return printDiagram(block, block.info.caption, page);
  };
}

/**
 * The figure of a block of code or of its output.
 * @param base path part of the site's address
 */
export function printCode({ info, body, of }: CodeBlock, base: string): string {
  if (info.kind === "diagram") return "";
  const code = markLines(highlight(body, info.language), info.mark);
  if (info.kind === "output") {
    const label = info.language === "text" ? "" : printLanguage(info.language);
    const name = of?.info.kind === "code" && of.info.check ? "Вывод, когда решено" : "Вывод";
    return printFigure("code output", "", `<span class="code-name">${name}</span>${label}`, info.language, code);
  }
  const head = [
    printName(info.file ?? info.title),
    printLanguage(info.language),
    printWhere(info),
    "<copy-button></copy-button>",
    info.file ? printDownload(info.file, base) : "",
  ].join("");
  return printFigure("code", info.run ? ` data-where="${info.run}"` : "", head, info.language, code);
}

/**
 * The figure of a whole file of the labs, region marks included: what is copied is what is in the file.
 * @param base path part of the site's address
 */
export function printFile({ path, text, language }: LabFile, base: string): string {
  const head = [
    printName(path),
    printLanguage(language),
    "<copy-button></copy-button>",
    printDownload(path, base),
  ].join("");
  return printFigure("code", "", head, language, highlight((text ?? "").replace(/\n$/, ""), language));
}

function printFigure(kind: string, attributes: string, head: string, language: string, code: string): string {
  const pre = `<pre class="language-${language}" tabindex="0"><code>${code}</code></pre>`;
  return `<figure class="${kind}"${attributes}><figcaption class="code-head">${head}</figcaption>${pre}</figure>\n`;
}

function printLanguage(language: string): string {
  return `<span class="code-lang">${LANGUAGES[language]}</span>`;
}

function printName(name: string | undefined): string {
  return name ? `<span class="code-name">${escapeText(name)}</span>` : "";
}

function printWhere({ run, check, norun }: CodeInfo): string {
  const where = run ? RUN_PLACES[run] : norun && `Не запускается в лаборатории: ${norun}`;
  const words = check ? "Проверка в терминале" : where;
  return words ? `<span class="code-where">${escapeText(words)}</span>` : "";
}

/** The address leaves out a dot that a name begins with; the attribute has the real name. */
function printDownload(file: string, base: string): string {
  const name = escapeQuoted(file.slice(file.lastIndexOf("/") + 1));
  const saved = name.startsWith(".") ? `="${name}"` : "";
  return `<a class="code-download" href="${base}files/${labAddress(file)}" download${saved} aria-label="Скачать ${name}">Скачать</a>`;
}
