import { resolve } from "node:path";
import type UserConfig from "@11ty/eleventy/UserConfig";
import type { SearchPage, SearchRecord } from "./search/index-builder.ts";
import { cachedSearchIndex } from "./search/index-cache.ts";

/** The part of Eleventy's `eleventy.after` event that is used here. */
interface Built {
  directories: { output: string };
  runMode: "build" | "serve" | "watch";
  outputMode: "fs" | "json" | "ndjson";
  incremental: boolean;
  results: readonly { url: string; content: string }[];
}

export interface SearchOptions {
  /** What is found beside pages, asked for after each build. */
  records?: () => readonly SearchRecord[];
}

/** Where the last index is kept between builds. */
const CACHE = ".cache/search";

/** Eleventy tells pages in the order in which they were finished. */
const byUrl = (a: SearchPage, b: SearchPage): number => (a.url < b.url ? -1 : 1);

/** Author's silence, in milliseconds, after which a serving Eleventy renews the index. */
const QUIET = 400;

/**
 * Builds the search index in `<output>/pagefind/` of every page that holds `data-pagefind-body`. A build waits for it
 * and fails with it; while serving it is renewed in the background after the page has been reloaded, and a failure is
 * only said.
 */
export function search(config: UserConfig, { records = () => [] }: SearchOptions = {}): void {
  const pages = new Map<string, SearchPage>();
  let outDir = "";
  let timer: NodeJS.Timeout | undefined;
  let renewal = Promise.resolve();

  const renew = () =>
    cachedSearchIndex({ pages: [...pages.values()].sort(byUrl), records: records(), outDir }, resolve(CACHE));
  const renewQuietly = () => {
    renewal = renewal.then(renew).then(
      () => {},
      (error: Error) => console.error(`[search] ${error.message}`),
    );
  };

  config.on("eleventy.after", async ({ directories, runMode, outputMode, incremental, results }: Built) => {
    if (outputMode !== "fs") return;
    outDir = resolve(directories.output, "pagefind");
    // An incremental build reports only what it wrote.
    if (!incremental) pages.clear();
    for (const { url, content } of results) {
      const page = searchPage(url, content);
      if (page) pages.set(url, page);
      else pages.delete(url);
    }
    if (runMode === "build") {
      await renew();
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(renewQuietly, QUIET);
  });
}

/**
 * @param url address without the base path
 * @param html what Eleventy printed there
 * @returns null for a page that does not ask to be found
 * @throws Error if a page asks for it whose kind is unknown
 */
export function searchPage(url: string, html: string): SearchPage | null {
  if (typeof html !== "string" || !/<[^>]+\sdata-pagefind-body[\s>=]/.test(html)) return null;
  const module = /^\/course\/(module-\d+)\/[^/]+\/$/.exec(url)?.[1];
  if (!module) {
    throw new Error(`${url}: data-pagefind-body on a page of no known kind; expected /course/module-N/NN-slug/`);
  }
  return { kind: "lesson", module, url, html };
}
