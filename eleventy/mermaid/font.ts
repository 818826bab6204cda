import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { FONT_FAMILY } from "./settings.ts";

/** Subsets of the diagram font; the site serves the same two files. */
const SUBSETS = ["cyrillic", "latin"];

/** One file of the diagram font. */
export interface FontFile {
  bytes: Buffer;
  /** Characters it is for, as CSS `unicode-range` has them. */
  range: string;
}

let files: FontFile[] | undefined;

/** The files of the diagram font. */
export function fontFiles(): readonly FontFile[] {
  if (files) return files;
  const require = createRequire(import.meta.url);
  const fileOf = (subset: string) =>
    require.resolve(`@fontsource/golos-text/files/golos-text-${subset}-400-normal.woff2`);
  const ranges = JSON.parse(readFileSync(join(dirname(fileOf("latin")), "../unicode.json"), "utf8")) as Record<
    string,
    string
  >;
  files = SUBSETS.map((subset) => ({ bytes: readFileSync(fileOf(subset)), range: ranges[subset] as string }));
  return files;
}

let ranges: [from: number, to: number][] | undefined;

/** The first character that the diagram font lacks, so that its width would depend on the machine; null if there is none. */
export function strangeCharacter(text: string): string | null {
  ranges ??= fontFiles().flatMap(({ range }) => range.split(",").map(parseRange));
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (!ranges.some(([from, to]) => from <= code && code <= to)) return character;
  }
  return null;
}

/** `U+0400-045F` → [0x400, 0x45f]. */
function parseRange(range: string): [number, number] {
  const [from = "", to = from] = range.trim().replace("U+", "").split("-");
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}

/** A script for a page that is about to load: registers the font, and draws all text with its only weight. */
export function fontScript(): string {
  const faces = fontFiles().map(({ bytes, range }) => ({
    source: `url(data:font/woff2;base64,${bytes.toString("base64")})`,
    range,
  }));
  return `for (const { source, range } of ${JSON.stringify(faces)})
  document.fonts.add(new FontFace(${JSON.stringify(FONT_FAMILY)}, source, { unicodeRange: range }));
addEventListener("DOMContentLoaded", () => {
  const style = document.createElement("style");
  style.textContent = "* { font-family: ${FONT_FAMILY} !important; font-weight: 400 !important; font-kerning: normal }";
  document.head.append(style);
});`;
}
