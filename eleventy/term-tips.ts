import { createHash } from "node:crypto";
import type UserConfig from "@11ty/eleventy/UserConfig";
import type { Glossary } from "./glossary.ts";

/**
 * What the browser shows at a term: by id its name, its English name, and its definition, cut so that every second piece
 * is code. Text only: nothing of it is ever taken for HTML.
 */
export type TermTips = Record<string, [term: string, english: string, definition: string[]]>;

/** The file with the tips, under a name that carries its hash. */
export interface TermTipsFile {
  /** Address without the base path. */
  path: string;
  json: string;
}

/** @param parts cuts a definition, which stands at a line of the data file */
export function printTermTips(glossary: Glossary, parts: (text: string, line: number) => string[]): TermTipsFile {
  const tips: TermTips = {};
  for (const { id, term, english, definition, line } of glossary.terms) {
    tips[id] = [term, english, parts(definition, line)];
  }
  const json = JSON.stringify(tips);
  const hash = createHash("sha256").update(json).digest("hex").slice(0, 8).toUpperCase();
  return { path: `/assets/glossary-${hash}.json`, json };
}

/** The filter `termTips`: glossary → file, made once for each state of the glossary. */
export function termTips(config: UserConfig): void {
  const printed = new WeakMap<Glossary, TermTipsFile>();
  config.addFilter("termTips", (glossary: Glossary) => {
    const known = printed.get(glossary);
    if (known) return known;
    const inlineParts = config.getFilter("inlineParts") as (text: string, file: string, line: number) => string[];
    const file = printTermTips(glossary, (text, line) => inlineParts(text, glossary.file, line));
    printed.set(glossary, file);
    return file;
  });
}
