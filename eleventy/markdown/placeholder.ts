import type { MarkdownIt } from "markdown-it";
import type { Versions } from "../versions.ts";
import { type Page, pageOf } from "./page.ts";

const PLACEHOLDER = /%([A-Z][A-Z0-9_]*_VERSION)%/g;

/**
 * Replaces `%DEBEZIUM_VERSION%` by the version that the labs start, in text, code and links alike: before parsing.
 * @param versions asked once per page
 */
export function placeholders(md: MarkdownIt, versions: () => Versions): void {
  md.core.ruler.after("normalize", "placeholders", (state) => {
    if (!state.src.includes("_VERSION%")) return;
    state.src = fillVersions(state.src, versions(), pageOf(state.env));
  });
}

/** @throws ContentError for a name that `labs/.env` does not set */
function fillVersions(source: string, versions: Versions, page: Page): string {
  return source.replace(PLACEHOLDER, (written, name: string, at: number) => {
    const value = Object.hasOwn(versions, name) ? versions[name] : undefined;
    if (value) return value;
    const known = Object.keys(versions).map((known) => `%${known}%`);
    throw page.place(source.slice(0, at).split("\n").length - 1).error(`placeholder ${written}`, known.join(", "));
  });
}
