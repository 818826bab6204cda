import { unescapeText } from "./xml.ts";

/** The accTitle of a rendered diagram. */
export function readTitle(svg: string): string {
  return unescapeText(/<title[^>]*>([^<]*)<\/title>/.exec(svg)?.[1] ?? "");
}

/** The words of a rendered diagram in reading order: row by row from the top, each word once. */
export function readLabels(svg: string): string[] {
  const texts = [...svg.matchAll(/<text([^>]*)>(.*?)<\/text>/gs)].map(([, attributes = "", inner = ""]) => ({
    x: number(attributes, "x"),
    y: number(attributes, "y"),
    text: unescapeText(inner.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ").trim()),
  }));
  texts.sort((a, b) => Math.round(a.y / ROW) - Math.round(b.y / ROW) || a.x - b.x);
  return [...new Set(texts.map(({ text }) => text))];
}

/** Labels whose baselines differ by less than about half of this many px stand in one row. */
const ROW = 12;

function number(attributes: string, name: string): number {
  return Number(new RegExp(` ${name}="(-?[\\d.]+)"`).exec(attributes)?.[1] ?? 0);
}
