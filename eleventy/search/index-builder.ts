import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { close, createIndex } from "pagefind";
import { escapeText } from "../markup.ts";

/** What a reader can find; the values of the index's `kind` filter. */
export type SearchKind = "lesson" | "summary" | "term" | "error" | "file";

/** The text of a page; it is found by section: each heading's id is an anchor. */
export interface SearchPage {
  kind: SearchKind;
  /** Id of the module it belongs to, `module-2`. */
  module: string;
  /** Address without the base path, `/course/module-2/02-replication-slots/`. */
  url: string;
  title: string;
  /** Plain text under the title. */
  lead: string;
  /** What Markdown printed, without a title. */
  html: string;
}

/** Something smaller than a page: a term, an error, a lab file; or a page without what it repeats. */
export interface SearchRecord {
  kind: SearchKind;
  /** Ids of the modules it belongs to. */
  module?: string | readonly string[];
  /** Address without the base path, with the anchor where one is needed: `/glossary/#slot`. */
  url: string;
  title: string;
  /** Plain text, the title left out. */
  text: string;
}

/** How many pages and records of each kind the index holds. */
export type SearchCounts = Partial<Record<SearchKind, number>>;

/** What an index is made of. */
export interface SearchSource {
  /** Addresses of the pages in the order in which the index has them. */
  urls: readonly string[];
  /** These pages in any order; those that are still being printed are taken as they come. */
  pages: Iterable<SearchPage> | AsyncIterable<SearchPage>;
  records: readonly SearchRecord[];
}

export interface SearchIndexOptions extends SearchSource {
  /** Absolute folder of the index; what an earlier index left there is removed. */
  outDir: string;
}

/** What the browser loads. Pagefind also writes 0.5 MB of its own interfaces and a stemmer for no language. */
const CORE = /^(pagefind(-worker)?\.js|pagefind-entry\.json|wasm\.ru\.pagefind)$/;

/** How many entries Pagefind's process is given before it has answered for the first: it must not wait for ours. */
const AHEAD = 16;

/** Labels printed around code and notes, which are not what a lesson says. */
const LABELS = [".code-lang", ".code-where", ".code-download", ".footnote-ref", ".footnote-backref"];

/**
 * Writes the search index of the course. Everything is indexed as Russian, because its Russian stemmer leaves
 * identifiers whole while an index per language would hide English records from Russian queries.
 * @returns the number of entries by kind
 * @throws Error naming the page or record that Pagefind refuses, an address used twice, or a page that was not told of,
 *   or never came
 */
export async function buildSearchIndex({ urls, pages, records, outDir }: SearchIndexOptions): Promise<SearchCounts> {
  if (!isAbsolute(outDir)) throw new Error(`search index folder "${outDir}"; expected an absolute path`);
  await mkdir(outDir, { recursive: true });
  const { index, errors } = await createIndex({ forceLanguage: "ru", excludeSelectors: LABELS });
  if (!index) throw new Error(`search index: ${errors.join("; ")}`);
  const counts: SearchCounts = {};
  const known = new Set<string>();
  const awaited = new Set(urls);
  const asked: (() => Promise<void>)[] = [];
  /** Waits for an answer once enough others are under way. */
  const ask = async (url: string, work: Promise<{ errors: string[] }>) => {
    // After a failure nobody waits for the others.
    work.catch(() => {});
    asked.push(async () => fail(url, (await answered(work)).errors));
    if (asked.length > AHEAD) await asked.shift()?.();
  };
  const count = ({ kind, url }: SearchPage | SearchRecord) => {
    if (known.has(url)) fail(url, ["the address is in the index already"]);
    known.add(url);
    counts[kind] = (counts[kind] ?? 0) + 1;
  };
  try {
    // Pagefind's order is that of first sight, and a page replaces what has its address: so pages may come in any order.
    for (const url of urls) await ask(url, index.addCustomRecord({ url, content: "page", language: "ru" }));
    for (const record of records) {
      count(record);
      const modules = [record.module ?? []].flat();
      const filters = { kind: [record.kind], ...(modules.length && { module: modules }) };
      const { url, title, text: content } = record;
      await ask(url, index.addCustomRecord({ url, content, language: "ru", meta: { title }, filters }));
    }
    for await (const page of pages) {
      count(page);
      if (!awaited.delete(page.url)) fail(page.url, [`the page was not told of; expected ${urls.join(", ")}`]);
      await ask(page.url, index.addHTMLFile({ url: page.url, content: documentOf(page) }));
    }
    for (const answer of asked) await answer();
    for (const url of awaited) fail(url, ["the page never came"]);
    const written = await answered(index.writeFiles({ outputPath: outDir }));
    if (written.errors.length) throw new Error(`search index in ${outDir}: ${written.errors.join("; ")}`);
    await answered(index.deleteIndex());
  } catch (error) {
    // The process may be gone, or hold half of an index.
    await close();
    throw error;
  }
  await removeUnused(outDir);
  return counts;
}

function fail(url: string, problems: readonly string[]): void {
  if (problems.length) throw new Error(`search index: ${url}: ${problems.join("; ")}`);
}

/**
 * The page as Pagefind should see it: its filters, its name, and a space where a figure's caption or a table's cell
 * ends, for Pagefind joins them to the next word («init.sqlSELECT»).
 */
function documentOf({ html, kind, lead, module, title }: SearchPage): string {
  const spaced = html.replace(/<\/(figcaption|t[dh]|d[td]|summary)>/g, " $&");
  return `<html lang="ru"><head><meta data-pagefind-filter="kind[data-kind], module[data-module]" data-kind="${kind}" data-module="${module}"></head>
<body><h1 data-pagefind-meta="title">${escapeText(title)}</h1><p>${escapeText(lead)}</p>${spaced}</body></html>`;
}

/** Removes what this index does not use: Pagefind's interfaces and the files of earlier indexes. */
async function removeUnused(outDir: string): Promise<void> {
  const entry: { languages: { ru?: { hash: string } } } = JSON.parse(
    await readFile(join(outDir, "pagefind-entry.json"), "utf8"),
  );
  const metaName = `pagefind.${entry.languages.ru?.hash}.pf_meta`;
  const meta = entry.languages.ru ? gunzipSync(await readFile(join(outDir, metaName))) : "";
  for (const file of await readdir(outDir, { withFileTypes: true, recursive: true })) {
    // Files of words, pages and filters are called by a hash that the meta file holds.
    const used = /\.pf_(index|fragment|filter)$/.test(file.name)
      ? meta.includes(file.name.replace(/\..*/, ""))
      : file.name === metaName || CORE.test(file.name);
    if (file.isFile() && !used) await rm(join(file.parentPath, file.name));
  }
}

/**
 * Waits for Pagefind's process, at most two minutes. If it crashes, its promises stay pending for ever and do not keep
 * Node alive: without the timer a build would end early and be called a success.
 */
async function answered<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("search index: Pagefind gave no answer in two minutes")), 120_000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
