import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { run } from "./build.ts";
import { findChrome } from "./chrome.ts";

/** A browser to start, and the switches it needs here. */
export interface Browser {
  /** Program file. */
  path: string;
  args: readonly string[];
}

/** Chrome refuses to start its sandbox as root; the rest keeps it from calling its maker's servers. */
const ARGS = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const INSTALLER = "@puppeteer/browsers@2.13.2";

/** Where a browser of our own is kept: outside the project, so that every clone shares it. */
const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "debezium-course");
/** Holds the path of the program that an earlier run installed there. */
const INSTALLED = join(CACHE, "browser.txt");

/**
 * Finds Chrome, Chromium or Edge; installs one where there is none. Commands started afterwards find the same one,
 * through the variable CHROME_PATH.
 * @throws Error saying what to do, when none could be installed
 */
export async function ensureBrowser(): Promise<Browser> {
  const path = (await findChrome()) ?? (await installedBefore()) ?? (await install());
  process.env.CHROME_PATH = path;
  return { path, args: ARGS };
}

async function installedBefore(): Promise<string | null> {
  const path = (await readFile(INSTALLED, "utf8").catch(() => "")).trim();
  return path && existsSync(path) ? path : null;
}

async function install(): Promise<string> {
  const attempts = [...(process.getuid?.() === 0 && process.platform === "linux" ? [debian] : []), headlessShell];
  const failures: string[] = [];
  for (const attempt of attempts) {
    const outcome = await attempt().catch((error: Error) => ({ failure: error.message }));
    if (typeof outcome === "string") return outcome;
    failures.push(outcome.failure);
  }
  throw new Error(
    [
      "No Chrome, Chromium or Edge was found, and none could be installed:",
      ...failures.map((failure) => `- ${failure.trim().split("\n").slice(-3).join(" ")}`),
      "Install one (Debian, Ubuntu: apt-get install chromium; macOS: brew install --cask google-chrome),",
      "or name its program in the variable CHROME_PATH, and start again.",
    ].join("\n"),
  );
}

type Outcome = string | { failure: string };

/** Debian's own package; root only. */
async function debian(): Promise<Outcome> {
  console.log("No Chrome found; installing Debian's chromium");
  for (const args of [["update"], ["install", "--yes", "--no-install-recommends", "chromium"]]) {
    const { code, output } = await run("apt-get", args, { env: { DEBIAN_FRONTEND: "noninteractive" } });
    if (code !== 0) return { failure: `apt-get ${args[0]}: ${output}` };
  }
  return (await findChrome()) ?? { failure: "apt-get installed chromium, but its program was not found" };
}

/** Chrome's headless build, from its maker. */
async function headlessShell(): Promise<Outcome> {
  await mkdir(CACHE, { recursive: true });
  console.log(`No Chrome found; installing chrome-headless-shell into ${CACHE}`);
  const args = ["--yes", INSTALLER, "install", "chrome-headless-shell@stable", "--path", CACHE, "--format", "{{path}}"];
  const { code, output } = await run(process.platform === "win32" ? "npx.cmd" : "npx", args);
  const path = output.trim().split("\n").at(-1)?.trim();
  if (code !== 0 || !path) return { failure: `npx ${INSTALLER}: ${output}` };
  await writeFile(INSTALLED, path);
  return path;
}
