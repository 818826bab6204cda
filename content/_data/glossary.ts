/**
 * The glossary: the terms of the course, each with what it means and why it matters for change data capture.
 *
 * The glossary page prints the terms in this order (Russian alphabet, Latin names last). In a lesson the first use of a
 * term becomes a link to it; `forms` are what is looked for, the longest form wins, upper and lower case are the same,
 * any white space stands for a space. A form is therefore never a word that lessons also use in another sense.
 */

/** One term of the glossary. */
export interface Term {
  /** Latin slug, unique and permanent: the anchor on the glossary page, `/glossary/#replication-slot`. */
  id: string;
  /** The name lessons use, nominative singular; a Latin name where Russian engineers use one (`LSN`, `outbox`). */
  term: string;
  /** English name, as in the documentation of Debezium, Kafka, PostgreSQL or MySQL. */
  english: string;
  /** What it is, in one to three sentences; inline Markdown: code and links. */
  definition: string;
  /** Why it matters in change data capture, in one sentence; inline Markdown. */
  why: string;
  /** All inflected forms of the term and of its synonyms that a lesson may hold, lower case, unique among all terms. */
  forms: string[];
  /** Other names that lessons may use, nominative; English ones included. */
  synonyms: string[];
  /** Names that lessons must not use, nominative; none of them is a form of any term. */
  rejected: string[];
  /** Ids of the lessons that treat the term, main lesson first; a planned lesson may be named. */
  lessons: string[];
  /** Where the definition can be checked. */
  sources: { title: string; url: string }[];
  /** `false`: too common a word to be linked automatically; an author links such a term by hand. */
  link?: false;
}

const debezium = "https://debezium.io/documentation/reference/stable";
const kafka = "https://kafka.apache.org/documentation";
const postgresql = "https://www.postgresql.org/docs/18";
const mysql = "https://dev.mysql.com/doc/refman/8.4/en";

/** Splits «слот, слота, слоту» into its forms; keeps a term's paradigm on few lines. */
const list = (forms: string): string[] => forms.split(",").map((form) => form.trim());

