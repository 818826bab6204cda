import { join } from "node:path";
import type { Page } from "./page.ts";

/** Data that a program has recorded on the stack, and which pages show. */
export interface Recording<T> {
  /** As messages name it: `the slot trace`. */
  name: string;
  /** Where it is kept, from the project's root. */
  file: string;
  /** What writes it, from the project's root. */
  recorder: string;
  /** @param root project folder */
  read: (root: string) => T;
}

/**
 * Reads recorded data for a page, which is printed anew when they change.
 * @param root project folder
 * @param line 0-based line of the page's text that asks for them
 * @throws ContentError at that line if they cannot be read
 */
export function readRecording<T>(
  { name, file, recorder, read }: Recording<T>,
  root: string,
  page: Page,
  line: number,
): T {
  page.uses.add(join(root, file));
  try {
    return read(root);
  } catch (error) {
    const reason = `${name} cannot be read: ${(error as Error).message}`;
    throw page.place(line).error(reason, `what ${recorder} --update writes`);
  }
}
