import { accessSync, constants, existsSync } from "node:fs";
import { join } from "node:path";
import { must, run } from "../program.ts";
import { installedJava } from "./java.ts";

/** Programs of the machine that the native stack and the lessons call, with the Debian packages that hold them. */
const PROGRAMS: Readonly<Record<string, string>> = {
  unshare: "util-linux",
  nsenter: "util-linux",
  setpriv: "util-linux",
  mount: "mount",
  ip: "iproute2",
  mvn: "maven",
  unzip: "unzip",
  tar: "tar",
  xz: "xz-utils",
  curl: "curl",
  wget: "wget",
  jq: "jq",
  python3: "python3",
  "dpkg-deb": "dpkg",
  "apt-get": "apt",
};

/**
 * Packages of the programs that are missing here.
 * @param venv whether the machine's Python can make environments
 */
export function missingPackages(has: (program: string) => boolean, java: boolean, venv: boolean): string[] {
  const packages = Object.entries(PROGRAMS).flatMap(([program, name]) => (has(program) ? [] : [name]));
  if (!java) packages.push("default-jre-headless");
  if (!venv) packages.push("python3-venv");
  return [...new Set(packages)].sort();
}

/**
 * Makes sure of everything that is not downloaded into the cache: on Debian as root it installs what is missing.
 * @throws Error with the exact command where it may not do that itself
 */
export async function requireMachine(say: (line: string) => void): Promise<void> {
  if (process.platform !== "linux") {
    throw new Error(`the native stack runs on Linux, this is ${process.platform}; use --driver compose`);
  }
  const missing = missingPackages(
    onPath,
    installedJava().some(({ major }) => major >= 17),
    (await run(["python3", "-c", "import ensurepip, venv"]).catch(() => ({ status: 1 }))).status === 0,
  );
  if (missing.length === 0) return;
  const command = ["apt-get", "install", "--yes", "--no-install-recommends", ...missing];
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) {
    throw new Error(`missing on this machine: ${missing.join(", ")}; install them: sudo ${command.join(" ")}`);
  }
  say(`installing ${missing.join(", ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await must(["apt-get", "update", "--quiet"], { env });
  await must(command, { env });
}

function onPath(program: string): boolean {
  const folders = [...(process.env.PATH ?? "").split(":"), "/usr/sbin", "/sbin"];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
