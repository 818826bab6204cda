import { type Anchor, type Section, sectionsOf, split } from "./search-excerpt.ts";
import { matcher, otherStem, wordsOf } from "./search-query.ts";

/** What is used of Pagefind's browser module. */
interface Pagefind {
  init(): Promise<void>;
  search(term: string): Promise<{ results: PagefindResult[] }>;
  destroy(): Promise<void>;
}

interface PagefindResult {
  id: string;
  score: number;
  /** Indices of the found words. */
  words: number[];
  data(): Promise<PagefindData>;
}

interface PagefindData {
  /** Address with the base path. */
  url: string;
  content: string;
  meta: { title: string };
  filters: { kind?: string[]; module?: string[] };
  anchors: Anchor[];
}

/** A page or record in which something was found. */
export interface Found {
  url: string;
  title: string;
  /** Id of its module, `module-2`. */
  module?: string;
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

const bundle = () => `${document.body.dataset.base}pagefind/`;

let pagefind: Promise<Pagefind> | undefined;
let attempt = 0;

/** Loads Pagefind, ahead of the first query. @throws if it cannot be loaded; the next call tries again */
export function warmUp(): Promise<Pagefind> {
  pagefind ??= (async () => {
    // Browsers remember a module that failed to load; a query makes it another one.
    const module: Pagefind = await import(`${bundle()}pagefind.js${attempt++ ? `?${attempt}` : ""}`);
    await module.init();
    return module;
  })();
  pagefind.catch(forget);
  return pagefind;
}

function forget(): void {
  pagefind = undefined;
}

/** Whether a failure comes from an index that does not exist, rather than from the network. */
export async function indexIsMissing(): Promise<boolean> {
  return fetch(`${bundle()}pagefind-entry.json`, { method: "HEAD", cache: "no-store" }).then(
    ({ status }) => status === 404,
    () => false,
  );
}

/**
 * Finds what the reader asks for.
 * @param most pages and records to return
 * @throws when the index cannot be loaded
 */
export async function find(query: string, most: number): Promise<Answer> {
  const words = wordsOf(query);
  if (!words.length) return { total: 0, found: [] };
  const engine = await warmUp();
  const results = await searches(engine, words).catch((error) => {
    // What failed to load once stays failed in this instance.
    forget();
    void engine.destroy();
    throw error;
  });
  const pages = new Map<string, { score: number; words: Set<number>; data: PagefindResult["data"] }>();
  for (const { id, score, words: locations, data } of results) {
    const page = pages.get(id);
    pages.set(id, {
      score: Math.max(score, page?.score ?? 0),
      words: new Set([...locations, ...(page?.words ?? [])]),
      data,
    });
  }
  const ranked = [...pages.values()].sort((a, b) => b.score - a.score);
  const matches = matcher(words);
  const best = ranked.slice(0, most).map(async (page): Promise<Found[]> => {
    const { url, meta, filters, content, anchors } = await page.data();
    const text = split(content);
    const hits = [...page.words].filter((index) => matches(text[index] ?? ""));
    // A page may be found by its title alone.
    if (!hits.length && !split(meta.title).some(matches)) return [];
    return [
      { url, title: meta.title, module: filters.module?.[0], sections: sectionsOf(text, anchors, hits, SECTIONS) },
    ];
  });
  const found = (await Promise.all(best)).flat();
  return { total: found.length && ranked.length - best.length + found.length, found };
}

/** Results of the query as it is and, if another stem of a word is in the index, of the query with that one. */
async function searches(engine: Pagefind, words: readonly string[]): Promise<PagefindResult[]> {
  const results = async (term: string) => (await engine.search(term)).results;
  const others = words.map(async (word) => {
    const other = otherStem(word);
    const [example] = other ? await results(other) : [];
    if (!other || !example) return word;
    const text = split((await example.data()).content);
    return example.words.some((index) => text[index]?.toLowerCase().includes(other.toLowerCase())) ? other : word;
  });
  const terms = new Set([words.join(" "), (await Promise.all(others)).join(" ")]);
  return (await Promise.all([...terms].map(results))).flat();
}
