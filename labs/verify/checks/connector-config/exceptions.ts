import type { Exception } from "../findings.ts";

// Misspelt on purpose. cspell:ignore inclde

/** Settings of configurations that are wrong on purpose. */
export const WRONG_ON_PURPOSE: readonly Exception[] = [
  {
    file: "content/course/module-1-foundations/04-first-connector.md",
    what: "table.inclde.list",
    because: "the lesson shows that nothing reports a misspelt name",
  },
  {
    file: "content/course/module-1-foundations/04-first-connector.md",
    what: "snapshot.mode",
    because: "the lesson shows how validation refuses a removed value",
  },
  {
    file: "content/course/module-2-postgresql/05-aurora-failover.md",
    what: "database.hostname",
    because: "the lesson shows that validation refuses two names",
  },
];

/** Names in the text of a lesson that are meant as they are. */
export const WRONG_IN_TEXT: readonly Exception[] = [
  {
    file: "content/course/module-1-foundations/04-first-connector.md",
    what: "table.inclde.list",
    because: "the lesson shows that nothing reports a misspelt name",
  },
];
