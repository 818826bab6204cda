import { mkdir } from "node:fs/promises";
import { run } from "./build.ts";
import { BROWSER_CACHE, chromeArguments, findChrome, HOW_TO_GET_CHROME } from "./chrome.ts";

/** A browser to start, and the switches it needs here. */
export interface Browser {
  /** Program file. */
  path: string;
  args: string[];
}

const INSTALLER = "@puppeteer/browsers@2.13.2";

/**
 * Finds Chrome, Chromium or Edge; installs one where there is none.
 * @throws Error saying what was tried and what to do, when none could be installed
 */
export async function ensureBrowser(): Promise<Browser> {
  return { path: findChrome() ?? (await install()), args: chromeArguments() };
}

async function install(): Promise<string> {
  const asRoot = process.platform === "linux" && process.getuid?.() === 0;
  const failures: string[] = [];
  for (const attempt of asRoot ? [debianPackage, headlessShell] : [headlessShell]) {
    const failure = await attempt().catch((error: Error) => error.message);
    const path = findChrome();
    if (path) return path;
    failures.push(`  ${failure ?? "was installed, but its program was not found"}`);
  }
  throw new Error([HOW_TO_GET_CHROME, "Tried here:", ...failures].join("\n"));
}

/** Debian's own package; says why not when it cannot be installed. */
async function debianPackage(): Promise<string | null> {
  console.log("No Chrome, Chromium or Edge found; installing Debian's chromium");
  for (const args of [["update"], ["install", "--yes", "--no-install-recommends", "chromium"]]) {
    const { code, output } = await run("apt-get", args, { env: { DEBIAN_FRONTEND: "noninteractive" } });
    if (code !== 0) return `apt-get ${args[0]}: ${ending(output)}`;
  }
  return null;
}

/** Chrome's headless build from its maker; says why not when it cannot be installed. */
async function headlessShell(): Promise<string | null> {
  console.log(`No Chrome, Chromium or Edge found; installing chrome-headless-shell into ${BROWSER_CACHE}`);
  await mkdir(BROWSER_CACHE, { recursive: true });
  const args = ["--yes", INSTALLER, "install", "chrome-headless-shell@stable", "--path", BROWSER_CACHE];
  const { code, output } = await run(process.platform === "win32" ? "npx.cmd" : "npx", args);
  return code === 0 ? null : `npx ${INSTALLER}: ${ending(output)}`;
}

/** The last words of a program, where it says why it failed. */
function ending(output: string): string {
  return output.trim().split("\n").slice(-3).join(" ");
}
