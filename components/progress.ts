import { openProgress, SETTING } from "./progress-store.ts";

/**
 * The reader's progress and settings in this browser. Nothing else in the course touches `localStorage`.
 * `window` fires `progress-change` whenever something may have changed, here or in another tab.
 */
// Pure, so that the theme's boot script takes `readSaved` alone.
export const progress = /* @__PURE__ */ openProgress(
  () => localStorage,
  window,
  (error) => import("./storage-notice.ts").then(({ announce }) => announce(error)),
);

/** A setting as it is saved, or null; for the script that runs before the first paint. */
export function readSaved(name: string): string | null {
  try {
    return localStorage.getItem(SETTING + name);
  } catch {
    return null;
  }
}
