/**
 * Messages a learner meets: the exact text, what it means, what to do now and how not to meet it again.
 *
 * Every text was either printed by the running stack or found in the source of the named tag; `evidence` says which.
 * In `message` a `{placeholder}` stands for what varies; the page finds an entry in a pasted log by the text between the
 * placeholders. Braces never occur otherwise: a printed `LSN{0/16B3748}` is a placeholder as a whole.
 */

/** One message and its way out. */
export interface Trouble {
  /** Latin slug, unique and permanent: the anchor on the page, `/troubleshooting/#slot-active`. */
  id: string;
  /** The exact text; `{placeholder}` for what varies. Without time, level, class and thread. */
  message: string;
  /** Whose words they are; `client` is a driver or a client library. */
  source: "debezium" | "connect" | "kafka" | "postgresql" | "mysql" | "client";
  /** What the REST API shows meanwhile, as observed; plain text. */
  state: string;
  /** Why it happens; inline Markdown. */
  cause: string;
  /** What to do now; inline Markdown. */
  fix: string;
  /** What keeps it from coming back; inline Markdown. */
  prevention: string;
  /** Ids of the lessons that treat it, main lesson first; a planned lesson may be named. */
  lessons: string[];
  /** How the text is known: provoked on these versions, or read in a source line (address with the tag). */
  evidence: { kind: "run"; versions: string } | { kind: "source"; url: string };
  /** `true`: a wrapper that accompanies many failures; in a pasted log any other entry goes before it. */
  wrapper?: true;
}

const onPostgresql = "Debezium 3.6.1.Final, Kafka Connect 4.3.1, PostgreSQL 18.6";
const onPostgresqlToo = "Debezium 3.6.1.Final и 3.7.0.Final, Kafka Connect 4.3.1, PostgreSQL 18.6";
const onMysql = "Debezium 3.6.1.Final, Kafka Connect 4.3.1, MySQL 9.7.4";

const restart = "`POST /connectors/<имя>/restart?includeTasks=true&onlyFailed=true`";
const resnapshot =
  "`PUT /connectors/<имя>/stop`, `DELETE /connectors/<имя>/offsets`, `snapshot.mode=initial`, `PUT /connectors/<имя>/resume`";

