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
  /** Fonts of its diagrams, which are asked for when a diagram comes near the window. */
  font: number;
}

/** Weighs each lesson of a built site; rare scripts that are loaded on demand do not count. */
export async function lessonWeights(site: BuiltSite): Promise<Weight[]> {
  const lessons = (await pagesOf(site)).filter(
    (page) => /^course\/[^/]+\/\d\d-[^/]+\/index\.html$/.test(page.file) && !isRedirect(page),
  );
  const cache = new Map<string, Promise<number>>();
  const fileOf = (href: string): string =>
    join(site.folder, decodeURIComponent(new URL(href, site.url).pathname.slice(site.base.length)));
  const size = (href: string, packed: boolean): Promise<number> => {
    const path = fileOf(href);
    const known = cache.get(path) ?? readFile(path).then((bytes) => (packed ? gzipSync(bytes) : bytes).length);
    cache.set(path, known);
    return known;
  };
  const sum = async (hrefs: Iterable<string>, packed = true): Promise<number> =>
    (await Promise.all([...new Set(hrefs)].map((href) => size(href, packed)))).reduce((a, b) => a + b, 0);
  const fontsOf = async (sheet: string): Promise<string[]> => {
    const text = await readFile(fileOf(sheet), "utf8");
    return [...text.matchAll(/url\("?([^")]+\.woff2)/g)].map(
      ([, path = ""]) => new URL(path, new URL(sheet, site.url)).href,
    );
  };
  return Promise.all(
    lessons.map(async (page) => {
      const sheets = hrefs(page, "stylesheet");
      const fonts = page.html.includes('class="diagram"') ? await Promise.all(sheets.map(fontsOf)) : [];
      return {
        file: page.file,
        html: gzipSync(page.html).length,
        css: await sum(sheets),
        js: await sum(scripts(page)),
        font: await sum(fonts.flat(), false),
      };
    }),
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
