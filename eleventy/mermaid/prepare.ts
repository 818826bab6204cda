import type { Place } from "./errors.ts";

export interface PrepareOptions {
  /** Folder of rendered diagrams; `assets/diagrams` unless a fixture site keeps its own. */
  store?: string;
}

/** Loads, and renders where missing, every diagram of the Markdown files under `contentDir`. Throws DiagramError. */
export async function prepareDiagrams(contentDir: string, options?: PrepareOptions): Promise<void> {
  throw new Error(`not ready yet: ${contentDir} ${options}`);
}

/** The SVG of a prepared fence body. `place` is the line of its opening fence. Throws DiagramError. */
export function diagramFor(source: string, place: Place): string {
  throw new Error(`not ready yet: ${source} ${place.file}`);
}
