import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Parser } from "htmlparser2";
import { filesOf } from "../../tools/build.ts";
import type { BuiltSite } from "./built-site.ts";

/** An element of a page, with the line it starts at. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  line: number;
  /** Text directly inside it; kept for title, script and style only. */
  text: string;
}

/** A page of the built site. */
export interface Page {
  /** Path in the built folder: `course/module-1/index.html`. */
  file: string;
  /** Address with the base path, as a reader sees it: `/debezium-course/course/module-1/`. */
  address: string;
  html: string;
  elements: Element[];
  ids: Set<string>;
}

const KEEPS_TEXT = new Set(["title", "script", "style"]);

/** Reads the elements of a page in document order. */
export function parse(html: string): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  let line = 1;
  let seen = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      for (; seen < parser.startIndex; seen++) if (html.charCodeAt(seen) === 10) line++;
      const element = { name, attributes, line, text: "" };
      elements.push(element);
      open.push(element);
    },
    ontext(text) {
      const last = open.at(-1);
      if (last && KEEPS_TEXT.has(last.name)) last.text += text;
    },
    onclosetag() {
      open.pop();
    },
  });
  parser.end(html);
  return elements;
}

/** All pages of a built site. */
export async function pagesOf(site: BuiltSite): Promise<Page[]> {
  const files = (await filesOf(site.folder)).filter((file) => file.endsWith(".html") && !file.startsWith("pagefind/"));
  return Promise.all(
    files.map(async (file) => {
      const html = await readFile(join(site.folder, file), "utf8");
      const elements = parse(html);
      const ids = elements.flatMap(({ attributes }) => (attributes.id === undefined ? [] : [attributes.id]));
      return { file, address: site.base + file.replace(/(^|\/)index\.html$/, "$1"), html, elements, ids: new Set(ids) };
    }),
  );
}

/** Whether a page only sends its reader on to another address. */
export function isRedirect(page: Page): boolean {
  return page.elements.some(({ name, attributes }) => name === "meta" && attributes["http-equiv"] === "refresh");
}

/** The `content` of the meta elements whose name, property or http-equiv is this. */
export function meta(page: Page, key: string): string[] {
  return page.elements
    .filter(({ name, attributes: a }) => name === "meta" && [a.name, a.property, a["http-equiv"]].includes(key))
    .map(({ attributes }) => attributes.content ?? "");
}

/** The addresses of the link elements that have this among their `rel`. */
export function links(page: Page, rel: string): string[] {
  return page.elements
    .filter(({ name, attributes }) => name === "link" && attributes.rel?.split(/\s+/).includes(rel))
    .map(({ attributes }) => attributes.href ?? "");
}

/** Where something stands in a page, for messages. */
export function place(page: Page, element: Element): string {
  return `${page.file}:${element.line}`;
}
