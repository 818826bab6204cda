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
  { kind: "the search page", path: "./search/" },
  { kind: "the page for an address that does not exist", path: "./404.html" },
] as const;
