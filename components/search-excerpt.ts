/** A piece of text; `hit` if the reader looked for it. */
export interface Part {
  text: string;
  hit: boolean;
}

/** A heading with an id in the indexed text. */
export interface Anchor {
  element: string;
  id: string;
  text: string;
  /** Index of the heading's first word. */
  location: number;
}

/** A part of a page in which something was found. */
export interface Section {
  /** Empty before the first heading. */
  id: string;
  title: Part[];
  excerpt: Part[];
}

/** Words of an excerpt, and how many of them may stand before the first hit. */
const LENGTH = 22;
const BEFORE = 6;

/** The words of an indexed text, as Pagefind counts them: a byte order mark is no white space there. */
export const split = (content: string): string[] => content.split(/[^\S\uFEFF]+/);

/**
 * Cuts the indexed text of a page into sections at its headings and shows where the hits are. Works on plain text, so
 * nothing of it is ever read as HTML.
 * @param words words of the text; locations are indices of them
 * @param anchors everything with an id, in any order
 * @param locations indices of the words that were found
 * @param most sections to return: those with the most hits, in the order of the page
 */
export function sectionsOf(
  words: readonly string[],
  anchors: readonly Anchor[],
  locations: readonly number[],
  most: number,
): Section[] {
  const hits = locations.toSorted((a, b) => a - b);
  const headings = anchors.filter(({ element, text }) => /^h[2-6]$/.test(element) && text.trim());
  headings.sort((a, b) => a.location - b.location);
  const starts = [{ id: "", text: "", location: 0 }, ...headings];
  const found = starts.flatMap(({ id, text, location }, index) => {
    const end = starts[index + 1]?.location ?? words.length;
    const inside = hits.filter((hit) => hit >= location && hit < end);
    if (!inside.length) return [];
    // The heading's own words: in the indexed text a full stop is added to them.
    const name = text.trim() ? split(text.trim()) : [];
    const inName = inside.map((hit) => hit - location);
    const title = parts(name, inName, 0, name.length);
    return [{ count: inside.length, id, title, excerpt: excerptOf(words, inside, location + name.length, end) }];
  });
  const enough = found.map(({ count }) => count).sort((a, b) => b - a)[most - 1] ?? 0;
  return found
    .filter(({ count }) => count >= enough)
    .slice(0, most)
    .map(({ id, title, excerpt }) => ({ id, title, excerpt }));
}

/** The stretch of words with the most hits in it; the first of equals. */
function excerptOf(words: readonly string[], hits: readonly number[], from: number, to: number): Part[] {
  const within = (start: number) => hits.filter((hit) => hit >= start && hit < start + LENGTH - BEFORE).length;
  const best = hits.filter((hit) => hit >= from).reduce((a, b) => (within(b) > within(a) ? b : a), from);
  const start = Math.max(from, Math.min(best - BEFORE, to - LENGTH));
  const end = Math.min(to, start + LENGTH);
  const ellipsis = (shown: boolean, text: string): Part[] => (shown ? [{ text, hit: false }] : []);
  return [...ellipsis(start > from, "… "), ...parts(words, hits, start, end), ...ellipsis(end < to, " …")];
}

/** Words as runs of found and other text. */
function parts(words: readonly string[], hits: readonly number[], from: number, to: number): Part[] {
  const runs: Part[] = [];
  for (let index = from; index < to; index++) {
    const hit = hits.includes(index);
    const last = runs.at(-1);
    const text = `${index > from ? " " : ""}${words[index]}`;
    if (last?.hit === hit) last.text += text;
    else if (hit && last) {
      last.text += " ";
      runs.push({ text: text.trimStart(), hit });
    } else runs.push({ text, hit });
  }
  return runs;
}
