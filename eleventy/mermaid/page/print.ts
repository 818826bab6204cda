import { type Attribute, print } from "./attributes.ts";
import type { Leaf } from "./leaves.ts";
import { toPaint } from "./paint.ts";
import { short } from "./path.ts";
import { shapeOf } from "./shape.ts";
import { printText } from "./text.ts";

/** What printing needs to know, and where it puts what it cannot print. */
export interface Context {
  /** Sentinel colour → paint. */
  paints: Readonly<Record<string, string>>;
  /** Text size in px that `<svg>` itself has. */
  fontSize: number;
  /** Paint of text that `<svg>` itself has. */
  textPaint: string;
  /** Gives the id under which a marker is printed, null for one that draws nothing; markers themselves have none. */
  marker: ((original: string) => string | null) | null;
  leftovers: Set<string>;
}

/** Prints one leaf, moved by dx and dy px. */
export function printLeaf({ element, matrix, opacity, area }: Leaf, dx: number, dy: number, context: Context): string {
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

function printMatrix({ a, b, c, d, e, f }: DOMMatrix, dx: number, dy: number): string {
  const turn = [a, b, c, d].map((value) => Number(value.toFixed(4)));
  return `matrix(${[...turn, ...[e + dx, f + dy].map(short)].join(" ")})`;
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
    const printed = id && context.marker?.(id);
    if (printed) out.push([end, `url(#${printed})`]);
  }
  return out;
}
