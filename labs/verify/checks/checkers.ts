import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Places } from "../places.ts";
import { machineArchive } from "../stack/apt-sources.ts";
import { fetchDebian, multiarch } from "../stack/fetch-debian.ts";

/** Programs that judge files, each as the beginning of a command. */
export interface Checkers {
  shellcheck: string[];
  /** Docker Compose, which reads a file without a running Docker. */
  compose: string[];
}

const PACKAGES = ["docker-compose", "shellcheck"];

/**
 * Makes sure of the programs. On Linux they are downloaded like the native stack's, from Debian's unstable suite into
 * the cache, so that every machine judges by the same release; elsewhere they are the machine's own.
 * @throws Error naming the package that cannot be had
 */
export async function fetchCheckers(places: Places, say: (line: string) => void): Promise<Checkers> {
  if (process.platform !== "linux") return { shellcheck: ["shellcheck"], compose: ["docker", "compose"] };
  const key = createHash("sha256")
    .update(JSON.stringify([process.arch, PACKAGES]))
    .digest("hex")
    .slice(0, 16);
  const folder = join(places.cache, "checkers", key);
  if (!existsSync(folder)) {
    say(`downloading ${PACKAGES.join(" and ")} into ${folder}`);
    const part = `${folder}.part-${process.pid}`;
    await mkdir(part, { recursive: true });
    try {
      await fetchDebian({ needed: PACKAGES, wanted: [], instead: [] }, machineArchive(), part);
      await rename(part, folder).catch((error: NodeJS.ErrnoException) => {
        // Another process was faster, and its programs are as good.
        if (!existsSync(folder)) throw error;
      });
    } finally {
      await rm(part, { recursive: true, force: true });
    }
  }
  const root = join(folder, "root");
  const { loader, libraries } = multiarch();
  // Debian sid's programs need sid's C library: its own loader starts them.
  const start = [join(root, loader), "--library-path", join(root, "usr", "lib", libraries)];
  return {
    shellcheck: [...start, join(root, "usr/bin/shellcheck")],
    compose: [...start, join(root, "usr/libexec/docker/cli-plugins/docker-compose")],
  };
}
