import { ContentError } from "../content-error.ts";
import { keyOf } from "./key.ts";
import { type Fence, scanFolder } from "./scan.ts";
import { type Diagram, type Fault, normalise, readDiagram } from "./source.ts";

/** A diagram and the first fence that shows it. */
export interface Placed {
  key: string;
  fence: Fence;
  diagram: Diagram;
}

/**
 * Reads every diagram of the Markdown files below a folder; the same one in several places counts once.
 * @param isKnown tells of a key whether its diagram is right, and need not be read
 */
export function collectDiagrams(
  contentDir: string,
  isKnown: (key: string) => boolean = () => false,
): { diagrams: Placed[]; errors: ContentError[] } {
  const diagrams = new Map<string, Placed>();
  const errors: ContentError[] = [];
  for (const fence of scanFolder(contentDir)) {
    const key = keyOf(fence.source);
    if (diagrams.has(key) || isKnown(key)) continue;
    const diagram = readDiagram(normalise(fence.source));
    if (Array.isArray(diagram)) errors.push(...diagram.map((fault) => errorOf(fault, fence)));
    else diagrams.set(key, { key, fence, diagram });
  }
  return { diagrams: [...diagrams.values()], errors };
}

/** Places a fault in the file; its line never leaves the fence. */
export function errorOf({ line, reason }: Fault, fence: Fence): ContentError {
  const last = Math.max(fence.source.split("\n").length, 1);
  return new ContentError(fence.file, fence.line + Math.min(line, last), `mermaid: ${reason}`);
}
