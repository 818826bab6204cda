import { readdirSync } from "node:fs";
import { join } from "node:path";
import { remembered } from "../remembered.ts";
import { sourceText } from "../source-text.ts";
import type { Place } from "./place.ts";

/** A mermaid fence of a Markdown file. */
export interface Fence extends Place {
  /** Its body as written, with the indentation of the fence. */
  source: string;
}

/** All mermaid fences of the Markdown files below a folder, file by file. */
export function scanFolder(folder: string): Fence[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name).replaceAll("\\", "/");
    if (entry.isDirectory()) return scanFolder(path);
    return entry.name.endsWith(".md") ? scanText(sourceText(path), path) : [];
  });
}

/**
 * The mermaid fences of a Markdown text. Fences that are shown inside a longer fence do not count.
 * @param file name to give them
 */
export const scanText = remembered((text: string, file: string): readonly Fence[] => {
  if (!text.includes("mermaid")) return [];
  const fences: Fence[] = [];
  let open: { marker: string; line: number; body: string[] | null } | null = null;
  text.split(/\r\n?|\n/).forEach((content, index) => {
    const [, marker = "", info = ""] = /^\s*(`{3,}(?!.*`)|~{3,})\s*(.*)$/.exec(content) ?? [];
    if (open === null) {
      if (marker) open = { marker, line: index + 1, body: /^mermaid(?:\s|$)/.test(info) ? [] : null };
    } else if (marker.startsWith(open.marker) && info === "") {
      if (open.body) fences.push({ file, line: open.line, source: open.body.join("\n") });
      open = null;
    } else {
      open.body?.push(content);
    }
  });
  return fences;
});
