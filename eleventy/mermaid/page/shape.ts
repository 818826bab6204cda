import { type Attribute, shortNumbers } from "./attributes.ts";
import { numberOf } from "./leaves.ts";
import { movePath, movePoints } from "./path.ts";
import { asCircle, asRect, type Point, printLines, straighten } from "./rough.ts";

/** Name and coordinates of a shape, moved by x and y px. */
export function shapeOf(element: SVGGraphicsElement, x: number, y: number, filled: boolean): [string, Attribute[]] {
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
