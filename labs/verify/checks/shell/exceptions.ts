import type { Exception } from "../findings.ts";

/** What ShellCheck finds and what is meant so. */
export const MEANT_SO: readonly Exception[] = [
  {
    file: "content/course/module-1-foundations/06-event-structure.md",
    what: "SC2016",
    because: "the text is a program of jq, and the variables in it are jq's",
  },
  {
    file: "labs/verify/stack/entry/mysql.sh",
    what: "SC1090",
    because: "it runs whatever scripts are mounted, as the image does",
  },
  {
    file: "labs/verify/stack/entry/postgres.sh",
    what: "SC1090",
    because: "it runs whatever scripts are mounted, as the image does",
  },
  {
    file: "labs/verify/stack/entry/postgres.sh",
    what: "SC2086",
    because: "POSTGRES_INITDB_ARGS holds several options",
  },
  {
    file: "labs/verify/stack/entry/registry.sh",
    what: "SC2086",
    because: "JAVA_OPTS_APPEND holds several options",
  },
];
