import { LESSON_ID } from "./lesson-id.ts";
import { PREFIX, SETTING } from "./saved-setting.ts";

/** What is kept of one lesson. A mark taken back is a tombstone (`done: false`), so that no old copy resurrects it. */
export interface Mark {
  done: boolean;
  /** Milliseconds since 1970; of two marks the later one counts. */
  at: number;
}

export type Progress = ReturnType<typeof openProgress>;

/** Later times (after the year 2096) are mistakes. Constant, because the reader's clock can be wrong too. */
export const LATEST = 4e12;

/** What the keys of marks start with; the lesson's id follows. */
export const LESSON = `${PREFIX}lesson:`;

/** What the keys of values set aside start with; the rest of their former key follows. */
export const ASIDE = `${PREFIX}aside:`;

/** The mark in a value of unknown origin, or null. */
export const toMark = (value: unknown): Mark | null => {
  const { done, at } = (value ?? {}) as Mark;
  return typeof done === "boolean" && Number.isInteger(at) && at >= 0 && at <= LATEST ? { done, at } : null;
};

const rank = (mark: Mark | null): number => (mark ? mark.at * 2 + Number(mark.done) : -1);

/** Of two marks the one that counts, in whatever order they are met: the later one, and "done" of equal times. */
export const newest = (a: Mark | null, b: Mark | null): Mark | null => (rank(a) < rank(b) ? b : a);

const parse = (text: string | null | undefined): Mark | null => {
  try {
    // Our own text has 40 characters; there is no need to parse megabytes of somebody else's.
    return text && text.length < 999 ? toMark(JSON.parse(text)) : null;
  } catch {
    return null;
  }
};

const format = (mark: Mark | null): string | null => mark && JSON.stringify(mark);

/** Copies a damaged value, or one of a later version, word for word; throws when there is no room for the copy. */
const setAside = (store: Storage, key: string, text: string): void => {
  let place = key.replace(PREFIX, ASIDE);
  while (![null, text].includes(store.getItem(place))) place += "+";
  store.setItem(place, text);
};

/**
 * Progress and settings over one Storage. Nothing is cached, so that tabs cannot disagree; what could not be saved is
 * kept in memory and tried again when the page comes back. No method throws.
 * @param storage returns the Storage; may throw, as `localStorage` does where it is forbidden
 * @param host the window: tells when to look again (storage, pageshow, visibilitychange), hears `progress-change`
 * @param onTrouble told why, once, when something cannot be saved for the first time
 */
export function openProgress(storage: () => Storage, host: EventTarget, onTrouble: (error: unknown) => void) {
  const unsaved = new Map<string, string>();
  let told = false;

  const load = (key: string): string | null => {
    try {
      return storage().getItem(key);
    } catch {
      return null;
    }
  };

  const save = (key: string, text: string): boolean => {
    try {
      const store = storage();
      const old = store.getItem(key);
      const isMark = key.startsWith(LESSON);
      const mark = isMark ? parse(old) : null;
      // Unless another tab was later.
      if (!mark || mark.at <= (parse(text) as Mark).at) {
        if (isMark && old !== format(mark)) setAside(store, key, old as string);
        store.setItem(key, text);
      }
      unsaved.delete(key);
      return true;
    } catch (error) {
      unsaved.set(key, text);
      if (!told) {
        told = true;
        onTrouble(error);
      }
      return false;
    }
  };

  const changed = () => host.dispatchEvent(new Event("progress-change"));

  /** Saves a mark unless a later one is there; false when it is only in memory. Does not announce the change. */
  const put = (id: string, mark: Mark): boolean => LESSON_ID.test(id) && save(LESSON + id, format(mark) as string);

  /** The mark of a lesson, a tombstone too, or null. */
  const get = (id: string): Mark | null => newest(parse(load(LESSON + id)), parse(unsaved.get(LESSON + id)));

  for (const type of ["storage", "pageshow", "visibilitychange"]) {
    host.addEventListener(type, () => {
      for (const [key, text] of unsaved) save(key, text);
      changed();
    });
  }

  return {
    get,
    put,
    changed,
    isDone: (id: string): boolean => !!get(id)?.done,

    /** Marks a lesson or takes the mark back, later than whatever is known of it; false when it is only in memory. */
    mark(id: string, done: boolean): boolean {
      const saved = put(id, { done, at: Math.min(Math.max(Date.now(), (get(id)?.at ?? -1) + 1), LATEST) });
      changed();
      return saved;
    },

    /** Keys of all that is kept, other sites' of the same origin too. */
    keys(): string[] {
      try {
        return [...unsaved.keys(), ...Object.keys(storage())];
      } catch {
        return [...unsaved.keys()];
      }
    },

    /** A setting such as the theme, or null. The caller checks the value. */
    readSetting: (name: string): string | null => unsaved.get(SETTING + name) ?? load(SETTING + name),

    /** Saves a mere convenience, such as the place of reading: nobody is told of it, nor of a failure. */
    note(name: string, value: string): void {
      try {
        storage().setItem(SETTING + name, value);
      } catch {}
    },

    /** Saves a setting; false when it is only in memory. */
    writeSetting(name: string, value: string): boolean {
      const saved = save(SETTING + name, value);
      changed();
      return saved;
    },
  };
}
