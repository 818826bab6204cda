import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Places } from "../places.ts";
import { machineArchive } from "./apt-sources.ts";
import { fetchDebian } from "./fetch-debian.ts";
import { fetchMaven } from "./fetch-maven.ts";
import { fetchOldMysql, OLD_MYSQL, oldMysqlWarning } from "./old-mysql.ts";
import { readPins, treeKey } from "./pins.ts";

/** Everything that was downloaded for one set of pins. */
export interface Tree {
  folder: string;
  /** What really was installed: package or artifact → version. */
  versions: Record<string, string>;
}

/**
 * Makes sure that everything is downloaded. A tree appears under its name only when it is complete, so that an
 * interrupted download leaves nothing that looks finished.
 * @throws Error naming the package or artifact that cannot be had
 */
export async function fetchTree(places: Places, say: (line: string) => void): Promise<Tree> {
  const pins = readPins(places.labs);
  const folder = join(places.cache, "trees", treeKey(pins, process.arch));
  if (!existsSync(folder)) {
    const part = `${folder}.part-${process.pid}`;
    say(`downloading Kafka, Connect, databases, registry and Prometheus into ${folder}`);
    await removeLeftovers(join(places.cache, "trees"));
    await mkdir(part, { recursive: true });
    try {
      const repository = join(places.cache, "m2");
      const [maven, debian] = await Promise.allSettled([
        fetchMaven(pins, places.labs, part, repository).then(() => say("Maven artifacts are here")),
        fetchDebian(pins.debian, machineArchive(), join(part, "debian")),
      ]);
      // Both lanes have ended by now, so that nothing writes into a folder that is being removed.
      if (maven.status === "rejected") throw maven.reason;
      if (debian.status === "rejected") throw debian.reason;
      const { versions, without } = debian.value;
      const old = without ? { [OLD_MYSQL]: await fetchOldMysql(part, repository, without) } : {};
      await writeFile(join(part, "versions.json"), JSON.stringify({ ...pins.maven, ...versions, ...old }, null, 2));
      await claim(part, folder);
    } finally {
      await rm(part, { recursive: true, force: true });
    }
  }
  // Its time says when it was last needed.
  await utimes(folder, new Date(), new Date());
  const versions: Record<string, string> = JSON.parse(await readFile(join(folder, "versions.json"), "utf8"));
  // Loud at every start, not only after the download.
  if (versions[OLD_MYSQL]) say(oldMysqlWarning(versions[OLD_MYSQL], folder));
  return { folder, versions };
}

/** Gives a finished tree its name. Where another run was faster, that one's tree stands: both are the same. */
export async function claim(part: string, folder: string): Promise<void> {
  try {
    await rename(part, folder);
  } catch (error) {
    const taken = ["ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "");
    if (!taken) throw error;
  }
}

/** A tree takes 1 GB; one that was not needed for so many days belongs to pins of the past. */
const KEEP_DAYS = 14;

/** Parts whose process has ended without tidying up, and trees that nobody needs any more. */
async function removeLeftovers(trees: string): Promise<void> {
  await mkdir(trees, { recursive: true });
  const oldest = Date.now() - KEEP_DAYS * 86_400_000;
  for (const name of await readdir(trees)) {
    const pid = /\.part-(\d+)$/.exec(name)?.[1];
    const left = pid ? !existsSync(`/proc/${pid}`) : (await stat(join(trees, name))).mtimeMs < oldest;
    if (left) await rm(join(trees, name), { recursive: true, force: true });
  }
}
