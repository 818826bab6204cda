/** A colour of the rendered picture: a paint to print, and its share of opacity. */
export interface Paint {
  paint: string;
  opacity: number;
}

/**
 * Turns a computed colour back into the CSS variable its sentinel stands for.
 * @param computed `rgb(1, 1, 1)`, `rgba(…)`, `none` or another value of a computed `fill` or `stroke`
 * @param paints sentinel (`#010101`) → paint
 * @returns null for a colour that is no sentinel
 */
export function toPaint(computed: string, paints: Readonly<Record<string, string>>): Paint | null {
  if (computed === "none" || computed === "transparent") return { paint: "none", opacity: 1 };
  const match = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(computed);
  if (!match) return null;
  const opacity = match[4] === undefined ? 1 : Number(match[4]);
  if (opacity === 0) return { paint: "none", opacity: 1 };
  const paint = paints[toHex(match.slice(1, 4).map(Number))];
  return paint === undefined ? null : { paint, opacity };
}

/** `[1, 1, 1]` → `#010101`. */
function toHex(channels: readonly number[]): string {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
