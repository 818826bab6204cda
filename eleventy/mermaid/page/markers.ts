import { print } from "./attributes.ts";
import { collect } from "./leaves.ts";
import { type Context, printLeaf } from "./print.ts";

/** The markers that the picture uses, each look printed once. */
export class Markers {
  readonly #svg: SVGSVGElement;
  readonly #context: Context;
  readonly #idPrefix: string;
  /** Printed marker without its id → id. */
  readonly #printed = new Map<string, string>();

  /** @param idPrefix what ids begin with */
  constructor(svg: SVGSVGElement, context: Omit<Context, "marker">, idPrefix: string) {
    this.#svg = svg;
    this.#context = { ...context, marker: null };
    this.#idPrefix = idPrefix;
  }

  /** The id under which a marker of Mermaid's picture is printed; null if it draws nothing. */
  use(original: string): string | null {
    const marker = this.#svg.querySelector(`marker[id="${CSS.escape(original)}"]`);
    if (!marker) return null;
    const leaves = [...marker.children].flatMap((child) => collect(child, new DOMMatrix(), 1, this.#context.leftovers));
    const content = leaves.map((leaf) => printLeaf(leaf, 0, 0, this.#context)).join("");
    if (content === "") return null;
    const kept = ["viewBox", "refX", "refY", "markerWidth", "markerHeight", "markerUnits", "orient"];
    const attributes = kept.flatMap((name) => {
      const value = marker.getAttribute(name);
      return value === null ? [] : [[name, value] as const];
    });
    const look = `${print(attributes)}>${content}</marker>`;
    const known = this.#printed.get(look) ?? `${this.#idPrefix}${this.#printed.size}`;
    this.#printed.set(look, known);
    return known;
  }

  /** The markers in use, as `<defs>`. */
  print(): string {
    if (this.#printed.size === 0) return "";
    return `<defs>${[...this.#printed].map(([look, id]) => `<marker id="${id}"${look}`).join("")}</defs>`;
  }
}
