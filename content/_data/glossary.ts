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
  /**
   * English names, as in the documentation of Debezium, Kafka, PostgreSQL or MySQL, separated by commas. In Russian text
   * they stand in parentheses only, at first use, unless they are synonyms too; `npm test -- wording` holds texts to it.
   */
  english: string;
  /** What it is, in one to three sentences; inline Markdown: code and links. */
  definition: string;
  /** Why it matters in change data capture, in one sentence; inline Markdown. */
  why: string;
  /** All inflected forms of the term and of its synonyms that a lesson may hold, lower case, unique among all terms. */
  forms: string[];
  /** Other names that lessons may use in Russian text, nominative; an English one only where engineers write it so (`WAL`). */
  synonyms: string[];
  /** Names that texts must not use, nominative singular, in any case and number; none of them is a form of any term. */
  rejected: string[];
  /** Ids of the lessons that treat the term, main lesson first; a planned lesson may be named. */
  lessons: string[];
  /** Where the definition can be checked. */
  sources: { title: string; url: string }[];
  /** `false`: too common a word to be linked automatically; an author links such a term by hand. */
  link?: false;
}

const debezium = "https://debezium.io/documentation/reference/stable";
const kafka = "https://kafka.apache.org/43";
const postgresql = "https://www.postgresql.org/docs/18";
const mysql = "https://dev.mysql.com/doc/refman/8.4/en";
const aurora = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide";

/** Splits «слот, слота, слоту» into its forms; keeps a term's paradigm on few lines. */
const list = (forms: string): string[] => forms.split(",").map((form) => form.trim());

