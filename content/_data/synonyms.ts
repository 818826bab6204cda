/**
 * Words by which search finds the same thing: a query with one word of a group also finds the others.
 *
 * Lower case, dictionary forms; the search index handles inflection. Rejected names of the glossary belong here: lessons
 * do not use them, readers do. A word stands in one group only, and only words that mean the same in this course share
 * one: «журнал» is both WAL and binlog, so it is in no group.
 */
const synonyms: string[][] = [
  ["снимок", "снапшот", "snapshot"],
  ["слот", "slot"],
  ["топик", "topic"],
  ["партиция", "partition"],
  ["смещение", "офсет", "оффсет", "offset"],
  ["wal", "журнал предзаписи", "write-ahead log"],
  ["binlog", "бинлог", "двоичный журнал", "бинарный журнал", "binary log"],
  ["cdc", "захват изменений", "захват изменений данных", "change data capture"],
  ["запись-надгробие", "надгробие", "томбстоун", "тумбстоун", "tombstone"],
  ["уплотнение", "компакция", "compaction"],
  ["коннектор", "коннектер", "connector"],
  ["воркер", "worker"],
  ["потребитель", "консьюмер", "консумер", "consumer"],
  ["конвертер", "конвертор", "converter"],
  ["smt", "single message transform", "преобразование сообщений"],
  ["конверт", "envelope"],
  ["публикация", "publication"],
  ["реестр схем", "schema registry"],
  ["история схем", "история схемы", "schema history"],
  ["пульс", "heartbeat", "хартбит", "сердцебиение"],
  ["outbox", "аутбокс", "таблица исходящих"],
  ["перебалансировка", "ребалансировка", "ребаланс", "rebalance"],
  ["идемпотентность", "idempotence", "idempotency"],
  ["отставание", "лаг", "lag"],
  ["водяной знак", "граница", "вотермарк", "ватермарк", "watermark"],
  ["чанк", "chunk"],
  ["сигнал", "signal"],
  ["контрольная точка", "чекпоинт", "чекпойнт", "checkpoint"],
  ["переключение при отказе", "фейловер", "failover"],
  ["предикат", "predicate"],
  ["обратное давление", "backpressure"],
  ["топик отложенных сообщений", "dlq", "dead letter queue"],
  ["группа параметров", "parameter group"],
  ["линия времени", "таймлайн", "timeline"],
  ["upsert", "апсерт"],
  ["продюсер", "продьюсер", "producer"],
  ["алерт", "оповещение", "alert"],
];

export default synonyms;
