import type { Change } from "../../../../content/_data/changes.ts";

/** The course's own list names lessons that are not here. */
const changes: Change[] = [
  { id: "start", date: "2026-01-31", title: "Начало", text: "Открыт малый курс.", lessons: ["module-1/01-first"] },
];

export default changes;
