import { escapeQuoted } from "../../markup.ts";
import { short } from "./path.ts";

/** An attribute to print. */
export type Attribute = readonly [name: string, value: string];

/** Attributes as they stand in a tag, each after a space. */
export function print(attributes: readonly Attribute[]): string {
  return attributes.map(([name, value]) => ` ${name}="${escapeQuoted(value)}"`).join("");
}

/** Coordinates and sizes as attributes; zeroes are left out because they are the defaults. */
export function shortNumbers(values: Record<string, number>): Attribute[] {
  return Object.entries(values)
    .map(([name, value]) => [name, short(value)] as const)
    .filter(([, value]) => value !== "0");
}
