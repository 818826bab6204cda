import { unescapeText } from "../markup.ts";

/** The accTitle of a rendered diagram. */
export function readTitle(svg: string): string {
  return unescapeText(/<title[^>]*>([^<]*)<\/title>/.exec(svg)?.[1] ?? "");
}

/** The labels of a rendered diagram, each once, in the order in which the renderer printed them: the order of reading. */
export function readLabels(svg: string): string[] {
  const texts = [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, inner = ""]) => {
    const words = inner.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
    return unescapeText(words.trim());
  });
  return [...new Set(texts)];
}
