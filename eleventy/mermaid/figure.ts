import { escapeQuoted } from "../markup.ts";

export interface DiagramFigure {
  /** The rendered SVG with id placeholders, as `diagramFor` returns it. */
  svg: string;
  /** 1-based place of the diagram on its page; makes its ids unique. */
  index: number;
  /** Caption as plain text; escaped here. */
  caption: string;
  /** The diagram's accTitle as plain text. */
  title: string;
  /** The words on the diagram in reading order; printed as text because search engines and Pagefind skip SVG. */
  labels: readonly string[];
}

/** Ids inside a stored SVG begin with this until the page and the place on it are known. */
export const ID_PLACEHOLDER = "__ID__";

/** Widest diagrams, in px, that stay readable when shrunk to a 288 px (phone) or a 704 px (text) column: 80 % of their size. */
const FITS = [
  ["phone", 360],
  ["column", 880],
] as const;

/**
 * Prints a diagram as the figure that readers see.
 * @returns HTML without style attributes. `data-fits` says where CSS may shrink the SVG to the width of its column
 *   (`phone`: everywhere, `column`: in a full text column only); without it the figure scrolls inside itself. What may
 *   scroll is reached by keyboard.
 */
export function renderDiagramFigure({ svg, index, caption, title, labels }: DiagramFigure): string {
  const id = `diagram-${index}`;
  const width = Number(/ width="([\d.]+)"/.exec(svg)?.[1]);
  const fits = FITS.find(([, widest]) => width <= widest)?.[0];
  const inline = svg.replace(' xmlns="http://www.w3.org/2000/svg"', "").replaceAll(ID_PLACEHOLDER, `${id}-`).trim();
  const words =
    labels.length === 0
      ? ""
      : `<div class="visually-hidden">Подписи на схеме: ${escapeQuoted(labels.join("; "))}</div>`;
  const drawing =
    fits === "phone"
      ? inline
      : `<div class="diagram-scroll" tabindex="0" role="group" aria-label="Схема: ${escapeQuoted(title)}">${inline}</div>`;
  return (
    `<figure class="diagram" id="${id}"${fits ? ` data-fits="${fits}"` : ""}>` +
    `${drawing}${words}<figcaption>${escapeQuoted(caption)}</figcaption></figure>\n`
  );
}
