import { ask, type Filters, type Hit } from "./search-engine.ts";
import { type Section, sectionsOf, split } from "./search-excerpt.ts";
import { matcher, otherStem, tellingWords, wordsOf } from "./search-query.ts";
import { type Meaning, meaningsOf } from "./search-synonyms.ts";

/** A page or record in which something was found. */
export interface Found {
  url: string;
  title: string;
  kind: string | undefined;
  /** Id of its module, `module-2`. */
  module: string | undefined;
  sections: Section[];
}

export interface Answer {
  /** Pages and records found in all. */
  total: number;
  /** The best of them. */
  found: Found[];
  /** Nothing holds all the words; these hold most of them. */
  partly: boolean;
}

/** Sections shown of one page. */
const SECTIONS = 3;
/** So many results stand first whatever they are, and after them so many lessons. */
const UP = 2;
/** What a hit of another name counts for: messages in English must not hide the lessons on «слот». */
const OTHER_NAME = 0.5;
/** Of words that nothing holds together, a page must hold this share, */
const LEAST = 0.25;
/** and no more pages are shown than these. */
const PARTLY = 8;
/** From so many words on, a query is a pasted line: all that tells of it is looked for. */
const LONG = 6;

/**
 * Finds what the reader asks for, by all names that it has. If nothing holds all of it, as of a line of a log, it finds
 * what holds most.
 * @param most pages and records to return
 * @throws when the index cannot be loaded
 */
export async function find(query: string, most: number, filters: Filters = {}): Promise<Answer> {
  const meanings = meaningsOf(wordsOf(query));
  const lists = await Promise.all(meanings.map((meaning) => hitsOf(meaning, filters)));
  const whole = together(lists, lists.length);
  if (whole.length || !lists.length) return answer(await lessonsUp(whole, meanings, filters), meanings, most);

  const telling = meanings.length < LONG ? meanings : meaningsOf(tellingWords(query));
  const found = await Promise.all(telling.map((meaning) => hitsOf(meaning, filters)));
  const partly = together(found, Math.ceil(telling.length * LEAST)).slice(0, PARTLY);
  return { ...(await answer(partly, telling, most)), partly: partly.length > 0 };
}

/** The two best results, then the two best lessons: in short records a word weighs more than in the lesson on it. */
async function lessonsUp(hits: readonly Hit[], meanings: readonly Meaning[], filters: Filters): Promise<Hit[]> {
  if (filters.kind || hits.length <= UP) return [...hits];
  const lists = meanings.flat().map((name) => ask(name, { ...filters, kind: "lesson" }));
  const lessons = new Set((await Promise.all(lists)).flat().map(({ id }) => id));
  const [first, rest] = [hits.slice(0, UP), hits.slice(UP)];
  const up = rest.filter(({ id }) => lessons.has(id)).slice(0, UP);
  return [...first, ...up, ...rest.filter((hit) => !up.includes(hit))];
}

/** Pages and records that hold one of the names, with the places of all. */
async function hitsOf(names: Meaning, filters: Filters): Promise<Hit[]> {
  const [own, ...others] = names;
  const [lists, otherLists] = await Promise.all(
    [[own], others].map((all) => {
      const stems = all.flatMap((name) => [name, otherStem(name) ?? []].flat());
      return Promise.all(stems.map((name) => realHits(name, filters)));
    }),
  );
  const second = otherLists?.map((hits) => hits.map((hit) => ({ ...hit, score: hit.score * OTHER_NAME })));
  return together([...(lists ?? []), ...(second ?? [])], 1, Math.max);
}

/** Hits of a name that the index holds. For one that it does not hold Pagefind offers others, which begin like it. */
async function realHits(name: string, filters: Filters): Promise<Hit[]> {
  const hits = await ask(name.includes(" ") && !name.startsWith('"') ? `"${name}"` : name, filters);
  const page = await hits[0]?.page();
  if (!page) return [];
  const matches = matcher([name]);
  const words = [...split(page.title), ...(hits[0]?.locations ?? []).map((location) => page.words[location] ?? "")];
  return words.some((word) => matches(word) >= 0) ? hits : [];
}

/**
 * Joins lists of hits, the best first.
 * @param least lists that a page must stand in
 * @param join what becomes of its scores; their sum, so that what stands in many lists is good
 */
function together(lists: readonly Hit[][], least: number, join = (a: number, b: number) => a + b): Hit[] {
  const joined = new Map<string, Hit & { count: number }>();
  for (const hit of lists.flat()) {
    const known = joined.get(hit.id);
    const locations = known ? [...new Set([...known.locations, ...hit.locations])] : hit.locations;
    const score = known ? join(known.score, hit.score) : hit.score;
    joined.set(hit.id, { ...hit, locations, score, count: (known?.count ?? 0) + 1 });
  }
  return [...joined.values()].filter(({ count }) => count >= least).sort((a, b) => b.score - a.score);
}

/** The best hits with the sections that answer. @param wanted the names that places must fit */
async function answer(hits: readonly Hit[], wanted: readonly Meaning[], most: number): Promise<Answer> {
  const matches = matcher(wanted);
  const best = hits.slice(0, most).map(async (hit): Promise<Found> => {
    const { words, anchors, ...page } = await hit.page();
    const places = hit.locations
      .map((location) => ({ location, word: matches(words[location] ?? "") }))
      .filter(({ word }) => word >= 0);
    return { ...page, sections: sectionsOf(words, anchors, places, SECTIONS) };
  });
  return { total: hits.length, found: await Promise.all(best), partly: false };
}
