import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** What a command did. */
export interface Finished {
  code: number;
  /** Everything it printed, both streams in the order they came. */
  output: string;
  milliseconds: number;
  /** Highest resident memory, in bytes; 0 unless it was measured, and where /proc is missing. */
  memory: Memory;
}

export interface Memory {
  /** Of the command and its descendants together; pages they share are counted once for each. */
  together: number;
  /** Of the one process that took most. */
  largest: number;
}

export interface Run {
  cwd?: string;
  env?: Record<string, string | undefined>;
  /** Also sample the memory of the process tree, each 20 ms. */
  measure?: boolean;
}

/** Runs a command to its end and keeps what it printed. Never rejects for a failing command: look at `code`. */
export function run(command: string, args: readonly string[], options: Run = {}): Promise<Finished> {
  const started = performance.now();
  return new Promise((done, failed) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const memory: Memory = { together: 0, largest: 0 };
    const sampling = options.measure ? setInterval(() => sample(child.pid, memory), 20) : null;
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.once("error", failed);
    child.once("close", (code, signal) => {
      if (sampling) clearInterval(sampling);
      if (signal) output += `\nended by ${signal}\n`;
      done({ code: code ?? 1, output, milliseconds: performance.now() - started, memory });
    });
  });
}

export interface Build extends Run {
  /** Folder the site is written to. */
  out: string;
  /** Absolute address the site is built for. */
  siteUrl: string;
}

/**
 * Builds the site as `npm run build` does.
 * @param options.cwd root of the project or of a copy of it with other content; the current folder by default
 */
export function buildSite({ out, siteUrl, env, ...options }: Build): Promise<Finished> {
  return run(process.execPath, ["tools/eleventy.mjs"], {
    ...options,
    env: { ...env, SITE_OUT: out, SITE_URL: siteUrl },
  });
}

/** Files of a folder and of those below it, sorted, with forward slashes, relative to the folder. */
export async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return paths.map((path) => path.slice(folder.length + 1).replaceAll("\\", "/")).sort();
}

/** Raises what was seen so far to what a process and its descendants hold now. */
function sample(pid: number | undefined, seen: Memory): void {
  const sizes = pid ? residentBytes(pid) : [];
  const together = sizes.reduce((sum, size) => sum + size, 0);
  seen.together = Math.max(seen.together, together);
  seen.largest = Math.max(seen.largest, ...sizes);
}

/** Resident memory of a process and of each of its descendants; empty once it has ended, and where /proc is missing. */
function residentBytes(pid: number): number[] {
  try {
    const rss = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "0";
    const tasks = readdirSync(`/proc/${pid}/task`);
    const children = tasks.flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").trim().split(" "),
    );
    return [Number(rss) * 1024, ...children.filter(Boolean).flatMap((child) => residentBytes(Number(child)))];
  } catch {
    return [];
  }
}