const glossary: Term[] = [
  {
    id: "worker",
    term: "воркер",
    english: "worker",
    definition:
      "Процесс JVM, в котором Kafka Connect выполняет коннекторы и задачи. Воркеры с одним `group.id` образуют кластер: делят задачи между собой и забирают задачи выбывшего.",
    why: "Конвертеры по умолчанию, каталог плагинов `plugin.path`, период записи смещений и REST API принадлежат воркеру, а не коннектору.",
    forms: list("воркер, воркера, воркеру, воркером, воркере, воркеры, воркеров, воркерам, воркерами, воркерах"),
    synonyms: ["worker"],
    rejected: [],
    lessons: ["module-1/02-debezium-architecture", "module-1/03-lab-setup", "module-3/06-scaling"],
    sources: [{ title: "Kafka: Running Kafka Connect", url: `${kafka}/#connect_running` }],
  },
  {
    id: "watermark",
    term: "граница",
    english: "watermark",
    definition:
      "Отметка, которая отделяет прочитанное от ещё не прочитанного. При опросе таблицы это наибольший виденный `updated_at`; при инкрементальном снимке — нижняя и верхняя отметки вокруг чтения каждой порции строк: событие потока между ними отменяет прочитанную строку с тем же ключом.",
    why: "Неверно выбранная граница молча теряет строки, а границы вокруг порции позволяют вести снимок одновременно с потоком.",
    forms: list("граница, границы, границе, границу, границей, границ, границам, границами, границах"),
    synonyms: ["watermark"],
    rejected: ["вотермарк", "ватермарк"],
    lessons: ["module-1/01-cdc-fundamentals", "module-2/07-incremental-snapshot-lab"],
    sources: [
      {
        title: "Debezium: incremental snapshots",
        url: `${debezium}/connectors/postgresql.html#postgresql-incremental-snapshots`,
      },
      { title: "DBLog: A Watermark Based Change-Data-Capture Framework", url: "https://arxiv.org/abs/2010.12597" },
    ],
    link: false,
  },
  {
    id: "binlog",
    term: "двоичный журнал",
    english: "binary log, binlog",
    definition:
      "Журнал изменений MySQL, который сервер ведёт для репликации и восстановления. При `binlog_format=ROW` в нём лежат образы изменённых строк; файлы удаляются по сроку `binlog_expire_logs_seconds`, не дожидаясь читателей.",
    why: "Коннектор MySQL читает двоичный журнал как реплика; если нужный файл уже удалён, продолжить с сохранённого места нельзя.",
    forms: list(
      "двоичный журнал, двоичного журнала, двоичному журналу, двоичным журналом, двоичном журнале, двоичные журналы, двоичных журналов, двоичным журналам, двоичными журналами, двоичных журналах, бинарный журнал, бинарного журнала, бинарному журналу, бинарным журналом, бинарном журнале, бинарные журналы, бинарных журналов, бинарным журналам, бинарными журналами, бинарных журналах, binlog, binary log",
    ),
    synonyms: ["binlog", "бинарный журнал", "binary log"],
    rejected: ["бинлог", "бинарный лог", "двоичный лог"],
    lessons: [
      "module-8/02-binlog-architecture",
      "module-1/01-cdc-fundamentals",
      "module-8/04-binlog-retention-heartbeat",
      "module-8/06-binlog-vs-wal",
    ],
    sources: [
      { title: "MySQL: The Binary Log", url: `${mysql}/binary-log.html` },
      { title: "Debezium: enabling the binlog", url: `${debezium}/connectors/mysql.html#enable-mysql-binlog` },
    ],
  },
  {
    id: "dual-write",
    term: "двойная запись",
    english: "dual write",
    definition:
      "Запись одного изменения в две системы, например в базу и в Kafka, без общей транзакции. Между двумя записями всегда есть момент, когда первая уже случилась, а второй ещё нет.",
    why: "Сбой в этот момент или иной порядок записей рассогласует системы, и обнаружить это будет нечем; CDC пишет в одно место, а второе получает из журнала первого.",
    forms: list(
      "двойная запись, двойной записи, двойную запись, двойной записью, двойные записи, двойных записей, двойным записям, двойными записями, двойных записях, dual write, dual writes",
    ),
    synonyms: ["dual write"],
    rejected: [],
    lessons: ["module-1/01-cdc-fundamentals", "module-4/05-outbox-theory"],
    sources: [
      {
        title: "Debezium: Reliable Microservices Data Exchange With the Outbox Pattern",
        url: "https://debezium.io/blog/2019/02/19/reliable-microservices-data-exchange-with-the-outbox-pattern/",
      },
    ],
  },
  {
    id: "at-least-once",
    term: "доставка не менее одного раза",
    english: "at-least-once delivery",
    definition:
      "Гарантия, при которой событие после сбоя может прийти повторно, но не пропадает: читатель сохраняет позицию уже после обработки и с неё же начинает снова.",
    why: "Так по умолчанию работает Debezium: после аварии коннектор повторяет всё, что отправил после последнего сохранённого смещения.",
    forms: list(
      "доставка не менее одного раза, доставки не менее одного раза, доставке не менее одного раза, доставку не менее одного раза, доставкой не менее одного раза, не менее одного раза, хотя бы один раз, доставка хотя бы один раз, доставки хотя бы один раз, доставке хотя бы один раз, доставку хотя бы один раз, доставкой хотя бы один раз, at-least-once",
    ),
    synonyms: ["хотя бы один раз", "at-least-once"],
    rejected: ["как минимум один раз", "по крайней мере один раз"],
    lessons: ["module-1/01-cdc-fundamentals", "module-1/05-python-consumer", "module-5/01-advanced-python-consumer"],
    sources: [
      {
        title: "Debezium: when things go wrong",
        url: `${debezium}/connectors/postgresql.html#postgresql-when-things-go-wrong`,
      },
      { title: "Kafka: Message Delivery Semantics", url: `${kafka}/#semantics` },
    ],
  },
  {
    id: "exactly-once",
    term: "доставка ровно один раз",
    english: "exactly-once delivery",
    definition:
      "Гарантия, при которой каждое событие оказывается в топике один раз даже после сбоя. Kafka Connect пишет события и смещения в одной транзакции Kafka: нужны `exactly.once.source.support=enabled` у воркеров и потребители с `isolation.level=read_committed`.",
    why: "Гарантия кончается на топике: то, что потребитель записал во внешнюю систему, она не охватывает, и идемпотентность ему всё равно нужна.",
    forms: list(
      "доставка ровно один раз, доставки ровно один раз, доставке ровно один раз, доставку ровно один раз, доставкой ровно один раз, ровно один раз, exactly-once",
    ),
    synonyms: ["ровно один раз", "exactly-once"],
    rejected: ["точно один раз"],
    lessons: ["module-1/01-cdc-fundamentals", "module-1/02-debezium-architecture"],
    sources: [
      { title: "Debezium: exactly-once delivery", url: `${debezium}/configuration/eos.html` },
      { title: "Kafka Connect: exactly-once support", url: `${kafka}/#connect_exactlyonce` },
    ],
  },
  {
    id: "wal",
    term: "журнал предзаписи",
    english: "write-ahead log, WAL",
    definition:
      "Журнал PostgreSQL, куда каждое изменение попадает раньше, чем на диск запишутся страницы данных. Он нужен для восстановления после сбоя и для реплик; при `wal_level=logical` в нём достаточно сведений, чтобы собрать изменения строк.",
    why: "Это источник событий для коннектора PostgreSQL; пока слот репликации не подтвердил прочитанное, сервер хранит WAL и занимает диск.",
    forms: list(
      "журнал предзаписи, журнала предзаписи, журналу предзаписи, журналом предзаписи, журнале предзаписи, журналы предзаписи, журналов предзаписи, журналам предзаписи, журналами предзаписи, журналах предзаписи, wal, write-ahead log",
    ),
    synonyms: ["WAL", "write-ahead log"],
    rejected: ["лог предзаписи", "журнал упреждающей записи", "журнал предварительной записи"],
    lessons: [
      "module-2/03-wal-configuration",
      "module-1/01-cdc-fundamentals",
      "module-2/01-logical-decoding",
      "module-3/05-wal-bloat-heartbeat",
    ],
    sources: [{ title: "PostgreSQL: Write-Ahead Logging", url: `${postgresql}/wal-intro.html` }],
  },
  {
    id: "task",
    term: "задача коннектора",
    english: "task",
    definition:
      "Единица работы коннектора: поток выполнения в воркере, который читает источник и отдаёт записи. Число задач ограничено `tasks.max`, но коннектор PostgreSQL всегда запускает одну, а коннектор MySQL при значении больше единицы задачу не запустит.",
    why: "Состояние показывает именно задача: коннектор может быть `RUNNING`, когда его задача `FAILED` или её нет вовсе.",
    forms: list(
      "задача коннектора, задачи коннектора, задаче коннектора, задачу коннектора, задачей коннектора, задач коннектора, задачам коннектора, задачами коннектора, задачах коннектора, задачи коннекторов, задач коннекторов, задачам коннекторов, задачами коннекторов, задачах коннекторов, задача kafka connect, задачи kafka connect, задаче kafka connect, задачу kafka connect, задачей kafka connect, задач kafka connect, задачам kafka connect, задачами kafka connect, задачах kafka connect",
    ),
    synonyms: ["задача", "task"],
    rejected: ["таск", "таска"],
    lessons: ["module-1/02-debezium-architecture", "module-1/04-first-connector", "module-3/06-scaling"],
    sources: [{ title: "Kafka Connect: Connectors and Tasks", url: `${kafka}/#connect_connectorsandtasks` }],
  },
  {
    id: "tombstone",
    term: "запись-надгробие",
    english: "tombstone",
    definition:
      "Запись Kafka с ключом и пустым (`null`) значением. Debezium отправляет её сразу за событием удаления (`tombstones.on.delete=true` по умолчанию), а уплотнение по ней убирает из топика все прежние записи ключа.",
    why: "Потребитель, который не ждёт пустого значения, упадёт на первом же удалении; без таких записей удалённые ключи остаются в уплотняемом топике навсегда.",
    forms: list(
      "запись-надгробие, записи-надгробия, записи-надгробию, записью-надгробием, записи-надгробии, записей-надгробий, записям-надгробиям, записями-надгробиями, записях-надгробиях, tombstone-запись, tombstone-записи, tombstone-записью, tombstone-записей, tombstone-записям, tombstone-записями, tombstone-записях, tombstone",
    ),
    synonyms: ["tombstone-запись", "tombstone"],
    rejected: ["томбстоун", "томбстон"],
    lessons: ["module-1/05-python-consumer", "module-1/01-cdc-fundamentals", "module-1/06-event-structure"],
    sources: [
      {
        title: "Debezium: tombstone events",
        url: `${debezium}/connectors/postgresql.html#postgresql-tombstone-events`,
      },
      { title: "Kafka: Log Compaction", url: `${kafka}/#compaction` },
    ],
  },
  {
    id: "cdc",
    term: "захват изменений данных",
    english: "change data capture, CDC",
    definition:
      "Способ получать изменения строк базы как поток событий в порядке их фиксации. Debezium берёт их из журнала базы, поэтому видит и удаления, и промежуточные состояния, а код приложения менять не нужно.",
    why: "Это предмет курса: из потока изменений строят копии таблиц, поиск, кеши, аналитику и обмен событиями между сервисами.",
    forms: list(
      "захват изменений данных, захвата изменений данных, захвату изменений данных, захватом изменений данных, захвате изменений данных, захват изменений, захвата изменений, захвату изменений, захватом изменений, захвате изменений, change data capture, cdc",
    ),
    synonyms: ["CDC", "захват изменений", "change data capture"],
    rejected: ["захват изменённых данных", "перехват изменений данных"],
    lessons: ["module-1/01-cdc-fundamentals"],
    sources: [{ title: "Debezium: features", url: `${debezium}/features.html` }],
  },
  {
    id: "idempotence",
    term: "идемпотентность",
    english: "idempotence",
    definition:
      "Свойство операции: повтор с теми же данными оставляет тот же результат. `UPSERT` по ключу идемпотентен, `count = count + 1` — нет.",
    why: "После сбоя Debezium присылает часть событий снова, и верный результат получит только идемпотентный потребитель.",
    forms: list(
      "идемпотентность, идемпотентности, идемпотентностью, идемпотентен, идемпотентна, идемпотентно, идемпотентны, идемпотентный, идемпотентного, идемпотентному, идемпотентным, идемпотентном, идемпотентная, идемпотентной, идемпотентную, идемпотентное, идемпотентные, идемпотентных, идемпотентными",
    ),
    synonyms: ["idempotence", "идемпотентный"],
    rejected: [],
    lessons: [
      "module-1/01-cdc-fundamentals",
      "module-1/05-python-consumer",
      "module-4/06-outbox-implementation",
      "module-5/01-advanced-python-consumer",
    ],
    sources: [
      {
        title: "Debezium: when things go wrong",
        url: `${debezium}/connectors/postgresql.html#postgresql-when-things-go-wrong`,
      },
    ],
  },
  {
    id: "incremental-snapshot",
    term: "инкрементальный снимок",
    english: "incremental snapshot",
    definition:
      "Снимок по сигналу, который идёт рядом с потоком изменений: таблица читается порциями по первичному ключу (`incremental.snapshot.chunk.size`, по умолчанию 1024 строки). После перезапуска он продолжается с последней порции.",
    why: "Позволяет добавить или перечитать большую таблицу, не останавливая поток и не начиная заново после сбоя.",
    forms: list(
      "инкрементальный снимок, инкрементального снимка, инкрементальному снимку, инкрементальным снимком, инкрементальном снимке, инкрементальные снимки, инкрементальных снимков, инкрементальным снимкам, инкрементальными снимками, инкрементальных снимках, incremental snapshot",
    ),
    synonyms: ["incremental snapshot"],
    rejected: ["инкрементный снимок", "инкрементальный снапшот"],
    lessons: [
      "module-2/07-incremental-snapshot-lab",
      "module-2/06-snapshot-strategies",
      "module-8/12-incremental-snapshots",
    ],
    sources: [
      {
        title: "Debezium: incremental snapshots",
        url: `${debezium}/connectors/postgresql.html#postgresql-incremental-snapshots`,
      },
    ],
  },
  {
    id: "schema-history",
    term: "история схем",
    english: "schema history",
    definition:
      "Топик (`schema.history.internal.kafka.topic`), в который коннектор MySQL записывает каждый DDL вместе с позицией в двоичном журнале. По нему после перезапуска восстанавливается структура таблиц на нужный момент; коннектору PostgreSQL он не нужен.",
    why: "В событиях двоичного журнала нет полного описания таблиц: потеряв историю схем, коннектор не продолжит чтение, а с неполной может неверно прочесть строку.",
    forms: list(
      "история схем, истории схем, историю схем, историей схем, историй схем, историям схем, историями схем, историях схем, история схемы, истории схемы, историю схемы, историей схемы, schema history",
    ),
    synonyms: ["история схемы", "schema history"],
    rejected: [],
    lessons: ["module-8/07-schema-history", "module-1/02-debezium-architecture", "module-8/14-recovery"],
    sources: [
      { title: "Debezium: schema history topic", url: `${debezium}/connectors/mysql.html#mysql-schema-history-topic` },
    ],
  },
  {
    id: "event-key",
    term: "ключ события",
    english: "event key, record key",
    definition:
      "Ключ записи Kafka. Debezium по умолчанию составляет его из столбцов первичного ключа; для таблицы без первичного ключа столбцы можно назвать в `message.key.columns`, иначе ключ пуст.",
    why: "По ключу Kafka выбирает партицию, а значит, от него зависят порядок событий, уплотнение и возможность применить событие к нужной строке.",
    forms: list(
      "ключ события, ключа события, ключу события, ключом события, ключе события, ключи событий, ключей событий, ключам событий, ключами событий, ключах событий, ключ записи, ключа записи, ключу записи, ключом записи, ключе записи, ключи записей, ключей записей, ключам записей, ключами записей, ключах записей, ключ сообщения, ключа сообщения, ключу сообщения, ключом сообщения, ключе сообщения, ключи сообщений, ключей сообщений, ключам сообщений, ключами сообщений, ключах сообщений",
    ),
    synonyms: ["ключ записи", "ключ сообщения", "record key", "message key"],
    rejected: [],
    lessons: ["module-1/06-event-structure", "module-1/01-cdc-fundamentals", "module-4/03-pii-masking"],
    sources: [
      {
        title: "Debezium: change event keys",
        url: `${debezium}/connectors/postgresql.html#postgresql-change-events-key`,
      },
    ],
  },
  {
    id: "envelope",
    term: "конверт события",
    english: "envelope",
    definition:
      "Структура значения события Debezium: `before` и `after` — строка до и после изменения, `source` — откуда оно, `op` — вид операции (`c`, `u`, `d`, `r`, `t`, `m`), `ts_ms` — время обработки. `ExtractNewRecordState` снимает конверт и оставляет строку.",
    why: "Потребитель читает поля конверта: по `op` выбирает действие, по `source` отсеивает повторы.",
    forms: list(
      "конверт события, конверта события, конверту события, конвертом события, конверте события, конверты событий, конвертов событий, конвертам событий, конвертами событий, конвертах событий, конверт, конверта, конверту, конвертом, конверте, конверты, конвертов, конвертам, конвертами, конвертах, envelope",
    ),
    synonyms: ["конверт", "envelope"],
    rejected: ["энвелоп"],
    lessons: ["module-1/06-event-structure", "module-4/01-smt-overview"],
    sources: [
      {
        title: "Debezium: change event values",
        url: `${debezium}/connectors/postgresql.html#postgresql-change-events-value`,
      },
      { title: "Debezium: new record state extraction", url: `${debezium}/transformations/event-flattening.html` },
    ],
  },
  {
    id: "converter",
    term: "конвертер",
    english: "converter",
    definition:
      "Класс Kafka Connect, который переводит запись из внутреннего представления в байты для Kafka и обратно: JSON, Avro и другие. Задаётся отдельно для ключа и значения: `key.converter`, `value.converter`.",
    why: "Потребитель обязан читать тем же форматом, каким писал конвертер, а `schemas.enable=true` у JSON-конвертера вкладывает схему в каждое сообщение.",
    forms: list(
      "конвертер, конвертера, конвертеру, конвертером, конвертере, конвертеры, конвертеров, конвертерам, конвертерами, конвертерах",
    ),
    synonyms: ["converter"],
    rejected: ["конвертор"],
    lessons: ["module-1/02-debezium-architecture", "module-1/04-first-connector", "module-4/07-schema-registry-avro"],
    sources: [
      { title: "Kafka Connect: running and configuring", url: `${kafka}/#connect_running` },
      { title: "Debezium: Avro serialization", url: `${debezium}/configuration/avro.html` },
    ],
  },
  {
    id: "connector",
    term: "коннектор",
    english: "connector",
    definition:
      "Программа, которая переносит данные между внешней системой и Kafka, и её запущенный экземпляр со своим именем и конфигурацией. Коннекторы Debezium — источники: они читают журнал базы и отправляют события.",
    why: "Коннектор владеет позицией в журнале, слотом и топиками одной базы; запускают, останавливают и перезапускают именно его.",
    forms: list(
      "коннектор, коннектора, коннектору, коннектором, коннекторе, коннекторы, коннекторов, коннекторам, коннекторами, коннекторах, коннектор-источник, коннектора-источника, коннектору-источнику, коннектором-источником, коннекторе-источнике, коннекторы-источники, коннекторов-источников, коннекторам-источникам, коннекторами-источниками, коннекторах-источниках",
    ),
    synonyms: ["connector", "коннектор-источник"],
    rejected: ["коннектер", "соединитель"],
    lessons: ["module-1/02-debezium-architecture", "module-1/01-cdc-fundamentals", "module-1/04-first-connector"],
    sources: [
      { title: "Debezium: architecture", url: `${debezium}/architecture.html` },
      { title: "Kafka Connect: Connectors and Tasks", url: `${kafka}/#connect_connectorsandtasks` },
    ],
  },
  {
    id: "logical-replication",
    term: "логическая репликация",
    english: "logical replication",
    definition:
      "Репликация PostgreSQL на уровне строк: сервер передаёт изменения таблиц публикации, а не копии страниц. Debezium подключается по тому же протоколу, но вместо подписки на другом сервере выступает сам.",
    why: "Отсюда требования к базе: `wal_level=logical`, роль с атрибутом `REPLICATION`, слот и публикация.",
    forms: list(
      "логическая репликация, логической репликации, логическую репликацию, логической репликацией, logical replication",
    ),
    synonyms: ["logical replication"],
    rejected: [],
    lessons: ["module-2/01-logical-decoding", "module-2/04-aurora-parameter-groups"],
    sources: [{ title: "PostgreSQL: Logical Replication", url: `${postgresql}/logical-replication.html` }],
  },
  {
    id: "logical-decoding",
    term: "логическое декодирование",
    english: "logical decoding",
    definition:
      "Механизм PostgreSQL, который собирает из журнала предзаписи изменения строк по транзакциям и отдаёт их модулю вывода в порядке фиксации. Отменённые транзакции и DDL в поток не попадают.",
    why: "Через него Debezium получает каждое изменение PostgreSQL, и его ограничения становятся ограничениями CDC.",
    forms: list(
      "логическое декодирование, логического декодирования, логическому декодированию, логическим декодированием, логическом декодировании, logical decoding",
    ),
    synonyms: ["logical decoding"],
    rejected: ["логическая декодировка", "логический декодинг"],
    lessons: ["module-2/01-logical-decoding", "module-1/01-cdc-fundamentals"],
    sources: [
      { title: "PostgreSQL: Logical Decoding Concepts", url: `${postgresql}/logicaldecoding-explanation.html` },
    ],
  },
  {
    id: "output-plugin",
    term: "модуль вывода",
    english: "output plugin",
    definition:
      "Библиотека сервера PostgreSQL, которая придаёт форму потоку логического декодирования. Debezium работает с `pgoutput` (входит в PostgreSQL) и `decoderbufs`; выбирает `plugin.name`.",
    why: "Умолчание Debezium — `decoderbufs`, которого на сервере обычно нет, поэтому `plugin.name=pgoutput` задают явно.",
    forms: list(
      "модуль вывода, модуля вывода, модулю вывода, модулем вывода, модуле вывода, модули вывода, модулей вывода, модулям вывода, модулями вывода, модулях вывода, плагин вывода, плагина вывода, плагину вывода, плагином вывода, плагине вывода, плагины вывода, плагинов вывода, плагинам вывода, плагинами вывода, плагинах вывода",
    ),
    synonyms: ["плагин вывода", "output plugin"],
    rejected: ["выходной плагин"],
    lessons: ["module-2/01-logical-decoding", "module-1/01-cdc-fundamentals", "module-1/04-first-connector"],
    sources: [
      { title: "PostgreSQL: Logical Decoding Output Plugins", url: `${postgresql}/logicaldecoding-output-plugin.html` },
      {
        title: "Debezium: plugin.name",
        url: `${debezium}/connectors/postgresql.html#postgresql-property-plugin-name`,
      },
    ],
  },
  {
    id: "partition",
    term: "партиция",
    english: "partition",
    definition:
      "Часть топика Kafka: упорядоченный журнал записей. Порядок гарантирован только внутри партиции; записи с одним ключом попадают в одну партицию, пока число партиций не меняется.",
    why: "Изменения одной строки остаются в порядке благодаря ключу и партиции; между партициями порядка нет, а увеличение их числа разносит старые и новые записи ключа.",
    forms: list("партиция, партиции, партицию, партицией, партиций, партициям, партициями, партициях"),
    synonyms: ["partition"],
    rejected: ["партишн", "партишен"],
    lessons: ["module-1/01-cdc-fundamentals", "module-1/05-python-consumer", "module-3/06-scaling"],
    sources: [{ title: "Kafka: Main Concepts and Terminology", url: `${kafka}/#intro_concepts_and_terms` }],
  },
  {
    id: "rebalance",
    term: "перебалансировка",
    english: "rebalance",
    definition:
      "Новое распределение работы внутри группы: партиций — между потребителями, коннекторов и задач — между воркерами Kafka Connect. Происходит, когда участник приходит, уходит или перестаёт отвечать.",
    why: "Потребитель, потерявший партицию с незафиксированным смещением, оставит её новому владельцу на повторную обработку, а задача коннектора на время переезда останавливается.",
    forms: list(
      "перебалансировка, перебалансировки, перебалансировке, перебалансировку, перебалансировкой, перебалансировок, перебалансировкам, перебалансировками, перебалансировках",
    ),
    synonyms: ["rebalance"],
    rejected: ["ребалансировка", "ребаланс"],
    lessons: [
      "module-5/01-advanced-python-consumer",
      "module-1/05-python-consumer",
      "module-1/02-debezium-architecture",
    ],
    sources: [
      { title: "Kafka: Static Membership", url: `${kafka}/#static_membership` },
      { title: "Kafka Connect: running in distributed mode", url: `${kafka}/#connect_running` },
    ],
  },
  {
    id: "streaming",
    term: "потоковое чтение",
    english: "streaming",
    definition:
      "Фаза работы коннектора после снимка: он читает журнал с запомненной позиции и отправляет каждую вставку, изменение и удаление (`op` равно `c`, `u`, `d`).",
    why: "Снимок даёт исходное состояние, потоковое чтение — всё, что было после; у каждой фазы свои метрики и свои сбои.",
    forms: list("потоковое чтение, потокового чтения, потоковому чтению, потоковым чтением, потоковом чтении"),
    synonyms: ["streaming"],
    rejected: ["стриминг", "стриминговое чтение"],
    lessons: ["module-1/04-first-connector", "module-1/01-cdc-fundamentals", "module-3/01-jmx-metrics"],
    sources: [
      {
        title: "Debezium: streaming changes",
        url: `${debezium}/connectors/postgresql.html#postgresql-streaming-changes`,
      },
    ],
  },
  {
    id: "consumer",
    term: "потребитель",
    english: "consumer",
    definition:
      "Программа, которая читает записи из топиков Kafka и сама хранит позицию — смещение в каждой партиции. Потребители одной группы делят партиции между собой.",
    why: "Повторы, удаления и порядок событий обрабатывает он: Debezium доставляет, а за верный результат отвечает потребитель.",
    forms: list(
      "потребитель, потребителя, потребителю, потребителем, потребителе, потребители, потребителей, потребителям, потребителями, потребителях",
    ),
    synonyms: ["consumer"],
    rejected: ["консьюмер", "консумер"],
    lessons: ["module-1/05-python-consumer", "module-1/01-cdc-fundamentals", "module-5/01-advanced-python-consumer"],
    sources: [{ title: "Kafka: The Consumer", url: `${kafka}/#theconsumer` }],
  },
  {
    id: "smt",
    term: "преобразование SMT",
    english: "single message transform, SMT",
    definition:
      "Преобразование отдельного сообщения в Kafka Connect — у коннектора-источника перед записью в Kafka. Цепочку и её порядок задаёт `transforms`, предикаты ограничивают её нужными записями.",
    why: "SMT меняет топик, ключ или форму события без кода, но через цепочку идут и служебные записи, а исключение в ней останавливает задачу.",
    forms: list(
      "преобразование smt, преобразования smt, преобразованию smt, преобразованием smt, преобразовании smt, преобразований smt, преобразованиям smt, преобразованиями smt, преобразованиях smt, преобразование отдельных сообщений, преобразования отдельных сообщений, преобразованию отдельных сообщений, преобразованием отдельных сообщений, преобразовании отдельных сообщений, преобразований отдельных сообщений, преобразованиям отдельных сообщений, преобразованиями отдельных сообщений, преобразованиях отдельных сообщений, smt",
    ),
    synonyms: ["SMT", "преобразование отдельных сообщений", "single message transform"],
    rejected: ["трансформер", "трансформация сообщений"],
    lessons: ["module-4/01-smt-overview", "module-1/02-debezium-architecture", "module-4/02-predicates-filtering"],
    sources: [
      { title: "Kafka Connect: Transformations", url: `${kafka}/#connect_transforms` },
      { title: "Debezium: transformations", url: `${debezium}/transformations/index.html` },
    ],
  },
  {
    id: "publication",
    term: "публикация",
    english: "publication",
    definition:
      "Объект базы PostgreSQL, который называет таблицы и операции для логической репликации: `pgoutput` отдаёт только их. Создаётся командой `CREATE PUBLICATION` или самим коннектором по `publication.autocreate.mode`.",
    why: "Таблицы вне публикации для коннектора не существуют: ни событий, ни предупреждений — в том числе для сигнальной таблицы.",
    forms: list("публикация, публикации, публикацию, публикацией, публикаций, публикациям, публикациями, публикациях"),
    synonyms: ["publication"],
    rejected: [],
    lessons: ["module-2/01-logical-decoding", "module-1/04-first-connector", "module-2/04-aurora-parameter-groups"],
    sources: [
      { title: "PostgreSQL: Publication", url: `${postgresql}/logical-replication-publication.html` },
      {
        title: "Debezium: publication.autocreate.mode",
        url: `${debezium}/connectors/postgresql.html#postgresql-publication-autocreate-mode`,
      },
    ],
  },
  {
    id: "schema-registry",
    term: "реестр схем",
    english: "schema registry",
    definition:
      "Сервис, который хранит схемы сообщений с версиями и проверяет совместимость новых. В сообщении остаётся только номер схемы; в лаборатории курса это Apicurio Registry.",
    why: "Сообщения становятся короче, а изменение таблицы, которое сломало бы потребителей, останавливает проверка совместимости.",
    forms: list(
      "реестр схем, реестра схем, реестру схем, реестром схем, реестре схем, реестры схем, реестров схем, реестрам схем, реестрами схем, реестрах схем, schema registry",
    ),
    synonyms: ["schema registry"],
    rejected: ["регистр схем"],
    lessons: ["module-4/07-schema-registry-avro", "module-1/03-lab-setup", "module-4/08-schema-evolution"],
    sources: [{ title: "Debezium: Avro serialization", url: `${debezium}/configuration/avro.html` }],
  },
  {
    id: "signal-table",
    term: "сигнальная таблица",
    english: "signaling table, signal data collection",
    definition:
      "Таблица в исходной базе из трёх столбцов (`id`, `type`, `data`), вставка в которую передаёт коннектору команду: начать снимок, остановить, приостановить. Её имя задаёт `signal.data.collection`; в PostgreSQL она должна входить в публикацию.",
    why: "Через неё запускают инкрементальный снимок, и в неё же коннектор пишет его границы; забытая в публикации таблица делает сигналы беззвучными.",
    forms: list(
      "сигнальная таблица, сигнальной таблицы, сигнальной таблице, сигнальную таблицу, сигнальной таблицей, сигнальные таблицы, сигнальных таблиц, сигнальным таблицам, сигнальными таблицами, сигнальных таблицах, таблица сигналов, таблицы сигналов, таблице сигналов, таблицу сигналов, таблицей сигналов, таблиц сигналов, таблицам сигналов, таблицами сигналов, таблицах сигналов",
    ),
    synonyms: ["таблица сигналов", "signaling table"],
    rejected: [],
    lessons: ["module-2/07-incremental-snapshot-lab", "module-8/12-incremental-snapshots"],
    sources: [{ title: "Debezium: sending signals", url: `${debezium}/configuration/signalling.html` }],
  },
  {
    id: "replication-slot",
    term: "слот репликации",
    english: "replication slot",
    definition:
      "Объект PostgreSQL, который помнит, что подтвердил читатель (`confirmed_flush_lsn`), и удерживает WAL с `restart_lsn`, пока тот не подтвердит больше. Слот переживает разрыв соединения и перезапуск сервера.",
    why: "Со слотом читатель не теряет изменений, пока стоит; но забытый или отставший слот по умолчанию копит WAL без предела и может заполнить диск.",
    forms: list(
      "слот репликации, слота репликации, слоту репликации, слотом репликации, слоте репликации, слоты репликации, слотов репликации, слотам репликации, слотами репликации, слотах репликации, слот, слота, слоту, слотом, слоте, слоты, слотов, слотам, слотами, слотах, replication slot",
    ),
    synonyms: ["слот", "replication slot"],
    rejected: ["репликационный слот"],
    lessons: [
      "module-2/02-replication-slots",
      "module-1/01-cdc-fundamentals",
      "module-2/03-wal-configuration",
      "module-2/05-aurora-failover",
    ],
    sources: [
      { title: "PostgreSQL: Logical Decoding Concepts", url: `${postgresql}/logicaldecoding-explanation.html` },
      { title: "PostgreSQL: pg_replication_slots", url: `${postgresql}/view-pg-replication-slots.html` },
    ],
  },
  {
    id: "offset",
    term: "смещение",
    english: "offset",
    definition:
      "Место, с которого продолжится чтение. У записи Kafka это её номер в партиции; у коннектора-источника — позиция в журнале базы (LSN, файл и позиция или GTID), которую Kafka Connect сохраняет в топик `offset.storage.topic` раз в `offset.flush.interval.ms`.",
    why: "После аварии коннектор начинает с последнего сохранённого смещения: всё отправленное позже придёт повторно.",
    forms: list("смещение, смещения, смещению, смещением, смещении, смещений, смещениям, смещениями, смещениях"),
    synonyms: ["offset"],
    rejected: ["офсет", "оффсет"],
    lessons: [
      "module-1/02-debezium-architecture",
      "module-1/01-cdc-fundamentals",
      "module-1/05-python-consumer",
      "module-3/07-disaster-recovery",
    ],
    sources: [
      { title: "Kafka: Consumer Position", url: `${kafka}/#design_consumerposition` },
      { title: "Kafka Connect: Streams and Records", url: `${kafka}/#connect_streamsandrecords` },
    ],
  },
  {
    id: "snapshot",
    term: "снимок",
    english: "snapshot",
    definition:
      "Согласованное чтение уже существующих строк, с которого коннектор начинает работу: он запоминает позицию в журнале, читает таблицы и отправляет каждую строку событием с `op`, равным `r`. Когда и что снимать, решает `snapshot.mode` (по умолчанию `initial`).",
    why: "Журнал не хранится вечно, поэтому без снимка приёмник не узнает о строках, записанных до запуска коннектора.",
    forms: list(
      "снимок, снимка, снимку, снимком, снимке, снимки, снимков, снимкам, снимками, снимках, начальный снимок, начального снимка, начальному снимку, начальным снимком, начальном снимке, начальные снимки, начальных снимков, начальным снимкам, начальными снимками, начальных снимках",
    ),
    synonyms: ["начальный снимок", "snapshot"],
    rejected: ["снапшот", "слепок"],
    lessons: ["module-2/06-snapshot-strategies", "module-1/01-cdc-fundamentals", "module-1/04-first-connector"],
    sources: [
      { title: "Debezium: snapshots", url: `${debezium}/connectors/postgresql.html#postgresql-snapshots` },
      {
        title: "Debezium: snapshot.mode",
        url: `${debezium}/connectors/postgresql.html#postgresql-property-snapshot-mode`,
      },
    ],
  },
  {
    id: "change-event",
    term: "событие изменения",
    english: "change event",
    definition:
      "Запись Kafka об изменении одной строки: ключ называет строку, значение-конверт описывает, что с ней стало. Одна транзакция из ста изменений даёт сто событий.",
    why: "Это единица, которую получает потребитель; границы транзакции в ней не видны, если не включить `provide.transaction.metadata`.",
    forms: list(
      "событие изменения, события изменения, событию изменения, событием изменения, событии изменения, событий изменения, событиям изменения, событиями изменения, событиях изменения, события изменений, событий изменений, событиям изменений, событиями изменений, событиях изменений, change event",
    ),
    synonyms: ["change event"],
    rejected: [],
    lessons: ["module-1/06-event-structure", "module-1/01-cdc-fundamentals"],
    sources: [
      { title: "Debezium: data change events", url: `${debezium}/connectors/postgresql.html#postgresql-events` },
    ],
  },
  {
    id: "topic",
    term: "топик",
    english: "topic",
    definition:
      "Именованный журнал записей в Kafka, разделённый на партиции. Debezium по умолчанию пишет каждую таблицу в свой топик: `<topic.prefix>.<схема>.<таблица>` у PostgreSQL, `<topic.prefix>.<база>.<таблица>` у MySQL.",
    why: "Таблица соответствует топику, поэтому порядка между таблицами нет, а смена `topic.prefix` равносильна новому коннектору.",
    forms: list("топик, топика, топику, топиком, топике, топики, топиков, топикам, топиками, топиках"),
    synonyms: ["topic"],
    rejected: [],
    lessons: ["module-1/01-cdc-fundamentals", "module-1/04-first-connector"],
    sources: [
      { title: "Kafka: Main Concepts and Terminology", url: `${kafka}/#intro_concepts_and_terms` },
      { title: "Debezium: topic names", url: `${debezium}/connectors/postgresql.html#postgresql-topic-names` },
    ],
  },
  {
    id: "log-compaction",
    term: "уплотнение",
    english: "log compaction",
    definition:
      "Политика хранения топика `cleanup.policy=compact`: Kafka сохраняет хотя бы последнюю запись каждого ключа, а прежние со временем удаляет. Ключ с записью-надгробием исчезает целиком, спустя `delete.retention.ms`.",
    why: "Уплотняемый топик остаётся полной копией таблицы и не растёт с числом изменений; в таком же топике Kafka Connect хранит смещения.",
    forms: list(
      "уплотнение, уплотнения, уплотнению, уплотнением, уплотнении, уплотняемый топик, уплотняемого топика, уплотняемому топику, уплотняемым топиком, уплотняемом топике, уплотняемые топики, уплотняемых топиков, уплотняемым топикам, уплотняемыми топиками, уплотняемых топиках, log compaction",
    ),
    synonyms: ["log compaction"],
    rejected: ["компакция", "компактификация", "компактизация"],
    lessons: ["module-1/01-cdc-fundamentals", "module-1/02-debezium-architecture", "module-1/05-python-consumer"],
    sources: [{ title: "Kafka: Log Compaction", url: `${kafka}/#compaction` }],
  },
  {
    id: "debezium-engine",
    term: "Debezium Engine",
    english: "Debezium Engine",
    definition:
      "Библиотека, которая выполняет коннектор Debezium внутри вашего приложения на JVM, без Kafka и Kafka Connect. Приложение получает события вызовом своего обработчика и само выбирает, где хранить смещения.",
    why: "Подходит, когда события нужны одному приложению; распределение задач и перезапуск при сбое становятся его заботой.",
    forms: list("debezium engine"),
    synonyms: ["движок Debezium"],
    rejected: [],
    lessons: ["module-1/02-debezium-architecture", "module-1/01-cdc-fundamentals"],
    sources: [{ title: "Debezium Engine", url: `${debezium}/development/engine.html` }],
  },
  {
    id: "debezium-server",
    term: "Debezium Server",
    english: "Debezium Server",
    definition:
      "Готовое приложение, которое выполняет один коннектор Debezium и отправляет события в выбранный приёмник: Google Cloud Pub/Sub, Amazon Kinesis, Kafka и другие. Kafka Connect ему не нужен.",
    why: "Даёт CDC там, где Kafka нет; это один постоянно работающий процесс, кластера из него не собрать.",
    forms: list("debezium server"),
    synonyms: [],
    rejected: [],
    lessons: ["module-1/02-debezium-architecture", "module-6/02-debezium-server-pubsub", "module-6/05-cloud-run"],
    sources: [{ title: "Debezium Server", url: `${debezium}/operations/debezium-server.html` }],
  },
  {
    id: "gtid",
    term: "GTID",
    english: "global transaction identifier",
    definition:
      "Идентификатор транзакции MySQL, единый для всех серверов топологии: идентификатор сервера-источника и номер транзакции, `source_id:transaction_id`. Включается `gtid_mode=ON`.",
    why: "По набору GTID коннектор находит своё место на другом сервере после переключения; имя файла и позиция верны только на своём.",
    forms: list("gtid"),
    synonyms: ["глобальный идентификатор транзакции"],
    rejected: [],
    lessons: ["module-8/03-gtid-mode", "module-8/11-gtid-failover", "module-1/01-cdc-fundamentals"],
    sources: [
      { title: "MySQL: GTID Format and Storage", url: `${mysql}/replication-gtids-concepts.html` },
      { title: "Debezium: enabling GTIDs", url: `${debezium}/connectors/mysql.html#enable-mysql-gtids` },
    ],
  },
  {
    id: "heartbeat",
    term: "heartbeat",
    english: "heartbeat",
    definition:
      "Служебная запись, которую коннектор отправляет в топик `__debezium-heartbeat.<topic.prefix>` каждые `heartbeat.interval.ms` (по умолчанию 0 — выключено). `heartbeat.action.query` вдобавок выполняет запрос в исходной базе.",
    why: "Обновляет смещение, когда в захваченных таблицах тихо; слот PostgreSQL при этом сдвинется, только если сервер что-то присылает, поэтому часто нужен и `heartbeat.action.query`.",
    forms: list(
      "heartbeat, heartbeat-событие, heartbeat-события, heartbeat-событию, heartbeat-событием, heartbeat-событии, heartbeat-событий, heartbeat-событиям, heartbeat-событиями, heartbeat-событиях, сердцебиение, сердцебиения, сердцебиению, сердцебиением, сердцебиении",
    ),
    synonyms: ["heartbeat-событие", "сердцебиение"],
    rejected: ["хартбит"],
    lessons: ["module-3/05-wal-bloat-heartbeat", "module-8/04-binlog-retention-heartbeat"],
    sources: [
      {
        title: "Debezium: heartbeat.interval.ms",
        url: `${debezium}/connectors/postgresql.html#postgresql-property-heartbeat-interval-ms`,
      },
      {
        title: "Debezium: WAL disk space consumption",
        url: `${debezium}/connectors/postgresql.html#postgresql-wal-disk-space`,
      },
    ],
  },
  {
    id: "kafka-connect",
    term: "Kafka Connect",
    english: "Kafka Connect",
    definition:
      "Часть Apache Kafka для переноса данных между Kafka и другими системами: запускает коннекторы, хранит их настройки, смещения и состояния в трёх топиках, управляется через REST API.",
    why: "Чаще всего Debezium запускают в нём: смещения, перезапуски, конвертеры и преобразования берёт на себя Kafka Connect.",
    forms: list("kafka connect"),
    synonyms: ["Connect"],
    rejected: ["кафка-коннект"],
    lessons: ["module-1/02-debezium-architecture", "module-1/03-lab-setup", "module-1/04-first-connector"],
    sources: [{ title: "Kafka: Kafka Connect", url: `${kafka}/#connect` }],
  },
  {
    id: "lsn",
    term: "LSN",
    english: "log sequence number",
    definition:
      "Позиция в журнале предзаписи PostgreSQL: 64-разрядное число, место байта в журнале; печатается двумя шестнадцатеричными числами, например `0/7B047D8`. В событии Debezium это `source.lsn`.",
    why: "По LSN считают отставание слота и отличают повтор события от нового; между строками параллельных транзакций LSN вдоль потока не растёт.",
    forms: list("lsn"),
    synonyms: ["log sequence number"],
    rejected: [],
    lessons: ["module-2/02-replication-slots", "module-1/01-cdc-fundamentals", "module-1/06-event-structure"],
    sources: [{ title: "PostgreSQL: pg_lsn Type", url: `${postgresql}/datatype-pg-lsn.html` }],
  },
  {
    id: "outbox",
    term: "outbox",
    english: "outbox",
    definition:
      "Паттерн: сервис пишет событие предметной области в таблицу исходящих в той же транзакции, что и данные, а CDC доставляет его в Kafka. Преобразование `EventRouter` раскладывает события по топикам.",
    why: "Избавляет от двойной записи: событие уходит тогда и только тогда, когда транзакция зафиксирована; повторы потребитель отсеивает по идентификатору события.",
    forms: list(
      "outbox, таблица исходящих, таблицы исходящих, таблице исходящих, таблицу исходящих, таблицей исходящих, таблиц исходящих, таблицам исходящих, таблицами исходящих, таблицах исходящих, outbox-таблица, outbox-таблицы, outbox-таблице, outbox-таблицу, outbox-таблицей, outbox-таблиц",
    ),
    synonyms: ["паттерн Outbox", "таблица исходящих"],
    rejected: ["аутбокс"],
    lessons: ["module-4/05-outbox-theory", "module-4/06-outbox-implementation", "module-1/01-cdc-fundamentals"],
    sources: [{ title: "Debezium: outbox event router", url: `${debezium}/transformations/outbox-event-router.html` }],
  },
  {
    id: "replica-identity",
    term: "replica identity",
    english: "replica identity",
    definition:
      "Свойство таблицы PostgreSQL: какие столбцы старой строки попадают в журнал при `UPDATE` и `DELETE`. `DEFAULT` — столбцы первичного ключа, `FULL` — вся строка; меняется через `ALTER TABLE … REPLICA IDENTITY`.",
    why: "От неё зависит `before`: при `DEFAULT` у изменения он обычно пуст, при удалении в нём заполнен только ключ, а полная старая строка приходит лишь при `FULL` ценой роста WAL.",
    forms: list("replica identity"),
    synonyms: ["REPLICA IDENTITY"],
    rejected: ["идентичность реплики"],
    lessons: ["module-1/06-event-structure", "module-1/01-cdc-fundamentals", "module-2/01-logical-decoding"],
    sources: [
      {
        title: "PostgreSQL: ALTER TABLE … REPLICA IDENTITY",
        url: `${postgresql}/sql-altertable.html#SQL-ALTERTABLE-REPLICA-IDENTITY`,
      },
      {
        title: "Debezium: replica identity",
        url: `${debezium}/connectors/postgresql.html#postgresql-replica-identity`,
      },
    ],
  },
  {
    id: "toast",
    term: "TOAST",
    english: "The Oversized-Attribute Storage Technique",
    definition:
      "Хранение больших значений PostgreSQL вне строки: сжатие и вынос в отдельную таблицу. Если такое значение не менялось, то при `REPLICA IDENTITY DEFAULT` его в потоке нет, и Debezium ставит вместо него `__debezium_unavailable_value`.",
    why: "Потребитель, который примет заместитель за значение, испортит копию; полное значение даёт `REPLICA IDENTITY FULL`.",
    forms: list(
      "toast, toast-значение, toast-значения, toast-значению, toast-значением, toast-значений, toast-столбец, toast-столбца, toast-столбцы, toast-столбцов",
    ),
    synonyms: ["TOAST-значение"],
    rejected: [],
    lessons: ["module-1/06-event-structure", "module-2/01-logical-decoding"],
    sources: [
      { title: "PostgreSQL: TOAST", url: `${postgresql}/storage-toast.html` },
      { title: "Debezium: toasted values", url: `${debezium}/connectors/postgresql.html#postgresql-toasted-values` },
    ],
  },
];

export default glossary;
