import { escapeText } from "../xml.ts";
import { toPaint } from "./paint.ts";
import { movePath, movePoints, short } from "./path.ts";
import { asCircle, asRect, type Point, printLines, straighten } from "./rough.ts";
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

export interface FlattenOptions {
  /** Sentinel colour → paint. */
  paints: Readonly<Record<string, string>>;
  /** Text size in px that `<svg>` itself will have. */
  fontSize: number;
  /** Paint of text that `<svg>` itself will have. */
  textPaint: string;
  /** What ids begin with. */
  idPrefix: string;
  /** Whether the picture is read column by column, as one that flows from left to right. */
  columns: boolean;
}

/** An element to print, and how to get from its coordinates to those of the picture. */
interface Leaf {
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

/** Space around the picture in px, for strokes and arrow heads. */
const MARGIN = 5;

/**
 * Flattens a picture that Mermaid drew. Runs in a page in which the diagram font is loaded.
 * @param markup Mermaid's SVG
 * @param host an empty element of the page that is displayed
 */
export function flatten(markup: string, host: HTMLElement, options: FlattenOptions): Flat {
  host.innerHTML = markup;
  const svg = host.querySelector("svg");
  if (!svg) return { body: "", width: 0, height: 0, leftovers: ["no picture"] };
  tidy(svg);
  const leftovers = new Set<string>();
  const leaves = joinAreas(collect(svg, new DOMMatrix(), 1, leftovers));
  const box = boundsOf(leaves);
  const markers = new Markers(svg, options, leftovers);
  const dx = MARGIN - box.left;
  const dy = MARGIN - box.top;
  // Texts come last, in the order in which they are read: for copying, and for the list of labels.
  const isText = ({ element }: Leaf) => element instanceof SVGTextElement;
  const ordered = [
    ...leaves.filter((leaf) => !isText(leaf)),
    ...inReadingOrder(leaves.filter(isText), options.columns),
  ];
  const body = ordered.map((leaf) => printLeaf(leaf, dx, dy, { ...options, markers, leftovers })).join("");
  host.replaceChildren();
  return {
    body: markers.print() + body,
    width: Math.ceil(box.right - box.left + 2 * MARGIN),
    height: Math.ceil(box.bottom - box.top + 2 * MARGIN),
    leftovers: [...leftovers],
  };
}

/** The visible leaves below an element, in painting order. */
function collect(element: Element, outer: DOMMatrix, outerOpacity: number, leftovers: Set<string>): Leaf[] {
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

function numberOf(element: Element, attribute: string): number {
  return Number.parseFloat(element.getAttribute(attribute) ?? "0") || 0;
}

/** Joins each area with the outline that is drawn over it, where both are made of straight lines. */
function joinAreas(leaves: readonly Leaf[]): Leaf[] {
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
function inReadingOrder(texts: readonly Leaf[], columns: boolean): Leaf[] {
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
function boundsOf(leaves: readonly Leaf[]) {
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

interface Context extends FlattenOptions {
  markers: Markers | null;
  leftovers: Set<string>;
}

/** Prints one leaf, moved by dx and dy px. */
function printLeaf({ element, matrix, opacity, area }: Leaf, dx: number, dy: number, context: Context): string {
  const moved = matrix.a === 1 && matrix.b === 0 && matrix.c === 0 && matrix.d === 1;
  const x = moved ? matrix.e + dx : 0;
  const y = moved ? matrix.f + dy : 0;
  const style = getComputedStyle(element);
  const common = [
    ...(moved ? [] : [["transform", printMatrix(matrix, dx, dy)] as const]),
    ...(opacity === 1 ? [] : [["opacity", short(opacity)] as const]),
  ];
  if (element instanceof SVGTextElement) return printText(element, x, y, common, context);
  const paint = paintOf(element, style, area ? getComputedStyle(area) : style, context);
  const [name, geometry] = shapeOf(area ?? element, x, y, area !== undefined || style.fill !== "none");
  return `<${name}${print([...geometry, ...paint, ...common])}/>`;
}

type Attribute = readonly [name: string, value: string];

function print(attributes: readonly Attribute[]): string {
  return attributes.map(([name, value]) => ` ${name}="${escapeText(value)}"`).join("");
}

function printMatrix({ a, b, c, d, e, f }: DOMMatrix, dx: number, dy: number): string {
  const turn = [a, b, c, d].map((value) => Number(value.toFixed(4)));
  return `matrix(${[...turn, ...[e + dx, f + dy].map(short)].join(" ")})`;
}

/** Name and coordinates of a shape, moved by x and y px; zeroes are left out because they are the defaults. */
function shapeOf(element: SVGGraphicsElement, x: number, y: number, filled: boolean): [string, Attribute[]] {
  const name = element.localName;
  const at = (offsets: Record<string, number>): [string, Attribute[]] => {
    const values = Object.entries(offsets).map(([attribute, offset]) => [
      attribute,
      numberOf(element, attribute) + offset,
    ]);
    return [name, shortNumbers(Object.fromEntries(values))];
  };
  switch (name) {
    case "path":
      return pathOf(element, x, y, filled);
    case "polygon":
    case "polyline":
      return [name, [["points", movePoints(element.getAttribute("points") ?? "", x, y)]]];
    case "rect": {
      const round: Record<string, number> =
        element.hasAttribute("ry") && numberOf(element, "ry") !== numberOf(element, "rx")
          ? { rx: 0, ry: 0 }
          : { rx: 0 };
      return at({ x, y, width: 0, height: 0, ...round });
    }
    case "circle":
      return at({ cx: x, cy: y, r: 0 });
    case "ellipse":
      return at({ cx: x, cy: y, rx: 0, ry: 0 });
    default:
      return at({ x1: x, y1: y, x2: x, y2: y });
  }
}

/** A path, or the simpler shape that it draws. */
function pathOf(path: SVGGraphicsElement, x: number, y: number, filled: boolean): [string, Attribute[]] {
  const d = path.getAttribute("d") ?? "";
  const circle = asCircle(d);
  if (circle) return ["circle", shortNumbers({ cx: circle.cx + x, cy: circle.cy + y, r: circle.r })];
  const lines = straighten(d)?.map((line) => line.map(([px, py]): Point => [px + x, py + y]));
  if (!lines) return ["path", [["d", movePath(d, x, y)]]];
  const rect = filled && lines.length === 1 ? asRect(lines[0] as Point[]) : null;
  if (!rect) return ["path", [["d", printLines(lines, filled)]]];
  return ["rect", shortNumbers({ x: rect.x, y: rect.y, width: rect.width, height: rect.height, rx: rect.r })];
}

function shortNumbers(values: Record<string, number>): Attribute[] {
  return Object.entries(values)
    .map(([name, value]) => [name, short(value)] as const)
    .filter(([, value]) => value !== "0");
}

/** Fill, stroke and markers as computed; what equals the initial value, or what cannot show, is left out. */
function paintOf(
  element: SVGElement,
  style: CSSStyleDeclaration,
  area: CSSStyleDeclaration,
  context: Context,
): Attribute[] {
  const out: Attribute[] = [];
  for (const property of ["fill", "stroke"] as const) {
    const computed = (property === "fill" ? area : style)[property];
    const paint = toPaint(computed, context.paints);
    if (!paint) {
      context.leftovers.add(`colour ${computed} (${property} of <${element.localName}>)`);
      continue;
    }
    const opacity = paint.opacity * Number(property === "fill" ? area.fillOpacity : style.strokeOpacity);
    if (property === "fill" ? element.localName !== "line" : paint.paint !== "none") out.push([property, paint.paint]);
    if (opacity !== 1 && paint.paint !== "none") out.push([`${property}-opacity`, String(Number(opacity.toFixed(2)))]);
  }
  if (style.stroke !== "none") {
    const width = Number.parseFloat(style.strokeWidth);
    if (width !== 1) out.push(["stroke-width", short(width)]);
    const dashes = style.strokeDasharray.replaceAll("px", "").replaceAll(",", "");
    if (/[1-9]/.test(dashes) && !/ 0$/.test(dashes)) out.push(["stroke-dasharray", dashes]);
    if (style.strokeLinecap !== "butt") out.push(["stroke-linecap", style.strokeLinecap]);
  }
  for (const end of ["marker-start", "marker-end"]) {
    const id = /#([^")]+)/.exec(style.getPropertyValue(end))?.[1];
    const printed = id && context.markers?.use(id);
    if (printed) out.push([end, `url(#${printed})`]);
  }
  return out;
}

/** Prints a text: its rows, each where it stands, so that neither `em`s nor baselines need to be computed by readers' browsers. */
function printText(text: SVGTextElement, x: number, y: number, common: readonly Attribute[], context: Context): string {
  const spans = [...text.querySelectorAll("tspan")].filter((span) =>
    ["x", "y", "dy"].some((name) => span.hasAttribute(name)),
  );
  const rows: SVGTextContentElement[] = spans.length > 0 ? spans : [text];
  const printed = rows.flatMap((row) => {
    const length = row.getNumberOfChars();
    const words = (row.textContent ?? "").replace(/[ \t\r\n]+/g, " ").trim();
    return length === 0 || words === "" ? [] : [{ words, attributes: rowAttributes(row, length, x, y, context) }];
  });
  const [first, ...others] = printed;
  if (!first) return "";
  const tail = others.map(({ words, attributes }) => {
    const own = attributes.filter(
      ([name, value]) =>
        name === "x" || name === "y" || !first.attributes.some(([other, same]) => other === name && same === value),
    );
    return `<tspan${print(own)}>${escapeText(words)}</tspan>`;
  });
  return `<text${print([...first.attributes, ...common])}>${escapeText(first.words)}${tail.join("")}</text>`;
}

function rowAttributes(
  row: SVGTextContentElement,
  length: number,
  x: number,
  y: number,
  context: Context,
): Attribute[] {
  const style = getComputedStyle(row.querySelector("tspan") ?? row);
  const start = row.getStartPositionOfChar(0);
  const end = row.getEndPositionOfChar(length - 1);
  const anchor = style.textAnchor;
  const at = anchor === "middle" ? (start.x + end.x) / 2 : anchor === "end" ? end.x : start.x;
  const attributes: Attribute[] = [
    ["x", short(at + x)],
    ["y", short(start.y + y)],
  ];
  if (anchor !== "start") attributes.push(["text-anchor", anchor]);
  const paint = toPaint(style.fill, context.paints);
  if (!paint) context.leftovers.add(`colour ${style.fill} of the text "${row.textContent?.trim()}"`);
  else if (paint.paint !== context.textPaint) attributes.push(["fill", paint.paint]);
  const size = Number.parseFloat(style.fontSize);
  if (size !== context.fontSize) attributes.push(["font-size", short(size)]);
  // Mermaid writes "normal" into the words of a label that is slanted as a whole.
  if (style.fontStyle !== "normal" || getComputedStyle(row).fontStyle !== "normal")
    attributes.push(["font-style", "italic"]);
  if (row.closest<SVGElement>("[style*=underline]")) attributes.push(["text-decoration", "underline"]);
  return attributes;
}

/** The markers that the picture uses, each look printed once. */
class Markers {
  readonly #svg: SVGSVGElement;
  readonly #options: FlattenOptions;
  readonly #leftovers: Set<string>;
  /** Printed marker without its id → id. */
  readonly #printed = new Map<string, string>();

  constructor(svg: SVGSVGElement, options: FlattenOptions, leftovers: Set<string>) {
    this.#svg = svg;
    this.#options = options;
    this.#leftovers = leftovers;
  }

  /** The id under which a marker of Mermaid's picture is printed; null if it draws nothing. */
  use(original: string): string | null {
    const marker = this.#svg.querySelector(`marker[id="${CSS.escape(original)}"]`);
    if (!marker) return null;
    const context = { ...this.#options, markers: null, leftovers: this.#leftovers };
    const leaves = [...marker.children].flatMap((child) => collect(child, new DOMMatrix(), 1, this.#leftovers));
    const content = leaves.map((leaf) => printLeaf(leaf, 0, 0, context)).join("");
    if (content === "") return null;
    const kept = ["viewBox", "refX", "refY", "markerWidth", "markerHeight", "markerUnits", "orient"];
    const attributes = kept.flatMap((name) => {
      const value = marker.getAttribute(name);
      return value === null ? [] : [[name, value] as const];
    });
    const look = `${print(attributes)}>${content}</marker>`;
    const known = this.#printed.get(look) ?? `${this.#options.idPrefix}${this.#printed.size}`;
    this.#printed.set(look, known);
    return known;
  }

  print(): string {
    if (this.#printed.size === 0) return "";
    return `<defs>${[...this.#printed].map(([look, id]) => `<marker id="${id}"${look}`).join("")}</defs>`;
  }
}
