import { progress } from "./progress.ts";

const SETTING = "search-recent";
const MOST = 6;
/** Longer ones are pasted, not typed. */
const LONGEST = 80;

/** The last queries that led somewhere, the newest first; damaged values are none. */
export function recentQueries(): string[] {
  try {
    const saved: unknown = JSON.parse(progress.readSetting(SETTING) ?? "[]");
    if (!Array.isArray(saved)) return [];
    return saved.filter((query) => typeof query === "string" && query && query.length <= LONGEST).slice(0, MOST);
  } catch {
    return [];
  }
}

/** Remembers a query that led somewhere. */
export function rememberQuery(query: string): void {
  if (!query || query.length > LONGEST) return;
  const others = recentQueries().filter((other) => other.toLowerCase() !== query.toLowerCase());
  progress.note(SETTING, JSON.stringify([query, ...others].slice(0, MOST)));
}

export const forgetQueries = (): void => progress.note(SETTING, "[]");
