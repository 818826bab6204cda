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
  /**
   * How the text is known. An executed output of a lesson holds it; a case of labs/verify/troubles/cases prints it
   * (`server/slot-lost`); or it was read in a source line (address with tag, file and line). Lessons and cases run in
   * every proof of the labs.
   */
  evidence: { kind: "lesson"; lesson: string } | { kind: "case"; case: string } | { kind: "source"; url: string };
  /** `true`: a wrapper that accompanies many failures; in a pasted log any other entry goes before it. */
  wrapper?: true;
}

const inLesson = (lesson: string): Trouble["evidence"] => ({ kind: "lesson", lesson });
const inCase = (name: string): Trouble["evidence"] => ({ kind: "case", case: name });

const restart = "`POST /connectors/<имя>/restart?includeTasks=true&onlyFailed=true`";
const resnapshot =
  "`PUT /connectors/<имя>/stop`, `DELETE /connectors/<имя>/offsets`, `snapshot.mode=initial`, `PUT /connectors/<имя>/resume`";

const troubles: Trouble[] = [
  // Settings and requests that Connect refuses
  {
    id: "configuration-invalid",
    message: "Connector configuration is invalid and contains the following {count} error(s):",
    source: "connect",
    state: "HTTP 400, коннектор не создан",
    cause:
      "Воркер проверил настройки и нашёл ошибки. Сами они — в следующих строках того же ответа: ищите по их тексту.",
    fix: "Исправьте названное и повторите запрос. Полный список без регистрации даёт `PUT /connector-plugins/<класс>/config/validate`; в теле нужно поле `name`.",
    prevention:
      "Вызывайте `…/config/validate` перед выкладкой. Опечатку в имени необязательного свойства проверка не найдёт: сравните имена со списком, который она возвращает.",
    lessons: ["module-1/04-first-connector"],
    evidence: inCase("postgres/settings"),
    wrapper: true,
  },
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
    evidence: inCase("postgres/rest"),
  },
  {
    id: "class-not-found",
    message: "Invalid value {class} for configuration {property}: Class {name} could not be found.",
    source: "kafka",
    state: "HTTP 400",
    cause:
      "Воркер не нашёл класс преобразователя или SMT: опечатка в имени либо нет jar-файла. Преобразователь `io.confluent.connect.avro.AvroConverter` в поставку Kafka и Debezium не входит.",
    fix: "Проверьте имя по `GET /connector-plugins?connectorsOnly=false`. Недостающее положите в каталог из `plugin.path` и перезапустите воркер.",
    prevention: "Собирайте образ воркера со всеми преобразователями и сверяйте список плагинов при старте.",
    lessons: ["module-4/01-smt-overview", "module-4/07-schema-registry-avro"],
    evidence: inCase("postgres/settings"),
  },
  {
    id: "connector-exists",
    message: "Connector {name} already exists",
    source: "connect",
    state: "HTTP 409, прежний коннектор работает как работал",
    cause: "`POST /connectors` только создаёт, а коннектор с таким именем уже есть.",
    fix: "Чтобы изменить настройки, отправьте их телом `PUT /connectors/<имя>/config`: тело — сами настройки, без обёртки `name` и `config`.",
    prevention: "В сценариях выкладки используйте `PUT …/config`: он и создаёт, и меняет, и его можно повторять.",
    lessons: ["module-1/04-first-connector"],
    evidence: inCase("postgres/rest"),
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
    evidence: inCase("postgres/rest"),
  },
  {
    id: "snapshot-mode-invalid",
    message: "The 'snapshot.mode' value is invalid: Value must be one of {modes}",
    source: "debezium",
    state: "HTTP 400 (плагин MySQL 3.6.1.Final — HTTP 500)",
    cause:
      "Такого режима нет. Чаще всего это имя из старой версии: `schema_only` теперь `no_data`, `schema_only_recovery` — `recovery`, а `never` убран.",
    fix: "Выберите режим из перечня в самом сообщении.",
    prevention:
      "Перед обновлением Debezium прогоните настройки всех коннекторов через `…/config/validate` новой версии.",
    lessons: ["module-1/04-first-connector", "module-2/06-snapshot-strategies"],
    evidence: inCase("postgres/settings"),
  },
  {
    id: "slot-name-invalid",
    message:
      "The 'slot.name' value is invalid: Valid replication slot name must contain only digits, lowercase characters and underscores with length <= 63",
    source: "debezium",
    state: "HTTP 400",
    cause: "В `slot.name` дефис, заглавная буква или больше 63 знаков. Таких имён слотов PostgreSQL не допускает.",
    fix: "Замените дефисы подчёркиваниями. У работающего коннектора имя не меняют: новое имя — это новый слот, и события между ними пропадут.",
    prevention: "Выводите `slot.name` из имени коннектора одним правилом: строчные буквы, цифры, подчёркивания.",
    lessons: ["module-2/02-replication-slots"],
    evidence: inCase("postgres/settings"),
  },
  {
    id: "topic-prefix-invalid",
    message:
      "The 'topic.prefix' value is invalid: {prefix} has invalid format (only the underscore, hyphen, dot and alphanumeric characters are allowed)",
    source: "debezium",
    state: "HTTP 400",
    cause: "`topic.prefix` входит в имена топиков, а в них допустимы только латинские буквы, цифры, `_`, `-` и `.`.",
    fix: "Уберите пробелы и прочие знаки. Для уже работавшего коннектора новый префикс — новый источник: смещения прежнего ему не подойдут.",
    prevention: "Договоритесь об именах префиксов до первого запуска: позже их не сменить без нового снимка.",
    lessons: ["module-1/04-first-connector", "module-3/06-scaling"],
    evidence: inCase("postgres/settings"),
  },
  // A task that fails, in general
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
    evidence: inCase("postgres/start"),
    wrapper: true,
  },
  {
    id: "producer-stopped",
    message: "An exception occurred in the change event producer. This connector will be stopped.",
    source: "debezium",
    state: "задача FAILED",
    cause:
      "Так Debezium завершает задачу после любой неустранимой ошибки снимка или потока. Причина — ниже, в `Caused by`.",
    fix: `Ищите по тексту последнего \`Caused by\`. После исправления — ${restart}.`,
    prevention: "Алерт на состояние задач: сам коннектор при этом остаётся `RUNNING`.",
    lessons: ["module-1/04-first-connector"],
    evidence: inCase("postgres/start"),
    wrapper: true,
  },
  // PostgreSQL: the connection
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
    evidence: inCase("postgres/settings"),
  },
  {
    id: "database-missing",
    message: 'database "{database}" does not exist',
    source: "postgresql",
    state: "HTTP 400",
    cause: "В `database.dbname` имя, которого на сервере нет. Debezium подключается уже при проверке настроек.",
    fix: "Сверьте имя с `psql -h <хост> -l`. Имена чувствительны к регистру.",
    prevention: "Передавайте хост, порт и базу из одного источника — того же, из которого их берёт приложение.",
    lessons: ["module-1/04-first-connector"],
    evidence: inCase("postgres/settings"),
  },
  {
    id: "connection-refused",
    message:
      "Connection to {address} refused. Check that the hostname and port are correct and that the postmaster is accepting TCP/IP connections.",
    source: "client",
    state: "HTTP 400",
    cause:
      "Хост отвечает, но на этом порту никто не слушает: неверный `database.port`, сервер остановлен или слушает только `localhost`. Внутри контейнера `localhost` — это сам контейнер Connect.",
    fix: "Проверьте с хоста воркера: `pg_isready -h <хост> -p <порт>`. В Compose указывайте имя службы и её внутренний порт, а не проброшенный.",
    prevention:
      "В `listen_addresses` — адрес, по которому приходит Connect; порт берите из той же конфигурации, что и сервер.",
    lessons: ["module-1/03-lab-setup", "module-1/04-first-connector"],
    evidence: inCase("postgres/settings"),
  },
  {
    id: "connection-failed",
    message: "Error while validating connector config: The connection attempt failed.",
    source: "debezium",
    state: "HTTP 400",
    cause:
      "До сервера не удалось дойти: имя хоста не разрешается или пакеты не проходят. Сама причина (например, `UnknownHostException`) — только в журнале воркера.",
    fix: "Проверьте имя с хоста воркера: `getent hosts <хост>`, затем порт: `pg_isready`. В облаке посмотрите группу безопасности и маршруты.",
    prevention: "Проверяйте доступность базы с самих воркеров, а не с рабочего места.",
    lessons: ["module-1/04-first-connector", "module-2/04-aurora-parameter-groups"],
    evidence: inCase("postgres/settings"),
  },
  {
    id: "pg-hba-encryption",
    message: 'no pg_hba.conf entry for host "{host}", user "{user}", database "{database}", no encryption',
    source: "postgresql",
    state: "HTTP 400",
    cause:
      "Для соединений без TLS в `pg_hba.conf` нет разрешающей строки. Так действует и `rds.force_ssl=1` в RDS и Aurora.",
    fix: "Включите TLS у коннектора: `database.sslmode=verify-full` и `database.sslrootcert`. Если запись нужна и без TLS, добавьте строку `host` и перечитайте конфигурацию.",
    prevention: "С первого дня подключайтесь с `verify-full`: переход сервера на обязательный TLS тогда незаметен.",
    lessons: ["module-2/04-aurora-parameter-groups"],
    evidence: inLesson("module-2/04-aurora-parameter-groups"),
  },
  {
    id: "certificate-unknown-authority",
    message:
      "SSL error: PKIX path building failed: {exception}: unable to find valid certification path to requested target",
    source: "client",
    state: "HTTP 400",
    cause:
      "Сертификат сервера подписан центром, которого нет в файле `database.sslrootcert`: файл другого центра или устарел.",
    fix: "Возьмите действующий корневой сертификат (для RDS и Aurora — `global-bundle.pem`), положите его на каждый воркер и укажите путь в `database.sslrootcert`. Не переходите на `require`: он центр не проверяет.",
    prevention: "Обновляйте набор корневых сертификатов вместе с образом воркера; срок действия — в календарь.",
    lessons: ["module-2/04-aurora-parameter-groups"],
    evidence: inLesson("module-2/04-aurora-parameter-groups"),
  },
  {
    id: "certificate-hostname",
    message: "The hostname {host} could not be verified by hostnameverifier {verifier}.",
    source: "client",
    state: "HTTP 400",
    cause:
      "При `database.sslmode=verify-full` имя из `database.hostname` сверяется с сертификатом, и его там нет: подключаются по IP, через CNAME или туннель.",
    fix: "Подключайтесь по имени из сертификата: у Aurora это точка входа кластера. Для своего сервера выпустите сертификат на нужное имя.",
    prevention: "Не заводите для базы отдельных CNAME, если не управляете её сертификатом.",
    lessons: ["module-2/04-aurora-parameter-groups"],
    evidence: inLesson("module-2/04-aurora-parameter-groups"),
  },
  {
    id: "root-certificate-file",
    message: "Could not open SSL root certificate file {file}.",
    source: "client",
    state: "HTTP 400",
    cause: "Файла из `database.sslrootcert` нет на воркере или процесс Connect не может его прочесть.",
    fix: "Положите файл на каждый воркер по одному и тому же пути и проверьте права: `docker compose exec connect ls -l <файл>`.",
    prevention: "Кладите сертификаты в образ воркера или в общий том, а не копируйте руками.",
    lessons: ["module-2/04-aurora-parameter-groups"],
    evidence: inLesson("module-2/04-aurora-parameter-groups"),
  },
  {
    id: "iam-driver-missing",
    message: "java.lang.ClassNotFoundException: software.amazon.jdbc.Driver",
    source: "client",
    state: "HTTP 400",
    cause:
      "Включён вход по IAM (`PostgresAwsIamConnectionFactory`), а AWS Advanced JDBC Wrapper и AWS SDK в поставку Debezium не входят.",
    fix: "Добавьте jar-файлы обёртки и AWS SDK в каталог плагина PostgreSQL на каждом воркере и перезапустите воркеры.",
    prevention: "Собирайте образ с этими зависимостями и проверяйте его запросом `…/config/validate`.",
    lessons: ["module-2/04-aurora-parameter-groups"],
    evidence: inLesson("module-2/04-aurora-parameter-groups"),
  },
  // PostgreSQL: the server's settings and rights
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
    evidence: inLesson("module-2/03-wal-configuration"),
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
    evidence: inCase("postgres/start"),
  },
  {
    id: "wal-senders-exhausted",
    message: 'number of requested standby connections exceeds "max_wal_senders" (currently {limit})',
    source: "postgresql",
    state: "отказ получает клиент протокола репликации",
    cause: "Все процессы walsender заняты: коннекторы, реплики, `pg_basebackup`. Слот при этом есть, и он держит WAL.",
    fix: "Посмотрите, кто занял места: `SELECT pid, application_name, state FROM pg_stat_replication`. Завершите лишних или поднимите `max_wal_senders` и перезапустите сервер.",
    prevention: "`max_wal_senders` — не меньше суммы слотов и реплик, с запасом на переподключения.",
    lessons: ["module-2/03-wal-configuration", "module-3/06-scaling"],
    evidence: inLesson("module-2/03-wal-configuration"),
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
    evidence: inLesson("module-2/04-aurora-parameter-groups"),
  },
  {
    id: "slots-permission",
    message: "permission denied to use replication slots",
    source: "postgresql",
    state: "ошибку видит сеанс SQL",
    cause: "Создавать, читать и удалять слоты может только роль с атрибутом `REPLICATION` или суперпользователь.",
    fix: "Выполните команду от роли с `REPLICATION`. Состояние слотов в `pg_replication_slots` видно и без него.",
    prevention:
      "`REPLICATION` — право читать изменения любой таблицы. Выдавайте его коннекторам, а людям — только на время работ.",
    lessons: ["module-2/02-replication-slots"],
    evidence: inCase("postgres/rights"),
  },
  {
    id: "parameter-permission",
    message: 'permission denied to set parameter "{parameter}"',
    source: "postgresql",
    state: "ошибку видит сеанс SQL",
    cause: "`ALTER SYSTEM` доступна суперпользователю, а в RDS и Aurora его нет: параметры живут в группе параметров.",
    fix: "Измените группу параметров: у Aurora — группу кластера, `rds.logical_replication=1`; затем перезагрузите пишущий экземпляр.",
    prevention: "Держите группу параметров в коде (Terraform) и проверяйте `SHOW wal_level` до регистрации коннектора.",
    lessons: ["module-2/04-aurora-parameter-groups"],
    evidence: inLesson("module-2/04-aurora-parameter-groups"),
  },
  {
    id: "table-permission",
    message: "permission denied for table {table}",
    source: "postgresql",
    state: "RUNNING: снимок начинается заново каждые 10 секунд",
    cause:
      "У роли коннектора нет `SELECT` на таблицу. Для потока право не нужно, поэтому отказ виден только в снимке. Debezium считает его временным и повторяет без конца (`errors.max.retries` = −1), удерживая слот.",
    fix: "`GRANT SELECT ON <таблица> TO <роль>`: работающий коннектор продолжит сам, без перезапуска. То же о сигнальной таблице: ей нужны ещё `INSERT` и `DELETE`.",
    prevention:
      "`ALTER DEFAULT PRIVILEGES … GRANT SELECT ON TABLES`, чтобы право было и у новых таблиц; после запуска сверьте `GET /connectors/<имя>/topics` со списком таблиц.",
    lessons: ["module-2/04-aurora-parameter-groups", "module-1/03-lab-setup"],
    evidence: inLesson("module-2/04-aurora-parameter-groups"),
  },
  {
    id: "database-permission",
    message: "permission denied for database {database}",
    source: "postgresql",
    state: "задача FAILED",
    cause: "Коннектор пытается создать публикацию, а у его роли нет права `CREATE` на базу.",
    fix: "Создайте публикацию администратором и задайте `publication.autocreate.mode=disabled`. Одного `CREATE` мало: следом потребуется владение таблицами или суперпользователь.",
    prevention: "Публикация — часть миграции базы, а не дело коннектора.",
    lessons: ["module-2/01-logical-decoding", "module-2/04-aurora-parameter-groups"],
    evidence: inLesson("module-2/01-logical-decoding"),
  },
  // PostgreSQL: publications and replica identity
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
    evidence: inLesson("module-1/04-first-connector"),
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
    evidence: inLesson("module-2/01-logical-decoding"),
  },
  {
    id: "publication-filtered",
    message: "Unable to create filtered publication {publication} for {tables}",
    source: "debezium",
    state: "задача FAILED",
    cause:
      "При `publication.autocreate.mode=filtered` коннектор создаёт публикацию сам. Ему мешают права (в `Caused by` — `permission denied for database …` или `must be owner of table …`) либо пустой список: `No table filters found`.",
    fix: "Создайте публикацию администратором и перейдите на `disabled`. Если она должна вестись сама, сделайте роль коннектора участником роли-владельца таблиц и дайте ей `CREATE` на базу.",
    prevention:
      "Решите до запуска, кто владеет публикацией. Смешанный порядок — права у коннектора, правки руками — ломается при каждом рестарте.",
    lessons: ["module-2/01-logical-decoding", "module-2/04-aurora-parameter-groups"],
    evidence: inCase("postgres/start"),
  },
  {
    id: "publication-for-all-tables",
    message:
      "A logical publication for all tables named '{publication}' for plugin '{plugin}' and database '{database}' is already active on the server and can not be altered.",
    source: "debezium",
    state: "задача FAILED",
    cause:
      "Режим `filtered` ведёт список таблиц публикации, а существующая создана `FOR ALL TABLES`: списка у неё нет, и PostgreSQL не даёт его задать.",
    fix: "Создайте рядом публикацию с перечнем таблиц и укажите её в `publication.name`; старую удалите, когда новая заработает. Либо `publication.autocreate.mode=all_tables`: тогда берётся как есть.",
    prevention: "Не создавайте `FOR ALL TABLES`: она требует суперпользователя и ломает `UPDATE` в таблицах без ключа.",
    lessons: ["module-2/01-logical-decoding"],
    evidence: inCase("postgres/start"),
  },
  {
    id: "publication-skipped",
    message: 'skipped loading publication "{publication}"',
    source: "postgresql",
    state: "RUNNING, события пропадают молча",
    cause:
      "Слот читает WAL, записанный, когда публикации ещё (или уже) не было: её создали позже слота или пересоздали. События за это время в поток не попадут. До PostgreSQL 17 включительно в этом месте была ошибка `publication … does not exist`.",
    fix: "Потерянное вернёт только снимок: инкрементальный по этим таблицам. Затем сверьте удалённые ключи.",
    prevention:
      "Публикация создаётся раньше слота и не пересоздаётся при работающем коннекторе: меняйте её `ALTER PUBLICATION`.",
    lessons: ["module-2/01-logical-decoding"],
    evidence: inLesson("module-2/01-logical-decoding"),
  },
  {
    id: "relation-not-publishable",
    message: 'cannot add relation "{table}" to publication',
    source: "postgresql",
    state: "ошибку видит сеанс SQL",
    cause:
      "Таблицу нельзя опубликовать: она `UNLOGGED`, временная, системная или это представление. Что именно — в `DETAIL`. Изменений таких таблиц в WAL для декодирования нет.",
    fix: "Для `UNLOGGED` — `ALTER TABLE … SET LOGGED` (таблица перепишется в WAL целиком). Вместо материализованного представления захватывайте его исходные таблицы.",
    prevention: "Список таблиц для CDC проверяйте по `relpersistence` и `relkind` в `pg_class`.",
    lessons: ["module-2/01-logical-decoding"],
    evidence: inLesson("module-2/01-logical-decoding"),
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
    evidence: inLesson("module-2/01-logical-decoding"),
  },
  {
    id: "column-list-identity",
    message: "Column list used by the publication does not cover the replica identity.",
    source: "postgresql",
    state: "ошибку получает приложение, а не коннектор",
    cause:
      "В списке колонок публикации нет колонок, по которым PostgreSQL опознаёт строку (`REPLICA IDENTITY`), и он отклоняет `UPDATE` и `DELETE` приложения. С `REPLICA IDENTITY FULL` несовместим любой список.",
    fix: "Срочно: `ALTER PUBLICATION … SET TABLE …` с колонками первичного ключа или без списка. `SET TABLE` заменяет состав целиком: перечислите все таблицы.",
    prevention: "Проверяйте публикацию `UPDATE` и `DELETE` каждой таблицы на копии базы до выкладки.",
    lessons: ["module-2/01-logical-decoding"],
    evidence: inLesson("module-2/01-logical-decoding"),
  },
  {
    id: "row-filter-identity",
    message: "Column used in the publication WHERE expression is not part of the replica identity.",
    source: "postgresql",
    state: "ошибку получает приложение, а не коннектор",
    cause:
      "Фильтр строк публикации использует колонку вне `REPLICA IDENTITY`: по старой строке сервер не может решить, подходит ли она.",
    fix: "Уберите фильтр, либо включите колонку в идентичность: уникальный индекс с ней и `REPLICA IDENTITY USING INDEX`, либо `FULL`.",
    prevention: "Фильтруйте в публикации только по колонкам ключа; остальное отсекайте SMT или у потребителя.",
    lessons: ["module-2/01-logical-decoding", "module-4/02-predicates-filtering"],
    evidence: inLesson("module-2/01-logical-decoding"),
  },
  {
    id: "generated-column-identity",
    message: "Replica identity must not contain unpublished generated columns.",
    source: "postgresql",
    state: "ошибку получает приложение, а не коннектор",
    cause:
      "PostgreSQL 18: `REPLICA IDENTITY FULL` включает и вычисляемые колонки, а публикация по умолчанию их не отдаёт. Сервер отклоняет `UPDATE` и `DELETE`.",
    fix: "Для хранимых колонок — `ALTER PUBLICATION … SET (publish_generated_columns = stored)`. С виртуальной колонкой `FULL` несовместим: вернитесь к идентичности по ключу.",
    prevention:
      "В PostgreSQL 18 новая вычисляемая колонка по умолчанию виртуальная. Перед `ADD COLUMN … GENERATED` проверьте `relreplident` таблицы.",
    lessons: ["module-2/01-logical-decoding"],
    evidence: inLesson("module-2/01-logical-decoding"),
  },
  // PostgreSQL: slots and the stream
  {
    id: "slot-active",
    message: 'replication slot "{slot}" is active for PID {pid}',
    source: "postgresql",
    state: "RUNNING: повторяет попытки без конца (FAILED при errors.max.retries=1)",
    cause:
      "Слот занят: второй коннектор с тем же `slot.name` или соединение прежнего процесса, которое сервер ещё не закрыл. Debezium пишет `Failed to start replication stream at …; when setting up multiple connectors for the same database host, please make sure to use a distinct replication slot name for each.`",
    fix: "Узнайте, кто держит слот: `SELECT active_pid FROM pg_replication_slots WHERE slot_name = '<слот>'` и `pg_stat_activity`. Если это другой коннектор, задайте свой `slot.name`; если мёртвое соединение — `SELECT pg_terminate_backend(<pid>)`.",
    prevention:
      "У каждого коннектора свои `slot.name` и `publication.name`; умолчание `debezium` годится только одному.",
    lessons: ["module-2/02-replication-slots", "module-3/06-scaling"],
    evidence: inLesson("module-2/02-replication-slots"),
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
    evidence: inLesson("module-2/02-replication-slots"),
  },
  {
    id: "slot-creation-failed",
    message: "Creation of replication slot failed",
    source: "debezium",
    state: "задача FAILED",
    cause:
      "Сервер не создал слот. Почему — в следующем `Caused by`: `wal_level`, `max_replication_slots`, модуль вывода, права.",
    fix: `Найдите причину по её тексту, устраните, затем ${restart}.`,
    prevention: "До регистрации проверьте `wal_level`, свободные слоты и `plugin.name=pgoutput`.",
    lessons: ["module-2/02-replication-slots", "module-2/03-wal-configuration"],
    evidence: inCase("postgres/start"),
    wrapper: true,
  },
  {
    id: "slot-creation-timeout",
    message:
      "Creation of replication slot failed; query to create replication slot timed out, please make sure that there are no long running queries on the database.",
    source: "debezium",
    state: "tasks: [], затем задача FAILED — около 11 минут при умолчаниях",
    cause:
      "Слот создаётся, когда закончатся все пишущие транзакции, начатые раньше. Одна забытая (`idle in transaction`) держит его без единой строки в журнале: попытка ждёт 90 с, попыток семь.",
    fix: "Найдите её: `SELECT pid, state, xact_start, query FROM pg_stat_activity WHERE backend_xid IS NOT NULL ORDER BY xact_start`. Завершите приложение или `SELECT pg_terminate_backend(<pid>)`: слот создастся сразу.",
    prevention:
      "`idle_in_transaction_session_timeout` на сервере; новые коннекторы запускайте не во время ночных загрузок.",
    lessons: ["module-2/06-snapshot-strategies", "module-2/02-replication-slots"],
    evidence: inCase("server/open-transaction"),
  },
  {
    id: "stream-not-started",
    message:
      "Failed to start replication stream at {position}; when setting up multiple connectors for the same database host, please make sure to use a distinct replication slot name for each.",
    source: "debezium",
    state: "RUNNING: повторяет попытки без конца",
    cause:
      "Поток не начался. Совет о разных именах слота верен не всегда: причина — в `Caused by`, слот занят или недействителен.",
    fix: "Найдите `Caused by` по его тексту и посмотрите `active_pid`, `wal_status`, `invalidation_reason` слота в `pg_replication_slots`.",
    prevention: "Алерт на метрику `Connected` и на состояние слота: в REST всё выглядит здоровым.",
    lessons: ["module-2/02-replication-slots"],
    evidence: inLesson("module-2/02-replication-slots"),
    wrapper: true,
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
    evidence: inCase("server/slot-lost"),
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
    evidence: {
      kind: "source",
      url: "https://github.com/debezium/debezium/blob/v3.7.0.Alpha2/debezium-connector-postgres/src/main/java/io/debezium/connector/postgresql/connection/PostgresConnection.java#L393",
    },
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
    evidence: inLesson("module-2/02-replication-slots"),
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
    evidence: inLesson("module-2/02-replication-slots"),
  },
  {
    id: "already-streamed",
    message: "{requested} has been already streamed, forwarding to {confirmed}",
    source: "postgresql",
    state: "RUNNING, события пропали молча",
    cause:
      "Коннектор попросил позицию раньше той, что слот уже подтвердил, и сервер начал с более поздней. Слот прочитал кто-то другой, его двинули `pg_replication_slot_advance` либо восстановили старый топик смещений. Законно это только при `lsn.flush.mode=connector_and_driver`.",
    fix: "Считайте разрыв потерянным: снимите таблицы заново инкрементальным снимком и сверьте удалённые ключи. Найдите второго читателя слота.",
    prevention:
      "Перед запуском после аварии сравните смещение с `confirmed_flush_lsn`; алерт на эту строку в журнале PostgreSQL.",
    lessons: ["module-2/02-replication-slots", "module-3/07-disaster-recovery"],
    evidence: inLesson("module-2/02-replication-slots"),
  },
  {
    id: "standby-slot-missing",
    message: 'replication slot "{slot}" specified in parameter "{parameter}" does not exist',
    source: "postgresql",
    state: "RUNNING, записей нет",
    cause:
      "В `synchronized_standby_slots` названа реплика, чьего физического слота на этом сервере нет. Сервер не отдаёт изменения логическим слотам с `failover`, пока её не дождётся. Типично после повышения реплики: настройка переехала, слот — нет.",
    fix: "Уберите имя из `synchronized_standby_slots` и перечитайте конфигурацию (`SELECT pg_reload_conf()`) либо создайте физический слот: задержанные события придут сами.",
    prevention: "В план переключения — строка про `synchronized_standby_slots` на новом основном сервере.",
    lessons: ["module-2/02-replication-slots", "module-2/05-aurora-failover"],
    evidence: inLesson("module-2/02-replication-slots"),
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
    evidence: inCase("postgres/filtered"),
  },
  {
    id: "heartbeat-query-failed",
    message: "Could not execute heartbeat action query (Error: {code})",
    source: "debezium",
    state: "RUNNING с бесконечными повторами; FAILED при errors.max.retries=0",
    cause:
      "Запрос из `heartbeat.action.query` не выполнился: при `42P01` нет таблицы. Если это случилось в конце снимка, он начинается заново при каждом повторе, и до потока дело не доходит.",
    fix: "Создайте таблицу и выдайте роли `SELECT`, `INSERT`, `UPDATE` на неё либо возьмите запрос без таблицы: `select pg_logical_emit_message(false,'heartbeat',now()::varchar)`.",
    prevention:
      "Выполните запрос руками от роли коннектора до регистрации. Таблица пульса — в той же миграции, что и публикация.",
    lessons: ["module-3/05-wal-bloat-heartbeat"],
    evidence: inCase("postgres/start"),
  },
  {
    id: "metrics-name-taken",
    message:
      "Unable to register metrics as an old set with the same name: '{name}' exists, retrying in {pause} (attempt {attempt} out of {attempts})",
    source: "debezium",
    state: "RUNNING или tasks: [] до минуты; метрик второго коннектора нет",
    cause:
      "На воркере уже есть коннектор с тем же `topic.prefix`: имя MBean составлено из него. Реже — прежняя задача ещё не закрылась после перезапуска.",
    fix: "Дайте второму коннектору свой `topic.prefix` — с новым именем, слотом и снимком: с общим префиксом оба пишут в одни топики. Если коннектор один, подождите минуту.",
    prevention: "Один `topic.prefix` — один коннектор; проверяйте повторы до регистрации.",
    lessons: ["module-3/01-jmx-metrics", "module-3/06-scaling", "module-8/15-multi-connector"],
    evidence: inCase("postgres/same-prefix"),
  },
  {
    id: "guardrail-exceeded",
    message:
      "Guardrail limit exceeded: {count} tables/collections configured for capture, but maximum allowed is {limit}.",
    source: "debezium",
    state: "задача FAILED (при guardrail.collections.limit.action=warn — RUNNING и строка в журнале)",
    cause:
      "Под списки попало больше таблиц, чем разрешает `guardrail.collections.max`: слишком широкий шаблон или опечатка в имени свойства `table.include.list`.",
    fix: "Сузьте `table.include.list` или поднимите предел, если столько таблиц и задумано.",
    prevention:
      "Задайте предел с запасом в несколько таблиц и `guardrail.collections.limit.action=fail`: по умолчанию предела нет, а действие — только предупреждение.",
    lessons: ["module-3/06-scaling"],
    evidence: inCase("postgres/start"),
  },
  // Snapshots, signals, values
  {
    id: "snapshotter-missing",
    message: "Unable to find {name} snapshotter. Please check your configuration.",
    source: "debezium",
    state: "задача FAILED",
    cause:
      "`snapshot.mode=custom` просит вашу реализацию `Snapshotter` с именем из `snapshot.mode.custom.name`, а её нет на пути классов плагина. Проверка настроек этого не видит.",
    fix: "Положите jar с реализацией в каталог плагина и перезапустите воркер; имя должно совпасть с тем, что возвращает её `name()`. Если свой режим не нужен — выберите встроенный.",
    prevention: "Свой `Snapshotter` — часть образа воркера, одинакового на всех узлах.",
    lessons: ["module-2/06-snapshot-strategies"],
    evidence: inCase("postgres/start"),
  },
  {
    id: "lock-timeout",
    message: "canceling statement due to lock timeout",
    source: "postgresql",
    state: "RUNNING: повтор каждые 10 секунд (FAILED при errors.max.retries=0)",
    cause:
      "Блокировку не дождались. У коннектора: `snapshot.locking.mode=shared`, а таблицу дольше `snapshot.lock.timeout.ms` (умолчание 10 с) держит миграция. У миграции наоборот: снимок читает таблицу, и `ALTER TABLE` ждёт его конца.",
    fix: "Кто мешает: `SELECT pid, pg_blocking_pids(pid), query FROM pg_stat_activity WHERE wait_event_type = 'Lock'`. Закончите миграцию или снимок; коннектор повторит сам.",
    prevention: "Миграции — с `lock_timeout` и не во время снимка; большие таблицы снимайте инкрементально.",
    lessons: ["module-2/06-snapshot-strategies"],
    evidence: inCase("server/locked-table"),
  },
  {
    id: "snapshot-interrupted",
    message:
      "The connector previously stopped while taking a snapshot, but now the connector is configured to never allow snapshots. Reconfigure the connector to use snapshots initially or when needed.",
    source: "debezium",
    state: "задача FAILED",
    cause:
      'Снимок не дочитан (в смещении `"snapshot_completed":false`), а в настройках уже режим без снимка, например `no_data`. Продолжить снимок с середины Debezium не умеет.',
    fix: "Верните `snapshot.mode=initial` или `when_needed`: снимок начнётся сначала. Если снимок не нужен: `PUT /connectors/<имя>/stop`, `DELETE /connectors/<имя>/offsets`, `no_data`, `PUT /connectors/<имя>/resume` — тогда строки, записанные до запуска, в поток не попадут.",
    prevention: "Не меняйте `snapshot.mode`, пока `GET /connectors/<имя>/offsets` показывает незаконченный снимок.",
    lessons: ["module-2/06-snapshot-strategies"],
    evidence: inCase("server/locked-table"),
  },
  {
    id: "signal-type-unknown",
    message: "Signal '{id}' has been received but the type '{type}' is not recognized",
    source: "debezium",
    state: "RUNNING",
    cause:
      "Опечатка в колонке `type`: дефисы обязательны, `execute-snapshot`, а не `execute_snapshot`. Сигнал отброшен.",
    fix: "Вставьте новую строку с верным типом. Старую коннектор не перечитает.",
    prevention: "Отправляйте сигналы готовой программой или процедурой, а не руками.",
    lessons: ["module-2/07-incremental-snapshot-lab", "module-8/12-incremental-snapshots"],
    evidence: inCase("postgres/signals"),
  },
  {
    id: "signal-data-invalid",
    message: "Signal '{id}' has been received but the data '{data}' cannot be parsed",
    source: "debezium",
    state: "RUNNING",
    cause:
      "В колонке `data` не JSON: не закрыта скобка, одинарные кавычки, обратная черта без пары. Часто текст обрезан длиной колонки.",
    fix: "Проверьте текст (`SELECT data::jsonb FROM debezium_signal WHERE id = …`) и вставьте строку заново.",
    prevention:
      "Составляйте `data` функцией базы (`json_build_object`) или программой; колонке дайте 2048 знаков и больше.",
    lessons: ["module-2/07-incremental-snapshot-lab", "module-8/12-incremental-snapshots"],
    evidence: inCase("postgres/signals"),
  },
  {
    id: "signal-fields",
    message: "The signal event '{event}' should have 3 fields but has {count}",
    source: "debezium",
    state: "RUNNING",
    cause:
      "В сигнальной таблице не три колонки: добавили время или автора. Debezium читает колонки по порядку и такую строку не разбирает.",
    fix: "Оставьте ровно `id`, `type`, `data` в этом порядке. Остальное храните в другой таблице.",
    prevention:
      "Создавайте таблицу по образцу из документации; не задевайте её `column.exclude.list` и списком колонок публикации.",
    lessons: ["module-2/07-incremental-snapshot-lab"],
    evidence: inCase("postgres/signals"),
  },
  {
    id: "signal-table-unknown",
    message: "Schema retrieval failed due to an exception for {table}",
    source: "debezium",
    state: "RUNNING, снимок этой таблицы пропущен",
    cause:
      "Сигнал просит таблицу, которую коннектор не захватывает или чьё имя написано не так. В `data-collections` — регулярные выражения; у таблицы, которую коннектор ещё не видел, экранированная точка остаётся в имени.",
    fix: "Добавьте таблицу в `table.include.list` и в публикацию, дождитесь перезапуска задачи и пошлите сигнал снова.",
    prevention: "Порядок для новой таблицы: права, публикация, `table.include.list`, сигнал.",
    lessons: ["module-2/07-incremental-snapshot-lab"],
    evidence: inCase("postgres/signals"),
  },
  {
    id: "incremental-no-key",
    message: "Incremental snapshot for table '{table}' skipped because the table has no primary keys",
    source: "debezium",
    state: "RUNNING, снимок этой таблицы пропущен",
    cause: "Инкрементальный снимок режет таблицу на части по ключу, а ключа нет.",
    fix: 'Назовите в сигнале уникальную колонку: `"surrogate-key": "<колонка>"`. Либо добавьте первичный ключ или снимите таблицу блокирующим снимком.',
    prevention: "Первичный ключ у каждой захватываемой таблицы: без него события ещё и без ключа Kafka.",
    lessons: ["module-2/07-incremental-snapshot-lab"],
    evidence: inCase("postgres/signals"),
  },
  {
    id: "maximum-key-failed",
    message: "Failed to read maximum key for table {table}",
    source: "debezium",
    state: "RUNNING, снимок этой таблицы пропущен",
    cause:
      'Первый запрос инкрементального снимка не выполнился. Обычно ошибка в `additional-conditions`: условие подставляется в `WHERE` как есть. Причина — строкой ниже, например `column "cost" does not exist`.',
    fix: "Выполните условие руками: `SELECT count(*) FROM <таблица> WHERE <filter>`. Исправьте и пошлите сигнал снова.",
    prevention: "Проверяйте условие запросом до сигнала; права на таблицу — у роли коннектора.",
    lessons: ["module-2/07-incremental-snapshot-lab"],
    evidence: inCase("postgres/signals"),
  },
  {
    id: "incremental-sql-error",
    message: "SQL error while executing incremental snapshot for table '{table}', skipping and continuing streaming",
    source: "debezium",
    state: "RUNNING, снимок этой таблицы пропущен",
    cause:
      "Запрос снимка отклонён базой, причина — строкой ниже. Частая: роль не может писать в сигнальную таблицу (`permission denied for table debezium_signal`), а отметки окна коннектор вставляет туда сам.",
    fix: "`GRANT SELECT, INSERT, DELETE ON <сигнальная таблица> TO <роль>` и новый сигнал. На реплике — `read.only=true`: отметки тогда не нужны.",
    prevention:
      "Слушайте уведомления (`notification.enabled.channels`): статус `SQL_EXCEPTION` виден в них, а в REST — нет.",
    lessons: ["module-2/07-incremental-snapshot-lab"],
    evidence: inCase("postgres/signals"),
  },
  {
    id: "special-decimal",
    message:
      "Got a special value (NaN/Infinity) for Decimal type in column {column} but current mode does not handle it. If you need to support it then set decimal handling mode to 'string'.",
    source: "debezium",
    state: "RUNNING, значение в событии — null",
    cause:
      "В колонке `numeric` стоит `NaN` или `Infinity`, а в Decimal таких значений нет. По умолчанию событие уходит с `null`, и потребитель не отличит его от настоящего NULL.",
    fix: "`decimal.handling.mode=string` или `double`. Испорченные события исправит инкрементальный снимок таблицы. Смена режима меняет тип поля: предупредите потребителей.",
    prevention:
      "`CHECK (value <> 'NaN')` на колонке; `event.converting.failure.handling.mode=fail`, если потеря значения хуже остановки.",
    lessons: ["module-1/06-event-structure", "module-5/02-pandas"],
    evidence: inCase("postgres/signals"),
  },
  // Kafka and transformations
  {
    id: "topic-missing",
    message:
      "The metadata response from the cluster reported a recoverable issue with correlation id {correlation} : {topic}=UNKNOWN_TOPIC_OR_PARTITION",
    source: "kafka",
    state: "RUNNING, записей нет",
    cause:
      "Топика нет, и создать его некому: на брокере `auto.create.topics.enable=false`, а у коннектора нет `topic.creation.default.*`. Продюсер ждёт топик без конца, смещение и слот стоят.",
    fix: "Создайте топик: запись пойдёт сама. Либо добавьте `topic.creation.default.replication.factor` и `topic.creation.default.partitions`. Одна-две такие строки сразу после создания топика безвредны.",
    prevention:
      "Задайте `topic.creation.default.*` в каждом коннекторе; алерт на возраст последней записи, а не на состояние задачи.",
    lessons: ["module-1/04-first-connector", "module-3/04-lag-alerts"],
    evidence: inCase("postgres/topics"),
    wrapper: true,
  },
  {
    id: "producer-callback",
    message: "Unrecoverable exception from producer send callback",
    source: "connect",
    state: "задача FAILED",
    cause:
      "Продюсер не смог отправить запись, и повтор не поможет. Причина — в `Caused by`: размер, права на топик, отсутствие топика.",
    fix: `Ищите по тексту \`Caused by\`; после исправления — ${restart}.`,
    prevention: "Пробная запись самого большого события и проверка прав на топики до запуска.",
    lessons: ["module-3/06-scaling"],
    evidence: inCase("postgres/topics"),
    wrapper: true,
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
    evidence: inCase("postgres/topics"),
  },
  {
    id: "message-too-large-topic",
    message: "The request included a message larger than the max message size the server will accept.",
    source: "kafka",
    state: "задача FAILED",
    cause:
      "Продюсеру большие записи разрешены, а топику нет: `max.message.bytes` топика (или `message.max.bytes` брокера, около 1 МБ) меньше записи.",
    fix: `\`kafka-configs.sh --alter --entity-type topics --entity-name <топик> --add-config max.message.bytes=5000000\`, затем ${restart}. Проверьте и потребителей: \`max.partition.fetch.bytes\`.`,
    prevention:
      "Размер задают сразу в трёх местах: продюсер, топик, потребитель. Новым топикам — `topic.creation.default.max.message.bytes`.",
    lessons: ["module-3/06-scaling"],
    evidence: inCase("postgres/topics"),
  },
  {
    id: "tolerance-exceeded",
    message: "Tolerance exceeded in error handler",
    source: "connect",
    state: "задача FAILED",
    cause:
      "SMT или преобразователь не справился с записью, а `errors.tolerance=none` (умолчание) не прощает ни одной. Что именно — в `Caused by`.",
    fix: "Включите `errors.log.enable=true` и `errors.log.include.messages=true`, чтобы увидеть запись и звено. `errors.tolerance=all` у источника — это молча потерянные события.",
    prevention: "К каждому SMT — предикат: служебные записи (heartbeat, транзакции, tombstone) устроены иначе.",
    lessons: ["module-4/01-smt-overview", "module-4/02-predicates-filtering"],
    evidence: inCase("postgres/outbox"),
    wrapper: true,
  },
  {
    id: "only-struct",
    message: "Only Struct objects supported for [{purpose}], found: {type}",
    source: "kafka",
    state: "задача FAILED на первой же записи",
    cause:
      "SMT ждёт событие со схемой, а получил другое: перед ним стоит SMT, уже развернувший запись. В опыте — `ByLogicalTableRouter` после `EventRouter`, который оставил от события одну строку `payload`.",
    fix: "Поменяйте порядок или замените второе звено на `RegexRouter`: он смотрит только на имя топика. Чужие записи отсекайте предикатом.",
    prevention:
      "Выписывайте, какой вид имеет запись после каждого звена цепочки; `EventRouter` — последнее из тех, кому нужен конверт.",
    lessons: ["module-4/06-outbox-implementation", "module-4/01-smt-overview"],
    evidence: inCase("postgres/outbox"),
  },
  {
    id: "outbox-update",
    message: "Unexpected update message received {key} and ignored",
    source: "debezium",
    state: "RUNNING, изменение отброшено",
    cause:
      "Строку таблицы outbox изменили. `EventRouter` отправляет только вставки: запись outbox — это сообщение, а не состояние. Ключ в журнале скрыт: `[REDACTED]`.",
    fix: "Новое сообщение — новая строка. Отброшенное изменение отправьте вставкой.",
    prevention:
      "Отнимите у приложения `UPDATE` на таблицу outbox. `table.op.invalid.behavior=fatal` остановит задачу на первом же таком изменении.",
    lessons: ["module-4/06-outbox-implementation", "module-4/05-outbox-theory"],
    evidence: inCase("postgres/outbox"),
  },
  // MySQL
  {
    id: "mysql-access-denied",
    message: "Access denied for user '{user}'@'{host}' (using password: {answer})",
    source: "mysql",
    state: "HTTP 500 (плагин 3.6.1.Final); причина видна в …/config/validate",
    cause:
      "Не подходит пароль, нет такого пользователя или он заведён для другого хоста. Имя после `@` — откуда пришёл Connect. `using password: NO` — пароль не передан вовсе, проверьте подстановку `${…}`.",
    fix: "`SELECT user, host FROM mysql.user` и `SHOW GRANTS FOR <пользователь>`; проверьте вход клиентом `mysql` с хоста воркера.",
    prevention: "Пользователь коннектора — для `'%'` или для сети воркеров, пароль — через `config.providers`.",
    lessons: ["module-8/05-mysql-connector"],
    evidence: inCase("mysql/validation"),
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
    evidence: inCase("mysql/validation"),
  },
  {
    id: "server-id-required",
    message: "The 'database.server.id' value is invalid: A value is required",
    source: "debezium",
    state: "HTTP 500 (плагин 3.6.1.Final); причина видна в …/config/validate",
    cause:
      "Коннектор MySQL подключается как реплика, а у реплики обязан быть номер. Умолчания у `database.server.id` нет.",
    fix: "Задайте число, которого нет ни у сервера, ни у реплик, ни у других коннекторов.",
    prevention: "Ведите реестр номеров: одинаковые отключают друг друга.",
    lessons: ["module-8/05-mysql-connector", "module-8/15-multi-connector"],
    evidence: inCase("mysql/validation"),
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
    evidence: inCase("mysql/binlog"),
  },
  {
    id: "binlog-status-denied",
    message:
      "MySQL version {version} should support SHOW BINARY LOG STATUS but it failed. Check database permissions or connectivity.",
    source: "debezium",
    state: "HTTP 500 (плагин 3.6.1.Final); причина видна в …/config/validate",
    cause: "У пользователя нет `REPLICATION CLIENT`: Debezium не смог узнать позицию журнала.",
    fix: "`GRANT REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO <пользователь>`. Права глобальные, на одну базу их не выдать.",
    prevention: "Создавайте пользователя одной миграцией с полным набором прав и проверяйте `SHOW GRANTS`.",
    lessons: ["module-8/05-mysql-connector"],
    evidence: inCase("mysql/validation"),
  },
  {
    id: "binlog-position-unread",
    message:
      "Cannot read the binlog filename and position via '{statement}'. Make sure your server is correctly configured",
    source: "debezium",
    state: "задача FAILED",
    cause:
      "Двоичный журнал выключен: сервер запущен с `skip-log-bin`, в RDS не включены автоматические резервные копии либо коннектор подключён к читающей точке Aurora.",
    fix: `Включите журнал и перезапустите сервер; в RDS — срок хранения копий больше нуля, в Aurora — точка входа кластера. Проверка: \`SHOW BINARY LOG STATUS\` вернёт строку. Затем ${restart}.`,
    prevention: "`log_bin`, `binlog_format` и срок хранения журнала — в проверке до регистрации коннектора.",
    lessons: ["module-8/01-mysql-lab", "module-8/08-aurora-parameter-groups"],
    evidence: {
      kind: "source",
      url: "https://github.com/debezium/debezium/blob/v3.6.1.Final/debezium-connector-mysql/src/main/java/io/debezium/connector/mysql/MySqlSnapshotChangeEventSource.java#L77",
    },
  },
  {
    id: "binlog-format",
    message:
      "The database server is not configured to use a ROW binlog_format, which is required for this connector to work properly. Change the database configuration to use a binlog_format=ROW and restart the connector.",
    source: "debezium",
    state: "задача FAILED",
    cause:
      "`binlog_format` — `STATEMENT` или `MIXED`: в журнале команды, а не строки. В Aurora MySQL формат задаёт группа параметров кластера.",
    fix: `\`SET PERSIST binlog_format = ROW\` или группа параметров кластера и перезагрузка; затем ${restart}. Открытые сеансы пишут в прежнем формате, пока не переподключатся.`,
    prevention: "`binlog-format = ROW` в конфигурации сервера; отнимите у приложений право менять его в сеансе.",
    lessons: ["module-8/02-binlog-architecture", "module-8/08-aurora-parameter-groups"],
    evidence: inCase("mysql/refused"),
  },
  {
    id: "binlog-row-image",
    message:
      "The database server is not configured to use a FULL binlog_row_image, which is required for this connector to work properly. Change the database configuration to use a binlog_row_image=FULL and restart the connector.",
    source: "debezium",
    state: "задача FAILED",
    cause:
      "`binlog_row_image=MINIMAL` или `NOBLOB`: в журнале не все колонки строки. Проверяется значение сервера при запуске; сеанс может поменять своё позже.",
    fix: `\`SET PERSIST binlog_row_image = FULL\`, переподключите приложения, затем ${restart}.`,
    prevention:
      "`binlog-row-image = FULL` в конфигурации. Уже записанные неполные строки остановят коннектор другой ошибкой: `Error processing row in …`.",
    lessons: ["module-8/02-binlog-architecture", "module-1/06-event-structure"],
    evidence: inCase("mysql/refused"),
  },
  {
    id: "lock-tables-denied",
    message:
      "User does not have the 'LOCK TABLES' privilege required to obtain a consistent snapshot by preventing concurrent writes to tables.",
    source: "debezium",
    state: "задача FAILED",
    cause:
      "Без `RELOAD` Debezium не может взять глобальную блокировку и блокирует таблицы по одной, а на это нет `LOCK TABLES`. В RDS и Aurora глобальная блокировка недоступна.",
    fix: "Дайте `RELOAD` (на своём сервере) или `LOCK TABLES` на базу. С `LOCK TABLES` записи в таблицы встанут до конца снимка; `snapshot.locking.mode=none` не блокирует, но на время снимка нельзя менять схему.",
    prevention: "Выберите способ снимка до запуска: по размеру таблиц и допустимому простою записи.",
    lessons: ["module-8/13-aurora-snapshot-modes", "module-8/05-mysql-connector"],
    evidence: inCase("mysql/refused"),
  },
  {
    id: "single-task",
    message: "Only a single connector task may be started",
    source: "debezium",
    state: "коннектор RUNNING, tasks: []",
    cause:
      "У коннектора MySQL `tasks.max` больше 1. Журнал читает одна задача; Connect повторяет настройку задач без конца (`Failed to reconfigure connector's tasks`).",
    fix: "`tasks.max=1`.",
    prevention:
      "Масштабируют не задачами, а коннекторами: делят таблицы или базы между ними. Алерт на пустой список задач.",
    lessons: ["module-8/15-multi-connector", "module-3/06-scaling"],
    evidence: inCase("mysql/refused"),
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
    evidence: inCase("mysql/history"),
  },
  {
    id: "history-changed",
    message:
      "Detected changed end offset of database schema history topic (previous: {previous}, current: {current}). Make sure that the same history topic isn't shared by multiple connector instances.",
    source: "debezium",
    state: "RUNNING",
    cause:
      "Пока коннектор читал историю схем, в её топик кто-то писал: тот же `schema.history.internal.kafka.topic` указан у второго коннектора.",
    fix: "Дайте второму коннектору свой топик истории и восстановите её: `snapshot.mode=recovery`, если с его смещения не было DDL. У первого поступите так же: чужие записи уже в его истории.",
    prevention: "Имя топика истории выводите из `topic.prefix`: `schema-history.<prefix>`.",
    lessons: ["module-8/07-schema-history", "module-8/15-multi-connector"],
    evidence: {
      kind: "source",
      url: "https://github.com/debezium/debezium/blob/v3.6.1.Final/debezium-storage/debezium-storage-kafka/src/main/java/io/debezium/storage/kafka/history/KafkaSchemaHistory.java#L470",
    },
  },
  {
    id: "history-compacted",
    message: "Compacted topic cannot accept message without key in topic partition {partition}",
    source: "kafka",
    state: "задача FAILED",
    cause:
      "У топика истории схем `cleanup.policy=compact`, а записи истории без ключа. Обычно топик создали руками или это умолчание кластера.",
    fix: `\`kafka-configs.sh --alter --entity-type topics --entity-name <топик> --add-config cleanup.policy=delete,retention.ms=-1\`, затем ${restart}.`,
    prevention:
      "Дайте Debezium создать топик истории самому; в управляемых кластерах создайте его заранее: одна партиция, `delete`, бессрочно.",
    lessons: ["module-8/07-schema-history"],
    evidence: inCase("mysql/history"),
  },
  {
    id: "history-partitions",
    message: "Database schema history topic '{topic}' should have one partiton but has '{count}'",
    source: "debezium",
    state: "RUNNING",
    cause:
      "У топика истории схем больше одной партиции (опечатка `partiton` — в самом сообщении). История — последовательность команд DDL; между партициями порядка нет, и при чтении схема восстановится неверно.",
    fix: "Число партиций не уменьшить. Остановите коннектор, удалите топик, задайте `snapshot.mode=recovery` и запустите: топик создастся заново. Так можно, только если с сохранённого смещения не было DDL.",
    prevention: "Не создавайте топик с умолчаниями кластера. Предупреждение появляется один раз, при запуске.",
    lessons: ["module-8/07-schema-history"],
    evidence: inCase("mysql/history"),
  },
  {
    id: "schema-unknown",
    message: "Encountered change event for table {table} whose schema isn't known to this connector",
    source: "debezium",
    state: "задача FAILED",
    cause:
      "Изменение таблицы, которой нет в истории схем: её добавили в `table.include.list` позже, а `schema.history.internal.store.only.captured.tables.ddl=true` хранит только прежние.",
    fix: "Остановите коннектор, удалите топик истории, `snapshot.mode=recovery`, запустите, верните прежний режим. Прошлые строки таблицы доберёт инкрементальный снимок. `inconsistent.schema.handling.mode=skip` лишь потеряет событие.",
    prevention:
      "Оставьте умолчание `false`, пока таблиц не тысячи: тогда новую таблицу можно добавить без восстановления.",
    lessons: ["module-8/07-schema-history", "module-8/14-recovery"],
    evidence: inCase("mysql/history"),
  },
  {
    id: "row-size",
    message:
      "Error processing row in {table}, internal schema size {known}, but row size {size} , restart connector with schema recovery mode.",
    source: "debezium",
    state: "задача FAILED",
    cause:
      "Строка журнала не совпала со схемой: пропущен DDL, `recovery` сделан после DDL или сеанс писал с `binlog_row_image=MINIMAL`.",
    fix:
      "Сравните числа: если в строке колонок меньше, чем в таблице когда-либо было, виноват образ строки, и `recovery` не поможет. Событие уже в журнале, поэтому выход один: " +
      resnapshot +
      ".",
    prevention:
      "`recovery` — только если с сохранённого смещения не было DDL; приложениям — без права менять `binlog_row_image`.",
    lessons: ["module-1/06-event-structure", "module-8/14-recovery", "module-8/16-ddl-tools"],
    evidence: inLesson("module-1/06-event-structure"),
  },
  // Consumers
  {
    id: "broker-refused",
    message: "bootstrap: Connect to {address} failed: Connection refused",
    source: "client",
    state: "потребитель ждёт без конца, исключения нет",
    cause:
      "По адресу из `bootstrap.servers` никто не слушает. Клиент на librdkafka переподключается сам и об ошибке говорит только журналом и `error_cb`.",
    fix: "Проверьте порт: с рабочего места — `localhost:9092`, из контейнера Compose — `kafka:29092`. `docker compose ps kafka` покажет, работает ли брокер.",
    prevention:
      "Задайте `error_cb` и предел ожидания первого сообщения: иначе программа с неверным адресом выглядит простаивающей.",
    lessons: ["module-1/05-python-consumer", "module-1/03-lab-setup"],
    evidence: inCase("clients/kafka"),
  },
  {
    id: "broker-unresolved",
    message: "bootstrap: Failed to resolve '{address}': {reason}",
    source: "client",
    state: "потребитель ждёт без конца, исключения нет",
    cause:
      "Имя брокера не разрешается: с рабочего места указали имя контейнера (`kafka:29092`) или наоборот. Если такое имя стоит не в ваших настройках, его вернул брокер: это `advertised.listeners`.",
    fix: "Подключайтесь к слушателю для вашей сети. Что вернёт брокер, покажет `kcat -L -b <адрес>` или `AdminClient.list_topics()`.",
    prevention: "По слушателю на каждую сеть и `advertised.listeners` с именами, которые в ней разрешаются.",
    lessons: ["module-1/05-python-consumer", "module-1/03-lab-setup"],
    evidence: inCase("clients/kafka"),
  },
  {
    id: "topic-not-available",
    message: "Subscribed topic not available: {topic}: Broker: Unknown topic or partition",
    source: "client",
    state: "poll() возвращает сообщение с ошибкой, потребитель продолжает",
    cause:
      "Топика нет: опечатка в имени или коннектор ещё не отправил в него ни одной записи. Топик появляется с первой записью, а не с запуском коннектора.",
    fix: "Сверьте имя: `<topic.prefix>.<схема>.<таблица>`; список — в `GET /connectors/<имя>/topics`. Топик, который появится позже, потребитель подхватит сам.",
    prevention:
      "Разделяйте ошибки: эту пережидайте, а `fatal()` и неизвестные — останавливайте. Создавайте топики заранее.",
    lessons: ["module-1/05-python-consumer"],
    evidence: inCase("clients/kafka"),
  },
  {
    id: "delivery-timed-out",
    message: "Local: Message timed out",
    source: "client",
    state: "produce() проходит, ошибка приходит в обработчик доставки",
    cause:
      "За `message.timeout.ms` (умолчание 5 минут) запись не приняли: топика нет или брокер недоступен. `produce()` лишь кладёт запись в очередь, и без обработчика ошибка теряется.",
    fix: "Проверьте топик и адрес брокера; повторите отправку записей, о которых сообщил обработчик.",
    prevention: "Всегда передавайте `on_delivery` и проверяйте, что вернул `flush()`: число неотправленных.",
    lessons: ["module-5/01-advanced-python-consumer"],
    evidence: inCase("clients/kafka"),
  },
  {
    id: "commit-unknown-member",
    message: "Commit failed: Broker: Unknown member",
    source: "client",
    state: "исключение в commit()",
    cause:
      "Группа исключила потребителя: сообщение обрабатывали дольше `max.poll.interval.ms` или пропали heartbeat. Партиции уже у другого, смещение не зафиксировано.",
    fix: "Не повторяйте `commit()`: обработанное придёт снова. Продолжайте `poll()`, он вступит в группу заново.",
    prevention: "Обработка короче `max.poll.interval.ms`, пачки меньше; применение событий идемпотентно.",
    lessons: ["module-1/05-python-consumer", "module-5/01-advanced-python-consumer"],
    evidence: inLesson("module-1/05-python-consumer"),
  },
  {
    id: "tombstone-json",
    message: "the JSON object must be str, bytes or bytearray, not NoneType",
    source: "client",
    state: "исключение в потребителе",
    cause:
      "Пришло надгробие (tombstone): после удаления Debezium отправляет запись с ключом и пустым значением, а `json.loads(None)` невозможен.",
    fix: "Проверяйте `message.value() is None` до разбора: это удаление по ключу.",
    prevention:
      "Обрабатывайте три случая: ошибка, надгробие, событие. Не отключайте `tombstones.on.delete`, если топик сжимается.",
    lessons: ["module-1/05-python-consumer", "module-1/06-event-structure"],
    evidence: inLesson("module-1/05-python-consumer"),
  },
  {
    id: "unicode-escape",
    message: "unsupported Unicode escape sequence",
    source: "postgresql",
    state: "ошибку получает потребитель, который пишет в PostgreSQL",
    cause:
      "В JSON есть `\\u0000`, а `jsonb` и `text` PostgreSQL нулевой байт не хранят. В MySQL и в Kafka он допустим.",
    fix: "Замените или уберите `\\u0000` до записи; необратимую запись отложите в отдельный топик и продолжайте.",
    prevention:
      "Проверяйте текст на входе приложения; у потребителя — топик для отложенных записей, а не бесконечный повтор.",
    lessons: ["module-1/05-python-consumer", "module-5/01-advanced-python-consumer"],
    evidence: inLesson("module-1/05-python-consumer"),
  },
];

export default troubles;
