import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { cp, mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { buildSearchIndex, type SearchIndexOptions } from "./index-builder.ts";

/** Change it with anything in the index's build that gives the same pages another index. */
const REVISION = "1";

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.resolve("pagefind")), "utf8"),
);

/**
 * Copies the index that an earlier build made of exactly these pages and records; makes and keeps it otherwise. The
 * index is the dearest part of a build whose lessons did not change.
 * @param cacheDir where the last index is kept
 */
export async function cachedSearchIndex(options: SearchIndexOptions, cacheDir: string): Promise<void> {
  const kept = join(cacheDir, keyOf(options));
  if (await copied(kept, options.outDir)) return;
  await buildSearchIndex(options);
  // It gets its name when it is whole: another build may be looking for it.
  const whole = `${kept}.${process.pid}`;
  await mkdir(cacheDir, { recursive: true });
  await cp(options.outDir, whole, { recursive: true });
  for (const name of await readdir(cacheDir)) {
    if (!/\.\d+$/.test(name)) await rm(join(cacheDir, name), { recursive: true, force: true });
  }
  await rename(whole, kept);
}

async function copied(from: string, to: string): Promise<boolean> {
  try {
    await readdir(from);
  } catch {
    return false;
  }
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true });
  return true;
}

/** A hash of all that decides what the index holds. */
function keyOf({ pages, records }: SearchIndexOptions): string {
  const hash = createHash("sha256").update(`${version} ${REVISION}`);
  for (const { html, ...page } of pages) {
    // The head names styles and scripts by their hashes; nothing in it is searched.
    hash.update(JSON.stringify(page)).update(html.slice(html.indexOf("<body")));
  }
  return hash.update(JSON.stringify(records)).digest("hex").slice(0, 24);
}