const troubles: Trouble[] = [
  {
    id: "connector-class-not-found",
    message:
      "Failed to find any class that implements Connector and which name matches {class}, available connectors are: {list}",
    source: "connect",
    state: "HTTP 400",
    cause:
      "Воркер не нашёл класс из `connector.class`: в имени опечатка, или плагин лежит не в каталоге из `plugin.path`, или воркер не перезапускали после его установки.",
    fix: "Сравните имя со списком в самом сообщении и с ответом `GET /connector-plugins`. Распакуйте плагин в отдельный подкаталог `plugin.path` и перезапустите воркер.",
    prevention:
      "Ставьте плагины при сборке образа, одинаково на всех воркерах, и проверяйте `GET /connector-plugins` до регистрации коннектора.",
    lessons: ["module-1/04-first-connector", "module-1/03-lab-setup"],
    evidence: { kind: "run", versions: onPostgresql },
  },
  {
    id: "password-authentication-failed",
    message: 'password authentication failed for user "{user}"',
    source: "postgresql",
    state: "HTTP 400 (Debezium 3.7.0.Final) или HTTP 500 с посторонним текстом (3.6.1.Final)",
    cause:
      "`database.user` или `database.password` не подходит. Debezium подключается уже при проверке настроек и относит ошибку к полю `database.hostname`: `Error while validating connector config: FATAL: …`.",
    fix: "Проверьте ту же пару с хоста воркера: `psql -h <хост> -U <пользователь> <база>`. Если REST ответил 500, настоящую причину покажет `PUT /connector-plugins/<класс>/config/validate`.",
    prevention:
      "Держите пароль вне тела коннектора (`config.providers`) и перед регистрацией вызывайте `…/config/validate`.",
    lessons: ["module-1/04-first-connector"],
    evidence: { kind: "run", versions: onPostgresqlToo },
  },
  {
    id: "wal-level",
    message: 'logical decoding requires "wal_level" >= "logical"',
    source: "postgresql",
    state: "задача FAILED",
    cause:
      "У сервера `wal_level=replica` (умолчание PostgreSQL). Debezium не смог создать слот: `Creation of replication slot failed`.",
    fix: `\`ALTER SYSTEM SET wal_level = 'logical'\`, перезапуск сервера, \`SHOW wal_level\`; затем ${restart}. В RDS и Aurora вместо этого \`rds.logical_replication=1\` в группе параметров и перезагрузка.`,
    prevention: "Задайте `wal_level=logical` в конфигурации сервера и проверяйте его до регистрации коннектора.",
    lessons: ["module-2/03-wal-configuration", "module-1/04-first-connector", "module-2/04-aurora-parameter-groups"],
    evidence: { kind: "run", versions: onPostgresql },
  },
  {
    id: "output-plugin-library",
    message: 'library "{plugin}" may not be used as an output plugin',
    source: "postgresql",
    state: "задача FAILED",
    cause:
      "В настройках нет `plugin.name`, а умолчание Debezium — `decoderbufs`. PostgreSQL 18.6 допускает модулем вывода только библиотеки из `output_plugin_libraries`.",
    fix: "Задайте `plugin.name=pgoutput`: этот модуль входит в PostgreSQL. Расширять `output_plugin_libraries`, как советует подсказка, для этого не нужно.",
    prevention: "Пишите `plugin.name=pgoutput` в каждой конфигурации коннектора PostgreSQL явно.",
    lessons: ["module-2/01-logical-decoding", "module-1/04-first-connector"],
    evidence: { kind: "run", versions: onPostgresql },
  },
  {
    id: "wal-sender-permission",
    message: "permission denied to start WAL sender",
    source: "postgresql",
    state: "задача FAILED",
    cause:
      "У роли из `database.user` нет атрибута `REPLICATION`: `Only roles with the REPLICATION attribute may start a WAL sender process.`",
    fix: `\`ALTER ROLE <роль> REPLICATION\`, в RDS и Aurora — \`GRANT rds_replication TO <роль>\`; затем ${restart}.`,
    prevention:
      "Создавайте для коннектора отдельную роль: `CREATE ROLE … LOGIN REPLICATION` и `SELECT` на захватываемые таблицы.",
    lessons: ["module-1/04-first-connector", "module-2/04-aurora-parameter-groups"],
    evidence: { kind: "run", versions: onPostgresql },
  },
  {
    id: "publication-missing",
    message: "Publication autocreation is disabled, please create one and restart the connector.",
    source: "debezium",
    state: "задача FAILED",
    cause: "`publication.autocreate.mode=disabled`, а публикации с именем из `publication.name` в базе нет.",
    fix:
      "`CREATE PUBLICATION <имя> FOR TABLE …` — с захватываемыми таблицами и сигнальной таблицей; затем " +
      restart +
      ".",
    prevention:
      "Создавайте публикацию той же миграцией, что и таблицы. Иначе `publication.autocreate.mode=filtered`: коннектор ведёт её сам, но его роль должна владеть таблицами.",
    lessons: ["module-2/01-logical-decoding", "module-1/04-first-connector"],
    evidence: { kind: "run", versions: onPostgresql },
  },
  {
    id: "publication-superuser",
    message: "must be superuser to create FOR ALL TABLES publication",
    source: "postgresql",
    state: "задача FAILED",
    cause:
      "По умолчанию `publication.autocreate.mode=all_tables`: коннектор пытается создать публикацию на все таблицы, а на это нужен суперпользователь. Роль без права `CREATE` на базу увидит раньше `permission denied for database …`.",
    fix: "Не повышайте права: создайте публикацию администратором (`CREATE PUBLICATION <имя> FOR TABLE …`), задайте `publication.name` и `publication.autocreate.mode=disabled`.",
    prevention: "Всегда задавайте `publication.autocreate.mode` явно: `disabled` или `filtered`.",
    lessons: ["module-2/01-logical-decoding", "module-1/04-first-connector"],
    evidence: { kind: "run", versions: onPostgresql },
  },
  {
    id: "no-replica-identity",
    message: 'cannot {command} table "{table}" because it does not have a replica identity and publishes {operations}',
    source: "postgresql",
    state: "ошибку получает приложение, а не коннектор",
    cause:
      "Таблица без первичного ключа и без replica identity попала в публикацию (например, `FOR ALL TABLES`), и PostgreSQL отклоняет `UPDATE` и `DELETE` приложения.",
    fix: "Срочно: `ALTER TABLE <таблица> REPLICA IDENTITY FULL` либо уберите таблицу из публикации. Надёжно: добавьте первичный ключ.",
    prevention: "Публикуйте только нужные таблицы и до этого найдите среди них таблицы без первичного ключа.",
    lessons: ["module-1/06-event-structure", "module-2/01-logical-decoding"],
    evidence: { kind: "run", versions: onPostgresql },
  },
  {
    id: "slot-active",
    message: 'replication slot "{slot}" is active for PID {pid}',
    source: "postgresql",
    state: "FAILED при errors.max.retries=1",
    cause:
      "Слот занят: второй коннектор с тем же `slot.name` или соединение прежнего процесса, которое сервер ещё не закрыл. Debezium пишет `Failed to start replication stream at …; when setting up multiple connectors for the same database host, please make sure to use a distinct replication slot name for each.`",
    fix: "Узнайте, кто держит слот: `SELECT active_pid FROM pg_replication_slots WHERE slot_name = '<слот>'` и `pg_stat_activity`. Если это другой коннектор, задайте свой `slot.name`; если мёртвое соединение — `SELECT pg_terminate_backend(<pid>)`.",
    prevention:
      "У каждого коннектора свои `slot.name` и `publication.name`; умолчание `debezium` годится только одному.",
    lessons: ["module-2/02-replication-slots", "module-3/06-scaling"],
    evidence: { kind: "run", versions: onPostgresql },
  },
  {
    id: "slots-in-use",
    message: "all replication slots are in use",
    source: "postgresql",
    state: "задача FAILED",
    cause:
      "Исчерпан `max_replication_slots`: слоты остались от удалённых коннекторов, или предел мал. Debezium пишет `Creation of replication slot failed`.",
    fix: "Найдите брошенные: `SELECT slot_name, active, wal_status FROM pg_replication_slots`; удалите ненужный через `pg_drop_replication_slot('<слот>')` или увеличьте `max_replication_slots` и перезапустите сервер.",
    prevention:
      "Удаление коннектора слот не удаляет: удаляйте слот тем же регламентом. Держите запас в `max_replication_slots` и следите за неактивными слотами.",
    lessons: ["module-2/03-wal-configuration", "module-2/02-replication-slots"],
    evidence: { kind: "run", versions: onPostgresql },
  },
  {
    id: "slot-lost",
    message:
      "Cannot obtain valid replication slot '{slot}' for plugin '{plugin}' and database '{database}' [during attempt {attempt} out of {attempts}, concurrent tx probably blocks taking snapshot.",
    source: "debezium",
    state: "коннектор RUNNING, tasks: []; если слот потерян на ходу — прежняя задача RUNNING",
    cause:
      "Слот недействителен (`wal_status=lost`, `invalidation_reason=wal_removed`): отставание превысило `max_slot_wal_keep_size`. Про транзакцию текст вводит в заблуждение. Попыток 900 через 2 с, полчаса коннектор выглядит исправным.",
    fix: "Проверьте `SELECT slot_name, wal_status, invalidation_reason FROM pg_replication_slots`. Если слот потерян: задайте `snapshot.mode=when_needed` и выполните `pg_drop_replication_slot('<слот>')` — задача сама создаст слот и сделает снимок. Удаления за время разрыва не придут.",
    prevention:
      "Алерт на `wal_status`, `safe_wal_size` и неактивные слоты — на базе, а не по состоянию в REST; `max_slot_wal_keep_size` с запасом на самый долгий простой.",
    lessons: ["module-2/02-replication-slots", "module-2/03-wal-configuration", "module-3/07-disaster-recovery"],
    evidence: { kind: "run", versions: onPostgresqlToo },
  },
  {
    id: "slot-not-obtained",
    message:
      "Unable to obtain valid replication slot. Make sure there are no long-running transactions running in parallel as they may hinder the allocation of the replication slot when starting this connector",
    source: "debezium",
    state: "задача FAILED, примерно через 30 минут после начала попыток",
    cause:
      "Итог 900 неудачных попыток. В опыте причиной был потерянный слот (`wal_status=lost`), а не долгая транзакция; долгая транзакция лишь задерживает создание слота, и записей в журнале нет.",
    fix: "Посмотрите `wal_status` слота в `pg_replication_slots`. Если он `lost` — `PUT /connectors/<имя>/stop`, `pg_drop_replication_slot('<слот>')`, `DELETE /connectors/<имя>/offsets`, `snapshot.mode=initial`, `PUT /connectors/<имя>/resume`.",
    prevention:
      "Алерт на предупреждение `Cannot obtain valid replication slot` и на `wal_status`: они видны на полчаса раньше.",
    lessons: ["module-2/02-replication-slots", "module-3/07-disaster-recovery"],
    evidence: { kind: "run", versions: onPostgresql },
  },
  {
    id: "slot-invalidated",
    message: 'can no longer access replication slot "{slot}"',
    source: "postgresql",
    state: "задача RUNNING: повторяет попытки без конца",
    cause:
      'Слот признан недействительным из-за простоя: `This replication slot has been invalidated due to "idle_timeout".` Сработал `idle_replication_slot_timeout`, пока коннектор был остановлен. FAILED не наступит: `errors.max.retries` по умолчанию −1.',
    fix: "Продолжить с этого слота нельзя. `snapshot.mode=when_needed`, `PUT /connectors/<имя>/stop`, `pg_drop_replication_slot('<слот>')`, `PUT /connectors/<имя>/resume`: коннектор создаст слот и сделает снимок. Удаления за время разрыва не придут.",
    prevention:
      "Для слотов CDC оставьте `idle_replication_slot_timeout=0` (умолчание) или больше любого планового простоя; алерт на `invalidation_reason`.",
    lessons: ["module-2/02-replication-slots", "module-3/07-disaster-recovery"],
    evidence: { kind: "run", versions: onPostgresql },
  },
  {
    id: "offset-unavailable",
    message:
      "The connector is trying to read change stream starting at {offset}, but this is no longer available on the server. Reconfigure the connector to use a snapshot mode when needed.",
    source: "debezium",
    state: "задача FAILED",
    cause:
      "Сохранённого смещения на сервере нет: у PostgreSQL слот удалён или создан заново, у MySQL нужный двоичный журнал удалён. Перед этим — `Last recorded offset is no longer available on the server.`",
    fix:
      "Примите, что события разрыва потеряны. `snapshot.mode=when_needed` — новый снимок и дальше поток; другой путь: " +
      resnapshot +
      ". `trust_slot` и `trust_greater_lsn` ошибку уберут, но строки пропадут молча. Удаления за время разрыва сверьте по ключам.",
    prevention:
      "Не удаляйте слот остановленного коннектора; `binlog_expire_logs_seconds` — больше самого долгого простоя; алерты на слот и на отставание.",
    lessons: ["module-2/02-replication-slots", "module-8/14-recovery", "module-3/07-disaster-recovery"],
    evidence: {
      kind: "run",
      versions: "Debezium 3.6.1.Final (PostgreSQL — и 3.7.0.Final), Kafka Connect 4.3.1, PostgreSQL 18.6, MySQL 9.7.4",
    },
  },
  {
    id: "all-events-filtered",
    message:
      "Received {count} events which were all filtered out, so no offset could be committed. This prevents the replication slot from acknowledging the processed WAL offsets, causing a growing backlog of non-removeable WAL segments on the database server. Consider to either adjust your filter configuration or enable heartbeat events (via the heartbeat.interval.ms option) to avoid this situation.",
    source: "debezium",
    state: "RUNNING",
    cause:
      "Публикация шлёт таблицы, которые коннектор отбрасывает (например, `FOR ALL TABLES` и короткий `table.include.list`), а heartbeat выключен. Смещение не двигается, и слот удерживает WAL.",
    fix: "Задайте `heartbeat.interval.ms=10000`: пока публикация присылает события, этого довольно.",
    prevention:
      "`publication.autocreate.mode=filtered`, `heartbeat.interval.ms` и `heartbeat.action.query=select pg_logical_emit_message(false,'heartbeat',now()::varchar)`: при отобранных таблицах один heartbeat слот не двигает. Следите за объёмом удержанного WAL.",
    lessons: ["module-3/05-wal-bloat-heartbeat", "module-2/02-replication-slots"],
    evidence: { kind: "run", versions: onPostgresql },
  },
  {
    id: "offsets-connector-not-stopped",
    message:
      "Connectors must be in the STOPPED state before their offsets can be modified. This can be done for the specified connector by issuing a 'PUT' request to the '/connectors/{connector}/stop' endpoint",
    source: "connect",
    state: "HTTP 400",
    cause:
      "`PATCH` или `DELETE /connectors/<имя>/offsets` отправлен работающему коннектору. Паузы (`pause`) недостаточно.",
    fix: "`PUT /connectors/<имя>/stop`, дождитесь `STOPPED` в `GET /connectors/<имя>/status`, повторите запрос, затем `PUT /connectors/<имя>/resume`.",
    prevention: "Перед изменением сохраните ответ `GET /connectors/<имя>/offsets`: по нему можно вернуться.",
    lessons: ["module-3/07-disaster-recovery", "module-1/02-debezium-architecture"],
    evidence: { kind: "run", versions: onPostgresql },
  },
  {
    id: "message-too-large",
    message:
      "The message is {size} bytes when serialized which is larger than {limit}, which is the value of the max.request.size configuration.",
    source: "kafka",
    state: "задача FAILED",
    cause:
      "Событие больше `max.request.size` продюсера (по умолчанию 1048576 байт): широкая строка или большое значение.",
    fix:
      "`producer.override.max.request.size=5000000` в коннекторе и `max.message.bytes=5000000` у топика: без второго ответит уже брокер — `The request included a message larger than the max message size the server will accept.` Затем " +
      restart +
      ".",
    prevention:
      "До запуска узнайте размер самых больших строк; ненужные большие столбцы исключите через `column.exclude.list`.",
    lessons: ["module-3/06-scaling"],
    evidence: { kind: "run", versions: onPostgresql },
  },
  {
    id: "task-killed",
    message:
      "Task threw an uncaught and unrecoverable exception. Task is being killed and will not recover until manually restarted",
    source: "connect",
    state: "задача FAILED",
    cause:
      "Так Kafka Connect сообщает о любой необработанной ошибке задачи. Причина — в последнем `Caused by` того же стека: ищите по его тексту.",
    fix: `Прочтите \`trace\` в \`GET /connectors/<имя>/status\`, устраните причину, затем ${restart}.`,
    prevention:
      "Алерт на состояние задач, а не только коннектора, и на метрику `Connected`: вместе с упавшей задачей исчезают и её метрики.",
    lessons: ["module-1/04-first-connector", "module-3/04-lag-alerts"],
    evidence: { kind: "run", versions: onPostgresql },
    wrapper: true,
  },
  {
    id: "public-key-retrieval",
    message: "Public Key Retrieval is not allowed",
    source: "client",
    state: "HTTP 500 (Debezium 3.6.1.Final); сам текст — только в журнале воркера",
    cause:
      "Пользователь MySQL с `caching_sha2_password` входит без TLS (`database.ssl.mode=disabled`), и драйверу не разрешено запросить у сервера открытый ключ. Если пользователь уже в кеше паролей сервера, вход удаётся, поэтому ошибка непостоянна.",
    fix: "Верните TLS: `database.ssl.mode=required` (умолчание — `preferred`). На стенде можно `driver.allowPublicKeyRetrieval=true`.",
    prevention:
      "В эксплуатации — TLS с проверкой сертификата; без TLS подставной сервер с этим разрешением может узнать пароль.",
    lessons: ["module-8/05-mysql-connector"],
    evidence: { kind: "run", versions: onMysql },
  },
  {
    id: "duplicate-server-id",
    message:
      "A replica with the same server_uuid/server_id as this replica has connected to the source; the first event '{first}' at {position}, the last event read from '{last}' at {end} Error code: 1236; SQLSTATE: HY000.",
    source: "mysql",
    state: "задача того коннектора, что подключился раньше, FAILED",
    cause:
      "Другой клиент подключился к серверу с тем же `database.server.id`. MySQL отключает того, кто подключился раньше, поэтому падает не новый коннектор, а прежний.",
    fix: `Дайте новому коннектору свой \`database.server.id\`, затем перезапустите упавший: ${restart}.`,
    prevention: "Ведите реестр `database.server.id` для всех коннекторов и реплик одного сервера.",
    lessons: ["module-8/15-multi-connector", "module-8/05-mysql-connector"],
    evidence: { kind: "run", versions: onMysql },
  },
  {
    id: "schema-history-missing",
    message:
      "The db history topic is missing. You may attempt to recover it by reconfiguring the connector to recovery.",
    source: "debezium",
    state: "задача FAILED",
    cause:
      "Смещения есть, а истории схем нет: топик `schema.history.internal.kafka.topic` удалён, пуст или назван иначе. `when_needed` здесь не помогает.",
    fix:
      "Если имя изменили — верните его. Если топик потерян и с сохранённого смещения не было DDL: `snapshot.mode=recovery`, после запуска — снова `initial`. Если DDL был: " +
      resnapshot +
      ".",
    prevention:
      "Топик истории схем: одна партиция, `cleanup.policy=delete`, `retention.ms=-1`, свой у каждого коннектора.",
    lessons: ["module-8/07-schema-history", "module-8/14-recovery"],
    evidence: { kind: "run", versions: onMysql },
  },
];

export default troubles;
