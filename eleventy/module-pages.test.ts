import assert from "node:assert/strict";
import { test } from "node:test";
import { Course, Lesson, Module } from "./course.ts";
import { summaryRecords } from "./module-pages.ts";

test("the search finds a summary by its name and its module's goals, and nothing that the lessons hold", () => {
  const plan = { dir: "module-1-a", title: "Основы", summary: "О чём он.", requires: [], lessons: [] };
  const module = new Module({ ...plan, number: 1, goals: ["объяснить", "показать"] });
  const planned = new Module({ ...plan, number: 2, goals: ["ничего"] });
  module.lessons = [Object.assign(new Lesson(module, "01-first"), { title: "Первый урок", written: true })];
  planned.lessons = [new Lesson(planned, "01-later")];
  const course = Object.assign(new Course(), { path: [module, planned] });
  assert.deepEqual(summaryRecords(course), [
    {
      kind: "summary",
      module: "module-1",
      url: "/course/module-1/summary/",
      title: "Итоги модуля 1. Основы",
      text: "О чём он. Умения и контрольные списки уроков на одной странице.\nобъяснить\nпоказать",
    },
  ]);
});
