import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import type { CoursePlan } from "../content/_data/course.ts";
import { buildCourse } from "./course.ts";

const module = (
  number: number,
  dir: string,
  lessons: CoursePlan["modules"][number]["lessons"],
  requires: number[] = [],
) => ({
  number,
  dir,
  title: `Модуль ${number}`,
  summary: "О чём он.",
  goals: ["объяснить"],
  requires,
  lessons,
});

const planned = { slug: "02-planned", title: "Задуманный", summary: "Будет." };

/** Three modules whose path is not the order of their numbers. */
const plan: CoursePlan = {
  title: "Курс",
  description: "О курсе.",
  path: [1, 3, 2],
  modules: [
    module(1, "module-1-a", ["01-first", "02-second"]),
    module(2, "module-2-b", ["01-late"], [1]),
    module(3, "module-3-c", ["01-early", planned], [1]),
  ],
};

let root: string;

const SECTIONS = "## Что вы будете уметь\n\n- читать.\n\n## Контрольный список\n\n- Прочитано.";

function lesson(file: string, fields: Record<string, unknown> = {}, drop?: string, text = SECTIONS): void {
  const all: Record<string, unknown> = {
    title: `Урок ${file}`,
    description: "Достаточно длинное описание урока, чтобы его приняла схема лекции.",
    order: Number(/(\d\d)-[^/]*$/.exec(file)?.[1]),
    difficulty: "beginner",
    estimatedTime: 20,
    topics: ["CDC"],
    prerequisites: [],
    ...fields,
  };
  if (drop) delete all[drop];
  const yaml = Object.entries(all).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  writeFileSync(join(root, "content/course", file), `---\n${yaml.join("")}---\n\n${text}\n`);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "course-"));
  for (const { dir } of plan.modules) mkdirSync(join(root, "content/course", dir), { recursive: true });
  lesson("module-1-a/01-first.md");
  lesson("module-1-a/02-second.md", { prerequisites: ["module-1/01-first"] });
  lesson("module-2-b/01-late.md", { prerequisites: ["module-3/01-early"] });
  lesson("module-3-c/01-early.md");
});
afterEach(() => rmSync(root, { recursive: true }));

const build = () => buildCourse(plan, root);

describe("a sound course", () => {
  test("previous and next follow the recommended path, not the numbers, and pass over planned lessons", () => {
    const ids: string[] = [];
    for (let at = build().firstWritten; at; at = at.next) ids.push(at.id);
    assert.deepEqual(ids, ["module-1/01-first", "module-1/02-second", "module-3/01-early", "module-2/01-late"]);
  });

  test("a planned lesson has its title and no page", () => {
    const planned = build().lessons.find((l) => !l.written);
    assert.equal(planned?.title, "Задуманный");
    assert.equal(planned?.file, null);
  });

  test("a planned lesson may be a prerequisite", () => {
    lesson("module-2-b/01-late.md", { prerequisites: ["module-3/02-planned"] });
    assert.equal(build().lessonOf("./content/course/module-2-b/01-late.md")?.prerequisites[0]?.title, "Задуманный");
  });

  test("reading is measured, the whole time is the author's, and a module and the course add them up", () => {
    lesson("module-1-a/01-first.md", {}, undefined, `${"слово ".repeat(1700)}\n\n${SECTIONS}`);
    const course = build();
    const [first, second] = course.lessons;
    assert.deepEqual([first?.reading, first?.minutes, second?.reading], [10, 20, 1]);
    assert.deepEqual([first?.module.reading, first?.module.minutes], [11, 40]);
    assert.deepEqual([course.reading, course.minutes], [13, 80]);
  });

  test("modules of which nothing is written have no pages of their own lessons", () => {
    const bare = { ...plan, modules: [...plan.modules, module(4, "module-4-d", [planned])], path: [4, 1, 3, 2] };
    const begun = buildCourse(bare, root).begun.map(({ number }) => number);
    assert.deepEqual(begun, [1, 3, 2]);
  });

  test("a former id leads to the lesson it became", () => {
    lesson("module-1-a/02-second.md", { formerly: ["module-1/09-second"] });
    assert.deepEqual(
      build().renamed.map(({ from, lesson: { id } }) => [from, id]),
      [["module-1/09-second", "module-1/02-second"]],
    );
  });
});

