import type { Site } from "../eleventy/site.ts";

/** Crawlers read robots.txt at the root of a host only. */
export default {
  permalink: ({ site }: { site: Site }) => (site.base === "/" ? "/robots.txt" : false),
};
