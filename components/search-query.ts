/** More words than these say nothing more, and each may cost a part of the index. */
const MOST_WORDS = 8;

/**
 * The words of what a reader typed or pasted, as the index can find them: brackets, quotes and signs between words are
 * left out, signs inside of identifiers (`wal_level`, `snapshot.mode`, `labs/init.sql`) stay. Several words in
 * quotes are one exact phrase. Pagefind itself treats ё as е and finds Russian word forms.
 */
export function wordsOf(query: string): string[] {
  const phrase = /^\s*["«]([^"«»]+\s[^"«»]+)["»]\s*$/.exec(query);
  if (phrase) return [`"${phrase[1]}"`];
  const words = query
    .normalize("NFC")
    .split(/[\s()[\]{}<>«»“”„"'`,;|=]+/u)
    .map((word) => word.replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, ""))
    .filter(Boolean);
  // Single letters of pasted code would match half of the course.
  const telling = words.filter((word) => word.length > 1);
  return (telling.length ? telling : words).slice(0, MOST_WORDS);
}

/**
 * The other stem of a word with a fleeting vowel, which the Russian stemmer does not know: снимок ↔ снимк(а, ов …).
 * The result need not be a word: the caller asks the index.
 */
export function otherStem(word: string): string | undefined {
  const small = word.toLowerCase();
  const full = /^(.+[бвгджзйклмнпрстфхцчшщь])[ое]к$/.exec(small);
  if (full) return `${full[1]}к`;
  const short = /^(.+[бвгджзклмнпрстфхцчшщ])к(?:а|у|е|и|ой|ом|ов|ам|ами|ах)$/.exec(small)?.[1];
  return short && `${short}${/[жчшщ]$/.test(short) ? "е" : "о"}к`;
}

/** Letters and digits as the index compares them: small, without marks (ё is е, й is и) and without signs. */
const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}_]/gu, "");

/**
 * Tells real hits from makeshift ones: for a word that is not in the index Pagefind offers the longest word that it
 * starts with, «о» for «опечатка».
 * @param words as returned by `wordsOf`
 * @returns which wanted word (its index, or -1) a word of the text fits: it holds at least half of it, and three letters
 */
export function matcher(words: readonly string[]): (text: string) => number {
  const starts = words
    .flatMap((word) => (word.startsWith('"') ? word.split(/\s+/) : word))
    .map(fold)
    .map((word) => word.slice(0, Math.max(3, Math.ceil(word.length / 2))));
  return (text) => {
    const folded = fold(text);
    return starts.findIndex((start) => folded.includes(start));
  };
}
