import { progress } from "./progress.ts";

/**
 * Whether a key pressed alone is a command: what is typed into a field is not (the field may stand in a shadow tree),
 * and readers who speak to their computer can switch such keys off.
 */
export const isCommand = (event: Event): boolean =>
  !(event.composedPath()[0] as Element).matches?.("input,textarea,select,[contenteditable]") &&
  progress.readSetting("keys") !== "off";
