/**
 * Mermaid draws some shapes (class and entity boxes, stadiums, notes) with rough.js even when nothing is hand-drawn: each
 * straight line becomes a cubic curve, each twice, and round ends become hundreds of points. This turns them back.
 */
import { shortList } from "./path.ts";

export type Point = readonly [x: number, y: number];

export interface RoundedRect {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Corner radius. */
  r: number;
}

/** How far in px a line may be from the points it replaces; less than eyes can see. */
const TOLERANCE = 0.15;

/** How far apart in px the ends of lines may be that count as joined. */
const GAP = 0.6;

/**
 * Reads a path made of straight lines, also where they are written as curves.
 * @param d path data with absolute commands
 * @returns its lines, doubles left out, neighbours joined and needless points dropped; null if anything is really curved
 */
export function straighten(d: string): Point[][] | null {
  if (/[^MLCZ\s\d.,eE+-]/.test(d)) return null;
  const lines: Point[][] = [];
  for (const [, command = "", rest = ""] of d.matchAll(/([MLCZ])([^MLCZ]*)/g)) {
    const numbers = (rest.match(/-?[\d.]+(?:e[-+]?\d+)?/gi) ?? []).map(Number);
    const points = Array.from(
      { length: numbers.length / 2 },
      (_, index): Point => [numbers[2 * index] as number, numbers[2 * index + 1] as number],
    );
    const line = lines.at(-1);
    if (command === "M") lines.push(points);
    else if (!line) return null;
    else if (command === "Z") line.push(line[0] as Point);
    else if (command === "L") line.push(...points);
    else if (!addCurves(line, points)) return null;
  }
  return chain(lines).map(simplify);
}

/** Adds the end points of cubic curves if all are straight. */
function addCurves(line: Point[], points: readonly Point[]): boolean {
  for (let index = 0; index + 2 < points.length; index += 3) {
    const [first, second, end] = points.slice(index, index + 3) as [Point, Point, Point];
    const start = line.at(-1) as Point;
    if (distance(first, start, end) > TOLERANCE || distance(second, start, end) > TOLERANCE) return false;
    line.push(end);
  }
  return true;
}

/** Leaves out lines that are drawn again, and joins those that begin where the one before ends. */
function chain(lines: readonly Point[][]): Point[][] {
  const seen = new Set<string>();
  const out: Point[][] = [];
  for (const line of lines) {
    const key = line.map(String).sort().join(" ");
    if (seen.has(key)) continue;
    seen.add(key);
    const last = out.at(-1);
    if (last && near(last.at(-1) as Point, line[0] as Point)) last.push(...line.slice(1));
    else out.push([...line]);
  }
  return out;
}

function near(a: Point, b: Point): boolean {
  return Math.hypot(a[0] - b[0], a[1] - b[1]) < GAP;
}

/** Distance of a point from the line between two others. */
function distance(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const share =
    length === 0 ? 0 : Math.min(1, Math.max(0, ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length));
  return Math.hypot(point[0] - from[0] - share * dx, point[1] - from[1] - share * dy);
}

/** Drops points that lie on the way (Ramer, Douglas and Peucker). */
function simplify(points: readonly Point[]): Point[] {
  const [first, last] = [points[0] as Point, points.at(-1) as Point];
  let [farthest, most] = [0, TOLERANCE];
  for (let index = 1; index < points.length - 1; index++) {
    const away = distance(points[index] as Point, first, last);
    if (away > most) [farthest, most] = [index, away];
  }
  if (farthest === 0) return points.length === 1 ? [first] : [first, last];
  return [...simplify(points.slice(0, farthest + 1)).slice(0, -1), ...simplify(points.slice(farthest))];
}

/** The rectangle, with round or square corners, whose outline this closed line is; null if there is none. */
export function asRect(points: readonly Point[]): RoundedRect | null {
  if (points.length < 4) return null;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - x, Math.max(...ys) - y];
  const onTop = points.filter((point) => point[1] - y < TOLERANCE).map((point) => point[0]);
  const between = points.map(([px, py], index): Point => {
    const [nx, ny] = points[(index + 1) % points.length] as Point;
    return [(px + nx) / 2, (py + ny) / 2];
  });
  for (const r of [0, Math.min(width, height) / 2, Math.min(...onTop) - x]) {
    const rect = { x, y, width, height, r };
    if (r <= Math.min(width, height) / 2 && [...points, ...between].every((point) => fromOutline(point, rect) < GAP))
      return rect;
  }
  return null;
}

/** The circle that a path of curves goes round; null if it is anything else. */
export function asCircle(d: string): { cx: number; cy: number; r: number } | null {
  const points: Point[] = [];
  for (const [, command = "", rest = ""] of d.matchAll(/([a-df-z])([^a-df-z]*)/gi)) {
    const numbers = (rest.match(/-?[\d.]+(?:e[-+]?\d+)?/gi) ?? []).map(Number);
    if (!"MCLZ".includes(command)) return null;
    const step = command === "C" ? 6 : 2;
    for (let end = step; end <= numbers.length; end += step)
      points.push([numbers[end - 2] as number, numbers[end - 1] as number]);
  }
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const r = (Math.max(...xs) - Math.min(...xs)) / 2;
  const [cx, cy] = [Math.min(...xs) + r, Math.min(...ys) + r];
  const round = points.length >= FEWEST && points.every(([x, y]) => Math.abs(Math.hypot(x - cx, y - cy) - r) < GAP / 2);
  return round ? { cx, cy, r } : null;
}

/** Fewest points of a circle drawn by rough.js. */
const FEWEST = 12;

/** Distance of a point from the outline of a rectangle with round corners. */
function fromOutline([px, py]: Point, { x, y, width, height, r }: RoundedRect): number {
  const dx = Math.abs(px - x - width / 2) - (width / 2 - r);
  const dy = Math.abs(py - y - height / 2) - (height / 2 - r);
  return Math.abs(Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - r);
}

/** Prints lines as path data; lines that end where they began are closed. */
export function printLines(lines: readonly Point[][], closed: boolean): string {
  return lines
    .map((line) => {
      const shut = closed || (line.length > 3 && near(line[0] as Point, line.at(-1) as Point));
      const points = shut && near(line[0] as Point, line.at(-1) as Point) ? line.slice(0, -1) : line;
      const [first, ...others] = points.map((point) => shortList(point));
      return `M${first}${others.map((point) => `L${point}`).join("")}${shut ? "Z" : ""}`;
    })
    .join("");
}
