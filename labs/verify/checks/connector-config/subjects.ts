import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RunnableLesson } from "../../lesson/read.ts";
import { labFiles } from "../lab-files.ts";
import { findObjects, findPaths, type Settings } from "./bodies.ts";
import type { Subject } from "./scope.ts";

/** Lists whose members several pieces of a lesson may add. */
const LISTS = ["transforms", "predicates", "converters", "post.processors", "topic.creation.groups"];

/** Beginning of a class or package, such as a logger: no property, though written like one. */
const PACKAGE = /^(io|org|com|java)\./;

/** Configurations in files of the labs: objects that name the class of a connector. */
export function labSubjects(root: string): Subject[] {
  return labFiles(root, [".json", ".py", ".sh"])
    .filter((file) => !/^labs\/verify\/|\/tests\//.test(file))
    .flatMap((file) => wholeBodies(file, readFileSync(join(root, file), "utf8"), 1));
}

function wholeBodies(file: string, text: string, first: number): Subject[] {
  return findObjects(text, first).flatMap((settings) => {
    const name = classOf(settings);
    return name ? [{ file, settings, classes: [name], context: {} }] : [];
  });
}

function classOf(settings: Settings): string | undefined {
  return settings.find(({ name }) => name === "connector.class")?.value;
}

/**
 * Configurations in the blocks of a lesson, whole ones and pieces: what `jq` adds to a file, what PATCH changes. A piece
 * belongs to the connector of the file named in its block, otherwise to those of the lesson.
 */
export function lessonSubjects(root: string, lesson: RunnableLesson): Subject[] {
  const blocks = [...lesson.steps.map(({ block }) => block), ...lesson.exempt.map(({ block }) => block)];
  const found = [...new Set(blocks)].flatMap((block) => {
    const first = block.place.line + 1;
    const files = filesIn(root, block.body);
    const language = block.info.kind === "code" ? (block.info.run ?? block.info.language) : "";
    const whole = wholeBodies(lesson.file, block.body, first);
    if (!["bash", "json"].includes(language)) return whole.map((subject) => ({ subject, files }));
    const pieces = [...findObjects(block.body, first), findPaths(block.body, first)]
      .map((settings) => settings.filter(({ name }) => !PACKAGE.test(name)))
      .filter((settings) => !classOf(settings) && settings.some(({ name }) => /^[a-z]\w*(\.[\w-]+)+$/.test(name)))
      .map((settings): Subject => ({ file: lesson.file, settings, classes: [], context: {} }));
    return [...whole, ...pieces].map((subject) => ({ subject, files }));
  });
  const everything = found.flatMap(({ subject, files }) => [...files, values(subject.settings)]);
  return found.map(({ subject, files }) => {
    if (subject.classes.length > 0) return subject;
    // The piece's own file last: its values win.
    const context = merge([...everything, ...files]);
    const near = files.length > 0 ? files : everything;
    const classes = new Set(near.flatMap((settings) => settings["connector.class"] ?? []));
    return { ...subject, classes: [...classes], context };
  });
}

/** Contents of the connector files that a block names: `@connectors/shop-postgres.json`. */
function filesIn(root: string, code: string): Record<string, string>[] {
  const names = new Set([...code.matchAll(/connectors\/[\w.-]+\.json/g)].map(([name]) => name));
  return [...names].flatMap((name) => {
    try {
      return [JSON.parse(readFileSync(join(root, "labs", name), "utf8")) as Record<string, string>];
    } catch {
      // A file that is missing or broken is the matter of another check.
      return [];
    }
  });
}

function values(settings: Settings): Record<string, string> {
  return Object.fromEntries(settings.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])));
}

/** Later values win; lists of aliases are joined. */
function merge(all: readonly Record<string, string>[]): Record<string, string> {
  const merged: Record<string, string> = {};
  for (const settings of all) {
    for (const [name, value] of Object.entries(settings)) {
      const before = LISTS.includes(name) ? merged[name] : undefined;
      merged[name] = before ? `${before},${value}` : value;
    }
  }
  return merged;
}
