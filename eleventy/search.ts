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

/** About the order in which Eleventy prints lessons. */
const byFile = (a: Lesson, b: Lesson): number => ((a.file ?? "") < (b.file ?? "") ? -1 : 1);

/**
 * Builds the search index in `<output>/pagefind/` of the text of all lessons, and of records. A build waits for it and
 * fails with it; where no earlier build left an index, lessons go into it as they are printed, beside the rest of the
 * build. While serving it is renewed in the background after the page has been reloaded, and a failure is only said.
 */
export function search(config: UserConfig, options: SearchOptions): void {
  const cache = new SearchIndexCache(resolve(CACHE));
  const printed = new Map<string, string>();
  let fromScratch = false;
  let early: EarlyIndex | undefined;
  let awaited: Lesson[] = [];
  let timer: NodeJS.Timeout | undefined;
  let renewal = Promise.resolve();

  const lessons = () =>
    options
      .lessons()
      .filter(({ written }) => written)
      .sort(byFile);
  const publish = async (outDir: string) => {
    const pages = lessons().map((lesson) => searchPage(lesson, printed.get(lesson.id)));
    await publishIndex(await cache.find({ pages, records: options.records() }), outDir);
  };
  const renewQuietly = (outDir: string) => {
    renewal = renewal.then(() => publish(outDir)).catch((error: Error) => console.error(`[search] ${error.message}`));
  };

  config.on("eleventy.before", async ({ runMode, outputMode }: Build) => {
    clearTimeout(timer);
    fromScratch = canIndexEarly && runMode === "build" && outputMode === "fs" && (await cache.isEmpty());
  });

  config.on("markdown.printed", ({ data, html }: PrintedMarkdown) => {
    const lesson = data.lesson as Lesson | undefined;
    if (!lesson) return;
    printed.set(lesson.id, html);
    if (!fromScratch) return;
    if (!early) {
      early = new EarlyIndex({ cache: resolve(CACHE), records: options.records() });
      awaited = lessons();
    }
    // What an index holds depends on the order of its pages, and Eleventy has none.
    for (let [next] = awaited; next && printed.has(next.id); [next] = awaited) {
      early.add(searchPage(next, printed.get(next.id)));
      awaited.shift();
    }
  });

  config.on("eleventy.after", async ({ directories, runMode, outputMode }: Build) => {
    if (outputMode !== "fs") return;
    const outDir = resolve(directories.output, "pagefind");
    if (runMode === "build") {
      if (early && awaited.length === 0) await publishIndex(await early.finish(), outDir);
      else await publish(outDir);
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
