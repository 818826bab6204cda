import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { WrittenFileBlock, WrittenLink } from "./page.ts";
import { UsedFiles } from "./used-files.ts";

/** A page as it was printed. */
export interface PrintedPage {
  html: string;
  links: readonly WrittenLink[];
  /** Blocks for which it leaves room: they are filled with their files when it is shown. */
  fileBlocks: readonly WrittenFileBlock[];
  /** Other files besides its own that it was printed from. */
  uses: UsedFiles;
}

interface KeptPage extends Omit<PrintedPage, "uses"> {
  /** The names of those files. */
  uses: readonly string[];
  /** A hash of all that it was printed from, made when it is asked for: a build does so once all pages are printed. */
  key: () => string;
}

/**
 * Keeps the printed Markdown of each page until anything changes that it was printed from: most edits change one lesson
 * of many. With a folder the next build finds it too.
 */
export class PageCache {
  private readonly pages = new Map<string, KeptPage>();
  /** What is not yet in the folder. */
  private readonly unsaved = new Set<string>();
  private readonly common: string;
  private readonly folder: string | undefined;

  /**
   * @param common names what shapes every page: the program and its settings
   * @param folder where `save` puts the pages
   */
  constructor(common: string, folder?: string) {
    this.common = common;
    this.folder = folder;
  }

  /**
   * The page that was printed of these inputs, or else prints it.
   * @param file its source, under which the page is kept
   * @param inputs the text, and what else is known before it is printed
   */
  print(file: string, inputs: readonly string[], print: () => PrintedPage): Omit<PrintedPage, "uses"> {
    const kept = this.pages.get(file) ?? this.read(file);
    if (kept && kept.key() === this.keyOf(inputs, new UsedFiles(kept.uses))) return kept;
    const { uses, ...printed } = print();
    let key: string | undefined;
    const page = {
      ...printed,
      uses: uses.names,
      key: () => {
        key ??= this.keyOf(inputs, uses);
        return key;
      },
    };
    this.pages.set(file, page);
    this.unsaved.add(file);
    return page;
  }

  /** Writes into the folder what was printed since the last call. */
  save(): void {
    if (!this.folder) return;
    for (const file of this.unsaved) this.write(file, this.pages.get(file) as KeptPage);
    this.unsaved.clear();
  }

  private keyOf(inputs: readonly string[], uses: UsedFiles): string {
    const hash = createHash("sha256").update(this.common);
    for (const input of inputs) hash.update("\0").update(input);
    return hash.update("\0").update(uses.key).digest("base64url");
  }

  /** What cannot be read was never kept. */
  private read(file: string): KeptPage | undefined {
    if (!this.folder) return undefined;
    try {
      const text = readFileSync(this.pathOf(file), "utf8");
      const end = text.indexOf("\n");
      const { key, ...rest } = JSON.parse(text.slice(0, end));
      return { ...rest, key: () => key, html: text.slice(end + 1) };
    } catch {
      return undefined;
    }
  }

  private write(file: string, { html, key, ...rest }: KeptPage): void {
    const path = this.pathOf(file);
    mkdirSync(dirname(path), { recursive: true });
    // Another build may be reading: the file is replaced in one step.
    writeFileSync(`${path}.${process.pid}`, `${JSON.stringify({ ...rest, key: key() })}\n${html}`);
    renameSync(`${path}.${process.pid}`, path);
  }

  private pathOf(file: string): string {
    return join(this.folder ?? "", `${file}.html`);
  }
}
