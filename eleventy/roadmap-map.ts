import type UserConfig from "@11ty/eleventy/UserConfig";

/** What the map needs to know of a module. */
interface MapModule {
  number: number;
  requires: MapModule[];
}

/** A module on the map: it takes two of the six columns, from `column` (1-based) on. */
export interface MapNode<M> {
  module: M;
  column: number;
  /** 1-based. */
  row: number;
}

/** A line of the map, in units of one column across and one row down. */
export interface MapEdge {
  /** `path`: the next module to read; `needs`: a module that another one builds on. */
  kind: "path" | "needs";
  /** The `d` attribute of an SVG path, from centre to centre; the nodes cover its ends. */
  path: string;
}

export interface RoadmapMap<M> {
  columns: number;
  rows: number;
  /** In path order. */
  nodes: MapNode<M>[];
  /** Lines of prerequisites first, so that the path is drawn over them. */
  edges: MapEdge[];
}

const COLUMNS = 6;
const PER_ROW = 3;
/** Where each node starts, by the number of nodes in its row: rows are centred. */
const STARTS = [[], [3], [2, 4], [1, 3, 5]];
/** Where a line can pass a row without touching a node, by the number of nodes there. */
const PASSES = [[], [1, 5], [0.5, 3, 5.5], [2, 4]];
/** How far from the border between two rows a line starts to bend, in rows. */
const BEND = 0.22;

/**
 * Lays the modules out so that reading the map line by line is the recommended path, and every module
 * stands below all it builds on. Modules side by side do not need each other.
 * @param path modules in the recommended order; a module stands after those it requires
 */
export function roadmapMap<M extends MapModule>(path: readonly M[]): RoadmapMap<M> {
  const rows: M[][] = [];
  for (const module of path) {
    const row = rows.at(-1);
    const blocked = !row || row.length === PER_ROW || row.some((other) => module.requires.includes(other));
    if (blocked) rows.push([module]);
    else row.push(module);
  }
  const nodes = rows.flatMap((row, y) =>
    row.map((module, x) => ({ module, column: STARTS[row.length]?.[x] ?? 1, row: y + 1 })),
  );
  const nodeOf = new Map<MapModule, MapNode<M>>(nodes.map((node) => [node.module, node]));
  const crowd = rows.map((row) => row.length);

  const edges: MapEdge[] = [];
  nodes.forEach((node, index) => {
    const before = nodes[index - 1];
    for (const required of node.module.requires) {
      const from = nodeOf.get(required);
      if (from && from !== before) edges.push({ kind: "needs", path: line(from, node, crowd) });
    }
  });
  nodes.slice(1).forEach((node, index) => {
    edges.push({ kind: "path", path: line(nodes[index] ?? node, node, crowd) });
  });
  return { columns: COLUMNS, rows: rows.length, nodes, edges };
}

/** Downwards through the gaps between rows; past rows in between where no node stands. */
function line(from: MapNode<unknown>, to: MapNode<unknown>, crowd: number[]): string {
  let x = from.column;
  const end = to.column;
  if (from.row === to.row) return `M${x} ${from.row - 0.5}H${end}`;
  let d = `M${x} ${from.row - 0.5}`;
  for (let border = from.row; border < to.row; border++) {
    const straight = x + (end - x) / (to.row - border);
    const next = border + 1 === to.row ? end : nearest(PASSES[crowd[border] ?? 0] ?? [], straight);
    d += `V${round(border - BEND)}C${x} ${round(border + BEND / 4)} ${next} ${round(border - BEND / 4)} ${next} ${round(border + BEND)}`;
    x = next;
  }
  return `${d}V${to.row - 0.5}`;
}

function nearest(candidates: readonly number[], wanted: number): number {
  return candidates.reduce(
    (best, x) => (Math.abs(x - wanted) < Math.abs(best - wanted) ? x : best),
    candidates[0] ?? 0,
  );
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Filter `roadmapMap`: the layout of a course's path, for the template that draws it. */
export function roadmapMapFilter(config: UserConfig): void {
  config.addFilter("roadmapMap", (course: { path: MapModule[] }) => roadmapMap(course.path));
}