const glossary: Term[] = [
  {
    id: "alert",
    term: "алерт",
    english: "alert",
    definition:
      "Правило, которое вычисляет условие по метрикам и срабатывает, если оно держится заданное время; в Prometheus это время задаёт `for`.",
    why: "Отказ CDC часто выглядит как тишина: статус `RUNNING`, метрики пропали, слот держит WAL; поэтому алерт нужен и на отсутствие метрики, и на слот в самой базе.",
    forms: list(
      "алерт, алерта, алерту, алертом, алерте, алерты, алертов, алертам, алертами, алертах, оповещение, оповещения, оповещению, оповещением, оповещении, оповещений, оповещениям, оповещениями, оповещениях",
    ),
    synonyms: ["оповещение"],
    rejected: ["тревога"],
    lessons: ["module-3/04-lag-alerts", "module-2/02-replication-slots", "module-8/10-binlog-lag-monitoring"],
    sources: [
      {
        title: "Prometheus: alerting rules",
        url: "https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/",
      },
    ],
    link: false,
  },
  {
    id: "blocking-snapshot",
    term: "блокирующий снимок",
    english: "blocking snapshot",
    definition:
      "Снимок по сигналу `execute-snapshot` с типом `blocking`: коннектор прекращает потоковое чтение, читает названные таблицы так же, как при начальном снимке, и возвращается к потоку.",
    why: "Большую таблицу он читает быстрее инкрементального снимка, но изменения остальных таблиц ждут до конца, а прерванный снимок не продолжается.",
    forms: list(
      "блокирующий снимок, блокирующего снимка, блокирующему снимку, блокирующим снимком, блокирующем снимке, блокирующие снимки, блокирующих снимков, блокирующим снимкам, блокирующими снимками, блокирующих снимках",
    ),
    synonyms: [],
    rejected: [],
    lessons: [
      "module-2/07-incremental-snapshot-lab",
      "module-2/06-snapshot-strategies",
      "module-8/12-incremental-snapshots",
    ],
    sources: [
      {
        title: "Debezium: blocking snapshot signals",
        url: `${debezium}/configuration/signalling.html#debezium-signaling-ad-hoc-blocking-snapshots`,
      },
      {
        title: "Debezium: blocking snapshots",
        url: `${debezium}/connectors/postgresql.html#postgresql-blocking-snapshots`,
      },
    ],
  },
  {
    id: "watermark",
    term: "водяной знак",
    english: "watermark",
    definition:
      "Отметка, которая делит поток на «до» и «после». У инкрементального снимка Debezium — пара отметок вокруг чтения чанка: событие потока между ними отменяет прочитанную строку с тем же ключом. Во Flink и Spark — утверждение, что событий старше указанного времени больше не ждут. При опросе таблицы так же служит граница — наибольший виденный `updated_at`.",
    why: "Отметки вокруг чанка позволяют вести снимок рядом с потоком; граница или водяной знак, ушедшие вперёд слишком рано, молча теряют строки.",
    forms: list(
      "водяной знак, водяного знака, водяному знаку, водяным знаком, водяном знаке, водяные знаки, водяных знаков, водяным знакам, водяными знаками, водяных знаках",
    ),
    synonyms: ["граница"],
    rejected: ["вотермарк", "ватермарк"],
    lessons: ["module-2/07-incremental-snapshot-lab", "module-1/01-cdc-fundamentals", "module-5/04-pyflink-stateful"],
    sources: [
      {
        title: "Debezium: incremental snapshots",
        url: `${debezium}/connectors/postgresql.html#postgresql-incremental-snapshots`,
      },
      { title: "DBLog: A Watermark Based Change-Data-Capture Framework", url: "https://arxiv.org/abs/2010.12597" },
      {
        title: "Flink: Timely Stream Processing",
        url: "https://nightlies.apache.org/flink/flink-docs-stable/docs/concepts/time/",
      },
    ],
  },
  {
    id: "worker",
    term: "воркер",
    english: "worker",
    definition:
      "Процесс JVM, в котором Kafka Connect выполняет коннекторы и задачи. Воркеры с одним `group.id` образуют кластер: делят задачи между собой и забирают задачи выбывшего.",
    why: "Конвертеры по умолчанию, каталог плагинов `plugin.path`, период записи смещений и REST API принадлежат воркеру, а не коннектору.",
    forms: list("воркер, воркера, воркеру, воркером, воркере, воркеры, воркеров, воркерам, воркерами, воркерах"),
    synonyms: [],
    rejected: [],
    lessons: ["module-1/02-debezium-architecture", "module-1/03-lab-setup", "module-3/06-scaling"],
    sources: [
      { title: "Kafka: Running Kafka Connect", url: `${kafka}/kafka-connect/user-guide/#running-kafka-connect` },
    ],
  },
  {
    id: "schema-history-recovery",
    term: "восстановление истории схем",
    english: "schema history recovery",
    definition:
      "Чтение топика истории схем при запуске коннектора MySQL: по записанным в нём DDL заново строится структура таблиц на сохранённую позицию. Потерянный топик создаёт заново `snapshot.mode=recovery` — по нынешней структуре таблиц.",
    why: "Если после сохранённой позиции таблицу меняли, `recovery` прочтёт старые события по новой структуре: задача остановится или исказит строки.",
    forms: list(
      "восстановление истории схем, восстановления истории схем, восстановлению истории схем, восстановлением истории схем, восстановлении истории схем, восстановление истории схемы, восстановления истории схемы, восстановлению истории схемы, восстановлением истории схемы, восстановлении истории схемы",
    ),
    synonyms: [],
    rejected: [],
    lessons: ["module-8/14-recovery", "module-8/07-schema-history"],
    sources: [
      { title: "Debezium: schema history topic", url: `${debezium}/connectors/mysql.html#mysql-schema-history-topic` },
      {
        title: "Debezium: snapshot mode options",
        url: `${debezium}/connectors/mysql.html#mysql-connector-snapshot-mode-options`,
      },
    ],
  },
  {
    id: "iam-authentication",
    term: "вход по IAM",
    english: "IAM database authentication",
    definition:
      "Вход в базу RDS или Aurora по токену, который подписан ключами IAM и живёт 15 минут, вместо пароля. Поток репликации Aurora PostgreSQL так открывается, только если включён `rds.iam_auth_for_replication`.",
    why: "Постоянного пароля нет ни в настройках коннектора, ни в окружении воркера; в Debezium 3.4 и новее токен получает `PostgresAwsIamConnectionFactory`.",
    forms: list("вход по iam, входа по iam, входу по iam, входом по iam, входе по iam"),
    synonyms: [],
    rejected: [],
    lessons: ["module-2/04-aurora-parameter-groups"],
    sources: [
      { title: "Aurora: IAM database authentication", url: `${aurora}/UsingWithRDS.IAMDBAuth.html` },
      {
        title: "Aurora: IAM authentication for logical replication",
        url: `${aurora}/AuroraPostgreSQL.Replication.Logical.IAM-auth.html`,
      },
    ],
  },
  {
    id: "global-database",
    term: "глобальная база Aurora",
    english: "Aurora global database",
    definition:
      "Кластер Aurora с копиями в других регионах: пишет один регион, остальные получают изменения репликацией на уровне хранилища и доступны для чтения.",
    why: "Смена пишущего региона — не обычное переключение: остались ли в новом слот и позиция коннектора, выясняют до аварии.",
    forms: list(
      "глобальная база aurora, глобальной базы aurora, глобальной базе aurora, глобальную базу aurora, глобальной базой aurora, глобальные базы aurora, глобальных баз aurora, глобальным базам aurora, глобальными базами aurora, глобальных базах aurora",
    ),
    synonyms: [],
    rejected: [],
    lessons: ["module-2/05-aurora-failover", "module-8/11-gtid-failover"],
    sources: [{ title: "Aurora: global database", url: `${aurora}/aurora-global-database.html` }],
  },
  {
    id: "parameter-group",
    term: "группа параметров",
    english: "parameter group",
    definition:
      "Набор настроек базы в RDS и Aurora вместо файла конфигурации. Настройки всего кластера — в группе параметров кластера, остальные — в группе экземпляра; статический параметр вступает в силу после перезагрузки, динамический — сразу.",
    why: "`rds.logical_replication` и `binlog_format` задают в группе кластера, и до перезагрузки пишущего экземпляра ничего не меняется.",
    forms: list(
      "группа параметров, группы параметров, группе параметров, группу параметров, группой параметров, групп параметров, группам параметров, группами параметров, группах параметров",
    ),
    synonyms: [],
    rejected: [],
    lessons: ["module-2/04-aurora-parameter-groups", "module-8/08-aurora-parameter-groups"],
    sources: [
      { title: "Aurora: parameter groups", url: `${aurora}/parameter-groups-overview.html` },
      { title: "Aurora: DB cluster parameter groups", url: `${aurora}/USER_WorkingWithDBClusterParamGroups.html` },
    ],
  },
  {
    id: "binlog",
    term: "двоичный журнал",
    english: "binary log, binlog",
    definition:
      "Журнал изменений MySQL, который сервер ведёт для репликации и восстановления. При `binlog_format=ROW` в нём лежат образы изменённых строк; файлы удаляются по сроку `binlog_expire_logs_seconds`, и отключённого читателя сервер не ждёт.",
    why: "Коннектор MySQL читает двоичный журнал как реплика; если нужный файл уже удалён, продолжить с сохранённого места нельзя.",
    forms: list(
      "двоичный журнал, двоичного журнала, двоичному журналу, двоичным журналом, двоичном журнале, двоичные журналы, двоичных журналов, двоичным журналам, двоичными журналами, двоичных журналах, бинарный журнал, бинарного журнала, бинарному журналу, бинарным журналом, бинарном журнале, бинарные журналы, бинарных журналов, бинарным журналам, бинарными журналами, бинарных журналах, binlog, binary log",
    ),
    synonyms: ["binlog", "бинарный журнал"],
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
    synonyms: [],
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
    english: "at-least-once delivery, at-least-once",
    definition:
      "Гарантия, при которой событие после сбоя может прийти повторно, но не пропадает: читатель сохраняет позицию уже после обработки и с неё же начинает снова.",
    why: "Так по умолчанию работает Debezium: после аварии коннектор повторяет всё, что отправил после последнего сохранённого смещения.",
    forms: list(
      "доставка не менее одного раза, доставки не менее одного раза, доставке не менее одного раза, доставку не менее одного раза, доставкой не менее одного раза, не менее одного раза, хотя бы один раз, доставка хотя бы один раз, доставки хотя бы один раз, доставке хотя бы один раз, доставку хотя бы один раз, доставкой хотя бы один раз, at-least-once",
    ),
    synonyms: ["хотя бы один раз"],
    rejected: ["как минимум один раз", "по крайней мере один раз"],
    lessons: ["module-1/01-cdc-fundamentals", "module-1/05-python-consumer", "module-5/01-advanced-python-consumer"],
    sources: [
      {
        title: "Debezium: when things go wrong",
        url: `${debezium}/connectors/postgresql.html#postgresql-when-things-go-wrong`,
      },
      { title: "Kafka: Message Delivery Semantics", url: `${kafka}/design/design/#message-delivery-semantics` },
    ],
  },
  {
    id: "exactly-once",
    term: "доставка ровно один раз",
    english: "exactly-once delivery, exactly-once",
    definition:
      "Гарантия, при которой каждое событие оказывается в топике один раз даже после сбоя. Kafka Connect пишет события и смещения в одной транзакции Kafka: нужны `exactly.once.source.support=enabled` у воркеров и потребители с `isolation.level=read_committed`.",
    why: "Гарантия кончается на топике: то, что потребитель записал во внешнюю систему, она не охватывает, и идемпотентность ему всё равно нужна.",
    forms: list(
      "доставка ровно один раз, доставки ровно один раз, доставке ровно один раз, доставку ровно один раз, доставкой ровно один раз, ровно один раз, exactly-once",
    ),
    synonyms: ["ровно один раз"],
    rejected: ["точно один раз"],
    lessons: ["module-1/01-cdc-fundamentals", "module-1/02-debezium-architecture"],
    sources: [
      { title: "Debezium: exactly-once delivery", url: `${debezium}/configuration/eos.html` },
      { title: "Kafka Connect: exactly-once support", url: `${kafka}/kafka-connect/user-guide/#exactly-once-support` },
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
    synonyms: ["WAL"],
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
      "Единица работы коннектора: поток выполнения в воркере; у коннектора-источника он читает базу и отдаёт записи. Число задач ограничено `tasks.max`, но коннектор PostgreSQL всегда запускает одну, а коннектор MySQL при значении больше единицы задачу не запустит.",
    why: "Состояние показывает именно задача: коннектор может быть `RUNNING`, когда его задача `FAILED` или её нет вовсе.",
    forms: list(
      "задача коннектора, задачи коннектора, задаче коннектора, задачу коннектора, задачей коннектора, задач коннектора, задачам коннектора, задачами коннектора, задачах коннектора, задачи коннекторов, задач коннекторов, задачам коннекторов, задачами коннекторов, задачах коннекторов, задача kafka connect, задачи kafka connect, задаче kafka connect, задачу kafka connect, задачей kafka connect, задач kafka connect, задачам kafka connect, задачами kafka connect, задачах kafka connect",
    ),
    synonyms: ["задача"],
    rejected: ["таск", "таска"],
    lessons: ["module-1/02-debezium-architecture", "module-1/04-first-connector", "module-3/06-scaling"],
    sources: [
      { title: "Kafka Connect: Connectors and Tasks", url: `${kafka}/kafka-connect/connector-development-guide/` },
    ],
  },
  {
    id: "tombstone",
    term: "запись-надгробие",
    english: "tombstone",
    definition:
      "Запись Kafka с ключом и пустым (`null`) значением. Debezium отправляет её сразу за событием удаления (`tombstones.on.delete=true` по умолчанию), а уплотнение по ней убирает из топика все прежние записи ключа.",
    why: "Потребитель, который не ждёт пустого значения, упадёт на первом же удалении; без таких записей удалённые ключи остаются в уплотняемом топике навсегда.",
    forms: list(
      "надгробие, надгробия, надгробию, надгробием, надгробии, надгробий, надгробиям, надгробиями, надгробиях, запись-надгробие, записи-надгробия, записи-надгробию, записью-надгробием, записи-надгробии, записей-надгробий, записям-надгробиям, записями-надгробиями, записях-надгробиях, tombstone-запись, tombstone-записи, tombstone-записью, tombstone-записей, tombstone-записям, tombstone-записями, tombstone-записях, tombstone",
    ),
    synonyms: ["надгробие", "tombstone-запись"],
    rejected: ["томбстоун", "томбстон", "тумбстоун"],
    lessons: ["module-1/05-python-consumer", "module-1/01-cdc-fundamentals", "module-1/06-event-structure"],
    sources: [
      {
        title: "Debezium: tombstone events",
        url: `${debezium}/connectors/postgresql.html#postgresql-tombstone-events`,
      },
      { title: "Kafka: Log Compaction", url: `${kafka}/design/design/#log-compaction` },
    ],
  },
  {
    id: "heartbeat-action-query",
    term: "запрос пульса",
    english: "heartbeat action query",
    definition:
      "Запрос, который коннектор выполняет в исходной базе вместе с каждым пульсом, `heartbeat.action.query`: обычно замена одной строки или вызов `pg_logical_emit_message`.",
    why: "Он даёт изменение, которое вернётся потоком и сдвинет слот тихой базы; его таблица обязана быть в публикации, иначе слот стоит.",
    forms: list(
      "запрос пульса, запроса пульса, запросу пульса, запросом пульса, запросе пульса, запросы пульса, запросов пульса, запросам пульса, запросами пульса, запросах пульса",
    ),
    synonyms: [],
    rejected: [],
    lessons: ["module-2/03-wal-configuration", "module-3/05-wal-bloat-heartbeat"],
    sources: [
      {
        title: "Debezium: heartbeat.action.query",
        url: `${debezium}/connectors/postgresql.html#postgresql-property-heartbeat-action-query`,
      },
      {
        title: "Debezium: WAL disk space consumption",
        url: `${debezium}/connectors/postgresql.html#postgresql-wal-disk-space`,
      },
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
    synonyms: ["CDC", "захват изменений"],
    rejected: ["захват изменённых данных", "перехват изменений данных"],
    lessons: ["module-1/01-cdc-fundamentals"],
    sources: [{ title: "Debezium: features", url: `${debezium}/features.html` }],
  },
  {
    id: "idempotence",
    term: "идемпотентность",
    english: "idempotence, idempotent",
    definition:
      "Свойство операции: повтор с теми же данными оставляет тот же результат. `UPSERT` по ключу идемпотентен, `count = count + 1` — нет.",
    why: "После сбоя Debezium присылает часть событий снова, и верный результат получит только идемпотентный потребитель.",
    forms: list(
      "идемпотентность, идемпотентности, идемпотентностью, идемпотентен, идемпотентна, идемпотентно, идемпотентны, идемпотентный, идемпотентного, идемпотентному, идемпотентным, идемпотентном, идемпотентная, идемпотентной, идемпотентную, идемпотентное, идемпотентные, идемпотентных, идемпотентными",
    ),
    synonyms: ["идемпотентный"],
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
      "Снимок по сигналу, который идёт рядом с потоком изменений: таблица читается чанками по первичному ключу (`incremental.snapshot.chunk.size`, по умолчанию 1024 строки). После перезапуска он продолжается с последнего чанка.",
    why: "Позволяет добавить или перечитать большую таблицу, не останавливая поток и не начиная заново после сбоя.",
    forms: list(
      "инкрементальный снимок, инкрементального снимка, инкрементальному снимку, инкрементальным снимком, инкрементальном снимке, инкрементальные снимки, инкрементальных снимков, инкрементальным снимкам, инкрементальными снимками, инкрементальных снимках, incremental snapshot",
    ),
    synonyms: [],
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
    id: "read-only-incremental-snapshot",
    term: "инкрементальный снимок только для чтения",
    english: "read-only incremental snapshot",
    definition:
      "Инкрементальный снимок при `read.only=true`: вместо отметок в сигнальной таблице коннектор сравнивает с событиями номера идущих транзакций (PostgreSQL 13 и новее) или наборы GTID (MySQL).",
    why: "Коннектору не нужно право записи в базу, а сигнал приходит через Kafka, JMX или файл; зато окно чанка закрывает только чужая транзакция или пульс.",
    forms: list(
      "инкрементальный снимок только для чтения, инкрементального снимка только для чтения, инкрементальному снимку только для чтения, инкрементальным снимком только для чтения, инкрементальном снимке только для чтения, инкрементальные снимки только для чтения, инкрементальных снимков только для чтения, инкрементальным снимкам только для чтения, инкрементальными снимками только для чтения, инкрементальных снимках только для чтения",
    ),
    synonyms: [],
    rejected: [],
    lessons: ["module-2/07-incremental-snapshot-lab", "module-8/12-incremental-snapshots"],
    sources: [
      {
        title: "Debezium: read-only incremental snapshots, PostgreSQL",
        url: `${debezium}/connectors/postgresql.html#postgresql-read-only-incremental-snapshots`,
      },
      {
        title: "Debezium: read-only incremental snapshots, MySQL",
        url: `${debezium}/connectors/mysql.html#mysql-read-only-incremental-snapshots`,
      },
    ],
  },
  {
    id: "schema-history",
    term: "история схем",
    english: "schema history",
    definition:
      "Топик (`schema.history.internal.kafka.topic`), в который коннектор MySQL записывает команды DDL вместе с позицией в двоичном журнале. По нему после перезапуска восстанавливается структура таблиц на нужный момент; коннектору PostgreSQL он не нужен.",
    why: "В событиях двоичного журнала нет полного описания таблиц: потеряв историю схем, коннектор не продолжит чтение, а с неполной может неверно прочесть строку.",
    forms: list(
      "история схем, истории схем, историю схем, историей схем, историй схем, историям схем, историями схем, историях схем, история схемы, истории схемы, историю схемы, историей схемы, schema history",
    ),
    synonyms: ["история схемы"],
    rejected: [],
    lessons: ["module-8/07-schema-history", "module-1/02-debezium-architecture", "module-8/14-recovery"],
    sources: [
      { title: "Debezium: schema history topic", url: `${debezium}/connectors/mysql.html#mysql-schema-history-topic` },
    ],
  },
  {
    id: "signal-channel",
    term: "канал сигналов",
    english: "signaling channel",
    definition:
      "Путь, которым сигнал приходит к коннектору: `source` — вставка в сигнальную таблицу, `kafka` — сообщение в топик, `jmx` — операция MBean, `file` — строка файла. Включает их `signal.enabled.channels`, по умолчанию только `source`.",
    why: "Лишь `source` приходит самим потоком, в порядке с изменениями, и дождётся остановленного коннектора; у остальных каналов повторных попыток нет.",
    forms: list(
      "канал сигналов, канала сигналов, каналу сигналов, каналом сигналов, канале сигналов, каналы сигналов, каналов сигналов, каналам сигналов, каналами сигналов, каналах сигналов, канал сигнала, канала сигнала, каналу сигнала, каналом сигнала, канале сигнала, каналы сигнала, каналов сигнала, каналам сигнала, каналами сигнала, каналах сигнала",
    ),
    synonyms: [],
    rejected: [],
    lessons: ["module-2/07-incremental-snapshot-lab", "module-8/12-incremental-snapshots"],
    sources: [
      {
        title: "Debezium: signaling overview",
        url: `${debezium}/configuration/signalling.html#debezium-signaling-overview`,
      },
      {
        title: "Debezium: signal.enabled.channels",
        url: `${debezium}/connectors/postgresql.html#postgresql-property-signal-enabled-channels`,
      },
    ],
  },
  {
    id: "event-key",
    term: "ключ события",
    english: "event key, record key, message key",
    definition:
      "Ключ записи Kafka. Debezium составляет его из столбцов первичного ключа, а если ключа нет — уникального индекса; другие столбцы называет `message.key.columns`. У таблицы без ключа и без такого индекса ключ события пуст.",
    why: "По ключу Kafka выбирает партицию, а значит, от него зависят порядок событий, уплотнение и возможность применить событие к нужной строке.",
    forms: list(
      "ключ события, ключа события, ключу события, ключом события, ключе события, ключи событий, ключей событий, ключам событий, ключами событий, ключах событий, ключ записи, ключа записи, ключу записи, ключом записи, ключе записи, ключи записей, ключей записей, ключам записей, ключами записей, ключах записей, ключ сообщения, ключа сообщения, ключу сообщения, ключом сообщения, ключе сообщения, ключи сообщений, ключей сообщений, ключам сообщений, ключами сообщений, ключах сообщений",
    ),
    synonyms: ["ключ записи", "ключ сообщения"],
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
    synonyms: ["конверт"],
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
    synonyms: [],
    rejected: ["конвертор"],
    lessons: ["module-1/02-debezium-architecture", "module-1/04-first-connector", "module-4/07-schema-registry-avro"],
    sources: [
      {
        title: "Kafka Connect: running and configuring",
        url: `${kafka}/kafka-connect/user-guide/#running-kafka-connect`,
      },
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
    synonyms: ["коннектор-источник"],
    rejected: ["коннектер", "соединитель"],
    lessons: ["module-1/02-debezium-architecture", "module-1/01-cdc-fundamentals", "module-1/04-first-connector"],
    sources: [
      { title: "Debezium: architecture", url: `${debezium}/architecture.html` },
      { title: "Kafka Connect: Connectors and Tasks", url: `${kafka}/kafka-connect/connector-development-guide/` },
    ],
  },
  {
    id: "checkpoint",
    term: "контрольная точка",
    english: "checkpoint",
    definition:
      "В PostgreSQL — место в WAL, все изменения до которого уже записаны в файлы данных; с последней такой точки начнётся восстановление после сбоя. Во Flink и Spark — сохранённое состояние задания вместе с позициями чтения.",
    why: "Ненужный WAL удаляет контрольная точка, она же лишает журнала слот, вышедший за предел; после неё первое изменение каждой страницы кладёт в WAL образ страницы.",
    forms: list(
      "контрольная точка, контрольной точки, контрольной точке, контрольную точку, контрольной точкой, контрольные точки, контрольных точек, контрольным точкам, контрольными точками, контрольных точках",
    ),
    synonyms: [],
    rejected: ["чекпоинт", "чекпойнт"],
    lessons: ["module-2/03-wal-configuration", "module-1/01-cdc-fundamentals", "module-5/04-pyflink-stateful"],
    sources: [
      { title: "PostgreSQL: Glossary, Checkpoint", url: `${postgresql}/glossary.html#GLOSSARY-CHECKPOINT` },
      { title: "PostgreSQL: WAL Configuration", url: `${postgresql}/wal-configuration.html` },
      {
        title: "Flink: Checkpointing",
        url: "https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/datastream/fault-tolerance/checkpointing/",
      },
    ],
  },
  {
    id: "timeline",
    term: "линия времени",
    english: "timeline",
    definition:
      "Номер ветви журнала PostgreSQL. Новую ветвь начинает сервер, который закончил восстановление из архива или повышен из реплики; номер входит в имена файлов WAL, поэтому новая ветвь не затирает прежнюю.",
    why: "LSN сравнимы только внутри одной линии: после переключения одно и то же число на двух ветвях может указывать на разные записи.",
    forms: list(
      "линия времени, линии времени, линию времени, линией времени, линий времени, линиям времени, линиями времени, линиях времени",
    ),
    synonyms: [],
    rejected: ["таймлайн"],
    lessons: ["module-2/05-aurora-failover", "module-3/07-disaster-recovery"],
    sources: [{ title: "PostgreSQL: Timelines", url: `${postgresql}/continuous-archiving.html#BACKUP-TIMELINES` }],
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
    synonyms: [],
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
    synonyms: [],
    rejected: ["логическая декодировка", "логический декодинг"],
    lessons: ["module-2/01-logical-decoding", "module-1/01-cdc-fundamentals"],
    sources: [
      { title: "PostgreSQL: Logical Decoding Concepts", url: `${postgresql}/logicaldecoding-explanation.html` },
    ],
  },
  {
    id: "logical-message",
    term: "логическое сообщение",
    english: "logical decoding message",
    definition:
      "Запись WAL с префиксом и произвольным содержимым, которую делает функция `pg_logical_emit_message`, без всякой таблицы. Debezium получает такие записи от `pgoutput` в PostgreSQL 14 и новее и отправляет событием с `op`, равным `m`, в топик `<topic.prefix>.message`.",
    why: "Сообщение двигает слот тихой базы и может заменить таблицу исходящих; ненужные отсекает `message.prefix.exclude.list`.",
    forms: list(
      "логическое сообщение, логического сообщения, логическому сообщению, логическим сообщением, логическом сообщении, логические сообщения, логических сообщений, логическим сообщениям, логическими сообщениями, логических сообщениях",
    ),
    synonyms: [],
    rejected: [],
    lessons: ["module-2/03-wal-configuration", "module-1/06-event-structure", "module-4/06-outbox-implementation"],
    sources: [
      { title: "Debezium: message events", url: `${debezium}/connectors/postgresql.html#postgresql-message-events` },
      {
        title: "PostgreSQL: Logical Replication Message Formats",
        url: `${postgresql}/protocol-logicalrep-message-formats.html`,
      },
    ],
  },
  {
    id: "topic-routing",
    term: "маршрутизация по топикам",
    english: "topic routing",
    definition:
      "Смена топика события преобразованием SMT до записи в Kafka: `RegexRouter` и `ByLogicalTableRouter` выбирают топик по имени прежнего, `ContentBasedRouter` — по содержимому события.",
    why: "Так секции и шарды сводят в один топик; `ByLogicalTableRouter` по умолчанию добавляет в ключ поле с именем таблицы, и у ключа меняются схема и партиция.",
    forms: list(
      "маршрутизация по топикам, маршрутизации по топикам, маршрутизацию по топикам, маршрутизацией по топикам, маршрутизация по содержимому, маршрутизации по содержимому, маршрутизацию по содержимому, маршрутизацией по содержимому",
    ),
    synonyms: [],
    rejected: [],
    lessons: ["module-4/04-content-based-routing", "module-7/04-multi-database-architecture"],
    sources: [
      { title: "Debezium: topic routing", url: `${debezium}/transformations/topic-routing.html` },
      { title: "Debezium: content-based routing", url: `${debezium}/transformations/content-based-routing.html` },
    ],
  },
  {
    id: "transaction-metadata",
    term: "метаданные транзакций",
    english: "transaction metadata",
    definition:
      "Сведения о транзакциях, которые коннектор добавляет при `provide.transaction.metadata=true` (по умолчанию `false`): записи `BEGIN` и `END` в топике `<topic.prefix>.transaction` и поле `transaction` в каждом событии.",
    why: "События одной транзакции лежат в разных топиках; собрать её целиком позволяет `END`: в нём число событий всего и по таблицам.",
    forms: list(
      "метаданные транзакций, метаданных транзакций, метаданным транзакций, метаданными транзакций, метаданные транзакции, метаданных транзакции, метаданным транзакции, метаданными транзакции",
    ),
    synonyms: [],
    rejected: [],
    lessons: ["module-1/06-event-structure"],
    sources: [
      {
        title: "Debezium: transaction metadata",
        url: `${debezium}/connectors/postgresql.html#postgresql-transaction-metadata`,
      },
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
    synonyms: ["плагин вывода"],
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
    id: "slot-invalidation",
    term: "недействительный слот",
    english: "invalidated slot, slot invalidation",
    definition:
      "Слот, из которого больше ничего не прочитать: у него `wal_status = lost`. Причину называет `invalidation_reason`: `wal_removed` — журнал удалён по `max_slot_wal_keep_size`, `idle_timeout` — слот простаивал дольше `idle_replication_slot_timeout`, ещё `rows_removed` и `wal_level_insufficient`.",
    why: "Продолжить нельзя, нужны новый слот и новый снимок, а коннектор при этом может оставаться `RUNNING`: оповещение ставят на базу.",
    forms: list(
      "недействительный слот, недействительного слота, недействительному слоту, недействительным слотом, недействительном слоте, недействительные слоты, недействительных слотов, недействительным слотам, недействительными слотами, недействительных слотах, потерянный слот, потерянного слота, потерянному слоту, потерянным слотом, потерянном слоте, потерянные слоты, потерянных слотов, потерянным слотам, потерянными слотами, потерянных слотах",
    ),
    synonyms: ["потерянный слот"],
    rejected: ["инвалидированный слот"],
    lessons: ["module-2/02-replication-slots", "module-2/03-wal-configuration", "module-3/07-disaster-recovery"],
    sources: [
      { title: "PostgreSQL: pg_replication_slots", url: `${postgresql}/view-pg-replication-slots.html` },
      {
        title: "PostgreSQL: max_slot_wal_keep_size",
        url: `${postgresql}/runtime-config-replication.html#GUC-MAX-SLOT-WAL-KEEP-SIZE`,
      },
    ],
  },
  {
    id: "full-page-image",
    term: "образ страницы",
    english: "full page image, FPI",
    definition:
      "Копия страницы таблицы или индекса целиком, 8 КБ, которую PostgreSQL кладёт в WAL при первом изменении страницы после контрольной точки. Так велит `full_page_writes`, включённый по умолчанию: без образов сбой посреди записи страницы может её испортить.",
    why: "Из-за образов скорость WAL, а с ней и место, которое держит слот, скачет после каждой контрольной точки; сжимает их `wal_compression`.",
    forms: list(
      "образ страницы, образа страницы, образу страницы, образом страницы, образе страницы, образы страницы, образов страницы, образам страницы, образами страницы, образах страницы, образы страниц, образов страниц, образам страниц, образами страниц, образах страниц, full page image, fpi",
    ),
    synonyms: [],
    rejected: ["полностраничный образ"],
    lessons: ["module-2/03-wal-configuration", "module-1/01-cdc-fundamentals"],
    sources: [
      { title: "PostgreSQL: full_page_writes", url: `${postgresql}/runtime-config-wal.html#GUC-FULL-PAGE-WRITES` },
    ],
  },
  {
    id: "backpressure",
    term: "обратное давление",
    english: "backpressure",
    definition:
      "Торможение источника, когда приёмник не успевает. Очередь коннектора (`max.queue.size`, 8192 события по умолчанию) заполняется, и он перестаёт читать журнал, пока Kafka не примет накопленное.",
    why: "Медленный брокер становится отставанием коннектора и ростом WAL на базе; заметить это раньше помогает метрика `QueueRemainingCapacity`.",
    forms: list("обратное давление, обратного давления, обратному давлению, обратным давлением, обратном давлении"),
    synonyms: [],
    rejected: ["бэкпрешер"],
    lessons: ["module-3/06-scaling", "module-3/01-jmx-metrics"],
    sources: [
      {
        title: "Debezium: max.queue.size",
        url: `${debezium}/connectors/postgresql.html#postgresql-property-max-queue-size`,
      },
    ],
  },
  {
    id: "lag",
    term: "отставание",
    english: "lag",
    definition:
      "Насколько читатель позади. У коннектора — время между изменением в базе и его обработкой, `MilliSecondsBehindSource`; у слота — байты WAL от позиции слота до конца журнала; у потребителя Kafka — число записей после его смещения (consumer lag).",
    why: "Одного числа мало: у PostgreSQL `MilliSecondsBehindSource` без событий застывает, а слот в это время может держать всё больше WAL.",
    forms: list(
      "отставание, отставания, отставанию, отставанием, отставании, отставаний, отставаниям, отставаниями, отставаниях",
    ),
    synonyms: [],
    rejected: ["лаг"],
    lessons: [
      "module-3/04-lag-alerts",
      "module-3/01-jmx-metrics",
      "module-8/10-binlog-lag-monitoring",
      "module-2/02-replication-slots",
    ],
    sources: [
      {
        title: "Debezium: streaming metrics",
        url: `${debezium}/connectors/postgresql.html#postgresql-streaming-metrics`,
      },
      { title: "Kafka: basic operations", url: `${kafka}/operations/basic-kafka-operations/` },
    ],
    link: false,
  },
  {
    id: "partition",
    term: "партиция",
    english: "partition",
    definition:
      "Часть топика Kafka: упорядоченный журнал записей. Порядок гарантирован только внутри партиции; записи с одним ключом попадают в одну партицию, пока число партиций не меняется.",
    why: "Изменения одной строки остаются в порядке благодаря ключу и партиции; между партициями порядка нет, а увеличение их числа разносит старые и новые записи ключа.",
    forms: list("партиция, партиции, партицию, партицией, партиций, партициям, партициями, партициях"),
    synonyms: [],
    rejected: ["партишн", "партишен"],
    lessons: ["module-1/01-cdc-fundamentals", "module-1/05-python-consumer", "module-3/06-scaling"],
    sources: [
      {
        title: "Kafka: Main Concepts and Terminology",
        url: `${kafka}/getting-started/introduction/#main-concepts-and-terminology`,
      },
    ],
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
    synonyms: [],
    rejected: ["ребалансировка", "ребаланс"],
    lessons: [
      "module-5/01-advanced-python-consumer",
      "module-1/05-python-consumer",
      "module-1/02-debezium-architecture",
    ],
    sources: [
      { title: "Kafka: Static Membership", url: `${kafka}/design/design/#static-membership` },
      {
        title: "Kafka Connect: running in distributed mode",
        url: `${kafka}/kafka-connect/user-guide/#running-kafka-connect`,
      },
    ],
  },
  {
    id: "failover",
    term: "переключение при отказе",
    english: "failover",
    definition:
      "Передача роли пишущего сервера реплике, когда прежний сервер отказал. Плановую смену ролей, при которой прежний сервер останавливают сами, называют switchover.",
    why: "Коннектору нужны две вещи сразу: адрес, который ведёт к новому серверу, и позиция, верная на нём, — слот, чья копия есть у реплики, или GTID.",
    forms: list(
      "переключение при отказе, переключения при отказе, переключению при отказе, переключением при отказе, переключении при отказе, переключений при отказе, переключениям при отказе, переключениями при отказе, переключениях при отказе, failover",
    ),
    synonyms: [],
    rejected: ["фейловер", "файловер"],
    lessons: [
      "module-2/05-aurora-failover",
      "module-8/11-gtid-failover",
      "module-3/07-disaster-recovery",
      "module-6/01-cloud-sql-postgresql",
    ],
    sources: [
      { title: "PostgreSQL: Failover", url: `${postgresql}/warm-standby-failover.html` },
      {
        title: "Debezium: PostgreSQL cluster failures",
        url: `${debezium}/connectors/postgresql.html#postgresql-cluster-failures`,
      },
    ],
  },
  {
    id: "promotion",
    term: "повышение реплики",
    english: "promotion",
    definition:
      "Перевод резервного сервера PostgreSQL из восстановления в обычную работу: `pg_promote()` или `pg_ctl promote`. Он перестаёт повторять журнал прежнего сервера, открывается на запись и начинает новую линию времени.",
    why: "Из логических слотов прежнего сервера на новом есть только те, чьи копии реплика успела синхронизировать; без своего слота коннектор не продолжит.",
    forms: list(
      "повышение реплики, повышения реплики, повышению реплики, повышением реплики, повышении реплики, повышенная реплика, повышенной реплики, повышенной реплике, повышенную реплику, повышенной репликой, повышенные реплики, повышенных реплик, повышенным репликам, повышенными репликами, повышенных репликах",
    ),
    synonyms: [],
    rejected: [],
    lessons: ["module-2/05-aurora-failover", "module-2/02-replication-slots"],
    sources: [
      { title: "PostgreSQL: Failover", url: `${postgresql}/warm-standby-failover.html` },
      {
        title: "PostgreSQL: Replication Slot Synchronization",
        url: `${postgresql}/logicaldecoding-explanation.html#LOGICALDECODING-REPLICATION-SLOTS-SYNCHRONIZATION`,
      },
    ],
  },
  {
    id: "streaming-replication",
    term: "потоковая репликация",
    english: "streaming replication",
    definition:
      "Репликация PostgreSQL на уровне журнала: walsender передаёт реплике WAL по мере записи, и она повторяет его. Копируется весь сервер; выбрать отдельные базы или таблицы нельзя.",
    why: "На ней стоят переключение при отказе и синхронизация слотов; физический слот реплики удерживает WAL так же, как логический.",
    forms: list(
      "потоковая репликация, потоковой репликации, потоковую репликацию, потоковой репликацией, физическая репликация, физической репликации, физическую репликацию, физической репликацией",
    ),
    synonyms: ["физическая репликация"],
    rejected: ["стриминговая репликация"],
    lessons: ["module-2/05-aurora-failover", "module-2/02-replication-slots"],
    sources: [
      { title: "PostgreSQL: Streaming Replication", url: `${postgresql}/warm-standby.html#STREAMING-REPLICATION` },
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
    synonyms: [],
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
      "Программа, которая читает записи из топиков Kafka и сама ведёт свою позицию — смещение в каждой партиции. Потребители одной группы делят партиции между собой.",
    why: "Повторы, удаления и порядок событий обрабатывает он: Debezium доставляет, а за верный результат отвечает потребитель.",
    forms: list(
      "потребитель, потребителя, потребителю, потребителем, потребителе, потребители, потребителей, потребителям, потребителями, потребителях",
    ),
    synonyms: [],
    rejected: ["консьюмер", "консумер"],
    lessons: ["module-1/05-python-consumer", "module-1/01-cdc-fundamentals", "module-5/01-advanced-python-consumer"],
    sources: [{ title: "Kafka: The Consumer", url: `${kafka}/design/design/#the-consumer` }],
  },
  {
    id: "predicate",
    term: "предикат",
    english: "predicate",
    definition:
      "Условие, при котором Kafka Connect применяет преобразование к записи: `TopicNameMatches`, `HasHeaderKey`, `RecordIsTombstone`. Объявляют его в `predicates`, связывает `transforms.<имя>.predicate`, обращает `negate=true`.",
    why: "Через ту же цепочку SMT идут пульс, записи-надгробия и записи о транзакциях: преобразование без предиката может на них упасть или испортить их.",
    forms: list(
      "предикат, предиката, предикату, предикатом, предикате, предикаты, предикатов, предикатам, предикатами, предикатах",
    ),
    synonyms: [],
    rejected: [],
    lessons: ["module-4/02-predicates-filtering", "module-4/01-smt-overview"],
    sources: [
      { title: "Kafka Connect: Predicates", url: `${kafka}/kafka-connect/user-guide/#predicates` },
      {
        title: "Debezium: applying transformations selectively",
        url: `${debezium}/transformations/applying-transformations-selectively.html`,
      },
    ],
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
    synonyms: ["SMT", "преобразование отдельных сообщений"],
    rejected: ["трансформер", "трансформация сообщений"],
    lessons: ["module-4/01-smt-overview", "module-1/02-debezium-architecture", "module-4/02-predicates-filtering"],
    sources: [
      { title: "Kafka Connect: Transformations", url: `${kafka}/kafka-connect/user-guide/#transformations` },
      { title: "Debezium: transformations", url: `${debezium}/transformations/index.html` },
    ],
  },
  {
    id: "producer",
    term: "продюсер",
    english: "producer",
    definition:
      "Клиент Kafka, который пишет записи в топики. У каждой задачи коннектора-источника свой продюсер; его настройки по умолчанию задаёт воркер с приставкой `producer.`, у одного коннектора их меняет `producer.override.`",
    why: "От него зависят предел размера сообщения (`max.request.size`), пропускная способность и то, что станет с порядком и повторами при сбое брокера.",
    forms: list(
      "продюсер, продюсера, продюсеру, продюсером, продюсере, продюсеры, продюсеров, продюсерам, продюсерами, продюсерах",
    ),
    synonyms: [],
    rejected: ["продьюсер"],
    lessons: ["module-1/02-debezium-architecture", "module-3/06-scaling", "module-5/01-advanced-python-consumer"],
    sources: [
      { title: "Kafka: The Producer", url: `${kafka}/design/design/#the-producer` },
      {
        title: "Kafka Connect: Running Kafka Connect",
        url: `${kafka}/kafka-connect/user-guide/#running-kafka-connect`,
      },
    ],
  },
  {
    id: "publication",
    term: "публикация",
    english: "publication",
    definition:
      "Объект базы PostgreSQL, который называет таблицы и операции для логической репликации: `pgoutput` отдаёт только их. Создаётся командой `CREATE PUBLICATION` или самим коннектором по `publication.autocreate.mode`.",
    why: "Из таблицы вне публикации в поток не приходит ничего, и предупреждения об этом нет, в том числе для сигнальной таблицы; снимок же публикацию не спрашивает.",
    forms: list("публикация, публикации, публикацию, публикацией, публикаций, публикациям, публикациями, публикациях"),
    synonyms: [],
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
    id: "heartbeat",
    term: "пульс",
    english: "heartbeat",
    definition:
      "Служебная запись, которую коннектор отправляет в топик `__debezium-heartbeat.<topic.prefix>` каждые `heartbeat.interval.ms` (по умолчанию 0 — выключено). `heartbeat.action.query` вдобавок выполняет запрос в исходной базе.",
    why: "Обновляет смещение, когда в захваченных таблицах тихо; слот PostgreSQL при этом сдвинется, только если сервер что-то присылает, поэтому часто нужен и `heartbeat.action.query`.",
    forms: list(
      "пульс, пульса, пульсу, пульсом, пульсе, пульсы, пульсов, пульсам, пульсами, пульсах, heartbeat, heartbeat-событие, heartbeat-события, heartbeat-событию, heartbeat-событием, heartbeat-событии, heartbeat-событий, heartbeat-событиям, heartbeat-событиями, heartbeat-событиях",
    ),
    synonyms: ["heartbeat", "heartbeat-событие"],
    rejected: ["хартбит", "сердцебиение"],
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
    id: "schema-registry",
    term: "реестр схем",
    english: "schema registry",
    definition:
      "Сервис, который хранит версии схем сообщений и по заданному правилу проверяет совместимость новых. В сообщении вместо схемы — её номер; в лаборатории курса это Apicurio Registry.",
    why: "Сообщения становятся короче, а изменение таблицы, которое сломало бы потребителей, останавливает проверка совместимости.",
    forms: list(
      "реестр схем, реестра схем, реестру схем, реестром схем, реестре схем, реестры схем, реестров схем, реестрам схем, реестрами схем, реестрах схем, schema registry",
    ),
    synonyms: [],
    rejected: ["регистр схем"],
    lessons: ["module-4/07-schema-registry-avro", "module-1/03-lab-setup", "module-4/08-schema-evolution"],
    sources: [{ title: "Debezium: Avro serialization", url: `${debezium}/configuration/avro.html` }],
  },
  {
    id: "snapshot-mode",
    term: "режим снимка",
    english: "snapshot mode",
    definition:
      "Значение `snapshot.mode`: делать ли снимок при запуске и читать ли после него поток. У PostgreSQL это `initial` (по умолчанию), `initial_only`, `always`, `no_data`, `when_needed`, `configuration_based` и `custom`; у MySQL есть ещё `recovery`.",
    why: "Режим решает и то, что будет, когда сохранённой позиции на сервере больше нет: `when_needed` перечитает таблицы, `initial` и `no_data` остановят задачу.",
    forms: list(
      "режим снимка, режима снимка, режиму снимка, режимом снимка, режиме снимка, режимы снимка, режимов снимка, режимам снимка, режимами снимка, режимах снимка, режимы снимков, режимов снимков, режимам снимков, режимами снимков, режимах снимков",
    ),
    synonyms: [],
    rejected: [],
    lessons: ["module-2/06-snapshot-strategies", "module-1/04-first-connector", "module-8/13-aurora-snapshot-modes"],
    sources: [
      {
        title: "Debezium: snapshot.mode, PostgreSQL",
        url: `${debezium}/connectors/postgresql.html#postgresql-property-snapshot-mode`,
      },
      { title: "Debezium: snapshots, MySQL", url: `${debezium}/connectors/mysql.html#mysql-snapshots` },
    ],
  },
  {
    id: "reorder-buffer",
    term: "сборка транзакций",
    english: "reorder buffer",
    definition:
      "Место, где логическое декодирование копит изменения каждой транзакции до её фиксации: память walsender, а сверх `logical_decoding_work_mem` (64 МБ) — файлы в `pg_replslot`.",
    why: "Debezium получает транзакцию целиком после `COMMIT`; большая загрузка копится на диске базы, и это видно по `spill_bytes` в `pg_stat_replication_slots`.",
    forms: list(
      "сборка транзакций, сборки транзакций, сборке транзакций, сборку транзакций, сборкой транзакций, сборка транзакции, сборки транзакции, сборке транзакции, сборку транзакции, сборкой транзакции, reorder buffer",
    ),
    synonyms: [],
    rejected: [],
    lessons: ["module-2/01-logical-decoding", "module-2/03-wal-configuration"],
    sources: [
      {
        title: "PostgreSQL: logical_decoding_work_mem",
        url: `${postgresql}/runtime-config-resource.html#GUC-LOGICAL-DECODING-WORK-MEM`,
      },
      {
        title: "PostgreSQL: pg_stat_replication_slots",
        url: `${postgresql}/monitoring-stats.html#MONITORING-PG-STAT-REPLICATION-SLOTS-VIEW`,
      },
    ],
  },
  {
    id: "wal-segment",
    term: "сегмент WAL",
    english: "WAL segment, WAL file",
    definition:
      "Файл журнала предзаписи в `pg_wal`, по умолчанию 16 МБ. Ненужные сегменты контрольная точка удаляет или переименовывает для новых записей.",
    why: "Слот держит журнал целыми сегментами, начиная с того, где лежит его `restart_lsn`.",
    forms: list(
      "сегмент wal, сегмента wal, сегменту wal, сегментом wal, сегменте wal, сегменты wal, сегментов wal, сегментам wal, сегментами wal, сегментах wal, сегмент журнала, сегмента журнала, сегменту журнала, сегментом журнала, сегменте журнала, сегменты журнала, сегментов журнала, сегментам журнала, сегментами журнала, сегментах журнала",
    ),
    synonyms: [],
    rejected: [],
    lessons: ["module-2/03-wal-configuration", "module-2/02-replication-slots"],
    sources: [
      { title: "PostgreSQL: Glossary, WAL file", url: `${postgresql}/glossary.html#GLOSSARY-WAL-FILE` },
      { title: "PostgreSQL: WAL Configuration", url: `${postgresql}/wal-configuration.html` },
    ],
  },
  {
    id: "signal",
    term: "сигнал",
    english: "signal",
    definition:
      "Команда работающему коннектору: запись с полями `id`, `type` и `data`. Типы: `execute-snapshot`, `stop-snapshot`, `pause-snapshot`, `resume-snapshot`, `log`; у MySQL есть ещё `set-binlog-position`.",
    why: "Сигналом перечитывают новую или испорченную таблицу, не останавливая поток; на сигнал с ошибкой коннектор отвечает только строкой в журнале и остаётся `RUNNING`.",
    forms: list("сигнал, сигнала, сигналу, сигналом, сигнале, сигналы, сигналов, сигналам, сигналами, сигналах"),
    synonyms: [],
    rejected: [],
    lessons: ["module-2/07-incremental-snapshot-lab", "module-8/12-incremental-snapshots", "module-8/14-recovery"],
    sources: [{ title: "Debezium: signaling", url: `${debezium}/configuration/signalling.html` }],
    link: false,
  },
  {
    id: "signal-table",
    term: "сигнальная таблица",
    english: "signaling table, signal data collection",
    definition:
      "Таблица в исходной базе из трёх столбцов (`id`, `type`, `data`), вставка в которую передаёт коннектору команду: начать снимок, остановить, приостановить. Её имя задаёт `signal.data.collection`; в PostgreSQL она должна входить в публикацию.",
    why: "Через неё запускают инкрементальный снимок, и в неё же коннектор пишет водяные знаки; забытая в публикации таблица делает сигналы беззвучными.",
    forms: list(
      "сигнальная таблица, сигнальной таблицы, сигнальной таблице, сигнальную таблицу, сигнальной таблицей, сигнальные таблицы, сигнальных таблиц, сигнальным таблицам, сигнальными таблицами, сигнальных таблицах, таблица сигналов, таблицы сигналов, таблице сигналов, таблицу сигналов, таблицей сигналов, таблиц сигналов, таблицам сигналов, таблицами сигналов, таблицах сигналов",
    ),
    synonyms: ["таблица сигналов"],
    rejected: [],
    lessons: ["module-2/07-incremental-snapshot-lab", "module-8/12-incremental-snapshots"],
    sources: [{ title: "Debezium: sending signals", url: `${debezium}/configuration/signalling.html` }],
  },
  {
    id: "blue-green-deployment",
    term: "сине-зелёное развёртывание",
    english: "blue/green deployment",
    definition:
      "Копия рабочего кластера (зелёная среда), которую Aurora поддерживает логической репликацией рядом с рабочим (синей средой), чтобы обновить её и быстро поменять местами с рабочим.",
    why: "У зелёной среды журнал свой: LSN, имена файлов двоичного журнала и слоты синей в ней ничего не значат, и коннектор к смене готовят отдельно.",
    forms: list(
      "сине-зелёное развёртывание, сине-зелёного развёртывания, сине-зелёному развёртыванию, сине-зелёным развёртыванием, сине-зелёном развёртывании, сине-зелёные развёртывания, сине-зелёных развёртываний, сине-зелёным развёртываниям, сине-зелёными развёртываниями, сине-зелёных развёртываниях",
    ),
    synonyms: [],
    rejected: [],
    lessons: ["module-2/05-aurora-failover", "module-8/11-gtid-failover"],
    sources: [
      {
        title: "Aurora: blue/green deployments, considerations",
        url: `${aurora}/blue-green-deployments-considerations.html`,
      },
    ],
  },
  {
    id: "synchronized-slot",
    term: "синхронизированный слот",
    english: "synchronized slot",
    definition:
      "Копия failover-слота на реплике: в `pg_replication_slots` у неё `synced = t`. Обновляет её процесс синхронизации слотов; до повышения реплики читать из копии нельзя.",
    why: "Перед переключением проверяют, что копия есть, не временная и не отстала: продолжить можно только с неё.",
    forms: list(
      "синхронизированный слот, синхронизированного слота, синхронизированному слоту, синхронизированным слотом, синхронизированном слоте, синхронизированные слоты, синхронизированных слотов, синхронизированным слотам, синхронизированными слотами, синхронизированных слотах",
    ),
    synonyms: [],
    rejected: [],
    lessons: ["module-2/05-aurora-failover", "module-2/02-replication-slots"],
    sources: [
      {
        title: "PostgreSQL: Replication Slot Synchronization",
        url: `${postgresql}/logicaldecoding-explanation.html#LOGICALDECODING-REPLICATION-SLOTS-SYNCHRONIZATION`,
      },
      { title: "PostgreSQL: pg_replication_slots", url: `${postgresql}/view-pg-replication-slots.html` },
    ],
  },
  {
    id: "replication-slot",
    term: "слот репликации",
    english: "replication slot, slot",
    definition:
      "Объект PostgreSQL, который помнит, что подтвердил читатель (`confirmed_flush_lsn`), и удерживает WAL с `restart_lsn`, пока тот не подтвердит больше. Слот переживает разрыв соединения и перезапуск сервера.",
    why: "Со слотом читатель не теряет изменений, пока стоит; но забытый или отставший слот по умолчанию копит WAL без предела и может заполнить диск.",
    forms: list(
      "слот репликации, слота репликации, слоту репликации, слотом репликации, слоте репликации, слоты репликации, слотов репликации, слотам репликации, слотами репликации, слотах репликации, слот, слота, слоту, слотом, слоте, слоты, слотов, слотам, слотами, слотах, replication slot",
    ),
    synonyms: ["слот"],
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
    synonyms: [],
    rejected: ["офсет", "оффсет"],
    lessons: [
      "module-1/02-debezium-architecture",
      "module-1/01-cdc-fundamentals",
      "module-1/05-python-consumer",
      "module-3/07-disaster-recovery",
    ],
    sources: [
      { title: "Kafka: Consumer Position", url: `${kafka}/design/design/#consumer-position` },
      { title: "Kafka Connect: Streams and Records", url: `${kafka}/kafka-connect/connector-development-guide/` },
    ],
  },
  {
    id: "snapshot",
    term: "снимок",
    english: "snapshot",
    definition:
      "Чтение уже существующих строк, с которого коннектор начинает работу: он запоминает позицию в журнале, читает таблицы и отправляет каждую строку событием с `op`, равным `r`. Когда и что снимать, решает `snapshot.mode` (по умолчанию `initial`).",
    why: "Журнал не хранится вечно, поэтому без снимка приёмник не узнает о строках, записанных до запуска коннектора.",
    forms: list(
      "снимок, снимка, снимку, снимком, снимке, снимки, снимков, снимкам, снимками, снимках, начальный снимок, начального снимка, начальному снимку, начальным снимком, начальном снимке, начальные снимки, начальных снимков, начальным снимкам, начальными снимками, начальных снимках",
    ),
    synonyms: ["начальный снимок"],
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
    synonyms: [],
    rejected: [],
    lessons: ["module-1/06-event-structure", "module-1/01-cdc-fundamentals"],
    sources: [
      { title: "Debezium: data change events", url: `${debezium}/connectors/postgresql.html#postgresql-events` },
    ],
  },
  {
    id: "schema-compatibility",
    term: "совместимость схем",
    english: "schema compatibility, compatibility mode",
    definition:
      "Правило, по которому реестр принимает новую версию схемы: `BACKWARD` — по новой схеме читаются прежние данные, `FORWARD` — по прежней читаются новые, `FULL` — и то и другое. Приставка `_TRANSITIVE` велит сравнивать со всеми версиями, а не с последней.",
    why: "Изменение таблицы, которое правило нарушает, останавливает задачу коннектора — раньше, чем сломаются потребители.",
    forms: list(
      "совместимость схем, совместимости схем, совместимостью схем, совместимость схемы, совместимости схемы, совместимостью схемы, режим совместимости, режима совместимости, режиму совместимости, режимом совместимости, режиме совместимости, режимы совместимости, режимов совместимости, режимам совместимости, режимами совместимости, режимах совместимости",
    ),
    synonyms: ["режим совместимости"],
    rejected: [],
    lessons: ["module-4/08-schema-evolution", "module-4/07-schema-registry-avro"],
    sources: [
      {
        title: "Confluent: schema evolution and compatibility",
        url: "https://docs.confluent.io/platform/current/schema-registry/fundamentals/schema-evolution.html",
      },
    ],
  },
  {
    id: "column-list",
    term: "список колонок",
    english: "column list",
    definition:
      "Столбцы таблицы, названные в публикации: `FOR TABLE t (a, b)`; остальных в потоке нет. Если публикуются `UPDATE` и `DELETE`, в список обязана входить replica identity.",
    why: "Снимок Debezium списка не знает и читает таблицу целиком: скрывая данные, повторите запрет в `column.exclude.list`.",
    forms: list(
      "список колонок, списка колонок, списку колонок, списком колонок, списке колонок, списки колонок, списков колонок, спискам колонок, списками колонок, списках колонок, список столбцов, списка столбцов, списку столбцов, списком столбцов, списке столбцов, списки столбцов, списков столбцов, спискам столбцов, списками столбцов, списках столбцов",
    ),
    synonyms: [],
    rejected: [],
    lessons: ["module-2/01-logical-decoding"],
    sources: [{ title: "PostgreSQL: Column Lists", url: `${postgresql}/logical-replication-col-lists.html` }],
  },
  {
    id: "subject",
    term: "субъект",
    english: "subject",
    definition:
      "Имя, под которым реестр Confluent хранит версии одной схемы и проверяет их совместимость. Конвертер Avro по умолчанию называет его по топику: `<топик>-key` и `<топик>-value`; другое правило задаёт `value.subject.name.strategy`.",
    why: "Если в один топик идут события разных таблиц, имя по топику заставит их схемы быть совместимыми друг с другом; тогда берут имя по записи.",
    forms: list(
      "субъект, субъекта, субъекту, субъектом, субъекте, субъекты, субъектов, субъектам, субъектами, субъектах",
    ),
    synonyms: [],
    rejected: [],
    lessons: ["module-4/07-schema-registry-avro", "module-7/04-multi-database-architecture"],
    sources: [
      {
        title: "Confluent: SubjectNameStrategy",
        url: "https://docs.confluent.io/platform/current/clients/confluent-kafka-dotnet/_site/api/Confluent.SchemaRegistry.SubjectNameStrategy.html",
      },
    ],
    link: false,
  },
  {
    id: "surrogate-key",
    term: "суррогатный ключ",
    english: "surrogate key",
    definition:
      "В сигнале снимка (`surrogate-key`) — столбец, по которому инкрементальный снимок делит таблицу на чанки вместо первичного ключа. В моделировании данных — искусственный ключ, не связанный с предметной областью.",
    why: "Выручает, когда первичный ключ составной или случайный; по столбцу с повторами снимок пропустит строки и об этом не скажет.",
    forms: list(
      "суррогатный ключ, суррогатного ключа, суррогатному ключу, суррогатным ключом, суррогатном ключе, суррогатные ключи, суррогатных ключей, суррогатным ключам, суррогатными ключами, суррогатных ключах",
    ),
    synonyms: [],
    rejected: [],
    lessons: ["module-2/07-incremental-snapshot-lab"],
    sources: [
      {
        title: "Debezium: ad hoc snapshots",
        url: `${debezium}/connectors/postgresql.html#postgresql-ad-hoc-snapshots`,
      },
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
    synonyms: [],
    rejected: [],
    lessons: ["module-1/01-cdc-fundamentals", "module-1/04-first-connector"],
    sources: [
      {
        title: "Kafka: Main Concepts and Terminology",
        url: `${kafka}/getting-started/introduction/#main-concepts-and-terminology`,
      },
      { title: "Debezium: topic names", url: `${debezium}/connectors/postgresql.html#postgresql-topic-names` },
    ],
  },
  {
    id: "dead-letter-queue",
    term: "топик отложенных сообщений",
    english: "dead letter queue, DLQ",
    definition:
      "Топик, куда откладывают сообщение, которое не удалось обработать, вместе с причиной. Kafka Connect ведёт его сам (`errors.deadletterqueue.topic.name`), но только у коннекторов-приёмников; свой потребитель пишет в него сам.",
    why: "Одно неразборчивое сообщение не останавливает поток, но порядок изменений его ключа нарушен: следующие события обработаны раньше отложенного.",
    forms: list(
      "топик отложенных сообщений, топика отложенных сообщений, топику отложенных сообщений, топиком отложенных сообщений, топике отложенных сообщений, топики отложенных сообщений, топиков отложенных сообщений, топикам отложенных сообщений, топиками отложенных сообщений, топиках отложенных сообщений, топик необработанных сообщений, топика необработанных сообщений, топику необработанных сообщений, топиком необработанных сообщений, топике необработанных сообщений, топики необработанных сообщений, топиков необработанных сообщений, топикам необработанных сообщений, топиками необработанных сообщений, топиках необработанных сообщений, топик для необработанных сообщений, топика для необработанных сообщений, топику для необработанных сообщений, топиком для необработанных сообщений, топике для необработанных сообщений, топики для необработанных сообщений, топиков для необработанных сообщений, топикам для необработанных сообщений, топиками для необработанных сообщений, топиках для необработанных сообщений, dlq, dead letter queue",
    ),
    synonyms: ["топик необработанных сообщений", "DLQ"],
    rejected: ["очередь мёртвых писем", "очередь недоставленных сообщений"],
    lessons: ["module-5/01-advanced-python-consumer", "module-1/05-python-consumer"],
    sources: [
      {
        title: "Kafka Connect: Error Reporting in Connect",
        url: `${kafka}/kafka-connect/user-guide/#error-reporting-in-connect`,
      },
    ],
  },
  {
    id: "cluster-endpoint",
    term: "точка входа кластера",
    english: "cluster endpoint, writer endpoint",
    definition: "Имя DNS кластера Aurora, которое всегда ведёт к пишущему экземпляру, а после переключения — к новому.",
    why: "Коннектору нужен писатель, где слот или двоичный журнал; адрес экземпляра после переключения укажет на читателя.",
    forms: list(
      "точка входа кластера, точки входа кластера, точке входа кластера, точку входа кластера, точкой входа кластера, точек входа кластера, точкам входа кластера, точками входа кластера, точках входа кластера",
    ),
    synonyms: [],
    rejected: ["эндпоинт кластера"],
    lessons: [
      "module-2/04-aurora-parameter-groups",
      "module-2/05-aurora-failover",
      "module-8/08-aurora-parameter-groups",
    ],
    sources: [{ title: "Aurora: cluster endpoints", url: `${aurora}/Aurora.Endpoints.Cluster.html` }],
  },
  {
    id: "notification",
    term: "уведомление",
    english: "notification",
    definition:
      "Сообщение коннектора о ходе начального или инкрементального снимка: начат, таблица прочитана, закончен, прерван. Каналы перечисляет `notification.enabled.channels`: `sink` (топик), `log`, `jmx`, с версии 3.7 и `http`; по умолчанию ни одного.",
    why: "Метрики исчезают вместе с задачей, а уведомление в топике остаётся и называет число прочитанных строк.",
    forms: list(
      "уведомление, уведомления, уведомлению, уведомлением, уведомлении, уведомлений, уведомлениям, уведомлениями, уведомлениях",
    ),
    synonyms: [],
    rejected: ["нотификация"],
    lessons: ["module-2/06-snapshot-strategies", "module-2/07-incremental-snapshot-lab"],
    sources: [{ title: "Debezium: notifications", url: `${debezium}/configuration/notification.html` }],
    link: false,
  },
  {
    id: "binlog-purge",
    term: "удаление двоичного журнала",
    english: "binary log purge",
    definition:
      "Удаление старых файлов двоичного журнала: по сроку `binlog_expire_logs_seconds` (30 дней по умолчанию) или командой `PURGE BINARY LOGS`. Команда не тронет файл, который сейчас читает подключённая реплика, и более новые; отключённую не ждут.",
    why: "Коннектор, простоявший дольше срока, не найдёт своей позиции: нужен новый снимок (`when_needed`), а удаления за время простоя потеряны.",
    forms: list(
      "удаление двоичного журнала, удаления двоичного журнала, удалению двоичного журнала, удалением двоичного журнала, удалении двоичного журнала, удаление binlog, удаления binlog, удалению binlog, удалением binlog, удалении binlog",
    ),
    synonyms: [],
    rejected: [],
    lessons: ["module-8/04-binlog-retention-heartbeat", "module-8/14-recovery"],
    sources: [
      { title: "MySQL: PURGE BINARY LOGS", url: `${mysql}/purge-binary-logs.html` },
      {
        title: "Debezium: MySQL purges binlog files",
        url: `${debezium}/connectors/mysql.html#mysql-purges-binlog-files-used-by-debezium`,
      },
    ],
  },
  {
    id: "log-compaction",
    term: "уплотнение",
    english: "log compaction, compaction",
    definition:
      "Политика хранения топика `cleanup.policy=compact`: Kafka сохраняет хотя бы последнюю запись каждого ключа, а прежние со временем удаляет. Ключ с записью-надгробием исчезает целиком, спустя `delete.retention.ms`.",
    why: "Уплотняемый топик остаётся полной копией таблицы и не растёт с числом изменений; в таком же топике Kafka Connect хранит смещения.",
    forms: list(
      "уплотнение, уплотнения, уплотнению, уплотнением, уплотнении, уплотняемый топик, уплотняемого топика, уплотняемому топику, уплотняемым топиком, уплотняемом топике, уплотняемые топики, уплотняемых топиков, уплотняемым топикам, уплотняемыми топиками, уплотняемых топиках, log compaction",
    ),
    synonyms: [],
    rejected: ["компакция", "компактификация", "компактизация"],
    lessons: ["module-1/01-cdc-fundamentals", "module-1/02-debezium-architecture", "module-1/05-python-consumer"],
    sources: [{ title: "Kafka: Log Compaction", url: `${kafka}/design/design/#log-compaction` }],
  },
  {
    id: "row-filter",
    term: "фильтр строк",
    english: "row filter",
    definition:
      "Условие `WHERE` у таблицы в публикации: изменения строк, которые ему не отвечают, в поток не попадают. Если публикуются `UPDATE` и `DELETE`, столбцы условия обязаны входить в replica identity.",
    why: "`UPDATE`, которым строка вошла в фильтр, приходит вставкой, а которым вышла — удалением; снимок Debezium фильтра не знает и читает все строки.",
    forms: list(
      "фильтр строк, фильтра строк, фильтру строк, фильтром строк, фильтре строк, фильтры строк, фильтров строк, фильтрам строк, фильтрами строк, фильтрах строк",
    ),
    synonyms: [],
    rejected: [],
    lessons: ["module-2/01-logical-decoding"],
    sources: [{ title: "PostgreSQL: Row Filters", url: `${postgresql}/logical-replication-row-filter.html` }],
  },
  {
    id: "chunk",
    term: "чанк",
    english: "chunk",
    definition:
      "Порция строк, которую инкрементальный снимок читает одним запросом: не больше `incremental.snapshot.chunk.size` строк (1024 по умолчанию), подряд по первичному ключу.",
    why: "После перезапуска снимок продолжается с чанка, записанного в смещении, а спор прочитанных строк с потоком решается внутри каждого чанка.",
    forms: list("чанк, чанка, чанку, чанком, чанке, чанки, чанков, чанкам, чанками, чанках"),
    synonyms: ["порция строк"],
    rejected: [],
    lessons: ["module-2/07-incremental-snapshot-lab", "module-8/12-incremental-snapshots"],
    sources: [
      {
        title: "Debezium: incremental.snapshot.chunk.size",
        url: `${debezium}/connectors/postgresql.html#postgresql-property-incremental-snapshot-chunk-size`,
      },
      {
        title: "Debezium: incremental snapshots",
        url: `${debezium}/connectors/postgresql.html#postgresql-incremental-snapshots`,
      },
    ],
  },
  {
    id: "exported-snapshot",
    term: "экспортированный снимок",
    english: "exported snapshot",
    definition:
      "Имя состояния базы на один момент, по которому другая транзакция увидит именно его: `SET TRANSACTION SNAPSHOT`. Команда протокола `CREATE_REPLICATION_SLOT` отдаёт такой снимок на точку создания слота.",
    why: "На нём начальный снимок и поток сходятся без щели и перекрытия; у слота, созданного раньше, взять его неоткуда, и таблицы читаются на другой момент.",
    forms: list(
      "экспортированный снимок, экспортированного снимка, экспортированному снимку, экспортированным снимком, экспортированном снимке, экспортированные снимки, экспортированных снимков, экспортированным снимкам, экспортированными снимками, экспортированных снимках",
    ),
    synonyms: [],
    rejected: [],
    lessons: ["module-2/06-snapshot-strategies", "module-1/04-first-connector"],
    sources: [
      {
        title: "PostgreSQL: Exported Snapshots",
        url: `${postgresql}/logicaldecoding-explanation.html#LOGICALDECODING-EXPLANATION-EXPORTED-SNAPSHOTS`,
      },
      {
        title: "PostgreSQL: CREATE_REPLICATION_SLOT",
        url: `${postgresql}/protocol-replication.html#PROTOCOL-REPLICATION-CREATE-REPLICATION-SLOT`,
      },
    ],
  },
  {
    id: "confirmed-flush-lsn",
    term: "confirmed_flush_lsn",
    english: "confirmed_flush_lsn",
    definition:
      "Позиция логического слота, до которой читатель подтвердил получение: транзакций, зафиксированных раньше неё, слот больше не отдаст.",
    why: "Слот впереди сохранённого смещения — чаще всего дыра в потоке: промежуток никто не обработал, а коннектор может остаться `RUNNING`.",
    forms: list("confirmed_flush_lsn"),
    synonyms: [],
    rejected: [],
    lessons: ["module-2/02-replication-slots", "module-1/04-first-connector"],
    sources: [{ title: "PostgreSQL: pg_replication_slots", url: `${postgresql}/view-pg-replication-slots.html` }],
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
    id: "enhanced-binlog",
    term: "Enhanced Binlog",
    english: "enhanced binlog",
    definition:
      "Режим двоичного журнала Aurora MySQL 3.03.1 и новее, `aurora_enhanced_binlog=1`: двоичный журнал и журнал транзакций пишутся в хранилище параллельно. По словам AWS, накладные расходы журнала падают с 50 % в худшем случае примерно до 13 %, а восстановление базы ускоряется до 99 %.",
    why: "Обещания относятся к базе: об отставании коннектора они не говорят ничего.",
    forms: list("enhanced binlog"),
    synonyms: [],
    rejected: [],
    lessons: ["module-8/09-aurora-enhanced-binlog"],
    sources: [{ title: "Aurora: enhanced binlog", url: `${aurora}/AuroraMySQL.Enhanced.binlog.html` }],
  },
  {
    id: "outbox-event-router",
    term: "EventRouter",
    english: "outbox event router",
    definition:
      "Преобразование SMT Debezium, которое из вставки в таблицу исходящих делает событие предметной области: топик по `aggregatetype`, ключ из `aggregateid`, значение из `payload`, заголовок `id`.",
    why: "По заголовку `id` потребитель отсеивает повторы; удаления из таблицы преобразование отбрасывает, а на обновления по умолчанию только предупреждает.",
    forms: list("eventrouter, outbox event router"),
    synonyms: [],
    rejected: [],
    lessons: ["module-4/06-outbox-implementation", "module-4/05-outbox-theory"],
    sources: [{ title: "Debezium: outbox event router", url: `${debezium}/transformations/outbox-event-router.html` }],
  },
  {
    id: "failover-slot",
    term: "failover-слот",
    english: "failover slot",
    definition:
      "Логический слот PostgreSQL 17 и новее, созданный с `failover = true`: реплика с `sync_replication_slots = on` держит его копию. Debezium создаёт такой слот при `slot.failover=true`.",
    why: "После повышения реплики коннектор продолжает с копии, без нового снимка; физический слот реплики указывают в `synchronized_standby_slots`, чтобы коннектор её не обогнал.",
    forms: list(
      "failover-слот, failover-слота, failover-слоту, failover-слотом, failover-слоте, failover-слоты, failover-слотов, failover-слотам, failover-слотами, failover-слотах, переносимый слот, переносимого слота, переносимому слоту, переносимым слотом, переносимом слоте, переносимые слоты, переносимых слотов, переносимым слотам, переносимыми слотами, переносимых слотах",
    ),
    synonyms: ["переносимый слот"],
    rejected: ["фейловер-слот"],
    lessons: ["module-2/02-replication-slots", "module-2/05-aurora-failover"],
    sources: [
      { title: "PostgreSQL: Logical Replication Failover", url: `${postgresql}/logical-replication-failover.html` },
      {
        title: "Debezium: failover slots",
        url: `${debezium}/connectors/postgresql.html#enabling-postgresql-failover-slots`,
      },
    ],
  },
  {
    id: "gtid",
    term: "GTID",
    english: "global transaction identifier",
    definition:
      "Идентификатор транзакции MySQL, единый для всех серверов топологии: идентификатор сервера-источника и номер транзакции, `source_id:transaction_id`, с версии 8.3 между ними может стоять метка. Нужен `gtid_mode=ON`: в MySQL 9.7 это умолчание, в 8.4 — нет.",
    why: "По набору GTID коннектор находит своё место на другом сервере после переключения; имя файла и позиция верны только на своём.",
    forms: list("gtid"),
    synonyms: ["глобальный идентификатор транзакции"],
    rejected: [],
    lessons: ["module-8/03-gtid-mode", "module-8/11-gtid-failover", "module-1/01-cdc-fundamentals"],
    sources: [
      {
        title: "MySQL: GTID Format and Storage",
        url: "https://dev.mysql.com/doc/refman/9.7/en/replication-gtids-concepts.html",
      },
      { title: "Debezium: enabling GTIDs", url: `${debezium}/connectors/mysql.html#enable-mysql-gtids` },
    ],
  },
  {
    id: "kafka-connect",
    term: "Kafka Connect",
    english: "Kafka Connect",
    definition:
      "Часть Apache Kafka для переноса данных между Kafka и другими системами: запускает коннекторы, в распределённом режиме хранит их настройки, смещения и состояния в трёх топиках, управляется через REST API.",
    why: "Чаще всего Debezium запускают в нём: смещения, перезапуски, конвертеры и преобразования берёт на себя Kafka Connect.",
    forms: list("kafka connect"),
    synonyms: ["Connect"],
    rejected: ["кафка-коннект"],
    lessons: ["module-1/02-debezium-architecture", "module-1/03-lab-setup", "module-1/04-first-connector"],
    sources: [{ title: "Kafka: Kafka Connect", url: `${kafka}/kafka-connect/overview/` }],
  },
  {
    id: "lsn",
    term: "LSN",
    english: "log sequence number",
    definition:
      "Позиция в журнале предзаписи PostgreSQL: 64-разрядное число, место байта в журнале; печатается двумя шестнадцатеричными числами, например `0/7B047D8`. В событии Debezium это `source.lsn`.",
    why: "По LSN считают отставание слота и отличают повтор события от нового; между строками параллельных транзакций LSN вдоль потока не растёт.",
    forms: list("lsn"),
    synonyms: [],
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
    id: "restart-lsn",
    term: "restart_lsn",
    english: "restart_lsn",
    definition:
      "Позиция слота, начиная с которой сервер хранит WAL: он ещё может понадобиться читателю, чтобы собрать транзакции, не законченные к подтверждённой позиции.",
    why: "Расстояние до конца журнала — место, которое слот занимает на диске; долгая транзакция держит его, даже когда читатель подтвердил всё.",
    forms: list("restart_lsn"),
    synonyms: [],
    rejected: [],
    lessons: ["module-2/02-replication-slots", "module-2/03-wal-configuration"],
    sources: [{ title: "PostgreSQL: pg_replication_slots", url: `${postgresql}/view-pg-replication-slots.html` }],
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
  {
    id: "upsert",
    term: "upsert",
    english: "upsert, merge",
    definition:
      "Запись строки по ключу, есть она уже или нет: вставить или заменить. В PostgreSQL — `INSERT … ON CONFLICT DO UPDATE` и `MERGE`, в MySQL — `INSERT … ON DUPLICATE KEY UPDATE`, в хранилищах — `MERGE`.",
    why: "Так применяют события `r`, `c` и `u`: повтор не портит копию; удаление остаётся отдельной ветвью.",
    forms: list("upsert"),
    synonyms: [],
    rejected: ["апсерт"],
    lessons: ["module-5/06-etl-elt-patterns", "module-1/05-python-consumer", "module-6/04-dataflow-bigquery"],
    sources: [
      { title: "PostgreSQL: INSERT, ON CONFLICT", url: `${postgresql}/sql-insert.html#SQL-ON-CONFLICT` },
      { title: "PostgreSQL: MERGE", url: `${postgresql}/sql-merge.html` },
    ],
  },
  {
    id: "wal-status",
    term: "wal_status",
    english: "wal_status",
    definition:
      "Столбец `pg_replication_slots`: доступен ли WAL, который нужен слоту. `reserved` — в пределах `max_wal_size`, `extended` — больше, но удержан, `unreserved` — может быть удалён ближайшей контрольной точкой, `lost` — слот недействителен.",
    why: "Оповещение ставят на `unreserved` и `lost`: у слота, чей журнал удалён, `restart_lsn` пуст, и правило «удержано больше N» молчит.",
    forms: list("wal_status"),
    synonyms: [],
    rejected: [],
    lessons: ["module-2/02-replication-slots", "module-2/03-wal-configuration"],
    sources: [{ title: "PostgreSQL: pg_replication_slots", url: `${postgresql}/view-pg-replication-slots.html` }],
  },
  {
    id: "walsender",
    term: "walsender",
    english: "WAL sender",
    definition:
      "Процесс сервера PostgreSQL, который отправляет журнал одному подключённому клиенту: реплике — WAL как есть, читателю логического слота — декодированные изменения. Их число ограничено `max_wal_senders`; на реплике журнал принимает процесс walreceiver.",
    why: "Декодирует walsender, поэтому процессор и память (`logical_decoding_work_mem`) каждого коннектора — расход базы.",
    forms: list("walsender"),
    synonyms: [],
    rejected: [],
    lessons: ["module-2/03-wal-configuration", "module-2/01-logical-decoding", "module-2/02-replication-slots"],
    sources: [
      {
        title: "PostgreSQL: max_wal_senders",
        url: `${postgresql}/runtime-config-replication.html#GUC-MAX-WAL-SENDERS`,
      },
      { title: "PostgreSQL: Streaming Replication Protocol", url: `${postgresql}/protocol-replication.html` },
    ],
  },
];

export default glossary;
