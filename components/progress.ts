import { openProgress } from "./progress-store.ts";

/**
 * The reader's progress and settings in this browser. Beside `readSaved` nothing else touches `localStorage`.
 * `window` fires `progress-change` whenever something may have changed, here or in another tab.
 */
export const progress = openProgress(
  () => localStorage,
  window,
  (error) => import("./storage-notice.ts").then(({ announce }) => announce(error)),
);
