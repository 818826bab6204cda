/** How many numbers each path command takes. */
const ARITY: Record<string, number> = { M: 2, L: 2, T: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, A: 7, Z: 0 };

/** A number with one digit after the point and no needless characters: `-.5`, `12`, `3.1`. */
export function short(value: number): string {
  const text = String(Math.round(value * 10) / 10);
  return text === "-0" ? "0" : text.replace(/^(-?)0\./, "$1.");
}

/** Numbers in a row, with no space before a minus sign. */
export function shortList(values: readonly number[]): string {
  return values.map(short).reduce((all, one) => (all === "" || one.startsWith("-") ? all + one : `${all} ${one}`), "");
}

/**
 * Moves a path and shortens its numbers.
 * @param d path data as Mermaid writes it: separate numbers, absolute or relative commands
 * @param dx,dy how far, in px
 */
export function movePath(d: string, dx: number, dy: number): string {
  const parts = d.matchAll(/([a-df-z])([^a-df-z]*)/gi);
  let out = "";
  let first = true;
  for (const [, letter = "", rest = ""] of parts) {
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);
    const arity = ARITY[letter.toUpperCase()] ?? 0;
    const moved = numbers.map((value, index) => {
      // Only the very first point of a relative command is absolute.
      if (letter !== letter.toUpperCase() && !(first && index < 2)) return value;
      return value + shift(letter.toUpperCase(), index % arity, dx, dy);
    });
    out += letter + shortList(moved);
    first = false;
  }
  return out;
}

/** What to add to the number at this place of a command. */
function shift(command: string, place: number, dx: number, dy: number): number {
  if (command === "H") return dx;
  if (command === "V") return dy;
  if (command === "A") return place === 5 ? dx : place === 6 ? dy : 0;
  return place % 2 === 0 ? dx : dy;
}

/** Moves a list of points, `x,y x,y …`. */
export function movePoints(points: string, dx: number, dy: number): string {
  const numbers = (points.match(/-?[\d.]+(?:e[-+]?\d+)?/gi) ?? []).map(Number);
  return shortList(numbers.map((value, index) => value + (index % 2 === 0 ? dx : dy)));
}
