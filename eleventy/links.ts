import { statSync } from "node:fs";
import { join } from "node:path";
import type UserConfig from "@11ty/eleventy/UserConfig";
import { type ContentError, throwAll } from "./content-error.ts";
import type { PageLink } from "./markdown/page.ts";
import { nearest } from "./nearest.ts";

/** A produced page: its source, its address without the base path (false if none was written), and its HTML. */
export interface BuiltPage {
  inputPath: string;
  url: string | false;
  content: string;
}

/** What was built, as far as links can lead to it. */
export interface BuiltSite {
  pages: readonly BuiltPage[];
  /** Only the changed pages were built; the others stand as they were. */
  incremental: boolean;
  /** Whether a file that is no page exists at a site path. */
  hasFile: (path: string) => boolean;
}

const ID = /\sid="([^"]+)"/g;

/**
 * Remembers the links of Markdown pages while they are rendered, and what their targets hold after a build. It keeps
 * both over the rebuilds of a serving Eleventy, where unchanged pages are not rendered again.
 */
export class LinkCheck {
  private readonly links = new Map<string, readonly PageLink[]>();
  private readonly targets = new Map<string, Set<string>>();
  private readonly sources = new Map<string, string>();

  /** Replaces what is known about the links of a file. */
  record(file: string, links: readonly PageLink[]): void {
    this.links.set(file, links);
  }

  /** @returns the links that lead nowhere, in the order of files and lines */
  check({ pages, incremental, hasFile }: BuiltSite): ContentError[] {
    if (!incremental) this.forgetAllBut(new Set(pages.map((page) => page.inputPath)));
    for (const { inputPath, url, content } of pages) {
      if (!url) continue;
      this.sources.set(inputPath, url);
      this.targets.set(decodeURI(url), new Set([...content.matchAll(ID)].map(([, id = ""]) => id)));
    }
    return [...this.links].flatMap(([file, links]) => {
      return links.flatMap((link) => this.mistake(link, this.sources.get(file), hasFile) ?? []);
    });
  }

  private forgetAllBut(files: ReadonlySet<string>): void {
    this.targets.clear();
    this.sources.clear();
    for (const file of this.links.keys()) if (!files.has(file)) this.links.delete(file);
  }

  private mistake(link: PageLink, own: string | undefined, hasFile: BuiltSite["hasFile"]): ContentError | undefined {
    const path = link.path ?? own ?? "";
    const ids = this.targets.get(path);
    if (!ids) {
      if (hasFile(path)) return undefined;
      const like = nearest(path, this.targets.keys());
      return link.place.error(`link to "${link.written}": no such page; a planned one is named without a link`, like);
    }
    if (link.anchor === null || ids.has(link.anchor)) return undefined;
    const like = nearest(link.anchor, ids);
    return link.place.error(`link to "${link.written}": that page has no such section`, like && `#${like}`);
  }
}

/** The part of Eleventy's `eleventy.after` event that is used here. */
interface Built {
  directories: { output: string };
  outputMode: "fs" | "json" | "ndjson";
  incremental: boolean;
  results: readonly BuiltPage[];
}

/** Fails a build whose Markdown pages link to pages, sections or files that do not exist. */
export function checkLinks(config: UserConfig, check: LinkCheck): void {
  config.on("eleventy.after", ({ results, incremental, directories, outputMode }: Built) => {
    if (outputMode !== "fs") return;
    const hasFile = (path: string) =>
      statSync(join(directories.output, path), { throwIfNoEntry: false })?.isFile() ?? false;
    throwAll(check.check({ pages: results, incremental, hasFile }));
  });
}
