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
  const words = split(query);
  // Single letters of pasted code would match half of the course.
  const telling = words.filter((word) => word.length > 1);
  return (telling.length ? telling : words).slice(0, MOST_WORDS);
}

const split = (query: string): string[] =>
  query
    .normalize("NFC")
    .split(/[\s()[\]{}<>«»“”„"'`,;|=]+/u)
    .map((word) => word.replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, ""))
    .filter(Boolean);

/** Words that a pasted line of a log is recognized by: the longest ones; times and numbers are another's. */
const TELLING = 16;

/** The words of a long query that tell most of it, for a search of what holds many of them. */
export function tellingWords(query: string): string[] {
  const words = split(query).filter((word) => /\p{L}{3}/u.test(word) && !/\d{4}-\d\d-\d\d/.test(word));
  return [...new Set(words)].sort((a, b) => b.length - a.length).slice(0, TELLING);
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
 * @param wanted words as returned by `wordsOf`; instead of one, all names of the thing
 * @returns which wanted word (its index, or -1) a word of the text fits: it holds at least half of it (of a Latin one, which
 *   has few forms, two thirds) and three letters
 */
export function matcher(wanted: readonly (string | readonly string[])[]): (text: string) => number {
  const starts = wanted.flatMap((word) => {
    if (typeof word !== "string") return [word.flatMap(startsOf)];
    return startsOf(word).map((start) => [start]);
  });
  return (text) => {
    const folded = fold(text);
    return starts.findIndex((names) => names.some((start) => folded.includes(start)));
  };
}

/** The least that a hit must hold of each word. */
const startsOf = (words: string): string[] =>
  words
    .split(/\s+/)
    .map(fold)
    .map((word) => word.slice(0, Math.max(3, Math.ceil(word.length * (/[a-z]/.test(word) ? 2 / 3 : 1 / 2)))));
