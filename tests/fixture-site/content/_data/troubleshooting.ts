import type { Trouble } from "../../../../content/_data/troubleshooting.ts";

/** One message of the small course. */
const troubles: Trouble[] = [
  {
    id: "reader-lost",
    message: 'the reader "{reader}" has lost its place in the log',
    source: "client",
    state: "задача FAILED",
    cause: "Журнал удалён раньше, чем его прочли.",
    fix: "Запустите `reader.py` заново.",
    prevention: "Храните журнал дольше.",
    lessons: ["module-1/01-first"],
    evidence: { kind: "source", url: "https://example.org/reader.py" },
  },
];

export default troubles;
