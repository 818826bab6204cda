/** Finds what a picture of Mermaid shows. */
import { asCircle, straighten } from "./rough.ts";

/** An element to print, and how to get from its coordinates to those of the picture. */
export interface Leaf {
  element: SVGGraphicsElement;
  matrix: DOMMatrix;
  opacity: number;
  /** The fill, where Mermaid draws an area and its outline as two elements: this is the outline. */
  area?: SVGGraphicsElement;
}

const SHAPES = new Set(["path", "rect", "circle", "ellipse", "line", "polygon", "polyline", "text"]);
const GROUPS = new Set(["svg", "g"]);
const IGNORED = new Set([
  "style",
  "title",
  "desc",
  "defs",
  "marker",
  "filter",
  "linearGradient",
  "symbol",
  "clipPath",
  "script",
]);

/** The visible leaves below an element, in painting order. */
export function collect(element: Element, outer: DOMMatrix, outerOpacity: number, leftovers: Set<string>): Leaf[] {
  const name = element.localName;
  if (IGNORED.has(name)) return [];
  if (!SHAPES.has(name) && !GROUPS.has(name)) {
    leftovers.add(name === "a" ? "a link (nobody can reach links inside a picture)" : `element <${name}>`);
    return [];
  }
  const style = getComputedStyle(element);
  const opacity = outerOpacity * Number(style.opacity);
  if (style.display === "none" || opacity === 0) return [];
  const matrix = outer.multiply(ownMatrix(style));
  if (GROUPS.has(name)) return [...element.children].flatMap((child) => collect(child, matrix, opacity, leftovers));
  const leaf = { element: element as SVGGraphicsElement, matrix, opacity };
  return style.visibility === "visible" && isSeen(leaf.element, style) ? [leaf] : [];
}

/** An element's own transform about its origin. */
function ownMatrix({ transform, transformOrigin }: CSSStyleDeclaration): DOMMatrix {
  if (transform === "none") return new DOMMatrix();
  const [x = 0, y = 0] = transformOrigin.split(" ").map(Number.parseFloat);
  return new DOMMatrix().translate(x, y).multiply(new DOMMatrix(transform)).translate(-x, -y);
}

/** Whether anything of a leaf shows: text in it, or paint and an extent. */
function isSeen(element: SVGGraphicsElement, style: CSSStyleDeclaration): boolean {
  if (element instanceof SVGTextElement) return element.textContent?.trim() !== "";
  if (style.fill === "none" && (style.stroke === "none" || Number.parseFloat(style.strokeWidth) === 0)) return false;
  if (element instanceof SVGPathElement) return (element.getAttribute("d") ?? "") !== "";
  return !(element instanceof SVGRectElement) || (numberOf(element, "width") > 0 && numberOf(element, "height") > 0);
}

/** A number attribute of an element, 0 if there is none. */
export function numberOf(element: Element, attribute: string): number {
  return Number.parseFloat(element.getAttribute(attribute) ?? "0") || 0;
}

/** Joins each area with the outline that is drawn over it, where rough.js drew both. */
export function joinAreas(leaves: readonly Leaf[]): Leaf[] {
  const out: Leaf[] = [];
  for (const leaf of leaves) {
    const before = out.at(-1);
    if (before && isAreaOf(before.element, leaf.element)) out[out.length - 1] = { ...leaf, area: before.element };
    else out.push(leaf);
  }
  return out;
}

function isAreaOf(area: SVGGraphicsElement, outline: SVGGraphicsElement): boolean {
  if (area.parentNode !== outline.parentNode || area.localName !== "path" || outline.localName !== "path") return false;
  const [inside, around] = [getComputedStyle(area), getComputedStyle(outline)];
  if (inside.fill === "none" || around.stroke === "none") return false;
  if (!isRough(area) || !isRough(outline)) return false;
  const [a, b] = [area.getBBox(), outline.getBBox()];
  return [a.x - b.x, a.y - b.y, a.width - b.width, a.height - b.height].every((difference) => Math.abs(difference) < 1);
}

function isRough(path: SVGGraphicsElement): boolean {
  const d = path.getAttribute("d") ?? "";
  return straighten(d) !== null || asCircle(d) !== null;
}

/** Height in px of a row, and width of a column, whose texts are read one after the other. */
const ROW = 12;
const COLUMN = 60;

/** Texts row by row from the top, or column by column from the left. */
export function inReadingOrder(texts: readonly Leaf[], columns: boolean): Leaf[] {
  const placed = texts.map((leaf) => {
    const { x, y, width, height } = leaf.element.getBBox();
    const centre = leaf.matrix.transformPoint({ x: x + width / 2, y: y + height / 2 });
    return {
      leaf,
      along: columns ? centre.y : centre.x,
      across: columns ? Math.round(centre.x / COLUMN) : Math.round(centre.y / ROW),
    };
  });
  return placed.sort((a, b) => a.across - b.across || a.along - b.along).map(({ leaf }) => leaf);
}

/** The box around all leaves, in px. */
export function boundsOf(leaves: readonly Leaf[]) {
  const corners = leaves.flatMap(({ element, matrix }) => {
    const { x, y, width, height } = element.getBBox();
    return [
      [x, y],
      [x + width, y],
      [x, y + height],
      [x + width, y + height],
    ].map(([cx, cy]) => matrix.transformPoint({ x: cx, y: cy }));
  });
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
