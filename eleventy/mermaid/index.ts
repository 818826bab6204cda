/**
 * Diagrams: ```mermaid fences become committed, flattened SVG files.
 *
 * Eleventy calls `prepareDiagrams` before a build (asynchronous: it may have to start a browser), the Markdown plug-in
 * then asks for each fence with `diagramFor` and prints `renderDiagramFigure` (both synchronous). What is wrong with a diagram is a
 * ContentError of eleventy/content-error.ts: `file:line: mermaid: reason`.
 */

export { type DiagramFigure, renderDiagramFigure } from "./figure.ts";
export { readLabels, readTitle } from "./labels.ts";
export type { Place } from "./place.ts";
export { diagramFile, diagramFor, type PrepareOptions, prepareDiagrams } from "./prepare.ts";
