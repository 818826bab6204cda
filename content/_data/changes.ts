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
    id: "lab",
    date: "2026-11-21",
    title: "Лабораторный стенд и уроки 3 и 4",
    text: "Опубликован стенд в Docker Compose и два практических урока: запуск стенда и первый коннектор. Команды уроков теперь выполняет программа; у проверенного урока стоит отметка с датой и версиями. Второй урок переведён на этот стенд.",
    lessons: ["module-1/02-debezium-architecture", "module-1/03-lab-setup", "module-1/04-first-connector"],
  },
  {
    id: "first-publication",
    date: "2026-11-21",
    title: "Первая публикация",
    text: "Сайт курса открыт: план восьми модулей, первые два урока, глоссарий и справочник ошибок. Вывод команд в уроках напечатан настоящими PostgreSQL, Kafka и Debezium; остальные уроки пока только в плане.",
    lessons: ["module-1/01-cdc-fundamentals", "module-1/02-debezium-architecture"],
  },
];

export default changes;
