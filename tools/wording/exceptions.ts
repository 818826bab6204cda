/** Words that a rule would refuse, and that are right where they stand. */
export interface Exception {
  /** Path of the text, relative to the project's root. */
  file: string;
  /** The words as a message of the check names them. */
  found: string;
  /** Why they are right there. */
  because: string;
}

const exceptions: Exception[] = [
  {
    file: "content/course/module-1-foundations/04-first-connector.md",
    found: "тревога",
    because: "«ложная тревога» is an idiom; no metric is meant",
  },
  {
    file: "content/course/module-1-foundations/05-python-consumer.md",
    found: "тревоги",
    because: "«ложные тревоги» of the session timeout; no metric is meant",
  },
  {
    file: "content/_data/troubleshooting.ts",
    found: "tasks",
    because: "a field of the REST API's answer; `state` is plain text and cannot mark it as code",
  },
];

export default exceptions;
