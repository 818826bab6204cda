import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runLesson } from "./run.ts";
import { projectOf } from "./testing.ts";

/** Lessons whose blocks need no stack. */

const fence = (info: string, body: string) => `\`\`\`${info}\n${body}\n\`\`\`\n\n`;
const bash = (body: string) => fence("bash run=bash", body);

/** A lesson of one exercise; the check stands on line 13 of the file. */
function exercise({ check, solution = "solved=yes", output = "Решено" }: Record<string, string>): string {
  return `---
title: A lesson
---

${bash("start=begun")}## Упражнения

:::: exercise Задача

${fence("bash run=bash check", check ?? "")}${output && fence("output", output)}::: solution

${bash(solution)}:::
::::

${bash('[ -z "$left" ]')}`;
}

async function run(text: string, update = false) {
  const root = projectOf(text);
  const said: string[] = [];
  const { failures } = await runLesson(root, "lesson.md", { update, say: (line) => said.push(line) });
  return { failures, said, written: readFileSync(join(root, "lesson.md"), "utf8") };
}

const GOOD = `if [ "$start $solved" = "begun yes" ]; then echo "Решено"; else echo "Ещё нет: $start"; false; fi`;

test("a check is executed before its solution, where it fails, and after it, where it must not", async () => {
  const { failures, said } = await run(exercise({ check: GOOD }));
  assert.deepEqual(failures, []);
  assert.deepEqual(
    said.map((line) => line.replace(/ [\d.]+ s$/, "").trim()),
    [
      "lesson.md:5 bash",
      "lesson.md:13 bash, check before the solution",
      "lesson.md:23 bash",
      "lesson.md:13 bash, check after the solution",
      "lesson.md:30 bash",
    ],
  );
});

test("a check leaves nothing behind: neither a variable nor the end of the shell", async () => {
  const { failures } = await run(exercise({ check: 'left=over; set -e; [ "$solved" = yes ]; echo Решено' }));
  assert.deepEqual(failures, []);
});

test("a check that passes before its exercise is solved is a failure, with what it printed", async () => {
  const { failures } = await run(exercise({ check: "echo Решено; echo oops >&2" }));
  assert.deepEqual(failures, [
    "lesson.md:13: the exercise's check passes before it is solved; expected an exit status other than 0 until the " +
      "solution has been executed; it printed\n    Решено\n    oops",
  ]);
});

test("a check that fails after the solution is a failure, with its status and what it printed", async () => {
  const { failures } = await run(exercise({ check: GOOD, solution: "solved=almost" }));
  assert.deepEqual(failures, [
    "lesson.md:13: the exercise's check fails after the solution with exit status 1; expected 0; it printed\n" +
      "    Ещё нет: begun",
  ]);
});

test("a check that says nothing once it is solved is a failure", async () => {
  const { failures } = await run(exercise({ check: '[ "$solved" = yes ]', output: "" }));
  assert.match(
    failures.join("\n"),
    /^lesson\.md:13: the exercise's check says nothing once it is solved; expected a line/,
  );
});

test("what a check prints once solved is compared with its output", async () => {
  const { failures } = await run(exercise({ check: GOOD, output: "Готово" }));
  assert.match(failures.join("\n"), /^lesson\.md:18: another output\n {2}expected: Готово\n {2}got: {6}Решено\n/);
});

test("an update writes the output of the second execution, also where there was none", async () => {
  const text = exercise({ check: GOOD });
  for (const output of ["Готово", ""]) {
    const { failures, written } = await run(exercise({ check: GOOD, output }), true);
    assert.deepEqual(failures, []);
    assert.equal(written, text);
  }
});

test("an update writes nothing where a check is wrong", async () => {
  const text = exercise({ check: "echo Решено", output: "Готово" });
  const { failures, written } = await run(text, true);
  assert.equal(failures.length, 1);
  assert.equal(written, text);
});