describe("a broken course names the file, the line, the reason and what is allowed", () => {
  const cases: [string, () => void, RegExp][] = [
    [
      "an unknown field",
      () => lesson("module-1-a/01-first.md", { autor: "me" }),
      /^content\/course\/module-1-a\/01-first\.md:9: front matter has an unknown field "autor"; expected title, description, order/,
    ],
    [
      "a missing field",
      () => lesson("module-1-a/01-first.md", {}, "topics"),
      /01-first\.md:1: front matter field "topics" is missing; expected array/,
    ],
    [
      "a wrong value",
      () => lesson("module-1-a/01-first.md", { difficulty: "hard" }),
      /01-first\.md:5: front matter field "difficulty" is "hard"; expected beginner, intermediate, advanced/,
    ],
    [
      "broken YAML",
      () => writeFileSync(join(root, "content/course/module-1-a/01-first.md"), "---\ntitle: [\n---\n"),
      /01-first\.md:\d+: front matter: /,
    ],
    [
      "no front matter",
      () => writeFileSync(join(root, "content/course/module-1-a/01-first.md"), "Текст\n"),
      /01-first\.md:1: no front matter/,
    ],
    [
      "an order that is not the file's",
      () => lesson("module-1-a/01-first.md", { order: 7 }),
      /01-first\.md:4: order 7 in a file numbered 1; expected 1/,
    ],
    [
      "a prerequisite that is no lesson",
      () => lesson("module-1-a/02-second.md", { prerequisites: ["module-1/01-frist"] }),
      /02-second\.md:8: prerequisite "module-1\/01-frist" is no lesson; expected an id such as module-1\/01-first/,
    ],
    [
      "a prerequisite that is the lesson itself",
      () => lesson("module-1-a/02-second.md", { prerequisites: ["module-1/02-second"] }),
      /02-second\.md:8: prerequisite "module-1\/02-second" is the lesson itself/,
    ],
    [
      "a prerequisite later on the path, though its module has a lower number",
      () => lesson("module-3-c/01-early.md", { prerequisites: ["module-2/01-late"] }),
      /01-early\.md:8: prerequisite "module-2\/01-late" lies later on the path; expected .* 1 → 3 → 2/,
    ],
    [
      "a former id that another lesson has",
      () => lesson("module-1-a/02-second.md", { formerly: ["module-1/01-first"] }),
      /02-second\.md:9: former id "module-1\/01-first" belongs to module-1\/01-first/,
    ],
    [
      "a lesson without a checklist",
      () => lesson("module-1-a/01-first.md", {}, undefined, SECTIONS.replace("Контрольный список", "Список")),
      /01-first\.md:1: a lesson without the section "Контрольный список"; expected "## Контрольный список" with a list/,
    ],
    [
      "goals that are no list",
      () => lesson("module-1-a/01-first.md", {}, undefined, SECTIONS.replace("- читать.", "Читать.")),
      /01-first\.md:11: section "Что вы будете уметь" holds no list; expected "## Что вы будете уметь" with a list/,
    ],
    [
      "a file that is not planned",
      () => lesson("module-1-a/03-extra.md"),
      /03-extra\.md:1: lesson is not in the plan; expected a bare "03-extra"/,
    ],
    [
      "a lesson without its file",
      () => rmSync(join(root, "content/course/module-1-a/02-second.md")),
      /course\.ts:1: lesson module-1\/02-second has no file/,
    ],
    [
      "a planned lesson that is written",
      () => lesson("module-3-c/02-planned.md"),
      /lesson module-3\/02-planned is written, but planned as an object/,
    ],
  ];
  for (const [name, plant, message] of cases) {
    test(name, () => {
      plant();
      assert.throws(build, { name: "ContentError", message });
    });
  }

  test("a lesson with a mistake is still a lesson for those that build on it", () => {
    lesson("module-1-a/01-first.md", { order: 7 });
    assert.throws(build, (error: Error) => !error.message.includes("is no lesson"));
  });

  test("two mistakes are told at once", () => {
    lesson("module-1-a/01-first.md", { order: 7 });
    lesson("module-3-c/01-early.md", { estimatedTime: 1 });
    assert.throws(build, /01-first\.md:4: order 7[\s\S]*01-early\.md:6: front matter field "estimatedTime" is 1/);
  });
});
