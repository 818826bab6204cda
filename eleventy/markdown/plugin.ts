import { join } from "node:path";
import type UserConfig from "@11ty/eleventy/UserConfig";
import type { Env } from "markdown-it";
import { checkLinks, LinkCheck } from "../links.ts";
import { versionsOf } from "../versions.ts";
import { printDiagram } from "./diagram.ts";
import { createMarkdown } from "./index.ts";
import { inlineParts, renderInline } from "./inline.ts";
import { PageCache } from "./page-cache.ts";
import { tocOf } from "./toc.ts";

export interface MarkdownPluginOptions {
  /** Path part of the site's address, begins and ends with "/". */
  base: string;
  /** Project folder that holds labs/; Eleventy's working folder unless a fixture site has its own. */
  root?: string;
}

/** Told by the event `markdown.printed`, before the layouts; listeners are waited for. */
export interface PrintedMarkdown {
  /** What templates know about the page. */
  data: Env;
  html: string;
}

/**
 * Lessons in Markdown: their syntax, the check of their links, global data `versions`, the filter `toc`, and for texts
 * in data files the filters `inlineMarkdown` (HTML) and `inlineParts` (text and code in turn).
 */
export function markdown(config: UserConfig, { base, root = process.cwd() }: MarkdownPluginOptions): void {
  const versions = versionsOf(root);
  const links = new LinkCheck();
  const onLinks = links.record.bind(links);
  // Only the bundle's name tells a later build that the program is the same.
  const program = process.env.ELEVENTY_BUNDLE;
  const pages = new PageCache(`${program} ${base}`, program && join(root, ".cache/pages"));
  const md = createMarkdown({ base, root, versions, onLinks, pages, diagram: printDiagram });
  config.setLibrary("md", {
    render: async (source: string, data: Env) => {
      const html = md.render(source, data);
      await config.emit("markdown.printed", { data, html } satisfies PrintedMarkdown);
      return html;
    },
  });
  // Not in between: whatever waits for the last printed page, as the search does, need not wait for this too.
  config.on("eleventy.after", () => pages.save());
  config.addPlugin(checkLinks, links);
  config.addGlobalData("versions", versions);
  config.addFilter("toc", tocOf);
  config.addFilter("inlineMarkdown", (text: string, file: string, line: number) =>
    renderInline(md, { text, file, line }),
  );
  config.addFilter("inlineParts", (text: string, file: string, line: number) => inlineParts(md, { text, file, line }));
  // Files of the labs are shown in lessons and offered for download.
  config.addWatchTarget("labs/");
}
