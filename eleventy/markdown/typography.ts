import type { MarkdownIt, Token } from "markdown-it";
import typografModule from "typograf";
import { eachInline } from "./page.ts";

/**
 * Rules that only touch spaces, dashes, quotes and dots of Russian prose. Everything else typograf knows is off, because
 * it damages technical text: 2026-01-02 → 02.01.2026, 1..3 → 1.3, -> → →, 0x10 → 0×10, (c) → ©.
 */
const RULES = [
  "common/nbsp/afterSectionMark",
  "common/nbsp/afterShortWord",
  "common/nbsp/afterShortWordByList",
  "common/nbsp/beforeShortLastNumber",
  "common/nbsp/beforeShortLastWord",
  "common/punctuation/hellip",
  "ru/dash/main",
  "ru/nbsp/abbr",
  "ru/nbsp/afterNumberSign",
  "ru/nbsp/beforeParticle",
  "ru/nbsp/dayMonth",
  "ru/nbsp/mln",
  "ru/nbsp/page",
  "ru/nbsp/see",
  "ru/nbsp/year",
];

// Its types describe the CommonJS form; what Node imports is the class itself.
const Typograf = typografModule as unknown as typeof typografModule.default;
const typograf = new Typograf({ locale: "ru", disableRule: "*", enableRule: RULES });
/** Turns straight quotes and nested ones into Russian ones besides; it costs half as much again. */
const quotingTypograf = new Typograf({
  locale: "ru",
  disableRule: "*",
  enableRule: [...RULES, "common/punctuation/quote"],
});

/** Quotes that are not yet as they should be: other ones than «», and pairs of these within each other or without end. */
const QUOTES = /["“”„‟]|«[^»]*(?:«|$)|(?:^|»)[^«]*»/;

/** Units that stay on the line of their number. */
const BEFORE_UNIT =
  /(\d) (?=(?:%|‰|°C|[КМГТ]?и?Б(?:айт)?|[KMGT]i?B|к?байт[а-яё]*|бит[а-яё]*|[КМГ]?Гц|[мн]?с|[mn]?s|мкс|сек|секунд[а-яё]*|мин|минут[а-яё]*|ч|час[а-яё]*|сут[а-яё]*|д(?:ень|ня|ней)|недел[а-яё]*|месяц[а-яё]*|год[а-яё]*|лет)(?![\p{L}\d_]))/gu;

// typograf takes the first mark for one of its own hidden tags and sets quotes around it rightly. A lone quote between
// two of them resets the depth of nested quotes, so that an unpaired one in a paragraph does not reach the next.
const BETWEEN = "\uF000";
const BLOCK = `${BETWEEN}"${BETWEEN}\n`;
const SEPARATOR = /\uF000(?:"\uF000\n)?/;

// Hidden from typograf, which would take them for HTML and escapes.
const HIDDEN: Readonly<Record<string, string>> = { "<": "\uE001", ">": "\uE002", "&": "\uE003", "\\": "\uE004" };
const SHOWN = Object.fromEntries(Object.entries(HIDDEN).map(([char, stand]) => [stand, char]));

/** Remembers set texts by what was written; a Map will do. */
export interface TextCache {
  get(source: string): string | undefined;
  set(source: string, result: string): void;
}

/**
 * Sets running text by the rules of Russian typography; never code, addresses or bare links.
 *
 * A call of typograf costs more than the text of a paragraph does (450 short texts: 8 ms one by one, 0.3 ms together),
 * so a page is set in one call, and remembered.
 */
export function typography(md: MarkdownIt, cache: TextCache): void {
  md.core.ruler.push("typography", ({ tokens }) => {
    const blocks: Token[][] = [];
    eachInline(tokens, (inline) => {
      inline.children = joinBreaks(inline.children);
      const texts = inline.children.filter((token, at, all) => token.type === "text" && all[at - 1]?.info !== "auto");
      if (texts.length > 0) blocks.push(texts);
    });
    const set = typeset(
      blocks.map((texts) => texts.map((token) => token.content)),
      cache,
    );
    for (const [at, texts] of blocks.entries()) {
      for (const [index, token] of texts.entries()) token.content = set[at]?.[index] ?? "";
    }
  });
}

/**
 * Sets the texts of several blocks (paragraphs, headings, cells), each given as the pieces between its marks and code.
 * @returns as many pieces in as many blocks; unchanged if one of them holds a separator itself
 */
export function typeset(blocks: readonly (readonly string[])[], cache: TextCache): readonly (readonly string[])[] {
  const quoted = blocks.map((pieces) => QUOTES.test(pieces.join("")));
  const [quoting, plain] = [true, false].map((kind) => {
    const chosen = blocks.filter((_, at) => quoted[at] === kind);
    return [...setBlocks(chosen, kind ? quotingTypograf : typograf, cache)];
  });
  return blocks.map((block, at) => (quoted[at] ? quoting : plain)?.shift() ?? block);
}

function setBlocks(
  blocks: readonly (readonly string[])[],
  by: typeof typograf,
  cache: TextCache,
): readonly (readonly string[])[] {
  const source = blocks.map((pieces) => pieces.join(BETWEEN)).join(BLOCK);
  const known = cache.get(source);
  const result = known ?? setText(source, by);
  if (known === undefined) cache.set(source, result);
  const pieces = result.split(SEPARATOR);
  if (pieces.length !== blocks.reduce((sum, block) => sum + block.length, 0)) return blocks;
  return blocks.map((block) => pieces.splice(0, block.length));
}

function setText(text: string, by: typeof typograf): string {
  const hidden = text.replace(/[<>&\\]/g, (char) => HIDDEN[char] ?? char);
  return by
    .execute(hidden)
    .replace(BEFORE_UNIT, "$1\u00A0")
    .replace(/[\uE001-\uE004]/g, (stand) => SHOWN[stand] ?? stand);
}

/** A line break inside a paragraph is a space to readers; as one it may become non-breaking. */
function joinBreaks(children: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of children) {
    if (token.type === "softbreak") {
      token.type = "text";
      token.content = " ";
    }
    const last = joined.at(-1);
    if (token.type === "text" && last?.type === "text") last.content += token.content;
    else joined.push(token);
  }
  return joined;
}
