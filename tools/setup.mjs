// Runs before `npm start` and `npm test`, when nothing may be installed yet: plain JavaScript, no dependencies.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** @typedef {{ version?: string, resolved?: string, integrity?: string, optional?: boolean, link?: boolean }} Locked */

/** Oldest version of Node that the dependencies run on. */
const OLDEST = [20, 19];

/**
 * Tells whether a version of Node is new enough.
 * @param {string} version as in process.versions.node: "20.19.5"
 * @returns {boolean}
 */
export function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/**
 * Says what the installed packages lack. npm writes node_modules/.package-lock.json at the end of each install, so a
 * difference means an install that is missing, older than the lock file, or was broken off. Packages for other systems
 * are optional and may be absent.
 * @param {Record<string, Locked>} wanted the `packages` of package-lock.json
 * @param {Record<string, Locked> | null} installed the `packages` of node_modules/.package-lock.json; null when there is none
 * @returns {string | null} a reason to install; null when nothing is to be done
 */
export function installReason(wanted, installed) {
  if (!installed) return "the dependencies are not installed yet";
  for (const [path, { version, integrity, optional }] of Object.entries(wanted)) {
    if (path === "") continue;
    const found = installed[path];
    if (!found && optional) continue;
    if (!found) return `${path} is not installed`;
    if (found.version !== version || (integrity && found.integrity !== integrity)) {
      return `${path} is ${found.version}, and the lock file asks for ${version}`;
    }
  }
  return null;
}

/**
 * @param {string} file
 * @returns {Record<string, Locked> | null}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? null;
  } catch {
    return null;
  }
}

/** Checks Node and installs what is missing; ends the process with an explanation when it cannot. */
function main() {
  if (!isNodeNewEnough(process.versions.node)) {
    console.error(
      `Node ${process.versions.node} is too old for this project; it needs ${OLDEST.join(".")} or newer: https://nodejs.org`,
    );
    process.exit(1);
  }
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const wanted = packagesOf(join(root, "package-lock.json"));
  if (!wanted) {
    console.error("package-lock.json is missing or broken; restore it from git: git checkout package-lock.json");
    process.exit(1);
  }
  const reason = installReason(wanted, packagesOf(join(root, "node_modules/.package-lock.json")));
  if (!reason) return;
  console.log(`Installing with npm ci: ${reason}`);
  // `npm test --silent` would silence this npm too, and with it the reason why it fails.
  // npm names its own program to the scripts it runs; that works without a shell on every system.
  const npm = process.env.npm_execpath;
  const command = npm ? [process.execPath, npm] : [process.platform === "win32" ? "npm.cmd" : "npm"];
  const [program = "", ...before] = command;
  const { status, error } = spawnSync(program, [...before, "ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: "inherit",
  });
  if (status === 0) return;
  console.error(`npm ci failed${error ? `: ${error.message}` : ""}; mend what it says above and start again`);
  process.exit(status ?? 1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main();
