import { LESSON_ID } from "./lesson-id.ts";
import { LATEST, LESSON, type Mark, newest, type Progress } from "./progress-store.ts";

/** Marks by lesson id. A Map, because ids come from files and storage: `__proto__` must be a key like any other. */
export type Marks = Map<string, Mark>;

/** What a merge did, in lessons. */
export interface Merged {
  /** Nothing was known of them. */
  added: number;
  /** An earlier mark was replaced. */
  updated: number;
  /** The mark here is the same or later. */
  kept: number;
  /** Of the added and updated ones: in memory only, because the browser could not save them. */
  unsaved: number;
}

/** The name of the setting that remembers the last reset: the time its tombstones carry. */
const RESET = "reset";

/** All marks, tombstones too, in the order of their ids. */
export function allMarks(progress: Progress): Marks {
  const ids = progress.keys().map((key) => (key.startsWith(LESSON) ? key.slice(LESSON.length) : ""));
  const marks: Marks = new Map();
  for (const id of ids.filter((id) => LESSON_ID.test(id)).sort()) {
    const mark = progress.get(id);
    if (mark) marks.set(id, mark);
  }
  return marks;
}

/** Takes over every mark that is later than what is here; in any order and any number of times the result is the same. */
export function merge(progress: Progress, marks: Marks): Merged {
  const merged: Merged = { added: 0, updated: 0, kept: 0, unsaved: 0 };
  for (const [id, mark] of marks) {
    const here = progress.get(id);
    if (newest(here, mark) === here) merged.kept++;
    else {
      merged[here ? "updated" : "added"]++;
      if (!progress.put(id, mark)) merged.unsaved++;
    }
  }
  progress.changed();
  return merged;
}

/**
 * Takes back all marks by tombstones of one time, by which `undoReset` knows them: later than every mark it takes back,
 * and a time that nothing else carries.
 * @returns the number of lessons that were done
 */
export function reset(progress: Progress): number {
  const marks = [...allMarks(progress)];
  const done = marks.filter(([, mark]) => mark.done);
  if (!done.length) return 0;
  const taken = new Set(marks.map(([, mark]) => mark.at));
  let at = done.reduce((latest, [, mark]) => Math.max(latest, mark.at), Date.now());
  while (taken.has(at) && at < LATEST) at++;
  at = Math.min(at, LATEST);
  for (const [id] of done) progress.put(id, { done: false, at });
  progress.writeSetting(RESET, String(at));
  return done.length;
}

/**
 * Lessons that `undoReset` would mark again: those taken back by the last reset and not touched since. Known after a
 * reload and in other tabs too, until the reset is undone or another one follows.
 */
export function undoable(progress: Progress): string[] {
  const at = Number(progress.readSetting(RESET) || Number.NaN);
  return [...allMarks(progress)].filter(([, mark]) => !mark.done && mark.at === at).map(([id]) => id);
}

/** Marks them again, later than their tombstones. */
export function undoReset(progress: Progress): void {
  for (const id of undoable(progress)) progress.mark(id, true);
  progress.writeSetting(RESET, "");
}
