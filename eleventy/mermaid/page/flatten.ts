import { boundsOf, collect, inReadingOrder, joinAreas, type Leaf } from "./leaves.ts";
import { Markers } from "./markers.ts";
import { type Context, printLeaf } from "./print.ts";
import { tidy } from "./tidy.ts";

/** A picture without style sheets, classes, groups or transforms: what is printed between `<svg>` and `</svg>`. */
export interface Flat {
  body: string;
  /** Size in px; the picture begins at 0, 0. */
  width: number;
  height: number;
  /** What cannot be printed, e.g. `colour rgb(0, 0, 0) on <circle>`. */
  leftovers: string[];
}

export interface FlattenOptions extends Pick<Context, "paints" | "fontSize" | "textPaint"> {
  /** What ids begin with. */
  idPrefix: string;
  /** Whether the picture is read column by column, as one that flows from left to right. */
  columns: boolean;
}

/** Space around the picture in px, for strokes and arrow heads. */
const MARGIN = 5;

const NOTHING: Flat = { body: "", width: 0, height: 0, leftovers: [] };

/**
 * Flattens a picture that Mermaid drew. Runs in a page in which the diagram font is loaded.
 * @param markup Mermaid's SVG
 * @param host an empty element of the page that is displayed
 */
export function flatten(markup: string, host: HTMLElement, options: FlattenOptions): Flat {
  host.innerHTML = markup;
  const svg = host.querySelector("svg");
  if (!svg) return { ...NOTHING, leftovers: ["no picture"] };
  tidy(svg);
  const leftovers = new Set<string>();
  const leaves = joinAreas(collect(svg, new DOMMatrix(), 1, leftovers));
  if (leaves.length === 0) return { ...NOTHING, leftovers: [...leftovers, "an empty picture"] };
  const box = boundsOf(leaves);
  const context = { ...options, leftovers };
  const markers = new Markers(svg, context, options.idPrefix);
  const dx = MARGIN - box.left;
  const dy = MARGIN - box.top;
  // Texts come last, in the order in which they are read: for copying, and for the list of labels.
  const isText = ({ element }: Leaf) => element instanceof SVGTextElement;
  const ordered = [
    ...leaves.filter((leaf) => !isText(leaf)),
    ...inReadingOrder(leaves.filter(isText), options.columns),
  ];
  const body = ordered.map((leaf) => printLeaf(leaf, dx, dy, { ...context, marker: (id) => markers.use(id) })).join("");
  host.replaceChildren();
  return {
    body: markers.print() + body,
    width: Math.ceil(box.right - box.left + 2 * MARGIN),
    height: Math.ceil(box.bottom - box.top + 2 * MARGIN),
    leftovers: [...leftovers],
  };
}
