import groups from "../content/_data/synonyms.ts";

const ENDING =
  /(?:иями|ями|ами|иях|ях|ах|ием|ией|иям|ии|ия|ию|ие|ий|ям|ам|ов|ев|ей|ем|ом|ой|ью|ые|ый|ого|ому|ым|ых|ы|и|а|я|о|е|у|ю|ь|й)$/;

/**
 * What the forms of a word have in common, enough to know a word of the list again: снимок, снимка, снимками → снимк.
 * Not a stem of Russian at large: the index has that.
 */
export function keyOf(word: string): string {
  const small = word.toLowerCase().replaceAll("ё", "е");
  const stem = /[a-z]/.test(small) ? small.replace(/(..)s$/, "$1") : small.replace(ENDING, "");
  return (stem.length < 3 ? small : stem).replace(/([^аеиоуыэюя])[ое]к$/, "$1к");
}

const keysOf = (name: string): string => name.split(" ").map(keyOf).join(" ");

/** Names of each group by the key of each of its names. */
const named = new Map<string, readonly string[]>(
  groups.flatMap((group) => group.map((name) => [keysOf(name), group] as const)),
);

/** A run of wanted words that means one thing, and all names of it; what the reader wrote comes first. */
export type Meaning = readonly [string, ...string[]];

/** Splits wanted words into meanings; the longest name wins. */
export function meaningsOf(words: readonly string[]): Meaning[] {
  const meanings: Meaning[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(3, words.length - at);
    const key = () => keysOf(words.slice(at, at + length).join(" "));
    while (length > 1 && !named.has(key())) length--;
    const own = words.slice(at, at + length).join(" ");
    const others = named.get(key())?.filter((name) => keysOf(name) !== key()) ?? [];
    meanings.push([own, ...others]);
    at += length;
  }
  return meanings;
}
