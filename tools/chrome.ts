import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Where `@puppeteer/browsers install --path …` puts browsers for this project's tools. */
export const BROWSER_CACHE = process.env.PUPPETEER_CACHE_DIR || join(homedir(), ".cache", "puppeteer");

/** Said when there is no browser. */
export const HOW_TO_GET_CHROME = `no Chrome, Chromium or Edge was found. Install one of them, for example
  Debian, Ubuntu:  sudo apt-get install chromium
  any system:      npx @puppeteer/browsers install chrome-headless-shell@stable --path "${BROWSER_CACHE}"
or name its executable: CHROME_PATH=/path/to/chrome`;

/** Where to look; the defaults are this machine's. */
export interface Search {
  /** Executables, best first. */
  places?: readonly string[];
  /** Folder of browsers installed by @puppeteer/browsers. */
  cache?: string;
}

/**
 * Finds a Chrome, Chromium or Edge of this machine.
 * @returns path of the executable, or null
 * @throws if CHROME_PATH names no file
 */
export function findChrome({ places = usualPlaces(), cache = BROWSER_CACHE }: Search = {}): string | null {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named))
      throw new Error(`CHROME_PATH=${named}: no such file; expected the executable of Chrome, Chromium or Edge`);
    return named;
  }
  return [...places, ...cachedBrowsers(cache)].find((path) => existsSync(path)) ?? null;
}

/** As `findChrome`, but throws an error that says how to get one. */
export function requireChrome(): string {
  const path = findChrome();
  if (!path) throw new Error(HOW_TO_GET_CHROME);
  return path;
}

/** Arguments for a browser that a tool or a test drives: no sandbox for root, who cannot have one, and no talk with its maker. */
export function chromeArguments(): string[] {
  return [
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
}

function usualPlaces(): string[] {
  if (process.platform === "darwin") {
    return ["Google Chrome", "Chromium", "Microsoft Edge"].flatMap((name) =>
      ["/Applications", join(homedir(), "Applications")].map(
        (folder) => `${folder}/${name}.app/Contents/MacOS/${name}`,
      ),
    );
  }
  if (process.platform === "win32") {
    const folders = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
    const programs = [
      "Google\\Chrome\\Application\\chrome.exe",
      "Chromium\\Application\\chrome.exe",
      "Microsoft\\Edge\\Application\\msedge.exe",
    ];
    return programs.flatMap((program) =>
      folders.filter((folder) => folder !== undefined).map((folder) => `${folder}\\${program}`),
    );
  }
  const names = [
    "google-chrome-stable",
    "google-chrome",
    "chromium",
    "chromium-browser",
    "microsoft-edge-stable",
    "microsoft-edge",
  ];
  return [...names.flatMap((name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`]), "/snap/bin/chromium"];
}

/** Executables that `@puppeteer/browsers` installed: `<cache>/<browser>/<platform>-<version>/<browser>-<platform>/<executable>`. */
function cachedBrowsers(cache: string): string[] {
  const executables = {
    "chrome-headless-shell": ["chrome-headless-shell", "chrome-headless-shell.exe"],
    chrome: ["chrome", "chrome.exe", "Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing"],
  };
  return Object.entries(executables).flatMap(([browser, names]) =>
    subfolders(join(cache, browser))
      .flatMap(subfolders)
      .flatMap((folder) => names.map((name) => join(folder, name))),
  );
}

function subfolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [join(folder, entry.name)] : [],
  );
}
