import { readdirSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type UserConfig from "@11ty/eleventy/UserConfig";
import { build, type Plugin } from "esbuild";
import type { CoursePlan } from "../content/_data/course.ts";
import { buildCourse, type Course } from "./course.ts";
import { type EntryFile, plannedIds } from "./entries.ts";
import { type Glossary, readGlossary } from "./glossary.ts";
import { typeset } from "./markdown/typography.ts";
import { sourceText } from "./source-text.ts";
import { readTroubles, type Troubleshooting } from "./troubleshooting.ts";

/**
 * TypeScript data files (`_data/*.ts`, `*.11tydata.ts`). The plan of the course is completed with the
 * front matter of its lessons on its way to the templates; glossary and messages are checked.
 */
export function typescriptData(config: UserConfig): void {
  // Eleventy asks for one after the other; compiled they are meanwhile, in a process of the bundler's.
  config.on("eleventy.before", ({ directories }: { directories: { data: string } }) => {
    for (const name of readdirSync(directories.data)) {
      // A mistake is told when Eleventy asks.
      if (name.endsWith(".ts")) importFresh(join(directories.data, name)).catch(() => {});
    }
  });
  config.addDataExtension("ts", {
    read: false,
    parser: async (path: string) => {
      const value = await importFresh(path);
      switch (basename(path)) {
        case "course.ts":
          built = setTexts(buildCourse(value as CoursePlan, process.cwd()));
          return built;
        case "glossary.ts":
          glossary = readGlossary(await entryFile(path, value));
          return glossary;
        case "troubleshooting.ts":
          troubles = readTroubles(await entryFile(path, value));
          return troubles;
        default:
          return value;
      }
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

let built: Course | undefined;
let glossary: Glossary | undefined;
let troubles: Troubleshooting | undefined;

/** The course as templates last saw it, for what is made after them. @throws Error before its data were read */
export function builtCourse(): Course {
  return known(built, "course");
}

/** The glossary as templates last saw it. @throws Error before its data were read */
export function builtGlossary(): Glossary {
  return known(glossary, "glossary");
}

/** The messages as templates last saw them. @throws Error before their data were read */
export function builtTroubles(): Troubleshooting {
  return known(troubles, "list of messages");
}

function known<T>(value: T | undefined, name: string): T {
  if (!value) throw new Error(`the ${name} is not built yet; expected a call after Eleventy has read content/_data`);
  return value;
}

/** A data file whose entries name lessons of the plan beside it. */
async function entryFile(path: string, value: unknown): Promise<EntryFile> {
  const plan = (await importFresh(join(dirname(path), "course.ts"))) as CoursePlan;
  const file = relative(process.cwd(), resolve(path)).replaceAll("\\", "/");
  return { file, source: sourceText(path), value, lessons: plannedIds(plan) };
}

/** What a module exported, and the texts of the files that it was made of. */
interface Loaded {
  value: unknown;
  texts: ReadonlyMap<string, string>;
}

const loaded = new Map<string, Promise<Loaded>>();

/** The default export of a module as it is now; loaded again, once for all who ask, when one of its files was edited. */
async function importFresh(file: string): Promise<unknown> {
  const path = resolve(file);
  const known = loaded.get(path);
  if (known && (await isCurrent(known))) return (await known).value;
  // Who asks beside this one has perhaps begun already: Eleventy asks for the data of each lesson at once.
  const fresh = loaded.get(path) === known ? load(path) : (loaded.get(path) as Promise<Loaded>);
  loaded.set(path, fresh);
  return (await fresh).value;
}

/** Whether a module was loaded, and of the texts that its files have now. */
async function isCurrent(known: Promise<Loaded>): Promise<boolean> {
  try {
    const { texts } = await known;
    return [...texts].every(([file, text]) => sourceText(file) === text);
  } catch {
    return false;
  }
}

/** Node keeps a module for good under one address, so this one's address is its text. A build knows no TypeScript but this. */
async function load(path: string): Promise<Loaded> {
  const texts = new Map<string, string>();
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    charset: "utf8",
    logLevel: "silent",
    plugins: [recordTexts(texts)],
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? "").toString("base64");
  return { value: (await import(`data:text/javascript;base64,${code}`)).default, texts };
}

/** Has a bundle made of texts that are noted down by file. */
function recordTexts(texts: Map<string, string>): Plugin {
  return {
    name: "record-texts",
    setup({ onLoad }) {
      onLoad({ filter: /./ }, ({ path }) => {
        const contents = sourceText(path);
        texts.set(path, contents);
        return { contents, loader: "default" };
      });
    },
  };
}
