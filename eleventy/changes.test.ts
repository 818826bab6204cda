import assert from "node:assert/strict";
import { test } from "node:test";
import type { Change } from "../content/_data/changes.ts";
import { changeEntries } from "./changes.ts";
import { Course, Lesson, Module } from "./course.ts";

const plan = { number: 1, dir: "module-1-a", title: "А", summary: "", goals: [], requires: [], lessons: [] };
const course = new Course();
const module = new Module(plan);
const lesson = Object.assign(new Lesson(module, "01-first"), { written: true });
module.lessons.push(lesson, new Lesson(module, "02-planned"));
course.path.push(module);

const change = (fields: Partial<Change>): Change => ({
  id: "start",
  date: "2026-11-21",
  title: "Начало",
  text: "Открыто.",
  lessons: [],
  ...fields,
});

test("an entry is joined with its lessons, dated in Russian, and has an address", () => {
  const [entry] = changeEntries([change({ lessons: ["module-1/01-first"] })], course);
  assert.deepEqual(entry?.lessons, [lesson]);
  assert.equal(entry?.day, "21\u00a0ноября\u00a02026\u00a0г.");
  assert.equal(entry?.url, "/changes/#start");
});

test("a lesson that is only planned, a day that does not exist, a wrong order and an id used twice are refused", () => {
  const refused = (changes: Change[], message: RegExp) => assert.throws(() => changeEntries(changes, course), message);
  refused([change({ lessons: ["module-1/02-planned"] })], /start: lesson "module-1\/02-planned" is not written/);
  refused([change({ date: "2026-02-30" })], /start: date "2026-02-30"; expected a day/);
  refused([change({ date: "2026-01-01" }), change({ id: "b" })], /b: date 2026-11-21 below 2026-01-01/);
  refused([change({}), change({})], /start: id stands twice/);
  refused([change({ id: "Начало" })], /id; expected a slug/);
});
