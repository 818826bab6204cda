import type { MermaidConfig } from "mermaid";
import { themeCSS, themeVariables } from "./theme.ts";

/** Raise it when the flattener prints something else for the same diagram: all keys change, all diagrams are rendered again. */
export const REVISION = 1;

/** Family name of the diagram font, here while measuring and in the site's CSS. */
export const FONT_FAMILY = "Diagram";

/** Text size in px; the smallest text of any kind is 13 px. */
const size = 15;

/** One configuration for all diagrams; authors cannot change it (directives and front matter are refused). */
export const mermaidConfig: MermaidConfig = {
  startOnLoad: false,
  securityLevel: "strict",
  deterministicIds: true,
  deterministicIDSeed: "diagram",
  handDrawnSeed: 7,
  suppressErrorRendering: true,
  theme: "base",
  look: "classic",
  layout: "dagre",
  htmlLabels: false,
  fontFamily: FONT_FAMILY,
  fontSize: size,
  themeVariables,
  themeCSS,
  flowchart: { htmlLabels: false, curve: "basis", nodeSpacing: 36, rankSpacing: 40, padding: 12, wrappingWidth: 180 },
  sequence: {
    mirrorActors: false,
    actorFontSize: size,
    messageFontSize: size,
    noteFontSize: size,
    actorMargin: 36,
    width: 130,
    boxMargin: 8,
    messageMargin: 32,
  },
  class: { htmlLabels: false, padding: 10 },
  state: { nodeSpacing: 36, rankSpacing: 40 },
  er: { fontSize: size, nodeSpacing: 60, rankSpacing: 50 },
  gantt: {
    useWidth: 700,
    fontSize: 14,
    sectionFontSize: 14,
    barHeight: 26,
    barGap: 6,
    leftPadding: 110,
    topPadding: 40,
    gridLineStartPadding: 44,
  },
  pie: { textPosition: 0.7 },
  mindmap: { padding: 8, maxNodeWidth: 160 },
};
