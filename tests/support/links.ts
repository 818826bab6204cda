import { isRedirect, type Page, place } from "./html.ts";

/** Attributes that hold one address of something on the web. */
const ADDRESSES: Record<string, string[]> = {
  a: ["href"],
  audio: ["src"],
  form: ["action"],
  iframe: ["src"],
  image: ["href", "xlink:href"],
  img: ["src"],
  link: ["href"],
  script: ["src"],
  source: ["src"],
  track: ["src"],
  use: ["href", "xlink:href"],
  video: ["src", "poster"],
};

/** Attributes that name ids of the same page, separated by spaces. */
const REFERENCES = [
  "for",
  "headers",
  "aria-labelledby",
  "aria-describedby",
  "aria-controls",
  "aria-owns",
  "aria-details",
];

/**
 * Follows each link of each page inside the site.
 * @param pages all pages of the site
 * @param files all files of the site, relative to its folder
 * @param site address the site was built for
 * @returns a line for each link, anchor or reference that leads nowhere, and for each id that occurs twice
 */
export function deadLinks(pages: readonly Page[], files: ReadonlySet<string>, site: URL): string[] {
  const byFile = new Map(pages.map((page) => [page.file, page]));
  const problems: string[] = [];
  for (const page of pages) {
    const ids = new Set<string>();
    for (const element of page.elements) {
      const { name, attributes } = element;
      const say = (what: string): void => void problems.push(`${place(page, element)}: ${what}`);
      if (attributes.id !== undefined) {
        if (attributes.id === "") say("empty id");
        if (ids.has(attributes.id)) say(`id "${attributes.id}" occurs twice`);
        ids.add(attributes.id);
      }
      for (const attribute of REFERENCES) {
        for (const id of attributes[attribute]?.split(/\s+/).filter(Boolean) ?? []) {
          if (!page.ids.has(id)) say(`${attribute} names the id "${id}", which is not on the page`);
        }
      }
      for (const attribute of ADDRESSES[name] ?? []) {
        const value = attributes[attribute];
        if (value === undefined) continue;
        const problem = follow(value, page, byFile, files, site);
        if (problem) say(`<${name} ${attribute}="${value}">: ${problem}`);
      }
    }
    if (isRedirect(page)) {
      const target = /url=(.*)$/.exec(
        page.elements.find((e) => e.attributes["http-equiv"] === "refresh")?.attributes.content ?? "",
      );
      const problem = target?.[1] ? follow(target[1], page, byFile, files, site) : "no address to go to";
      if (problem) problems.push(`${page.file}: redirect: ${problem}`);
    }
  }
  return problems;
}

/** What is wrong with an address on a page; null when it leads somewhere, or out of the site. */
function follow(
  value: string,
  page: Page,
  byFile: ReadonlyMap<string, Page>,
  files: ReadonlySet<string>,
  site: URL,
): string | null {
  if (value.trim() === "") return "empty address";
  if (!URL.canParse(value, new URL(page.address, site))) return "not an address";
  const url = new URL(value, new URL(page.address, site));
  if (!/^https?:$/.test(url.protocol) || url.origin !== site.origin) return null;
  if (!url.pathname.startsWith(site.pathname)) return `leaves the base path ${site.pathname}`;
  const path = decodeURIComponent(url.pathname.slice(site.pathname.length));
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  if (!files.has(file)) return files.has(`${file}/index.html`) ? "lacks the slash at its end" : "no such page or file";
  const id = decodeURIComponent(url.hash.slice(1));
  const target = byFile.get(file);
  if (id && target && !target.ids.has(id)) return `no "${id}" on that page`;
  return null;
}
