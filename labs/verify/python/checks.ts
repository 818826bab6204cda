import { readdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { StaticCheck } from "../checks/static.ts";
import type { Places } from "../places.ts";
import { type Ran, run } from "../program.ts";
import { LOCKS, pythonEnvironment } from "./environment.ts";
import { notebookFile } from "./notebook.ts";

/** The notebook is held to the same rules; its folder has no settings of its own. */
const RUFF = ["--no-cache", "--config", "pyproject.toml", ".", "../jupyter"];

/** Checks of the learner's Python programs and notebook that need no running stack. */
export function pythonChecks(places: Places, say: (line: string) => void): StaticCheck[] {
  const check = (name: string, ...argv: string[]): StaticCheck => ({
    name: `labs/python: ${name}`,
    run: async () => judge(await inFolder(places, say, argv)),
  });
  return [
    check("Ruff finds nothing", "ruff", "check", "--output-format", "concise", ...RUFF),
    check("the code has the one form", "ruff", "format", "--check", ...RUFF),
    check("types fit, strictly", "mypy", "--no-error-summary", "--cache-dir", cache(places, "mypy"), "."),
    check("tests without a stack pass", ...pytest("not stack")),
    notebookFile(places),
  ];
}

/** What the other checks of Python stand on. */
export function pythonEnvironments(places: Places, say: (line: string) => void): StaticCheck {
  return {
    name: "Python: every locked environment installs",
    run: async () => {
      // Inside the stack's namespaces there is no way to a registry: what is needed there is made here.
      for (const lock of Object.values(LOCKS)) await pythonEnvironment(places, lock, say);
      return [];
    },
  };
}

/** Files of tests that need the running stack, and whether they need MySQL in it. */
export function stackTestFiles(labs: string): { file: string; mysql: boolean }[] {
  const folder = join(labs, "python", "tests");
  return readdirSync(folder)
    .filter((name) => /^test_.*\.py$/.test(name))
    .map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }))
    .filter(({ text }) => text.includes("pytest.mark.stack"))
    .map(({ file, text }) => ({ file, mysql: text.includes("pymysql") }));
}

/** The tests of one such file; to be run inside the stack. */
export function pythonStackCheck(places: Places, file: string, say: (line: string) => void): StaticCheck {
  return {
    name: `labs/python/tests/${file}: tests on the running stack pass`,
    run: async () => judge(await inFolder(places, say, [...pytest("stack"), join("tests", file)])),
  };
}

function pytest(marked: string): string[] {
  return ["pytest", "--quiet", "--no-header", "--tb=short", "-m", marked];
}

function cache(places: Places, program: string): string {
  return join(places.cache, "python", `${program}-cache`);
}

/** Runs a program of the environment in labs/python, where its settings lie. */
async function inFolder(places: Places, say: (line: string) => void, [name = "", ...args]: string[]): Promise<Ran> {
  const bin = join(await pythonEnvironment(places, LOCKS.checks, say), "bin");
  return run([join(bin, "python"), "-m", name, ...args], {
    cwd: join(places.labs, "python"),
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}`, PYTHONDONTWRITEBYTECODE: "1" },
    limit: 600_000,
  });
}

/** What a program found, line by line; nothing if it was content. */
function judge({ status, stdout, stderr }: Ran): string[] {
  if (status === 0) return [];
  const lines = `${stdout}${stderr}`.split("\n").filter((line) => line.trim() !== "");
  return lines.length > 0 ? lines : [`ended with status ${status}`];
}
