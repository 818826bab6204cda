import { on } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import type { SearchPage, SearchSource } from "./index-builder.ts";
import { SearchIndexCache } from "./index-cache.ts";

/**
 * Makes an index: it is told first of what, then the pages one by one, and answers with the folder of the index. A thread
 * of its own, for printing leaves a build's thread no time to talk with Pagefind's process.
 */

/** The first thing it is told. */
export type WorkerTask = Omit<SearchSource, "pages">;

/** Where the index is kept. */
const cache = new SearchIndexCache(workerData as string);

if (parentPort) {
  const told = on(parentPort, "message") as AsyncIterableIterator<unknown[]>;
  const [task] = (await told.next()).value as [WorkerTask];
  parentPort.postMessage(await cache.make({ ...task, pages: pagesOf(told, task.urls.length) }));
}

/** So many pages, and no more: the index is written while the build still goes on. */
async function* pagesOf(told: AsyncIterable<unknown[]>, count: number): AsyncGenerator<SearchPage> {
  let left = count;
  // What is left early stops listening, and so lets the thread end.
  for await (const [page] of told) {
    yield page as SearchPage;
    if (--left === 0) return;
  }
}
