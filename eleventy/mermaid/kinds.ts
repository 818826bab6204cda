import { CLASS_STYLES } from "./theme.ts";

/** A kind of diagram that the theme and the flattener are tested for. */
export interface Kind {
  /** The keyword that authors write first. */
  name: string;
  /** First line of such a diagram. */
  header: RegExp;
  /** Whether `:::accent` and the other named classes work. */
  classes: boolean;
  /** Lines appended before rendering, for what an author must not or need not write. */
  footer: readonly string[];
}

/** Class names that authors may use. */
export const CLASS_NAMES = Object.keys(CLASS_STYLES);

const CLASS_DEFINITIONS = CLASS_NAMES.map((name) => `classDef ${name} ${CLASS_STYLES[name]}`);

const KINDS: readonly Kind[] = [
  { name: "flowchart", header: /^(?:flowchart|graph)\b/, classes: true, footer: CLASS_DEFINITIONS },
  { name: "sequenceDiagram", header: /^sequenceDiagram\b/, classes: false, footer: [] },
  { name: "classDiagram", header: /^classDiagram(?:-v2)?\b/, classes: true, footer: CLASS_DEFINITIONS },
  { name: "stateDiagram-v2", header: /^stateDiagram(?:-v2)?\b/, classes: true, footer: CLASS_DEFINITIONS },
  { name: "erDiagram", header: /^erDiagram\b/, classes: true, footer: CLASS_DEFINITIONS },
  // The line of today would make the picture depend on the day it is rendered.
  { name: "gantt", header: /^gantt\b/, classes: false, footer: ["todayMarker off"] },
  { name: "pie", header: /^pie\b/, classes: false, footer: [] },
  { name: "gitGraph", header: /^gitGraph\b/, classes: false, footer: [] },
  { name: "timeline", header: /^timeline\b/, classes: false, footer: [] },
  { name: "mindmap", header: /^mindmap\b/, classes: false, footer: [] },
];

export const KIND_NAMES = KINDS.map(({ name }) => name);

/** The kind whose first line this is, if it is supported. */
export function kindOf(firstLine: string): Kind | undefined {
  return KINDS.find(({ header }) => header.test(firstLine));
}
