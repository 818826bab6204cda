import { createHash } from "node:crypto";

/** What is looked for of a term. */
export interface FormsOf {
  id: string;
  /** Lower case, single spaces. */
  forms: readonly string[];
}

/** A place of a text where a term is named. */
export interface Found {
  id: string;
  start: number;
  end: number;
}

/** Letters that Russian and English texts hold, digits, `-` and `_`; small enough to be looked at everywhere. */
const NEAR = "[\\w\\-\\u00C0-\\u052F]";
/** All that a word goes on with, at the end and at the beginning of a text. */
const [WORD_BEFORE, WORD_AFTER] = [/[\p{L}\p{N}\p{M}_-]$/u, /^[\p{L}\p{N}\p{M}_-]/u];

/**
 * Finds terms in a text: whole words in any case, the longest form at each place; any white space stands for a space,
 * е for ё. All forms make one regular expression, a tree of their letters, so that a place of a text does not cost more
 * with more terms.
 */
export class TermFinder {
  /** The same for finders that find the same. */
  readonly version: string;
  private readonly ids = new Map<string, string>();
  private readonly pattern: RegExp;

  constructor(terms: readonly FormsOf[]) {
    for (const { id, forms } of terms) for (const form of forms) this.ids.set(fold(form), id);
    this.version = createHash("sha256")
      .update(JSON.stringify([...this.ids]))
      .digest("hex");
    const forms = [...this.ids.keys()].sort();
    this.pattern = new RegExp(`(?<!${NEAR})${forms.length ? tree(forms, 0) : "(?!)"}(?!${NEAR})`, "g");
  }

  /**
   * The first name of each term in the text, from left to right.
   * @param known places by the ids of terms: a term is not looked for behind its place
   */
  firsts(text: string, known: ReadonlyMap<string, number> = new Map()): Found[] {
    const folded = fold(text);
    const places = new Map(known);
    const found: Found[] = [];
    for (const { 0: name, index: start } of folded.matchAll(this.pattern)) {
      const id = this.ids.get(name) ?? this.ids.get(name.replace(/\s+/g, " "));
      if (id === undefined || start > (places.get(id) ?? start)) continue;
      const end = start + name.length;
      // Two places: a letter may be a pair of surrogates.
      if (WORD_BEFORE.test(folded.slice(Math.max(0, start - 2), start))) continue;
      if (WORD_AFTER.test(folded.slice(end, end + 2))) continue;
      places.set(id, start);
      found.push({ id, start, end });
    }
    return found;
  }
}

/** Small letters, ё as е; as long as the text. */
function fold(text: string): string {
  const small = text.toLowerCase();
  // A few letters grow when they become small; places would no longer fit.
  return (small.length === text.length ? small : text).replaceAll("ё", "е");
}

/**
 * An expression for the rest of some forms, which takes the longest.
 * @param forms sorted; their first `depth` letters are the same
 */
function tree(forms: readonly string[], depth: number): string {
  const [first = "", ...others] = forms;
  if (!others.length) return pattern(first.slice(depth));
  const ends = first.length === depth;
  const branches: string[] = [];
  for (let from = ends ? 1 : 0, to = from; from < forms.length; from = to) {
    const letter = forms[from]?.charAt(depth) ?? "";
    while (to < forms.length && forms[to]?.charAt(depth) === letter) to++;
    branches.push(pattern(letter) + tree(forms.slice(from, to), depth + 1));
  }
  const all = branches.length > 1 ? `(?:${branches.join("|")})` : branches.join("");
  return ends ? `(?:${all})?` : all;
}

function pattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replaceAll(" ", "\\s+");
}
