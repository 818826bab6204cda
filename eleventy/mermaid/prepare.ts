import { findChrome, HOW_TO_GET_CHROME } from "../../tools/chrome.ts";
import { ContentError, throwAll } from "../content-error.ts";
import { collectDiagrams, errorOf, type Placed } from "./collect.ts";
import { keyOf } from "./key.ts";
import type { Place } from "./place.ts";
import { Store } from "./store.ts";

export interface PrepareOptions {
  /** Folder of rendered diagrams; `assets/diagrams` unless a fixture site keeps its own. */
  store?: string;
  /** Finds the browser to render with; null if there is none. */
  chrome?: () => string | null;
}

/** Diagrams of this build by key. */
const prepared = new Map<string, string>();

/**
 * Loads every diagram of the Markdown files below `contentDir`, and renders those that are not stored yet. Starts no
 * browser when all are.
 * @throws ContentError, one line per mistake of any diagram; Error if one must be rendered and there is no browser
 */
export async function prepareDiagrams(contentDir: string, options: PrepareOptions = {}): Promise<void> {
  const store = new Store(options.store);
  const load = (key: string): boolean => {
    const svg = prepared.get(key) ?? store.read(key);
    if (svg !== null) prepared.set(key, svg);
    return svg !== null;
  };
  const { diagrams: missing, errors } = collectDiagrams(contentDir, load);
  if (missing.length > 0 && !(options.chrome ?? findChrome)()) throw noBrowser(missing[0] as Placed, missing.length);
  errors.push(...(await renderInto(store, missing)));
  for (const { key } of missing) load(key);
  throwAll(errors);
}

/** Renders diagrams into a store, and returns what is wrong with those that cannot be. */
export async function renderInto(store: Store, diagrams: readonly Placed[]): Promise<ContentError[]> {
  if (diagrams.length === 0) return [];
  // Loaded only now: it brings a browser's driver along.
  const { renderDiagrams } = await import("./render.ts");
  const results = await renderDiagrams(diagrams.map(({ diagram }) => diagram));
  return results.flatMap((result, index) => {
    const { key, fence } = diagrams[index] as Placed;
    if ("fault" in result) return [errorOf(result.fault, fence)];
    store.write(key, result.svg);
    return [];
  });
}

function noBrowser({ fence }: Placed, count: number): Error {
  const others = count > 1 ? ` (and ${count - 1} more)` : "";
  const reason = `mermaid: the diagram is not rendered yet${others}, and rendering needs a browser, but ${HOW_TO_GET_CHROME}`;
  return new ContentError(fence.file, fence.line, `${reason}\nThen run: npm run diagrams`);
}

/** The file that holds the SVG of a fence; its folder is the project's own. */
export function diagramFile(source: string): string {
  return new Store().pathOf(keyOf(source));
}

/**
 * The SVG of a fence that `prepareDiagrams` has met.
 * @param source body of the fence
 * @param place line of its opening fence
 * @throws ContentError if it was not prepared
 */
export function diagramFor(source: string, place: Place): string {
  const svg = prepared.get(keyOf(source));
  if (svg === undefined) {
    throw new ContentError(
      place.file,
      place.line,
      "mermaid: the diagram is not rendered; expected a fence outside quotations, and npm run diagrams",
    );
  }
  return svg;
}
