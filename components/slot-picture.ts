import { css, svg } from "lit";
import { MB, SEGMENT, type Server } from "./slot-model.ts";

/** The look of the picture and of its marks; colours are the page's custom properties. */
export const pictureStyle = css`
  svg { display: block; width: 100%; height: 4.5rem; margin-block: 0.75rem; overflow: visible }
  svg svg { width: auto; height: auto; margin: 0 }
  rect { fill: var(--surface); stroke: var(--edge) }
  .kept { fill: var(--accent-bg); stroke: var(--accent) }
  .restart { stroke: var(--accent); fill: var(--accent) }
  .confirmed { stroke: var(--tip); fill: var(--tip) }
  .current { stroke: var(--text); fill: var(--text) }
  .limit { stroke: var(--danger); fill: none; stroke-dasharray: 4 3 }
  .limit path { stroke-dasharray: none }
  line { stroke-width: 2 }
  .key { display: inline-block; width: 0.9em; height: 0.9em; margin: 0 0.3em 0 0 }
`;

/** What stands over a position, and beside its name. */
const SHAPES: Readonly<Record<string, unknown>> = {
  restart: svg`<path d="M-6 0H6L0 9Z" />`,
  confirmed: svg`<circle cy="3" r="4" />`,
  current: svg`<path d="M-4 -4H4V4H-4Z" />`,
  limit: svg`<path d="M-5 -4L5 4M5 -4L-5 4" />`,
};

/**
 * WAL files from the oldest one to the end, those that the slot keeps in colour, with the positions in them. It shows
 * what the figures beside it say, so it is hidden from assistive technology. Geometry stands in attributes: the page's
 * CSP allows no inline styles.
 */
export function walPicture({ oldest, current, restart, confirmed, limit }: Server) {
  const first = Math.min(oldest, segment(confirmed));
  const length = Math.max(segment(current) + SEGMENT - first, 10 * SEGMENT);
  const percent = (bytes: number) => `${((bytes / length) * 100).toFixed(2)}%`;
  const file = (begin: number) => {
    const kept = restart !== null && begin >= segment(restart);
    return svg`<rect x=${percent(begin - first)} y="20" height="32" width=${percent(SEGMENT)} class=${kept ? "kept" : ""} />`;
  };
  const mark = (name: string, position: number | null, top: number) => {
    if (position === null || position < first) return "";
    const x = percent(position - first);
    return svg`<g class=${name}><line x1=${x} x2=${x} y1=${top} y2="60" /><svg x=${x} y=${top}>${SHAPES[name]}</svg></g>`;
  };
  // A slot that stands before it is lost at the next checkpoint.
  const failing = restart === null || limit === null ? null : segment(current) - limit * MB;
  const files = Array.from({ length: (segment(current) - oldest) / SEGMENT + 1 }, (_, at) =>
    file(oldest + at * SEGMENT),
  );
  return svg`<svg part="wal" aria-hidden="true">
    ${files} ${mark("limit", failing, 0)}
    ${mark("current", current, 16)} ${mark("confirmed", confirmed, 8)} ${mark("restart", restart, 0)}
  </svg>`;
}

/** The mark of a position, to stand beside its name: restart, confirmed, current or limit. */
export function markKey(name: string) {
  return svg`<svg class="key ${name}" viewBox="-6 -5 12 14" aria-hidden="true">${SHAPES[name]}</svg>`;
}

function segment(position: number): number {
  return position - (position % SEGMENT);
}
