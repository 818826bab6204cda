import type { Progress } from "./progress-store.ts";

/**
 * Moves the marks of renamed lessons to their present ids, unless those have later ones. A tombstone of the same time
 * stays behind: a copy imported later moves again at the next start, and a second move changes nothing.
 * @param formerly present ids by former ids; what is not that is passed over
 */
export function migrate(progress: Progress, formerly: Record<string, string>): void {
  for (const [from, id] of Object.entries(formerly)) {
    const mark = progress.get(from);
    if (!mark) continue;
    const here = progress.get(id);
    const moved = (here && here.at >= mark.at) || progress.put(id, mark);
    if (moved && mark.done) progress.put(from, { done: false, at: mark.at });
  }
  progress.changed();
}
