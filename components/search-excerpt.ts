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

/** A found word of a text. */
export interface Place {
  /** Its index among the words of the text. */
  location: number;
  /** Which wanted word it fits. */
  word: number;
}

/** How well places answer the query: many different words first, then many places. */
const worth = (places: readonly Place[]): number => new Set(places.map(({ word }) => word)).size * 1000 + places.length;

/**
 * Cuts the indexed text of a page into sections at its headings and shows where the hits are. Works on plain text, so
 * nothing of it is ever read as HTML.
 * @param words words of the text
 * @param anchors everything with an id, in any order
 * @param places the found words, in any order
 * @param most sections to return: those that answer best, in the order of the page
 */
export function sectionsOf(
  words: readonly string[],
  anchors: readonly Anchor[],
  places: readonly Place[],
  most: number,
): Section[] {
  const hits = places.toSorted((a, b) => a.location - b.location);
  const headings = anchors.filter(({ element, text }) => /^h[2-6]$/.test(element) && text.trim());
  headings.sort((a, b) => a.location - b.location);
  const starts = [{ id: "", text: "", location: 0 }, ...headings];
  const found = starts.flatMap(({ id, text, location: start }, index) => {
    const end = starts[index + 1]?.location ?? words.length;
    const inside = hits.filter(({ location }) => location >= start && location < end);
    if (!inside.length) return [];
    // The heading's own words: in the indexed text a full stop is added to them.
    const name = text.trim() ? split(text.trim()) : [];
    const locations = inside.map(({ location }) => location);
    const inName = locations.map((location) => location - start);
    const title = parts(name, inName, 0, name.length);
    return [{ id, title, excerpt: excerptOf(words, inside, start + name.length, end), worth: worth(inside) }];
  });
  const best = found.toSorted((a, b) => b.worth - a.worth).slice(0, most);
  return found.filter((section) => best.includes(section)).map(({ id, title, excerpt }) => ({ id, title, excerpt }));
}

/** The stretch of words that answers best; the first of equals. */
function excerptOf(words: readonly string[], places: readonly Place[], from: number, to: number): Part[] {
  const within = (start: number) =>
    worth(places.filter(({ location }) => location >= start && location < start + LENGTH - BEFORE));
  const locations = places.map(({ location }) => location);
  const best = locations.filter((location) => location >= from).reduce((a, b) => (within(b) > within(a) ? b : a), from);
  const start = Math.max(from, Math.min(best - BEFORE, to - LENGTH));
  const end = Math.min(to, start + LENGTH);
  const ellipsis = (shown: boolean, text: string): Part[] => (shown ? [{ text, hit: false }] : []);
  return [...ellipsis(start > from, "… "), ...parts(words, locations, start, end), ...ellipsis(end < to, " …")];
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
