import { on } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import type { SearchPage, SearchRecord } from "./index-builder.ts";
import { SearchIndexCache } from "./index-cache.ts";

/**
 * Makes an index of the pages it is told one by one, null after the last, and answers with its folder. A thread of its
 * own, for printing leaves a build's thread no time to talk with Pagefind's process.
 */

/** What it begins with. */
export interface WorkerTask {
  /** Where the index is kept. */
  cache: string;
  records: readonly SearchRecord[];
}

const { cache, records } = workerData as WorkerTask;

async function* told(): AsyncGenerator<SearchPage> {
  for await (const [page] of parentPort ? on(parentPort, "message") : []) {
    if (page === null) return;
    yield page;
  }
}

parentPort?.postMessage(await new SearchIndexCache(cache).make({ pages: told(), records }));
