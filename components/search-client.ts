import { ask, type Hit } from "./search-engine.ts";
import { type Section, sectionsOf, split } from "./search-excerpt.ts";
import { matcher, otherStem, wordsOf } from "./search-query.ts";

/** A page or record in which something was found. */
export interface Found {
  url: string;
  title: string;
  /** Id of its module, `module-2`. */
  module: string | undefined;
  sections: Section[];
}

export interface Answer {
  /** Pages and records found in all. */
  total: number;
  /** The best of them. */
  found: Found[];
}

/** Sections shown of one page. */
const SECTIONS = 3;

/**
 * Finds what the reader asks for.
 * @param most pages and records to return
 * @throws when the index cannot be loaded
 */
export async function find(query: string, most: number): Promise<Answer> {
  const words = wordsOf(query);
  if (!words.length) return { total: 0, found: [] };
  const ranked = merge(await search(words));
  const matches = matcher(words);
  const best = ranked.slice(0, most).map(async (hit): Promise<Found[]> => {
    const { url, title, module, words: text, anchors } = await hit.page();
    const places = hit.locations
      .map((location) => ({ location, word: matches(text[location] ?? "") }))
      .filter(({ word }) => word >= 0);
    // A page may be found by its title alone.
    if (!places.length && !split(title).some((word) => matches(word) >= 0)) return [];
    return [{ url, title, module, sections: sectionsOf(text, anchors, places, SECTIONS) }];
  });
  const found = (await Promise.all(best)).flat();
  return { total: found.length && ranked.length - best.length + found.length, found };
}

/** Hits of the query as it is and, if another stem of a word is in the index, of the query with that one. */
async function search(words: readonly string[]): Promise<Hit[]> {
  const others = words.map(async (word) => {
    const other = otherStem(word);
    const [example] = other ? await ask(other) : [];
    if (!other || !example) return word;
    const text = (await example.page()).words;
    return example.locations.some((location) => text[location]?.toLowerCase().includes(other)) ? other : word;
  });
  const first = ask(words.join(" "));
  const second = (await Promise.all(others)).join(" ");
  return second === words.join(" ") ? first : (await Promise.all([first, ask(second)])).flat();
}

/** One hit for each page, with all locations, the best first. */
function merge(hits: readonly Hit[]): Hit[] {
  const merged = new Map<string, Hit>();
  for (const hit of hits) {
    const other = merged.get(hit.id);
    const locations = other ? [...new Set([...other.locations, ...hit.locations])] : hit.locations;
    merged.set(hit.id, { ...hit, locations, score: Math.max(hit.score, other?.score ?? 0) });
  }
  return [...merged.values()].sort((a, b) => b.score - a.score);
}
