import { statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type UserConfig from "@11ty/eleventy/UserConfig";
import { buildCourse, type Course } from "./course.ts";
import { typeset } from "./markdown/typography.ts";

/**
 * TypeScript data files (`_data/*.ts`, `*.11tydata.ts`). The plan of the course is completed with the
 * front matter of its lessons on its way to the templates.
 */
export function typescriptData(config: UserConfig): void {
  config.addDataExtension("ts", {
    read: false,
    parser: async (path: string) => {
      const value = await importFresh(path);
      if (basename(path) !== "course.ts") return value;
      return setTexts(buildCourse(value as Parameters<typeof buildCourse>[0], process.cwd()));
    },
  });
}

/** Sets titles and summaries by the same rules of typography as the text of lessons. */
function setTexts(course: Course): Course {
  const { modules, lessons } = course;
  const texts = [course.description, ...modules.flatMap((m) => [m.title, m.summary, ...m.goals])];
  texts.push(...lessons.flatMap((lesson) => [lesson.title, lesson.description]));
  const set = typeset(
    texts.map((text) => [text]),
    new Map(),
  ).map(([text = ""]) => text);
  const next = () => set.shift() ?? "";
  course.description = next();
  for (const module of modules) {
    Object.assign(module, { title: next(), summary: next(), goals: module.goals.map(next) });
  }
  for (const lesson of lessons) Object.assign(lesson, { title: next(), description: next() });
  return course;
}

/** Imports a module's default export again after each edit: Node keeps a module for good under one address. */
async function importFresh(path: string): Promise<unknown> {
  const file = resolve(path);
  const url = pathToFileURL(file);
  url.searchParams.set("edited", String(statSync(file).mtimeMs));
  return (await import(url.href)).default;
}
