/** The first lesson of the course, without the base path. */
export const LESSON = "/course/module-1/01-cdc-fundamentals/";

/** One page of each kind, relative to the base of the site. */
export const PAGES = [
  { kind: "the home page", path: "./" },
  { kind: "the roadmap", path: "./roadmap/" },
  { kind: "a module page", path: "./course/module-1/" },
  { kind: "the page of a module that is only planned", path: "./course/module-8/" },
  { kind: "a lesson", path: `.${LESSON}` },
  { kind: "the page about the course", path: "./about/" },
  { kind: "the tree of lab files", path: "./labs/" },
  { kind: "a lab file", path: "./labs/dot-env/" },
  { kind: "the page of the drill", path: "./drill/" },
  { kind: "the page of changes", path: "./changes/" },
  { kind: "the search page", path: "./search/" },
  { kind: "the glossary", path: "./glossary/" },
  { kind: "the list of messages", path: "./troubleshooting/" },
  { kind: "the page for an address that does not exist", path: "./404.html" },
] as const;
