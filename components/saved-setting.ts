/** An origin may be shared with other sites: every key of the course starts so. */
export const PREFIX = "debezium-course:v1:";

/** What the keys of settings start with. */
export const SETTING = `${PREFIX}setting:`;

/** A setting as it is saved, or null; for the script that runs before the first paint, and loads nothing else. */
export function readSaved(name: string): string | null {
  try {
    return localStorage.getItem(SETTING + name);
  } catch {
    return null;
  }
}
