import { diagramFile, diagramFor, readLabels, readTitle, renderDiagramFigure } from "../mermaid/index.ts";
import type { PrintDiagram } from "./fence.ts";

/** Prints the committed SVG of a diagram as a figure. */
export const printDiagram: PrintDiagram = ({ body, place }, caption, page) => {
  page.uses.add(diagramFile(body));
  const svg = diagramFor(body, place);
  return renderDiagramFigure({ svg, index: page.diagrams, caption, title: readTitle(svg), labels: readLabels(svg) });
};
