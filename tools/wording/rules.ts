import type { Term } from "../../content/_data/glossary.ts";
import { inflected } from "./inflection.ts";
import { APART, apart, lineAt, type Prose } from "./prose.ts";

/** A word that a text should not hold. */
export interface Finding {
  file: string;
  /** 1-based. */
  line: number;
  /** The words as they stand, on one line. */
  found: string;
  /** What is wrong with them. */
  reason: string;
  /** What was allowed. */
  expected: string;
}

/** Judges one piece; findings in the order of the text. */
export type Rule = (prose: Prose) => Finding[];

/** Names that the glossary rejects, in any case and number. */
export function rejectedNames(terms: readonly Term[]): Rule {
  const names = terms.flatMap((term) => term.rejected.map((name) => ({ term, pattern: inflected(name) })));
  return (prose) =>
    names.flatMap(({ term, pattern }) =>
      [...prose.text.matchAll(pattern)].map(({ 0: words, index }) =>
        finding(prose, index, words, "is a name that the glossary rejects", allowed(term)),
      ),
    );
}

const DOUBLED = /(?<![\p{L}\p{N}_-])(\p{L}+)\s+\1(?![\p{L}\p{N}_-])/giu;

/** A word written twice in a row, also across the end of a line. */
export const doubledWords: Rule = (prose) =>
  prose.kind === "code"
    ? []
    : [...prose.text.matchAll(DOUBLED)].map(({ 0: words, index }) =>
        finding(prose, index, words, "is one word written twice", "it once"),
      );

const MIXED = /[\p{L}\p{N}_]*(?:[A-Za-z][а-яё]|[а-яё][A-Za-z])[\p{L}\p{N}_]*/giu;

/** A Cyrillic letter among Latin ones, or the other way round: it looks right, and no search finds it. */
export const mixedAlphabets: Rule = (prose) =>
  [...prose.text.matchAll(MIXED)].map(({ 0: word, index }) => {
    const latin = word.replace(/[^A-Za-z]/g, "");
    const cyrillic = word.replace(/[^а-яё]/gi, "");
    return finding(
      prose,
      index,
      word,
      `mixes alphabets: Latin ${latin}, Cyrillic ${cyrillic}`,
      "one alphabet in a word",
    );
  });

/** English words in a row, joined by spaces, hyphens and dots. */
const WORD = "[A-Za-z][\\w/]*(?:'[A-Za-z]+)?";
const ENGLISH = new RegExp(`(?<![\\p{L}\\p{N}_./@-])${WORD}(?:[- .\\n]${WORD})*`, "gu");

/**
 * English names that have Russian ones. They may stand in parentheses, in quotation marks, in code, and as the English
 * title of a link. Several words in a row with capitals among them are a proper name: `Structured Streaming`.
 */
export function untranslatedNames(terms: readonly Term[]): Rule {
  const forms = new Set(terms.flatMap((term) => term.forms));
  const owners = new Map<string, Term>();
  for (const term of terms) {
    const used = new Set([term.term, ...term.synonyms].map((name) => name.toLowerCase()));
    for (const name of term.english.split(", "))
      if (!used.has(name.toLowerCase())) owners.set(name.toLowerCase(), term);
  }
  return (prose) => {
    if (prose.kind === "code" || !/[а-яё]/i.test(prose.text)) return [];
    const open = withoutAsides(prose.russian);
    return [...open.matchAll(ENGLISH)].flatMap(({ 0: words, index }) => {
      // A Russian ending or the second half of a compound.
      const rest = /^['’-][а-яё]+/i.exec(open.slice(index + words.length))?.[0] ?? "";
      if (rest && forms.has((words + rest).toLowerCase())) return [];
      const term = namedBy(words, owners);
      return term ? [finding(prose, index, words + rest, "is English in Russian text", allowed(term))] : [];
    });
  };
}

/** The term whose English name the words are, or hold where none of them has a capital. */
function namedBy(words: string, owners: ReadonlyMap<string, Term>): Term | undefined {
  const small = words.toLowerCase().replace(/\s+/g, " ");
  const named = (name: string) => owners.get(name) ?? owners.get(name.replace(/s$/, ""));
  const parts = small === words.replace(/\s+/g, " ") ? small.split(" ") : [];
  return [small, ...parts].map(named).find((term) => term !== undefined);
}

/** The text with what stands in parentheses and quotation marks put apart; as long as before. */
function withoutAsides(text: string): string {
  const aside = /\([^()]*\)|«[^«»]*»|"[^"\n]*"|“[^“”]*”/g;
  const next = text.replace(aside, apart);
  // From the innermost to the outermost.
  return next === text ? text : withoutAsides(next);
}

function allowed({ term, synonyms }: Term): string {
  return [...new Set([term, ...synonyms])].join(", ");
}

function finding(prose: Prose, index: number, words: string, reason: string, expected: string): Finding {
  const found = words.replaceAll(APART, "").replace(/\s+/g, " ").trim();
  return { file: prose.file, line: lineAt(prose, index), found, reason, expected };
}
