import MarkdownItConstructor, { type MarkdownIt } from "markdown-it";
import type { Versions } from "../versions.ts";
import { boxes } from "./box.ts";
import { callouts } from "./callout.ts";
import { codeBlocks, readFileBlock } from "./code-block.ts";
import { eventExplorer } from "./event-explorer.ts";
import { exercises } from "./exercise.ts";
import { fences, type PrintDiagram, printCode } from "./fence.ts";
import { fillRooms } from "./file-room.ts";
import { footnotes } from "./footnote.ts";
import { headings } from "./heading.ts";
import { links } from "./link.ts";
import { newEnv, type PageLink, pageOf } from "./page.ts";
import type { PageCache, PrintedPage } from "./page-cache.ts";
import { placeholders } from "./placeholder.ts";
import { quizzes } from "./quiz.ts";
import { rawHtml } from "./raw-html.ts";
import { slotSimulator } from "./slot-simulator.ts";
import { tables } from "./table.ts";
import { terms } from "./terms.ts";
import { type TextCache, typography } from "./typography.ts";
import { watermarkStepper } from "./watermark-stepper.ts";

export interface MarkdownOptions {
  /** Path part of the site's address, begins and ends with "/". */
  base: string;
  /** Project folder that holds labs/. */
  root: string;
  /** Versions for placeholders; asked once per page. */
  versions: () => Versions;
  /** Told the links inside the site once per rendering of a file. */
  onLinks?: (file: string, links: readonly PageLink[]) => void;
  /** Remembers texts whose typography is set. */
  texts?: TextCache;
  /** Remembers whole pages; none unless given. */
  pages?: PageCache;
  /** Prints a diagram. */
  diagram: PrintDiagram;
}

/**
 * The Markdown of lessons. Its syntax is described in CONTRIBUTING.md; every mistake in it throws a ContentError with
 * file, line, reason and what was allowed.
 */
export function createMarkdown(options: MarkdownOptions): MarkdownIt {
  const md = new MarkdownItConstructor();
  // Text that is indented by accident must not turn into code.
  md.disable("code");

  // Before parsing, and on blocks.
  md.use(placeholders, options.versions);
  md.use(boxes);
  md.use(callouts);
  md.use(quizzes);
  md.use(eventExplorer, options.root);
  md.use(slotSimulator, options.root);
  md.use(watermarkStepper, options.root);
  // On the whole token stream; in this order: notes are at its end by then, and terms follow typography, which joins lines.
  md.use(rawHtml);
  md.use(codeBlocks, options.root);
  md.use(exercises);
  md.use(headings);
  md.use(footnotes);
  md.use(links, options.base);
  md.use(typography, options.texts ?? new Map<string, string>());
  md.use(terms, options.base);
  // On printing.
  md.use(tables);
  md.use(fences, options.base, options.diagram);

  const { render } = md;
  md.render = (source, data) => {
    const env = newEnv(source, data);
    const page = pageOf(env);
    const { file, terms, links, fileBlocks, uses } = page;
    const print = (): PrintedPage => ({ html: render.call(md, source, env), links, fileBlocks, uses });
    const inputs = [source, JSON.stringify(options.versions()), terms?.version ?? ""];
    const printed = options.pages?.print(file, inputs, print) ?? print();
    options.onLinks?.(
      file,
      printed.links.map(({ line, ...link }) => ({ ...link, place: page.place(line) })),
    );
    const blocks = printed.fileBlocks.map(({ info, line }) => readFileBlock(info, options.root, page.place(line)));
    return fillRooms(
      printed.html,
      blocks.map((block) => printCode(block, options.base)),
    );
  };
  return md;
}
