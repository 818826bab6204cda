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
    id: "module-2",
    date: "2026-11-21",
    title: "Второй модуль целиком, глоссарий и разбор ошибок",
    text: "Опубликованы уроки о переключении при отказе с учением на двух серверах, о стратегиях снимков и об инкрементальном снимке, с пошаговым показом водяных знаков. Уроки о слотах и WAL исправлены и стали короче. В глоссарии больше девяноста терминов, в справочнике ошибок больше пятидесяти сообщений, каждое воспроизведено или найдено в исходном коде. У каждого модуля есть итоги и страница для печати.",
    lessons: [
      "module-2/02-replication-slots",
      "module-2/03-wal-configuration",
      "module-2/05-aurora-failover",
      "module-2/06-snapshot-strategies",
      "module-2/07-incremental-snapshot-lab",
    ],
  },
  {
    id: "module-2-first-half",
    date: "2026-11-21",
    title: "Второй модуль: декодирование, слоты, WAL, Aurora",
    text: "Опубликованы четыре урока о PostgreSQL: что попадает в поток изменений, что держит и как теряется слот, сколько WAL копится рядом с тихой базой, какие права и параметры нужны в Aurora. В них появились упражнения с проверкой и симулятор слота.",
    lessons: [
      "module-2/01-logical-decoding",
      "module-2/02-replication-slots",
      "module-2/03-wal-configuration",
      "module-2/04-aurora-parameter-groups",
    ],
  },
  {
    id: "module-1",
    date: "2026-11-21",
    title: "Первый модуль целиком и лабораторный стенд",
    text: "Опубликован стенд в Docker Compose и четыре практических урока: запуск стенда, первый коннектор, потребитель на Python и строение события. Команды уроков выполняет программа; у проверенного урока стоит отметка с датой и версиями. Второй урок переведён на этот стенд. Цифры учения, которое ищет потери, — на отдельной странице.",
    lessons: [
      "module-1/02-debezium-architecture",
      "module-1/03-lab-setup",
      "module-1/04-first-connector",
      "module-1/05-python-consumer",
      "module-1/06-event-structure",
    ],
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
