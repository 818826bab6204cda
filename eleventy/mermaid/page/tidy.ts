/** Mends, in the page, what Mermaid leaves to a crop or draws askew. */
export function tidy(svg: SVGSVGElement): void {
  shortenLifelines(svg);
  lowerActorNames(svg);
  centreMindmapLabels(svg);
}

/** Without actors at the bottom, Mermaid draws lifelines 2,000 px long and crops the picture. */
function shortenLifelines(svg: SVGSVGElement): void {
  const lines = [...svg.querySelectorAll<SVGLineElement>("line.actor-line")];
  if (lines.length === 0) return;
  for (const line of lines) line.style.display = "none";
  const { y, height } = svg.getBBox();
  for (const line of lines) {
    line.style.display = "";
    line.setAttribute("y2", String(y + height + 12));
  }
}

/** Stick figures stand on their names. */
function lowerActorNames(svg: SVGSVGElement): void {
  for (const name of svg.querySelectorAll(".actor-man > text")) name.setAttribute("transform", "translate(0, 6)");
}

/** In circles, boxes and hexagons of a mindmap, SVG labels begin in the middle instead of being centred. */
function centreMindmapLabels(svg: SVGSVGElement): void {
  for (const node of svg.querySelectorAll(".mindmap-node")) {
    const [shape, label, text] = [":scope > :is(circle, path, rect, polygon, g:not(.label))", ".label", "text"].map(
      (selector) => node.querySelector<SVGGraphicsElement>(selector),
    );
    if (!shape || !label || !text) continue;
    const down = label.transform.baseVal.consolidate()?.matrix.f ?? 0;
    const { x, width } = boxIn(shape);
    text.style.textAnchor = "middle";
    label.setAttribute("transform", `translate(${x + width / 2}, ${down})`);
  }
}

/** Box of an element in the coordinates of its parent. */
function boxIn(element: SVGGraphicsElement): { x: number; width: number } {
  const { x, width } = element.getBBox();
  const { transform } = getComputedStyle(element);
  return { x: x + (transform === "none" ? 0 : new DOMMatrix(transform).e), width };
}
