/** The first lesson of the course, without the base path. */
export const LESSON = "/course/module-1/01-cdc-fundamentals/";

export interface PageKind {
  kind: string;
  /** Relative to the base of the site. */
  path: string;
  /** It asks search engines to leave it out. */
  unlisted?: true;
  /** It has no menu and no scripts but the one for the theme: it is there for paper. */
  bare?: true;
}

/** One page of each kind. */
export const PAGES: readonly PageKind[] = [
  { kind: "the home page", path: "./" },
  { kind: "the roadmap", path: "./roadmap/" },
  { kind: "a module page", path: "./course/module-1/" },
  { kind: "the page of a module that is only planned", path: "./course/module-8/" },
  { kind: "the summary of a module", path: "./course/module-1/summary/" },
  { kind: "a module on one page, for paper", path: "./course/module-1/print/", unlisted: true, bare: true },
  { kind: "a lesson", path: `.${LESSON}` },
  { kind: "the page about the course", path: "./about/" },
  { kind: "the tree of lab files", path: "./labs/" },
  { kind: "a lab file", path: "./labs/dot-env/" },
  { kind: "the page of the drill", path: "./drill/" },
  { kind: "the page of changes", path: "./changes/" },
  { kind: "the search page", path: "./search/", unlisted: true },
  { kind: "the glossary", path: "./glossary/" },
  { kind: "the list of messages", path: "./troubleshooting/" },
  { kind: "the page for an address that does not exist", path: "./404.html", unlisted: true },
];
