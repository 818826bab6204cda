import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { SearchPage } from "./index-builder.ts";
import type { WorkerTask } from "./index-worker.ts";

const BUNDLE = process.env.ELEVENTY_BUNDLE;

/** Whether there is a program for the thread: Node cannot run its source, and only a bundled build has it compiled. */
export const canIndexEarly = BUNDLE !== undefined;

/** An index that is made while lessons are still being printed, in a thread of its own. */
export class EarlyIndex {
  private readonly worker: Worker;
  private readonly made: Promise<unknown[]>;

  /** @param cache folder where indexes are kept */
  constructor(cache: string) {
    this.worker = new Worker(new URL(`../../.cache/eleventy/${BUNDLE}/index-worker.mjs`, import.meta.url), {
      workerData: cache,
    });
    this.made = once(this.worker, "message");
    // It is awaited after the build, if that comes to its end; a build that fails does not wait for an index.
    this.made.catch(() => {});
    this.worker.unref();
  }

  /** Says what the index will be made of; before any page. */
  begin(task: WorkerTask): void {
    this.worker.postMessage(task);
  }

  add(page: SearchPage): void {
    this.worker.postMessage(page);
  }

  /**
   * Waits for the index of all pages that it was said to be made of.
   * @returns its folder in the cache
   */
  async finish(): Promise<string> {
    this.worker.ref();
    const [folder] = await this.made;
    return folder as string;
  }
}
