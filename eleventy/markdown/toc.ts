/** A section of a page and its subsections. */
export interface TocEntry {
  id: string;
  /** Plain text, not escaped. */
  text: string;
  children: TocEntry[];
}

const HEADING = /<h([23]) id="([^"]+)">([\s\S]*?)<\/h\1>/g;
const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

/**
 * The h2 and h3 of a printed page, for its table of contents.
 * @param html the page's content as the Markdown plug-ins print it
 */
export function tocOf(html: string): TocEntry[] {
  const toc: TocEntry[] = [];
  for (const [, level, id = "", inner = ""] of html.matchAll(HEADING)) {
    const entry = { id, text: textOf(inner), children: [] };
    const section = toc.at(-1);
    if (level === "3" && section) section.children.push(entry);
    else toc.push(entry);
  }
  return toc;
}

function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, "")
    .replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}
