import { LESSON_ID } from "./lesson-id.ts";
import type { Marks } from "./progress-archive.ts";
import { newest, toMark } from "./progress-store.ts";

const FORMAT = "debezium-course-progress";
const VERSION = 1;

/** Larger files are refused unread; an export of the whole course has some kilobytes. */
export const MAX_BYTES = 10 * 1024 * 1024;

/** More lessons than any course has; a made-up file must not fill the storage of the whole origin. */
export const MAX_LESSONS = 10_000;

/** An exported file, read and checked. */
export interface Backup {
  marks: Marks;
  /** How many entries were passed over, by reason (Russian). */
  ignored: Map<string, number>;
}

/** A file is not an export; the message (Russian) says why, in constant words: nothing of the file is in it. */
export class NotABackup extends Error {}

/** @returns `debezium-course-progress-2026-11-21.json`, by the reader's own calendar */
export function backupName(date: Date): string {
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return `${FORMAT}-${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}.json`;
}

/** The text of an exported file: a list, not an object by id, so that no id can mean anything to JavaScript. */
export function formatBackup(marks: Marks, date: Date): string {
  const lessons = [...marks].map(([id, { done, at }]) => ({ id, done, at }));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, exported: date.toISOString(), lessons }, null, 2)}\n`;
}

/**
 * Reads a file that the reader chose.
 * @throws NotABackup
 */
export async function readBackup(file: Blob): Promise<Backup> {
  if (file.size > MAX_BYTES)
    throw new NotABackup("Файл больше 10\u00a0МБ, а выгрузка прогресса занимает несколько килобайт.");
  let text: string;
  try {
    text = await file.text();
  } catch {
    throw new NotABackup("Браузер не смог прочитать файл.");
  }
  return parseBackup(text);
}

/**
 * Reads the text of an exported file.
 * @throws NotABackup
 */
export function parseBackup(text: string): Backup {
  let value: { format?: unknown; version?: unknown; lessons?: unknown } | null;
  try {
    value = JSON.parse(text);
  } catch {
    throw new NotABackup("Это не выгрузка прогресса: в файле не JSON.");
  }
  if (value?.format !== FORMAT)
    throw new NotABackup(`Это не выгрузка прогресса: в файле нет отметки формата ${FORMAT}.`);
  if (Number.isInteger(value.version) && Number(value.version) > VERSION) {
    throw new NotABackup("Выгрузка сделана более новой версией курса. Обновите страницу и попробуйте ещё раз.");
  }
  if (value.version !== VERSION || !Array.isArray(value.lessons)) {
    throw new NotABackup("Выгрузка повреждена: в ней нет версии или списка уроков.");
  }
  if (value.lessons.length > MAX_LESSONS)
    throw new NotABackup(`В выгрузке больше ${MAX_LESSONS} уроков: столько не бывает.`);
  return readLessons(value.lessons);
}

function readLessons(lessons: unknown[]): Backup {
  const backup: Backup = { marks: new Map(), ignored: new Map() };
  const ignore = (reason: string) => backup.ignored.set(reason, (backup.ignored.get(reason) ?? 0) + 1);
  for (const entry of lessons) {
    const id = (entry as { id?: unknown } | null)?.id;
    const mark = toMark(entry);
    if (typeof id !== "string" || !LESSON_ID.test(id)) ignore("неизвестный вид идентификатора урока");
    else if (!mark) ignore("нет отметки или её времени");
    else {
      const other = backup.marks.get(id);
      if (other) ignore("повтор урока, взята последняя отметка");
      backup.marks.set(id, newest(other ?? null, mark) as typeof mark);
    }
  }
  return backup;
}
