/**
 * Colours. Mermaid computes with colours (it darkens, fades, inverts), so it cannot be given `var(--d-line)`. It gets
 * sentinels instead, colours that nothing else uses, and the flattener turns each back into the variable it stands for.
 */
const VARIABLES = {
  text: "#010101",
  line: "#020202",
  fill: "#030303",
  bg: "#040404",
  note: "#050505",
  cluster: "#060606",
  muted: "#070707",
  accent: "#080808",
  warn: "#090909",
  ok: "#0a0a0a",
} as const;

const { text, line, fill, bg, note, cluster, muted, accent, warn, ok } = VARIABLES;

/** Sentinel colour → paint of the printed SVG. */
export const PAINTS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(VARIABLES).map(([name, sentinel]) => [sentinel, `var(--d-${name})`]),
);

/** Styles of the only classes an author may use, as Mermaid's `classDef` takes them. */
export const CLASS_STYLES: Readonly<Record<string, string>> = {
  accent: `fill:${fill},stroke:${accent},stroke-width:2px,color:${text}`,
  muted: `fill:${bg},stroke:${muted},stroke-width:1px,stroke-dasharray:4 3,color:${muted}`,
  warn: `fill:${fill},stroke:${warn},stroke-width:2px,color:${text}`,
  ok: `fill:${fill},stroke:${ok},stroke-width:2px,color:${text}`,
};

/** Strong fills that carry `bg`-coloured text, for pie slices and git branches. */
const STRONG = [accent, ok, warn, muted, line];

/** What no variable reaches: Mermaid's own black and white, pale or see-through lines and labels, and texts too small to read. */
export const themeCSS = `
  .edgeLabel rect, .edgeLabel .label rect, .labelBkg { fill: ${bg} !important; opacity: 1 !important }
  .edgeTerminals text { font-size: 13px !important; fill: ${text} !important }
  marker circle[fill=white] { fill: ${bg} !important }
  .grid path, .grid line { stroke: ${muted} !important }
  .grid text { font-size: 13px !important; fill: ${text} !important }
  .commit-label-bkg { opacity: 1 !important }
  text[font-size="4ex"] { font-size: 18px !important }
  [class*=section-edge-] { stroke: ${line} !important; stroke-width: 1.5px !important }
`;

/** `{pie1: first, pie2: second, …}`, going round the values. */
function series(name: string, first: number, count: number, values: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${name}${first + index}`, values[index % values.length] as string]),
  );
}

/** Every variable of Mermaid's theme "base" that the supported kinds read; what is not named here Mermaid would compute. */
export const themeVariables = {
  darkMode: false,
  fontSize: "15px",
  background: bg,
  primaryColor: fill,
  primaryTextColor: text,
  primaryBorderColor: line,
  secondaryColor: cluster,
  secondaryTextColor: text,
  secondaryBorderColor: line,
  tertiaryColor: cluster,
  tertiaryTextColor: text,
  tertiaryBorderColor: line,
  lineColor: line,
  arrowheadColor: line,
  textColor: text,
  titleColor: text,
  mainBkg: fill,
  nodeBkg: fill,
  nodeBorder: line,
  nodeTextColor: text,
  border1: line,
  border2: line,
  clusterBkg: cluster,
  clusterBorder: muted,
  defaultLinkColor: line,
  edgeLabelBackground: bg,
  labelBackground: bg,
  // Sequence
  actorBkg: fill,
  actorBorder: line,
  actorTextColor: text,
  actorLineColor: muted,
  signalColor: line,
  signalTextColor: text,
  labelBoxBkgColor: cluster,
  labelBoxBorderColor: line,
  labelTextColor: text,
  loopTextColor: text,
  activationBorderColor: line,
  activationBkgColor: cluster,
  sequenceNumberColor: bg,
  noteBkgColor: note,
  noteTextColor: text,
  noteBorderColor: line,
  rectBkgColor: cluster,
  // State and class
  altBackground: cluster,
  transitionColor: line,
  transitionLabelColor: text,
  stateLabelColor: text,
  stateBkg: fill,
  labelBackgroundColor: bg,
  compositeBackground: cluster,
  compositeTitleBackground: cluster,
  compositeBorder: muted,
  innerEndBackground: line,
  specialStateColor: line,
  classText: text,
  // Entity and relationship
  attributeBackgroundColorOdd: bg,
  attributeBackgroundColorEven: cluster,
  rowOdd: bg,
  rowEven: cluster,
  relationColor: line,
  relationLabelColor: text,
  relationLabelBackground: bg,
  // Gantt
  sectionBkgColor: cluster,
  altSectionBkgColor: bg,
  sectionBkgColor2: cluster,
  excludeBkgColor: note,
  gridColor: muted,
  taskBkgColor: fill,
  taskBorderColor: line,
  activeTaskBkgColor: fill,
  activeTaskBorderColor: accent,
  doneTaskBkgColor: bg,
  doneTaskBorderColor: ok,
  critBkgColor: note,
  critBorderColor: warn,
  todayLineColor: warn,
  vertLineColor: accent,
  taskTextColor: text,
  taskTextOutsideColor: text,
  taskTextLightColor: text,
  taskTextDarkColor: text,
  taskTextClickableColor: text,
  // Pie
  ...series("pie", 1, 12, STRONG),
  pieTitleTextColor: text,
  pieSectionTextColor: bg,
  pieLegendTextColor: text,
  pieStrokeColor: bg,
  pieOuterStrokeColor: line,
  pieOuterStrokeWidth: "1px",
  pieOpacity: "1",
  pieTitleTextSize: "15px",
  pieSectionTextSize: "15px",
  pieLegendTextSize: "15px",
  // Git
  ...series("git", 0, 8, STRONG),
  ...series("gitInv", 0, 8, [text]),
  ...series("gitBranchLabel", 0, 8, [bg]),
  branchLabelColor: bg,
  commitLabelColor: text,
  commitLabelBackground: bg,
  commitLabelFontSize: "13px",
  tagLabelColor: text,
  tagLabelBackground: fill,
  tagLabelBorder: line,
  tagLabelFontSize: "13px",
  // Timeline and mindmap
  ...series("cScale", 0, 12, [fill]),
  ...series("cScaleLabel", 0, 12, [text]),
  ...series("cScaleInv", 0, 12, [line]),
  ...series("cScalePeer", 0, 12, [line]),
  ...series("lineColor", 0, 12, [line]),
  scaleLabelColor: text,
  ...series("fillType", 0, 8, [fill]),
  ...series("surface", 0, 5, [cluster]),
  ...series("surfacePeer", 0, 5, [line]),
  errorBkgColor: note,
  errorTextColor: text,
};
