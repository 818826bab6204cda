import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { copyFile, mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { buildSearchIndex, type SearchPage, type SearchRecord, type SearchSource } from "./index-builder.ts";

/** Change it with anything in the index's build that gives the same pages another index. */
const REVISION = "3";

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.resolve("pagefind")), "utf8"),
);

/** Name of an index that is being made, with the process that makes it. */
const UNFINISHED = /^new\.(\d+)$/;

/** What an index is made of, once all of it is known: its pages in their order. */
type KnownSource = Omit<SearchSource, "urls"> & { pages: readonly SearchPage[] };

/**
 * Keeps the last index from build to build under a hash of what it was made of: it is the dearest part of a build whose
 * lessons did not change.
 */
export class SearchIndexCache {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Whether nothing is kept, so that an index will have to be made whatever the pages are. */
  async isEmpty(): Promise<boolean> {
    return (await this.kept()).length === 0;
  }

  /**
   * Finds the index that was made of exactly these pages and records, or makes and keeps it.
   * @returns its folder
   */
  async find(source: KnownSource): Promise<string> {
    const key = keyOf(source.pages.map(digestOf), source.records);
    return (await this.kept()).includes(key)
      ? join(this.folder, key)
      : this.make({ ...source, urls: source.pages.map(({ url }) => url) });
  }

  /**
   * Makes an index and keeps it in place of the last one.
   * @returns its folder
   */
  async make({ urls, pages, records }: SearchSource): Promise<string> {
    const digests = new Map<string, string>();
    const noted = async function* () {
      for await (const page of pages) {
        digests.set(page.url, digestOf(page));
        yield page;
      }
    };
    // It gets its name when it is whole: another build may be looking for it.
    const whole = join(this.folder, `new.${process.pid}`);
    await this.removeUnfinished();
    await buildSearchIndex({ urls, pages: noted(), records, outDir: whole });
    for (const name of await this.kept()) await rm(join(this.folder, name), { recursive: true, force: true });
    const named = join(
      this.folder,
      keyOf(
        urls.map((url) => digests.get(url) ?? ""),
        records,
      ),
    );
    await rename(whole, named);
    return named;
  }

  private async kept(): Promise<string[]> {
    return (await this.entries()).filter((name) => !UNFINISHED.test(name));
  }

  /** Removes what builds have begun that came to no end. */
  private async removeUnfinished(): Promise<void> {
    for (const name of await this.entries()) {
      const pid = UNFINISHED.exec(name)?.[1];
      if (pid && !isRunning(Number(pid))) await rm(join(this.folder, name), { recursive: true, force: true });
    }
  }

  private async entries(): Promise<string[]> {
    await mkdir(this.folder, { recursive: true });
    return readdir(this.folder);
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Puts an index where the site's pages look for it, in place of what is there. */
export async function publishIndex(index: string, outDir: string): Promise<void> {
  await rm(outDir, { recursive: true, force: true });
  const entries = await readdir(index, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const copies = files.map((file) => [file, join(outDir, relative(index, file))] as const);
  for (const folder of new Set(copies.map(([, copy]) => dirname(copy)))) await mkdir(folder, { recursive: true });
  await Promise.all(copies.map(([file, copy]) => copyFile(file, copy)));
}

function digestOf(page: SearchPage): string {
  return createHash("sha256").update(JSON.stringify(page)).digest("base64url");
}

/** Names the index of these pages, in their order, and these records. */
function keyOf(pages: readonly string[], records: readonly SearchRecord[]): string {
  const made = JSON.stringify([version, REVISION, pages, records]);
  return createHash("sha256").update(made).digest("hex").slice(0, 24);
}
