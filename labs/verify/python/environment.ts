import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, readdir, realpath, rm, symlink } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Places } from "../places.ts";
import { run } from "../program.ts";

/** Locks of the Python environments, relative to the project's root. */
export const LOCKS = {
  /** What lessons run with: a learner's own labs/.venv. */
  lessons: "labs/python/requirements.txt",
  /** The same and the programs that check it. */
  checks: "labs/python/requirements-dev.txt",
  jupyter: "labs/jupyter/requirements.txt",
  /** What judges the listings for AWS. */
  aws: "labs/verify/checks/aws/requirements.txt",
} as const;

/**
 * Makes sure of a virtual environment with exactly what a lock says. It is made once per lock and checkout, in the cache.
 * An environment cannot be moved, so it is built where it stays; a link appears when it is complete.
 * @param lock hashed requirements, relative to the root
 * @returns its folder
 * @throws Error naming the package that cannot be had
 */
export async function pythonEnvironment(places: Places, lock: string, say: (line: string) => void): Promise<string> {
  const folder = join(places.cache, "python");
  const link = join(folder, keyOf(places, lock));
  if (!existsSync(link)) {
    await mkdir(folder, { recursive: true });
    await removeLeftovers(folder);
    const built = `${link}.${process.pid}`;
    say(`installing ${lock}`);
    try {
      await install(built, join(places.root, lock), lock);
      await symlink(basename(built), link);
    } catch (error) {
      await rm(built, { recursive: true, force: true });
      // Another process was faster, and its environment is as good.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  return realpath(link);
}

/** Checkouts do not share environments: making one again, as a lesson does, writes the checkout's path into it. */
function keyOf(places: Places, lock: string): string {
  const text = readFileSync(join(places.root, lock), "utf8");
  return createHash("sha256").update(`${places.root}\0${lock}\0${text}`).digest("hex").slice(0, 16);
}

async function install(folder: string, lock: string, name: string): Promise<void> {
  const made = await run(["python3", "-m", "venv", folder]);
  if (made.status !== 0) throw new Error(`python3 -m venv: ${(made.stderr || made.stdout).trim()}`);
  const pip = [join(folder, "bin", "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
  const installed = await run([...pip, "--require-hashes", "--requirement", lock]);
  if (installed.status === 0) return;
  const errors = installed.stderr.split("\n").filter((line) => line.startsWith("ERROR:"));
  throw new Error(`${name}: pip could not install it\n  ${errors.join("\n  ") || installed.stderr.trim()}`);
}

/** Environments whose process ended before they were complete. */
async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder);
  const complete = new Set(
    await Promise.all(
      names.filter((name) => !name.includes(".")).map(async (name) => basename(await realpath(join(folder, name)))),
    ),
  );
  for (const name of names) {
    const pid = /\.(\d+)$/.exec(name)?.[1];
    if (pid && !complete.has(name) && !existsSync(`/proc/${pid}`)) {
      await rm(join(folder, name), { recursive: true, force: true });
    }
  }
}
