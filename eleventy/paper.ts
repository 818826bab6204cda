/** Where a lesson stands among the others on one page. */
export interface PaperPlace {
  /** Begins every id of the lesson there, `l1-`. */
  prefix: string;
  /** How landmarks of the lesson are told from those of the others, «урок 1.1». */
  name: string;
  /** Addresses of the lessons of that page, with the base path, and their ids there. */
  lessons: ReadonlyMap<string, string>;
}

/** What only a screen has a use for. */
const SCREEN = /<copy-button><\/copy-button>|<a class="code-download"[^>]*>[^<]*<\/a>/g;
/** A heading that is a link to itself. */
const LINKED = /(<h\d[^>]*>)<a href="#[^"]*">([\s\S]*?)<\/a>(?=<\/h\d>)/g;
/** In text every < is escaped, so that this finds tags only; most are the spans of code. */
const TAG = /<(?!span class="[a-z]">)[a-z][^>]*>/g;
const HEADING = /<(\/?)h([2-5])\b/g;
const IDS = /(\s(?:id|for|headers|aria-(?:labelledby|describedby|controls|owns|details))=")([^"]+)/g;
const REFERENCE = /(\shref="|\burl\()#/g;

/**
 * Makes a printed lesson a part of a page that holds several: its ids, and what refers to them, begin with its prefix;
 * headings stand a level lower, under its title; links to lessons of that page stay on it; all that is folded is open;
 * what scrolls or is pressed on a screen is left out.
 * @param html the lesson as its Markdown was printed
 */
export function onPaper(html: string, { prefix, name, lessons }: PaperPlace): string {
  const tag = (text: string): string => {
    const inside = text.replace(IDS, (_, name: string, ids: string) => name + prefixed(ids, prefix));
    if (inside.startsWith("<a ")) return inside.replace(/\shref="([^"]*)"/, (_, href) => ` href="${lead(href)}"`);
    if (inside.startsWith("<pre")) return inside.replace(' tabindex="0"', "");
    if (inside.startsWith("<details")) return inside.replace("<details", "<details open");
    if (inside.startsWith("<img")) return inside.replace(' loading="lazy"', "");
    const named = inside.replace(/\saria-label="((?:Таблица|Сноски)[^"]*)"/, ` aria-label="$1, ${name}"`);
    return named.replace(REFERENCE, `$1#${prefix}`);
  };
  const lead = (href: string): string => {
    const [path = "", anchor] = href.split("#", 2);
    if (path === "") return `#${prefix}${anchor}`;
    const lesson = lessons.get(path);
    if (!lesson) return href;
    return anchor === undefined ? `#${lesson}` : `#${lesson}-${anchor}`;
  };
  return html
    .replace(SCREEN, "")
    .replace(LINKED, "$1$2")
    .replace(TAG, tag)
    .replace(HEADING, (_, slash: string, level: string) => `<${slash}h${Number(level) + 1}`);
}

function prefixed(ids: string, prefix: string): string {
  return ids.replace(/\S+/g, (id) => prefix + id);
}

/**
 * A section of a printed lesson for a page that quotes it.
 * @param id of the section's heading
 * @param url address of the lesson with the base path: links within the lesson lead there
 * @returns what stands under the heading, without notes; empty if the lesson has no such section
 */
export function quoteSection(html: string, id: string, url: string): string {
  const start = new RegExp(`<h2 id="${id}">.*?</h2>\\n?`, "s").exec(html);
  if (!start) return "";
  const rest = html.slice(start.index + start[0].length);
  const end = rest.search(/<h2 id="|<section class="footnotes"/);
  return (end < 0 ? rest : rest.slice(0, end))
    .replace(/<sup class="footnote-ref".*?<\/sup>/gs, "")
    .replace(/(<a [^>]*href=")#/g, `$1${url}#`)
    .trim();
}
