import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { CoursePlan, ModulePlan, PlannedLesson } from "../content/_data/course.ts";
import { ContentError, throwAll } from "./content-error.ts";
import { type LessonFrontMatter, parseLessonFrontMatter } from "./front-matter.ts";
import { missingSections, readLessonSource } from "./lesson-source.ts";
import { nearest } from "./nearest.ts";
import { labLines, measureLesson, readingMinutes } from "./reading-time.ts";
import { sourceText } from "./source-text.ts";

/**
 * The course as templates see it: the plan (content/_data/course.ts) completed with the front matter of
 * the lessons that are written. Classes, not plain objects, because Eleventy deep-copies plain data.
 */
export class Course {
  title = "";
  description = "";
  /** Modules by number. */
  modules: Module[] = [];
  /** Modules in the recommended order. */
  path: Module[] = [];
  /** The first lesson a newcomer can read. */
  firstWritten: Lesson | null = null;

  private all: Lesson[] | undefined;
  private former: { from: string; lesson: Lesson }[] | undefined;

  /** All lessons, in the order of the path; listed once, when they are first asked for: every page does. */
  get lessons(): Lesson[] {
    this.all ??= this.path.flatMap((module) => module.lessons);
    return this.all;
  }

  /** Former ids and the lessons they became, listed once. */
  get renamed(): { from: string; lesson: Lesson }[] {
    this.former ??= this.lessons.flatMap((lesson) => lesson.formerly.map((from) => ({ from, lesson })));
    return this.former;
  }

  get writtenCount(): number {
    return this.lessons.filter((lesson) => lesson.written).length;
  }

  /** Modules of which something can be read, in the order of the path. */
  get begun(): Module[] {
    return this.path.filter((module) => module.written.length > 0);
  }

  /** Minutes of all written lessons together, with practice. */
  get minutes(): number {
    return sum(this.lessons, "minutes");
  }

  /** Minutes it takes to read them. */
  get reading(): number {
    return sum(this.lessons, "reading");
  }

  /** The lesson with an id, written or planned. @throws Error if the plan has none */
  lesson(id: string): Lesson {
    const found = this.lessons.find((lesson) => lesson.id === id);
    if (!found) throw new Error(`lesson "${id}" is not in the plan`);
    return found;
  }

