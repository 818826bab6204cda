import { existsSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { sourceText } from "../source-text.ts";
import type { SourcePlace } from "./source-place.ts";

/** A comment that holds nothing but a region mark, in the comment syntax of any file of the labs. */
const MARK = /^\s*(?:#|\/\/|--|;|\/\*|<!--)\s*(end)?region:\s*([\w-]+)\s*(?:\*\/|-->)?\s*$/;

/**
 * Reads a file of the labs for a lesson.
 * @param root project folder that holds labs/
 * @param file path as the lesson writes it, `labs/connectors/orders.json`
 * @param region name of the part to show; the whole file without it
 * @param place the fence that asks for it
 * @returns the text without its region marks
 * @throws ContentError at `place` if the file or the region is missing, empty or outside labs/
 */
export function readSnippet(root: string, file: string, region: string | undefined, place: SourcePlace): string {
  const path = join(root, file);
  const labs = join(root, "labs") + sep;
  if (!path.startsWith(labs)) throw place.error(`file "${file}"`, "a path inside labs/");
  if (!existsSync(path) || !statSync(path).isFile())
    throw place.error(`file "${file}" does not exist`, "a file of the labs");
  if (!realpathSync.native(path).startsWith(realpathSync.native(labs) + sep)) {
    throw place.error(`file "${file}" is a link that leads out`, "a path inside labs/");
  }
  return cutRegion(sourceText(path), file, region, place);
}

/**
 * The part of a text between `region: name` and `endregion: name`, or all of it. Marks never show, those of other
 * regions neither; a part loses the indentation that its lines share.
 * @throws ContentError at `place` if the marks do not pair up, or nothing is left
 */
export function cutRegion(text: string, file: string, region: string | undefined, place: SourcePlace): string {
  const parts = new Map<string, string[]>();
  const open = new Set<string>();
  const whole: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, end, name] = MARK.exec(line) ?? [];
    if (!name) {
      whole.push(line);
      for (const opened of open) parts.get(opened)?.push(line);
    } else if (end) {
      if (!open.delete(name)) throw place.error(`${file} ends region "${name}" that is not open`, "marks in pairs");
    } else {
      if (parts.has(name)) throw place.error(`${file} opens region "${name}" twice`, "one region of a name");
      parts.set(name, []);
      open.add(name);
    }
  }
  for (const name of open) throw place.error(`${file} leaves region "${name}" open`, `a comment "endregion: ${name}"`);

  if (!region) return filled(whole, `file "${file}"`, place);
  const lines = parts.get(region);
  if (!lines) {
    const known = [...parts.keys()].join(", ") || "no region: this file marks none";
    throw place.error(`region "${region}" of ${file} does not exist`, known);
  }
  return filled(dedent(lines), `region "${region}" of ${file}`, place);
}

/** The lines as text, without empty ones at both ends. */
function filled(lines: string[], what: string, place: SourcePlace): string {
  const text = lines
    .join("\n")
    .replace(/^(?:[^\S\n]*\n)+/, "")
    .trimEnd();
  if (text === "") throw place.error(`${what} is empty`, "text to show");
  return text;
}

function dedent(lines: string[]): string[] {
  const depths = lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
  const depth = depths.length > 0 ? Math.min(...depths) : 0;
  return lines.map((line) => line.slice(depth));
}
