import { type Anchor, split } from "./search-excerpt.ts";

/** What is used of Pagefind's browser module. */
interface Pagefind {
  options(options: { ranking: { pageLength: number } }): Promise<void>;
  init(): Promise<void>;
  search(term: string, options: { filters: Filters }): Promise<{ results: PagefindResult[] }>;
  filters(): Promise<{ kind?: Record<string, number> }>;
  destroy(): Promise<void>;
}

interface PagefindResult {
  id: string;
  score: number;
  /** Indices of the found words. */
  words: number[];
  data(): Promise<{
    url: string;
    content: string;
    meta: { title: string };
    filters: { kind?: string[]; module?: string[] };
    anchors: Anchor[];
  }>;
}

/** What the results are narrowed to: one kind, one module, both or neither. */
export interface Filters {
  /** lesson, term, error or file */
  kind?: string;
  /** Id of a module, `module-2`. */
  module?: string;
}

/** An indexed page or record. */
export interface Page {
  /** Address with the base path. */
  url: string;
  title: string;
  kind: string | undefined;
  /** Id of its module, `module-2`. */
  module: string | undefined;
  /** Words of its text, which locations count. */
  words: string[];
  anchors: Anchor[];
}

/** A page or record that fits a query; its content is loaded when asked for. */
export interface Hit {
  id: string;
  score: number;
  /** Indices of the found words. */
  locations: number[];
  page(): Promise<Page>;
}

const bundle = () => `${document.body.dataset.base}pagefind/`;

let engine: Promise<Pagefind> | undefined;
let attempt = 0;
/** Contents are kept: of an answer only the places of words change, and they cost a second trip to the worker. */
const pages = new Map<string, Promise<Page>>();
/** Answers too: while a query is typed, only its last word changes. */
const answers = new Map<string, Promise<Hit[]>>();

/** Loads Pagefind, ahead of the first query. @throws if it cannot be loaded; the next call tries again */
export function warmUp(): Promise<Pagefind> {
  engine ??= (async () => {
    // Browsers remember a module that failed to load; a query makes it another one.
    const module: Pagefind = await import(`${bundle()}pagefind.js${attempt++ ? `?${attempt}` : ""}`);
    // By default short records would push every lesson below themselves.
    await module.options({ ranking: { pageLength: 0.1 } });
    await module.init();
    return module;
  })();
  engine.catch(forget);
  return engine;
}

function forget(): void {
  engine = undefined;
  pages.clear();
  answers.clear();
}

/** Asks the index; an answer is kept. @throws if it cannot be loaded; the next call tries again */
export function ask(term: string, filters: Filters = {}): Promise<Hit[]> {
  const key = JSON.stringify([term, filters]);
  const known = answers.get(key) ?? askIndex(term, filters);
  answers.set(key, known);
  return known;
}

async function askIndex(term: string, filters: Filters): Promise<Hit[]> {
  const pagefind = await warmUp();
  try {
    const { results } = await pagefind.search(term, { filters });
    return results.map(({ id, score, words, data }) => ({ id, score, locations: words, page: () => load(id, data) }));
  } catch (error) {
    // What failed to load once stays failed in this instance.
    forget();
    void pagefind.destroy();
    throw error;
  }
}

function load(id: string, data: PagefindResult["data"]): Promise<Page> {
  const known = pages.get(id);
  if (known) return known;
  const page = data().then(({ url, content, meta, filters, anchors }) => ({
    url,
    title: meta.title,
    kind: filters.kind?.[0],
    module: filters.module?.[0],
    words: split(content),
    anchors,
  }));
  pages.set(id, page);
  page.catch(() => pages.delete(id));
  return page;
}

/** The kinds that the index holds. @throws if it cannot be loaded */
export async function kindsOfIndex(): Promise<string[]> {
  const { kind = {} } = await (await warmUp()).filters();
  return Object.keys(kind);
}

/** Whether a failure comes from an index that does not exist, rather than from the network. */
export async function indexIsMissing(): Promise<boolean> {
  return fetch(`${bundle()}pagefind-entry.json`, { method: "HEAD", cache: "no-store" }).then(
    ({ status }) => status === 404,
    () => false,
  );
}
