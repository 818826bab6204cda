/** Endings of Russian nouns and adjectives, the empty one included. */
const ENDINGS =
  "|а|я|о|е|ё|у|ю|ы|и|ь|й|ом|ем|ём|ой|ей|ёй|ою|ею|ью|ов|ев|ёв|ам|ям|ами|ями|ах|ях" +
  "|ия|ие|ию|ии|ий|ией|ием|иям|иями|иях" +
  "|ый|ого|его|ому|ему|ым|им|ых|их|ыми|ими|ая|яя|ую|юю|ое|ее|ые";
/** What a dictionary form ends with, in the same sense. */
const DICTIONARY = /(?:ия|ие|ый|ий|ой|ая|яя|ое|ее|ые|ие|[аяоеёуюыиьй])$/;
/** A vowel that most cases drop: слепок, слепка. */
const FLEETING = /[оеё]([кц])$/;
const LETTER = "[\\p{L}\\p{N}_]";

/**
 * An expression that finds a name in any case and number, between characters that are no letters.
 * @param name dictionary form; each Russian word of it is inflected, a Latin one stays as it is
 */
export function inflected(name: string): RegExp {
  const words = name.toLowerCase().split(" ").map(pattern);
  return new RegExp(`(?<!${LETTER})${words.join("\\s+")}(?!${LETTER})`, "giu");
}

function pattern(word: string): string {
  if (!/[а-яё]$/.test(word)) return escaped(word);
  const stem = word.replace(DICTIONARY, "");
  const short = stem.replace(FLEETING, "$1");
  const stems = stem === short ? yo(escaped(stem)) : `(?:${yo(escaped(stem))}|${yo(escaped(short))})`;
  return `${stems}(?:${ENDINGS})`;
}

/** Writers leave out the dots of ё. */
function yo(text: string): string {
  return text.replaceAll("ё", "[её]");
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
