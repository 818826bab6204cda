import type UserConfig from "@11ty/eleventy/UserConfig";
import type { Change } from "../content/_data/changes.ts";
import type { Course, Lesson } from "./course.ts";
import { nearest } from "./nearest.ts";
import { russianDay } from "./russian-day.ts";

const FILE = "content/_data/changes.ts";

/** An entry with the lessons it names. */
export class ChangeEntry {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** `2026-11-21` */
  readonly date: string;
  readonly lessons: readonly Lesson[];

  constructor({ id, title, text, date }: Change, lessons: readonly Lesson[]) {
    this.id = id;
    this.title = title;
    this.text = text;
    this.date = date;
    this.lessons = lessons;
  }

  /** «21 ноября 2026 г.» */
  get day(): string {
    return russianDay(this.date);
  }

  /** Where it stands, without the base path. */
  get url(): string {
    return `/changes/#${this.id}`;
  }
}

/**
 * Checks the kept list of changes.
 * @throws Error naming the entry: an id that is no slug or stands twice, a day that does not exist or is out of order, a
 *   lesson that is not written
 */
export function changeEntries(changes: readonly Change[], course: Course): ChangeEntry[] {
  const written = new Map(course.lessons.filter(({ written }) => written).map((lesson) => [lesson.id, lesson]));
  const ids = new Set<string>();
  return changes.map((change, index) => {
    const fail = (what: string, expected: string): never => {
      throw new Error(`${FILE}: ${change.id}: ${what}; expected ${expected}`);
    };
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(change.id)) fail("id", "a slug such as first-publication");
    if (ids.has(change.id)) fail("id stands twice", "an id of its own");
    ids.add(change.id);
    if (!isDay(change.date)) fail(`date "${change.date}"`, "a day such as 2026-11-21");
    const newer = changes[index - 1]?.date;
    if (newer && newer < change.date) fail(`date ${change.date} below ${newer}`, "the newest entry first");
    const lessons = change.lessons.map(
      (id) => written.get(id) ?? fail(`lesson "${id}" is not written`, `an id such as ${nearest(id, written.keys())}`),
    );
    return new ChangeEntry(change, lessons);
  });
}

function isDay(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

/** The filter `changeEntries`: the kept list, checked and joined with the course. */
export function changes(config: UserConfig): void {
  config.addFilter("changeEntries", changeEntries);
}
