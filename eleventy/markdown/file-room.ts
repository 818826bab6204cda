import { remembered } from "../remembered.ts";
import type { FileInfo } from "./fence-info.ts";
import type { Page } from "./page.ts";

/**
 * Rooms: a printed page keeps a place for each block that shows a file of the labs, and gets its figures last. So an edit
 * of a file that many lessons show prints none of them again. No text of a lesson can print such a place, for its signs
 * are escaped.
 */
const ROOM = /<!--file (\d+)-->/g;

/**
 * Leaves room for a block.
 * @param line 0-based line of the page's text on which the block begins
 * @returns what to print in its place
 */
export function leaveRoom(page: Page, info: FileInfo, line: number): string {
  page.fileBlocks.push({ info, line });
  return `<!--file ${page.fileBlocks.length - 1}-->`;
}

/**
 * Puts figures into the rooms of a page, in the order in which these were left. Of the last pages the same string is
 * given again, by which others that remember know it at a glance.
 */
export function fillRooms(html: string, figures: readonly string[]): string {
  return figures.length ? filled(html, ...figures) : html;
}

const KEPT = 200;
const filled = remembered(
  (html: string, ...figures: string[]) => html.replace(ROOM, (_, index) => figures[Number(index)] ?? ""),
  KEPT,
);
