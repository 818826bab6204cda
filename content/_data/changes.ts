/**
 * What readers should know of the course's history, newest first: lessons published, rewritten or corrected in substance.
 * Printed at /changes/ and in its feed. Misprints and work on the site do not belong here.
 */

/** One entry. */
export interface Change {
  /** Latin slug, unique and permanent: the anchor on the page and the entry's id in the feed. */
  id: string;
  /** Day of publication, `2026-11-21`. */
  date: string;
  title: string;
  /** What changed and for whom it matters, in one to three sentences; plain text. */
  text: string;
  /** Ids of the written lessons it concerns, in reading order. */
  lessons: string[];
}

const changes: Change[] = [
  {
    id: "first-publication",
    date: "2026-11-21",
    title: "Первая публикация",
    text: "Сайт курса открыт: план восьми модулей, первые два урока, глоссарий и справочник ошибок. Вывод команд в уроках напечатан настоящими PostgreSQL, Kafka и Debezium; остальные уроки пока только в плане.",
    lessons: ["module-1/01-cdc-fundamentals", "module-1/02-debezium-architecture"],
  },
];

export default changes;
