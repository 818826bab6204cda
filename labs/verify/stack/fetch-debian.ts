import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { must, run } from "../program.ts";
import type { DebianArchive } from "./apt-sources.ts";

/** Folder of a processor's own libraries in Debian. */
export function multiarch(arch = process.arch): { name: string; libraries: string; loader: string } {
  if (arch === "x64") return { name: "amd64", libraries: "x86_64-linux-gnu", loader: "usr/lib64/ld-linux-x86-64.so.2" };
  if (arch === "arm64")
    return { name: "arm64", libraries: "aarch64-linux-gnu", loader: "usr/lib/ld-linux-aarch64.so.1" };
  throw new Error(`no native stack for the processor ${arch}; expected x64 or arm64`);
}

/** What Debian packages a tree needs, beside the architecture's own names. */
export interface DebianWishes {
  /** Packages without which there is no stack. */
  needed: readonly string[];
  /** Packages that are wanted together, or not at all. */
  wanted: readonly string[];
  /** Taken in place of `wanted` where the archive does not offer all of those. */
  instead: readonly string[];
}

export interface FetchedDebian {
  /** Versions by package. */
  versions: Record<string, string>;
  /** Why `instead` was taken: apt's own words. */
  without?: string;
}

/**
 * Downloads Debian packages with all they depend on, and unpacks them into a folder of their own. The machine's apt
 * and its packages are not touched: another state, another cache, an empty list of what is installed.
 * @param folder work folder for apt; `root` in it receives the files
 * @throws Error naming the package that cannot be had; a download that fails is never a reason to do without
 */
export async function fetchDebian(
  wishes: DebianWishes,
  archive: DebianArchive,
  folder: string,
): Promise<FetchedDebian> {
  for (const part of ["lists/partial", "cache/archives/partial", "etc/apt.conf.d", "etc/preferences.d", "root"]) {
    await mkdir(join(folder, part), { recursive: true });
  }
  await writeFile(join(folder, "status"), "");
  await writeFile(
    join(folder, "etc", "sources.list"),
    `deb [signed-by=${archive.keyring}] ${archive.address} sid main\n`,
  );
  await writeFile(join(folder, "apt.conf"), aptConfiguration(folder));

  const env = { ...process.env, APT_CONFIG: join(folder, "apt.conf"), DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C" };
  await must(["apt-get", "update", "--quiet"], { env });
  const install = ["apt-get", "install", "--yes", "--no-install-recommends"];
  // Only reads the index: tells what the archive does not offer from what could not be downloaded.
  const offered = await run([...install, "--simulate", ...wishes.wanted], { env });
  const without = offered.status === 0 ? undefined : aptErrors(offered.stderr);
  const packages = [...wishes.needed, ...(without ? wishes.instead : wishes.wanted)];
  const { status, stderr } = await run([...install, "--download-only", ...packages], { env });
  if (status !== 0) throw new Error(`Debian sid: cannot download ${packages.join(", ")}: ${aptErrors(stderr)}`);

  const archives = join(folder, "cache", "archives");
  const files = (await readdir(archives)).filter((name) => name.endsWith(".deb"));
  for (const file of files) await must(["dpkg-deb", "--extract", join(archives, file), join(folder, "root")]);
  const versions: Record<string, string> = {};
  for (const name of packages) {
    const file = files.find((other) => other.startsWith(`${name}_`));
    if (!file) throw new Error(`${name}: apt-get downloaded no such package from Debian sid`);
    versions[name] = (await must(["dpkg-deb", "--field", join(archives, file), "Version"])).trim();
  }
  for (const part of ["lists", "cache", "etc", "status", "apt.conf"]) await rm(join(folder, part), { recursive: true });
  return { versions, ...(without ? { without } : {}) };
}

/** What apt-get says is wrong, on one line. */
export function aptErrors(said: string): string {
  const lines = said
    .split("\n")
    .filter((line) => line.startsWith("E: ") || / : (Depends|Breaks|Conflicts):/.test(line));
  return [...new Set(lines.map((line) => line.replace(/^E: /, "").trim()))].join("; ") || said.trim();
}

/** A frozen mirror's index is out of date by its own word; its signature is checked all the same. */
function aptConfiguration(folder: string): string {
  return `Dir::State "${folder}";
Dir::State::status "${folder}/status";
Dir::State::lists "${folder}/lists";
Dir::Cache "${folder}/cache";
Dir::Etc "${folder}/etc";
APT::Architecture "${multiarch().name}";
APT::Sandbox::User "${process.getuid?.() === 0 ? "root" : ""}";
Acquire::Languages "none";
Acquire::Check-Valid-Until "false";
Acquire::Retries "3";
APT::Update::Error-Mode "any";
`;
}