  /** The lesson that a source file holds; undefined for any other file. */
  lessonOf(file: string): Lesson | undefined {
    return this.byFile.get(file.replace(/^\.\//, ""));
  }

  /** Present ids by former ids; the browser moves saved progress with it. */
  get formerly(): Record<string, string> {
    return Object.fromEntries(this.renamed.map(({ from, lesson }) => [from, lesson.id]));
  }

  readonly byFile = new Map<string, Lesson>();
}

export class Module {
  id: string;
  number: number;
  title: string;
  summary: string;
  goals: string[];
  /** Modules it builds on. */
  requires: Module[] = [];
  url: string;
  lessons: Lesson[] = [];
  /** 1-based place on the recommended path. */
  step = 0;

  constructor(plan: ModulePlan) {
    this.number = plan.number;
    this.id = `module-${plan.number}`;
    this.title = plan.title;
    this.summary = plan.summary;
    this.goals = plan.goals;
    this.url = `/course/${this.id}/`;
  }

  /** Minutes of the written lessons together, with practice. */
  get minutes(): number {
    return sum(this.lessons, "minutes");
  }

  /** Minutes it takes to read them. */
  get reading(): number {
    return sum(this.lessons, "reading");
  }

  get written(): Lesson[] {
    return this.lessons.filter((lesson) => lesson.written);
  }

  /** Address of the page of what it teaches and of its checklists; there is one once a lesson is written. */
  get summaryUrl(): string {
    return `${this.url}summary/`;
  }

  /** Address of all its written lessons on one page. */
  get printUrl(): string {
    return `${this.url}print/`;
  }
}

export class Lesson {
  /** Permanent id, `module-1/01-cdc-fundamentals`: used in addresses, prerequisites and saved progress. */
  id: string;
  slug: string;
  title = "";
  description = "";
  order: number;
  written = false;
  /** Address without the base path. */
  url: string;
  /** Minutes to read it and to run its practice, as its author put them down. */
  minutes: number | null = null;
  /** Minutes to read it, as they are measured. */
  reading: number | null = null;
  difficulty: LessonFrontMatter["difficulty"] | null = null;
  topics: string[] = [];
  prerequisites: Lesson[] = [];
  formerly: string[] = [];
  /** Source file relative to the project root; null while the lesson is only planned. */
  file: string | null = null;
  /** Neighbours along the path, among the written lessons. */
  previous: Lesson | null = null;
  next: Lesson | null = null;
  module: Module;

  /** Whether it is the last written lesson of its module. */
  get endsModule(): boolean {
    return this.module.written.at(-1) === this;
  }

  constructor(module: Module, slug: string) {
    this.module = module;
    this.slug = slug;
    this.id = `${module.id}/${slug}`;
    this.order = Number(slug.slice(0, 2));
    this.url = `/course/${this.id}/`;
  }
}

function sum(lessons: readonly Lesson[], field: "minutes" | "reading"): number {
  return lessons.reduce((total, lesson) => total + (lesson[field] ?? 0), 0);
}

const PLAN = "content/_data/course.ts";
const SLUG = /^\d\d-[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Builds the course from its plan and its lessons.
 * @param root project root (absolute): holds content/course/<module dir>/NN-slug.md
 * @throws one error with a line for each mistake: an unplanned or missing lesson, front matter that does not
 *   fit, a prerequisite that is no lesson, the lesson itself, or later on the path, a former id used twice, a lesson
 *   without its goals or its checklist
 */
export function buildCourse(plan: CoursePlan, root: string): Course {
  const errors: Error[] = [];
  const course = new Course();
  course.title = plan.title;
  course.description = plan.description;
  const byNumber = new Map<number, Module>();
  for (const modulePlan of plan.modules) {
    const module = new Module(modulePlan);
    byNumber.set(module.number, module);
    course.modules.push(module);
  }
  for (const modulePlan of plan.modules) {
    const module = byNumber.get(modulePlan.number);
    if (module) module.requires = modulePlan.requires.map((number) => known(byNumber, number));
  }
  course.path = plan.path.map((number) => known(byNumber, number));
  course.path.forEach((module, index) => {
    module.step = index + 1;
  });

  const raw = new Map<Lesson, ReturnType<typeof parseLessonFrontMatter>>();
  for (const modulePlan of plan.modules) {
    const module = known(byNumber, modulePlan.number);
    const dir = `content/course/${modulePlan.dir}`;
    const files = new Set(
      existsSync(join(root, dir)) ? readdirSync(join(root, dir)).filter((f) => f.endsWith(".md")) : [],
    );
    for (const entry of modulePlan.lessons) {
      attempt(errors, () => readLesson(course, module, dir, entry, files, root, raw, errors));
    }
    for (const file of files) {
      errors.push(
        new ContentError(`${dir}/${file}`, 1, `lesson is not in the plan`, `a bare "${file.slice(0, -3)}" in ${PLAN}`),
      );
    }
  }
  for (const [lesson, { fields, lineOf }] of raw) {
    attempt(errors, () => link(course, lesson, fields, lineOf));
  }
  throwAll(errors);

  const written = course.lessons.filter((lesson) => lesson.written);
  course.firstWritten = written[0] ?? null;
  written.forEach((lesson, index) => {
    lesson.previous = written[index - 1] ?? null;
    lesson.next = written[index + 1] ?? null;
  });
  return course;
}

function readLesson(
  course: Course,
  module: Module,
  dir: string,
  entry: string | PlannedLesson,
  files: Set<string>,
  root: string,
  raw: Map<Lesson, ReturnType<typeof parseLessonFrontMatter>>,
  errors: Error[],
): void {
  const slug = typeof entry === "string" ? entry : entry.slug;
  if (!SLUG.test(slug)) throw new ContentError(PLAN, 1, `lesson slug "${slug}"`, "NN-words-in-latin");
  const lesson = new Lesson(module, slug);
  // It is a lesson even if something is wrong with it: others may name it without a second complaint.
  module.lessons.push(lesson);
  const name = `${slug}.md`;
  const exists = files.delete(name);
  const file = `${dir}/${name}`;
  if (typeof entry !== "string") {
    if (exists)
      throw new ContentError(PLAN, 1, `lesson ${lesson.id} is written, but planned as an object`, `the bare "${slug}"`);
    lesson.title = entry.title;
    lesson.description = entry.summary;
    return;
  }
  if (!exists)
    throw new ContentError(
      PLAN,
      1,
      `lesson ${lesson.id} has no file`,
      `${file}, or {slug, title, summary} while it is planned`,
    );
  const text = sourceText(join(root, file));
  const front = parseLessonFrontMatter(file, text);
  const { fields, lineOf } = front;
  if (fields.order !== lesson.order) {
    throw new ContentError(
      file,
      lineOf("order"),
      `order ${fields.order} in a file numbered ${lesson.order}`,
      String(lesson.order),
    );
  }
  const source = readLessonSource(text);
  errors.push(...missingSections(file, source));
  Object.assign(lesson, {
    written: true,
    file,
    title: fields.title,
    description: fields.description,
    minutes: fields.estimatedTime,
    reading: readingMinutes(measureLesson(source, labLines(root))),
    difficulty: fields.difficulty,
    topics: fields.topics,
    formerly: fields.formerly,
  });
  course.byFile.set(file, lesson);
  raw.set(lesson, front);
}

/** Resolves what a lesson says of other lessons. */
function link(
  course: Course,
  lesson: Lesson,
  fields: LessonFrontMatter,
  lineOf: (...path: (string | number)[]) => number,
): void {
  const file = lesson.file ?? PLAN;
  const all = course.lessons;
  const place = all.indexOf(lesson);
  lesson.prerequisites = fields.prerequisites.map((id, index) => {
    const line = lineOf("prerequisites", index);
    const found = all.findIndex((other) => other.id === id);
    const target = all[found];
    if (!target) {
      throw new ContentError(
        file,
        line,
        `prerequisite "${id}" is no lesson`,
        `an id such as ${nearest(
          id,
          all.map((l) => l.id),
        )}`,
      );
    }
    if (target === lesson)
      throw new ContentError(file, line, `prerequisite "${id}" is the lesson itself`, "an earlier lesson");
    if (found > place) {
      const path = course.path.map((module) => module.number).join(" → ");
      throw new ContentError(
        file,
        line,
        `prerequisite "${id}" lies later on the path`,
        `a lesson before this one (path of modules ${path})`,
      );
    }
    return target;
  });
  fields.formerly.forEach((id, index) => {
    const line = lineOf("formerly", index);
    if (!/^module-\d+\/\d\d-[a-z0-9-]+$/.test(id)) {
      throw new ContentError(file, line, `former id "${id}"`, "module-N/NN-slug");
    }
    const owner = all.find((other) => other.id === id || (other !== lesson && other.formerly.includes(id)));
    if (owner)
      throw new ContentError(file, line, `former id "${id}" belongs to ${owner.id}`, "an id that no lesson uses");
  });
}

function known(modules: Map<number, Module>, number: number): Module {
  const module = modules.get(number);
  if (!module) throw new ContentError(PLAN, 1, `module ${number}`, [...modules.keys()].join(", "));
  return module;
}

function attempt(errors: Error[], work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    errors.push(error);
  }
}
