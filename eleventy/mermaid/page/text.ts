import { escapeQuoted } from "../../markup.ts";
import { type Attribute, print } from "./attributes.ts";
import { toPaint } from "./paint.ts";
import { short } from "./path.ts";
import type { Context } from "./print.ts";

/**
 * Prints a text: its rows, each where it stands, so that readers' browsers compute neither `em`s nor baselines. Rows of
 * one look make one element, so that they are one label.
 */
export function printText(
  text: SVGTextElement,
  x: number,
  y: number,
  common: readonly Attribute[],
  context: Context,
): string {
  const spans = [...text.querySelectorAll("tspan")].filter((span) =>
    ["x", "y", "dy"].some((name) => span.hasAttribute(name)),
  );
  const rows: SVGTextContentElement[] = spans.length > 0 ? spans : [text];
  let printed = "";
  let lookBefore: string | null = null;
  for (const row of rows) {
    const length = row.getNumberOfChars();
    const words = escapeQuoted((row.textContent ?? "").replace(/[ \t\r\n]+/g, " ").trim());
    if (length === 0 || words === "") continue;
    const look = print([...lookOf(row, context), ...common]);
    const at = print(placeOf(row, length, x, y));
    if (look === lookBefore) printed += `<tspan${at}>${words}</tspan>`;
    else printed += `${lookBefore === null ? "" : "</text>"}<text${at}${look}>${words}`;
    lookBefore = look;
  }
  return lookBefore === null ? "" : `${printed}</text>`;
}

/** The style of a row's words; a row in itself has none. */
function styleOf(row: SVGTextContentElement): CSSStyleDeclaration {
  return getComputedStyle(row.querySelector("tspan") ?? row);
}

/** Where a row is anchored on its baseline. */
function placeOf(row: SVGTextContentElement, length: number, x: number, y: number): Attribute[] {
  const start = row.getStartPositionOfChar(0);
  const end = row.getEndPositionOfChar(length - 1);
  const { textAnchor } = styleOf(row);
  const at = textAnchor === "middle" ? (start.x + end.x) / 2 : textAnchor === "end" ? end.x : start.x;
  return [
    ["x", short(at + x)],
    ["y", short(start.y + y)],
  ];
}

function lookOf(row: SVGTextContentElement, context: Context): Attribute[] {
  const style = styleOf(row);
  const attributes: Attribute[] = [];
  if (style.textAnchor !== "start") attributes.push(["text-anchor", style.textAnchor]);
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
