import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { readLesson } from "../lesson/read.ts";
import { placesOf, projectRoot } from "../places.ts";
import { LOCKS, pythonEnvironment } from "../python/environment.ts";
import { type Checkers, fetchCheckers } from "./checkers.ts";
import { checkCompose } from "./compose/config.ts";
import { report } from "./findings.ts";
import { checkPython } from "./python/ruff.ts";
import { lessonScripts } from "./shell/scripts.ts";
import { shellcheck } from "./shell/shellcheck.ts";

// Misspelt on purpose. cspell:ignore valeu memlimit kafak

/*
 * Planted errors for the checks by programs of others. They need no stack but the programs, which are downloaded.
 */
const root = projectRoot();
const places = placesOf(root);
const folder = mkdtempSync(join(tmpdir(), "programs-"));
let checkers: Checkers;

before(async () => {
  checkers = await fetchCheckers(places, () => {});
});
after(() => rmSync(folder, { recursive: true }));

/** A lesson of these blocks; the code of the first begins at line 2, of the second two lines behind its end. */
function lesson(language: string, ...blocks: string[]) {
  const file = join(folder, "lesson.md");
  writeFileSync(file, blocks.map((code) => `\`\`\`${language} run=${language}\n${code}\n\`\`\`\n`).join(""));
  return readLesson(root, file);
}

const withoutFile = (lines: string[]) => lines.map((line) => line.replace(/^\S*lesson\.md:/, ""));

async function shell(...blocks: string[]): Promise<string[]> {
  const scripts = lessonScripts(lesson("bash", ...blocks));
  const findings = await Promise.all(scripts.map((script) => shellcheck(script, checkers.shellcheck)));
  return withoutFile(report(findings.flat(), [], ""));
}

test("planted: a variable that nothing sets, in a shell block", async () => {
  const lines = await shell("name=a\necho one", 'echo "$name"\necho "$nam"');
  assert.deepEqual(lines, ["7: shell, warning: nam is referenced but not assigned (did you mean 'name'?). (SC2154)"]);
});

test("planted: a variable without quotes, in a shell block", async () => {
  assert.deepEqual(await shell('file="a b"', "cat $file"), [
    "5: shell, info: Double quote to prevent globbing and word splitting. (SC2086)",
  ]);
});

test("planted: a quote that is never closed, in a shell block", async () => {
  assert.match((await shell('echo "a')).join("\n"), /^2: shell, error: /m);
});

test("blocks of one shell know each other's variables and functions", async () => {
  assert.deepEqual(await shell("name=a", 'show() { echo "$1"; }', 'show "$name"\ncd /\nsource .venv/bin/activate'), []);
});

async function python(...blocks: string[]): Promise<string[]> {
  const ruff = join(await pythonEnvironment(places, LOCKS.checks, () => {}), "bin", "ruff");
  return withoutFile(report(await checkPython(lesson("python", ...blocks), ruff), [], ""));
}

test("planted: a name that nothing defines, in a Python block", async () => {
  assert.deepEqual(await python("import json", 'value = json.loads("1")\nprint(valeu)'), [
    "6: Python: Undefined name `valeu` (F821)",
  ]);
});

test("planted: a Python block that is no Python", async () => {
  assert.match((await python("print(1"))[0] ?? "", /^[23]: Python: .* \(\S+\)$/);
});

/** What Compose says of compose.yaml with one text replaced. */
async function compose(from: string, to: string): Promise<string[]> {
  const labs = mkdtempSync(join(folder, "labs-"));
  cpSync(join(root, "labs", ".env"), join(labs, ".env"));
  const text = readFileSync(join(root, "labs", "compose.yaml"), "utf8");
  assert.ok(text.includes(from), from);
  writeFileSync(join(labs, "compose.yaml"), text.replace(from, to));
  return report(await checkCompose(checkers.compose, labs), [], "");
}

/** Line of compose.yaml on which a text begins first. */
function lineOf(text: string): number {
  return (
    readFileSync(join(root, "labs", "compose.yaml"), "utf8")
      .split(text)[0]
      ?.split("\n").length ?? 0
  );
}

test("compose.yaml as it is has nothing wrong", async () => {
  assert.deepEqual(await compose("services:", "services:"), []);
});

test("planted: a variable that nothing sets, in compose.yaml", async () => {
  const from = "POSTGRES_DB: shop";
  assert.deepEqual(await compose(from, "POSTGRES_DB: $" + "{SHOP_DATABASE}"), [
    `labs/compose.yaml:${lineOf(from)}: The "SHOP_DATABASE" variable is not set. Defaulting to a blank string.`,
  ]);
  const [required = ""] = await compose(from, "POSTGRES_DB: $" + "{SHOP_DATABASE:?}");
  assert.match(
    required,
    new RegExp(`^labs/compose.yaml:${lineOf(from)}: .*required variable SHOP_DATABASE is missing`),
  );
});

test("planted: a property that Compose does not know", async () => {
  const [line = ""] = await compose("mem_limit: 512m", "memlimit: 512m");
  assert.match(line, new RegExp(`^labs/compose.yaml:${lineOf("mem_limit: 512m")}: .*'memlimit' not allowed`));
});

test("planted: a service that depends on none, and a volume that is not declared", async () => {
  const [service = ""] = await compose("kafka: { condition", "kafak: { condition");
  assert.match(service, new RegExp(`^labs/compose.yaml:${lineOf("kafka: { condition")}: .*undefined service "kafak"`));
  const [volume = ""] = await compose("- kafka-data:", "- kafak-data:");
  assert.match(volume, new RegExp(`^labs/compose.yaml:${lineOf("- kafka-data:")}: .*undefined volume kafak-data`));
});
