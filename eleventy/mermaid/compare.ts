/** How far in px the same diagram may differ between two browsers. */
export const TOLERANCE = 2;

/** Attributes that hold coordinates and sizes. */
const GEOMETRY = / (viewBox|x|y|x1|y1|x2|y2|cx|cy|r|rx|ry|width|height|points|d|transform|refX|refY)="([^"]*)"/g;
const NUMBER = /-?(?:\d+\.?\d*|\.\d+)/g;

/**
 * Compares two renderings of one diagram: everything but coordinates must be equal, coordinates within `TOLERANCE`.
 * @returns what differs first, or null
 */
export function compareDiagrams(before: string, after: string): string | null {
  if (frameOf(before) !== frameOf(after)) return "other elements, paint or text";
  const [old, now] = [geometryOf(before), geometryOf(after)];
  for (const [index, { attribute, value }] of old.entries()) {
    const other = now[index]?.value as number;
    if (Math.abs(value - other) > TOLERANCE) return `${attribute} ${value} became ${other}`;
  }
  return null;
}

/** A diagram without its coordinates: only how many there are. */
function frameOf(svg: string): string {
  return svg.replace(
    GEOMETRY,
    (_, attribute: string, value: string) => ` ${attribute}="${value.replace(NUMBER, "0 ").replace(/ +/g, " ")}"`,
  );
}

function geometryOf(svg: string): { attribute: string; value: number }[] {
  return [...svg.matchAll(GEOMETRY)].flatMap(([, attribute = "", values = ""]) =>
    (values.match(NUMBER) ?? []).map((value) => ({ attribute, value: Number(value) })),
  );
}
