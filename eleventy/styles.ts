/** Styles of what few pages have: each file of assets/css/extra, and what in a page calls for it; looked for in every page. */
export const EXTRA_STYLES: Readonly<Record<string, readonly string[]>> = {
  map: ['class="map"', 'class="lessons"'],
  labs: ['class="tree"', 'class="sheet sheet-code"'],
  entries: ['class="entry"'],
  recorded: ["<event-explorer", "<slot-simulator", "<watermark-stepper"],
  paper: ['class="sheet paper"', 'class="prose summary"'],
};

/** Names of the extra styles that a page needs, in the order of their layers; `content` is the page's HTML. */
export function extraStyles(content: string): string[] {
  return Object.entries(EXTRA_STYLES).flatMap(([name, signs]) =>
    signs.some((sign) => content.includes(sign)) ? [`${name}.css`] : [],
  );
}
