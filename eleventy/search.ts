import { resolve } from "node:path";
import type UserConfig from "@11ty/eleventy/UserConfig";
import type { Lesson } from "./course.ts";
import type { PrintedMarkdown } from "./markdown/plugin.ts";
import { canIndexEarly, EarlyIndex } from "./search/early-index.ts";
import type { SearchPage, SearchRecord } from "./search/index-builder.ts";
import { publishIndex, SearchIndexCache } from "./search/index-cache.ts";

/** The part of Eleventy's events before and after a build that is used here. */
interface Build {
  directories: { output: string };
  runMode: "build" | "serve" | "watch";
  outputMode: "fs" | "json" | "ndjson";
}

export interface SearchOptions {
  /** The lessons that are found, in their order; asked for once their data are read. */
  lessons: () => readonly Lesson[];
  /** What is found beside lessons; asked for then, too. */
  records: () => readonly SearchRecord[];
}

/** Where the last index is kept between builds. */
const CACHE = ".cache/search";

/**
 * Author's silence, in milliseconds, after which a serving Eleventy renews the index: it is the dearest part of a build,
 * and the next edit must not wait for it.
 */
const QUIET = 2000;

/**
 * Builds the search index in `<output>/pagefind/` of the text of all lessons, and of records. A build waits for it and
 * fails with it; where no earlier build left an index, lessons go into it as they are printed, beside the rest of the
 * build. While serving it is renewed in the background after the page has been reloaded, and a failure is only said.
 */
export function search(config: UserConfig, options: SearchOptions): void {
  const cache = new SearchIndexCache(resolve(CACHE));
  const printed = new Map<string, string>();
  let early: EarlyIndex | undefined;
  let begun = false;
  let timer: NodeJS.Timeout | undefined;
  let renewal = Promise.resolve();

  const lessons = () => options.lessons().filter(({ written }) => written);
  const publish = async (outDir: string) => {
    const pages = lessons().map((lesson) => searchPage(lesson, printed.get(lesson.id)));
    const index = begun ? early?.finish() : undefined;
    await publishIndex((await index) ?? (await cache.find({ pages, records: options.records() })), outDir);
  };
  const renewQuietly = (outDir: string) => {
    renewal = renewal.then(() => publish(outDir)).catch((error: Error) => console.error(`[search] ${error.message}`));
  };

  config.on("eleventy.before", async ({ runMode, outputMode }: Build) => {
    clearTimeout(timer);
    const fromScratch = canIndexEarly && runMode === "build" && outputMode === "fs" && (await cache.isEmpty());
    if (fromScratch) early = new EarlyIndex(resolve(CACHE));
  });

  config.on("markdown.printed", ({ data, html }: PrintedMarkdown) => {
    const lesson = data.lesson as Lesson | undefined;
    if (!lesson) return;
    printed.set(lesson.id, html);
    if (!begun) early?.begin({ urls: lessons().map(({ url }) => url), records: options.records() });
    begun = true;
    early?.add(searchPage(lesson, html));
  });

  config.on("eleventy.after", async ({ directories, runMode, outputMode }: Build) => {
    if (outputMode !== "fs") return;
    const outDir = resolve(directories.output, "pagefind");
    if (runMode === "build") {
      await publish(outDir);
      return;
    }
    timer = setTimeout(() => renewQuietly(outDir), QUIET);
  });
}

/** @throws Error for a lesson that was not printed */
function searchPage({ id, module, url, title, description }: Lesson, html: string | undefined): SearchPage {
  if (html === undefined) throw new Error(`search: lesson ${id} was not printed`);
  return { kind: "lesson", module: module.id, url, title, lead: description, html };
}
