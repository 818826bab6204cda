import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { BuiltSite } from "./built-site.ts";
import { isRedirect, type Page, pagesOf } from "./html.ts";

/** What a reader's first visit to a page transfers, in bytes; text in gzip. */
export interface Weight {
  file: string;
  html: number;
  css: number;
  js: number;
  /** Fonts that the page preloads for its diagrams. */
  font: number;
}

/** Weighs each lesson of a built site; rare scripts that are loaded on demand do not count. */
export async function lessonWeights(site: BuiltSite): Promise<Weight[]> {
  const lessons = (await pagesOf(site)).filter(
    (page) => /^course\/[^/]+\/\d\d-[^/]+\/index\.html$/.test(page.file) && !isRedirect(page),
  );
  const cache = new Map<string, Promise<number>>();
  const size = (href: string, packed: boolean): Promise<number> => {
    const path = decodeURIComponent(new URL(href, site.url).pathname.slice(site.base.length));
    const known =
      cache.get(path) ?? readFile(join(site.folder, path)).then((bytes) => (packed ? gzipSync(bytes) : bytes).length);
    cache.set(path, known);
    return known;
  };
  const sum = async (hrefs: Iterable<string>, packed = true): Promise<number> =>
    (await Promise.all([...new Set(hrefs)].map((href) => size(href, packed)))).reduce((a, b) => a + b, 0);
  return Promise.all(
    lessons.map(async (page) => ({
      file: page.file,
      html: gzipSync(page.html).length,
      css: await sum(hrefs(page, "stylesheet")),
      js: await sum([...scripts(page), ...hrefs(page, "modulepreload")]),
      font: await sum(
        hrefs(page, "preload").filter((href) => href.endsWith(".woff2")),
        false,
      ),
    })),
  );
}

function hrefs(page: Page, rel: string): string[] {
  return page.elements.flatMap(({ name, attributes }) =>
    name === "link" && attributes.rel === rel ? (attributes.href ?? []) : [],
  );
}

function scripts(page: Page): string[] {
  return page.elements.flatMap(({ name, attributes }) => (name === "script" ? (attributes.src ?? []) : []));
}

/** The middle value; the mean of the two middle ones of an even count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
