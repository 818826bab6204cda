/** Styles of what few pages have: each file of assets/css/extra, and what in a page calls for it. */
export const EXTRA_STYLES: Readonly<Record<string, RegExp>> = {
  map: /class="(?:map|lessons)"/,
  labs: /class="(?:tree|sheet sheet-code)"/,
  entries: /class="entry"/,
  recorded: /<(?:event-explorer|slot-simulator|watermark-stepper)\b/,
  paper: /class="(?:sheet paper|prose summary)"/,
};

/** Names of the extra styles that a page needs, in the order of their layers; `content` is the page's HTML. */
export function extraStyles(content: string): string[] {
  return Object.entries(EXTRA_STYLES).flatMap(([name, sign]) => (sign.test(content) ? [`${name}.css`] : []));
}
