import assert from "node:assert/strict";
import { basename } from "node:path";
import { test } from "node:test";
import troubles from "../../../content/_data/troubleshooting.ts";
import { writtenLessons } from "../lesson/course.ts";
import { readLesson } from "../lesson/read.ts";
import { projectRoot } from "../places.ts";
import { holds } from "./holds.ts";
import { FOLDERS, folderOf, readCases } from "./prove.ts";

const root = projectRoot();

test("a message whose evidence is a lesson stands in an output that this lesson's run proves", () => {
  const files = new Map(writtenLessons(root).map(({ id, file }) => [id, file]));
  const outputs = new Map<string, string[]>();
  for (const { id, message, evidence } of troubles) {
    if (evidence.kind !== "lesson") continue;
    const file = files.get(evidence.lesson);
    assert.ok(file, `message "${id}": lesson ${evidence.lesson} is not written`);
    if (!outputs.has(file))
      outputs.set(
        file,
        readLesson(root, file).steps.map(({ output }) => output?.text ?? ""),
      );
    const found = outputs.get(file)?.some((text) => holds(text, message));
    assert.ok(found, `message "${id}": no output of ${file} holds: ${message}`);
  }
});

test("a message whose evidence is a case has that case, and every case has a message", () => {
  const cases = readCases();
  const named = new Set(cases.map(({ name }) => name));
  for (const { id, evidence } of troubles) {
    if (evidence.kind === "case") assert.ok(named.has(evidence.case), `message "${id}": no case ${evidence.case}`);
  }
  for (const each of cases) {
    assert.ok(each.entries.length > 0, `no message names the case ${each.name}`);
    const expected = Object.keys(FOLDERS).join(", ");
    assert.ok(FOLDERS[folderOf(each)], `case ${each.name}: folder ${folderOf(each)}; expected ${expected}`);
  }
});

test("no case's name begins another's: by it a case knows what it has to remove, whatever runs beside it", () => {
  const names = readCases().map(({ name }) => basename(name));
  for (const [index, name] of names.entries()) {
    const other = names.find((each, at) => at !== index && each.startsWith(name));
    assert.equal(other, undefined, `the case ${name}`);
  }
});

test("a source is cited by tag, file and line", () => {
  for (const { id, evidence } of troubles) {
    if (evidence.kind !== "source") continue;
    assert.match(evidence.url, /^https:\/\/github\.com\/[^/]+\/[^/]+\/blob\/v?\d[^/]*\/.+#L\d+$/, `message "${id}"`);
  }
});

test("a text holds a message word for word; only white space and what a placeholder stands for may differ", () => {
  const message = 'replication slot "{slot}" is active for PID {pid}';
  assert.ok(holds('ERROR:  replication slot "shop"\n  is active for PID 17', message));
  assert.ok(holds('replication slot "…" is active for PID …', message));
  assert.ok(!holds("replication slot 'shop' is active for PID 17", message), "other quotes");
  assert.ok(!holds('replication slot "shop" was active for PID 17', message), "another word");
  assert.ok(!holds(`replication slot "${"x".repeat(5000)}" is active for PID 17`, message), "out of reach");
});
