/**
 * The plan of the course: its modules, what each is for, and the lessons in order.
 *
 * Data goes one way: `eleventy/course.ts` reads this plan and the front matter of the written lessons, joins the two and
 * fails the build when they disagree. Nothing here repeats what a lesson says about itself, so writing a lesson means
 * replacing its object below by the bare slug.
 */

/** A lesson that is not written yet: all that the roadmap and the module page can say about it. */
export interface PlannedLesson {
  /** File name without `.md`. Together with the module it is the lesson's permanent id: `module-2/02-replication-slots`. */
  slug: string;
  /** Title in Russian; the front matter's title takes its place once the lesson is written. */
  title: string;
  /** One sentence in Russian: which question the lesson answers. */
  summary: string;
}

/** One module: a folder of lessons with a common aim. */
export interface ModulePlan {
  /** Permanent number, part of lesson ids and URLs. It is not the place on the path. */
  number: number;
  /** Folder under `content/course/`; starts with `module-<number>-`. */
  dir: string;
  /** Title in Russian, without the number. */
  title: string;
  /** One or two sentences in Russian: what the module is about. */
  summary: string;
  /** Verifiable ends of the sentence «После модуля вы сможете…», each beginning with a lower-case infinitive. */
  goals: string[];
  /** Numbers of the modules this one builds on directly; what those require in turn is not repeated. */
  requires: number[];
  /** Lessons in reading order: a bare slug for a written lesson, an object for a planned one. */
  lessons: (string | PlannedLesson)[];
}

/** The whole course. */
export interface CoursePlan {
  /** Name of the course, as in the page header and in metadata. */
  title: string;
  /** One or two sentences in Russian for metadata and structured data. */
  description: string;
  /** Numbers of all modules in the recommended reading order; a module stands after everything it requires. */
  path: number[];
  /** All modules, by number. */
  modules: ModulePlan[];
}

const plan: CoursePlan = {
  title: "CDC с Debezium",
  description:
    "Бесплатный курс для инженеров данных: захват изменений из PostgreSQL и MySQL с Debezium и Kafka — от журнала базы до эксплуатации, Python и облака.",
  path: [1, 2, 3, 4, 8, 5, 6, 7],
  modules: [
    {
      number: 1,
      dir: "module-1-foundations",
      title: "Основы CDC и Debezium",
      summary:
        "Что такое захват изменений данных, как устроен Debezium и какой путь проходит изменение от транзакции в PostgreSQL до программы на Python.",
      goals: [
        "объяснить, чем CDC на основе журнала отличается от опроса таблиц и триггеров",
        "нарисовать архитектуру Debezium и показать, где хранятся смещения и схемы",
        "развернуть коннектор PostgreSQL через REST API и проверить его состояние",
        "прочитать события из Kafka на Python и не споткнуться о записи-надгробия",
        "объяснить каждое поле события и происхождение before",
      ],
      requires: [],
      lessons: [
        "01-cdc-fundamentals",
        "02-debezium-architecture",
        "03-lab-setup",
        "04-first-connector",
        "05-python-consumer",
        "06-event-structure",
      ],
    },
    {
      number: 2,
      dir: "module-2-postgresql",
      title: "PostgreSQL и Aurora PostgreSQL",
      summary:
        "Как PostgreSQL отдаёт изменения, чем рискует база, когда коннектор отстаёт, и как подготовить к CDC собственный сервер и Aurora.",
      goals: [
        "настроить PostgreSQL для логической репликации и обосновать каждый параметр",
        "по pg_replication_slots определить состояние слота и объём удержанного WAL",
        "включить логическую репликацию в RDS и Aurora и выдать коннектору нужные права",
        "предсказать судьбу слота при переключении узла в Aurora и в PostgreSQL с failover-слотами",
        "выбрать стратегию снимка и выполнить инкрементальный снимок по сигналу",
      ],
      requires: [1],
      lessons: [
        "01-logical-decoding",
        "02-replication-slots",
        "03-wal-configuration",
        "04-aurora-parameter-groups",
        "05-aurora-failover",
        "06-snapshot-strategies",
        "07-incremental-snapshot-lab",
      ],
    },
    {
      number: 3,
      dir: "module-3-operations",
      title: "Эксплуатация",
      summary: "Как понять, что конвейер здоров, узнать о беде раньше пользователей и вернуть поток после аварии.",
      goals: [
        "собрать метрики Debezium в Prometheus и объяснить, что измеряет каждая",
        "построить дашборд и алерты, которые отличают отставание от простоя и остановки",
        "остановить рост WAL на базе, где захваченные таблицы меняются редко",
        "разделить нагрузку между коннекторами и настроить очередь и продюсер",
        "прочитать, исправить и сбросить смещения через REST API и восстановить поток",
      ],
      requires: [2],
      lessons: [
        {
          slug: "01-jmx-metrics",
          title: "Метрики Debezium в JMX",
          summary:
            "Какие MBean и атрибуты есть у коннекторов на самом деле, что они измеряют и когда их значения обманчивы.",
        },
        {
          slug: "02-prometheus-collection",
          title: "Сбор метрик в Prometheus",
          summary:
            "Как JMX Exporter превращает атрибуты в метрики, как писать для него правила и что делать со строковыми атрибутами.",
        },
        {
          slug: "03-grafana-dashboards",
          title: "Дашборды Grafana",
          summary: "Какие панели нужны дежурному инженеру и как хранить дашборды и источники данных вместе с кодом.",
        },
        {
          slug: "04-lag-alerts",
          title: "Алерты на отставание",
          summary:
            "Как отличить отставание от простоя и остановки и написать правила, которые не молчат, даже когда метрики исчезли.",
        },
        {
          slug: "05-wal-bloat-heartbeat",
          title: "Рост WAL и heartbeat",
          summary:
            "Почему слот удерживает WAL, пока захваченные таблицы простаивают, и когда достаточно heartbeat, а когда нужны heartbeat.action.query или lsn.flush.mode.",
        },
        {
          slug: "06-scaling",
          title: "Масштабирование коннекторов",
          summary:
            "Почему у коннектора PostgreSQL всегда одна задача и что дают разделение таблиц между коннекторами, размер очереди и настройки продюсера.",
        },
        {
          slug: "07-disaster-recovery",
          title: "Аварийное восстановление",
          summary:
            "Как прочитать, исправить или сбросить смещения через REST API и вернуть поток после потери слота, смещений или самой базы.",
        },
      ],
    },
    {
      number: 4,
      dir: "module-4-patterns",
      title: "Преобразования, Outbox и эволюция схем",
      summary:
        "Как менять события на пути в Kafka, публиковать доменные события по паттерну Outbox и развивать схемы, не ломая потребителей.",
      goals: [
        "собрать цепочку SMT с предикатами и обосновать её порядок",
        "отфильтровать и распределить события по топикам по их содержимому",
        "скрыть персональные данные и проверить, что они не остались ни в значении, ни в ключе",
        "реализовать паттерн Outbox и потребителя, который отсеивает повторы",
        "перевести события в Avro и отличить совместимое по BACKWARD изменение таблицы от несовместимого",
      ],
      requires: [2],
      lessons: [
        {
          slug: "01-smt-overview",
          title: "Преобразования SMT: обзор",
          summary:
            "Где в Kafka Connect выполняются преобразования отдельных сообщений, почему важен их порядок и что ExtractNewRecordState делает с удалениями.",
        },
        {
          slug: "02-predicates-filtering",
          title: "Предикаты и фильтрация на Groovy",
          summary:
            "Как применить преобразование только к нужным записям, отбросить события по условию и что нужно для скриптов на Groovy.",
        },
        {
          slug: "03-pii-masking",
          title: "Маскирование персональных данных",
          summary:
            "Как скрыть, захешировать или усечь столбцы средствами коннектора и как проверить, не остались ли данные в ключе записи.",
        },
        {
          slug: "04-content-based-routing",
          title: "Маршрутизация по содержимому",
          summary:
            "Как ContentBasedRouter выбирает топик по содержимому события и что при этом происходит с порядком событий и созданием топиков.",
        },
        {
          slug: "05-outbox-theory",
          title: "Паттерн Outbox: теория",
          summary:
            "Почему двойная запись рассогласовывает базу и брокер, как Outbox сводит её к одной транзакции и какие гарантии он даёт на самом деле.",
        },
        {
          slug: "06-outbox-implementation",
          title: "Паттерн Outbox: реализация с EventRouter",
          summary:
            "Как настроить таблицу, EventRouter и топики, как потребителю отсеивать повторы и как чистить таблицу.",
        },
        {
          slug: "07-schema-registry-avro",
          title: "Avro и реестр схем",
          summary:
            "Как перевести события в Avro с Apicurio Registry, зачем приводить имена схем и полей и как читать такие события на Python.",
        },
        {
          slug: "08-schema-evolution",
          title: "Эволюция схем и совместимость BACKWARD",
          summary:
            "Какие изменения таблицы проходят проверку BACKWARD, какие ломают потребителей и в каком порядке их выкатывать.",
        },
      ],
    },
    {
      number: 5,
      dir: "module-5-data-engineering",
      title: "Обработка CDC на Python",
      summary:
        "Как превратить поток изменений в таблицы, агрегаты и признаки: надёжный потребитель, pandas, PyFlink и PySpark.",
      goals: [
        "написать потребителя, который переживает повторы, ошибки и перебалансировку группы",
        "восстановить таблицу из событий с правильными десятичными числами, датами и временем",
        "построить в PyFlink и PySpark обработку с состоянием и признаки для ML без данных из будущего",
        "выбрать, где применять изменения — в потоке или в хранилище, и обосновать выбор",
        "управлять коннекторами и проверять их состояние программой на Python",
      ],
      requires: [3, 4],
      lessons: [
        {
          slug: "01-advanced-python-consumer",
          title: "Надёжный потребитель на Python",
          summary:
            "Как обрабатывать повторы, ошибки и перебалансировку: идемпотентность, ручная фиксация смещений и топик для необработанных сообщений.",
        },
        {
          slug: "02-pandas",
          title: "События CDC в pandas",
          summary:
            "Как собрать таблицу из событий, разобрать десятичные числа, даты и время и учесть порядок изменений по ключу.",
        },
        {
          slug: "03-pyflink-connector",
          title: "PyFlink: чтение топиков Debezium",
          summary:
            "Как читать формат debezium-json в PyFlink, зачем ему полный before и как быть с повторными событиями.",
        },
        {
          slug: "04-pyflink-stateful",
          title: "PyFlink: обработка с состоянием",
          summary:
            "Как соединять и агрегировать потоки изменений и что при этом делают состояние, водяные знаки и контрольные точки.",
        },
        {
          slug: "05-pyspark-structured-streaming",
          title: "PySpark Structured Streaming",
          summary:
            "Как разобрать события по явной схеме, убрать повторы по позиции в журнале и применить изменения через foreachBatch.",
        },
        {
          slug: "06-etl-elt-patterns",
          title: "CDC в ETL и ELT",
          summary:
            "Где применять изменения — в потоке или в хранилище, как вести слияние и историю строк и как безопасно перезагрузить данные.",
        },
        {
          slug: "07-feature-engineering",
          title: "Признаки для ML в реальном времени",
          summary:
            "Как строить признаки из потока изменений по времени события и не допустить в обучающую выборку данные из будущего.",
        },
      ],
    },
    {
      number: 6,
      dir: "module-6-gcp",
      title: "CDC в Google Cloud",
      summary:
        "Как построить тот же конвейер на управляемых сервисах Google Cloud: Cloud SQL, Debezium Server, Pub/Sub, Dataflow, BigQuery и Cloud Run.",
      goals: [
        "подготовить Cloud SQL для PostgreSQL к логической репликации",
        "отправить изменения в Pub/Sub через Debezium Server и сохранить порядок по ключу",
        "дать сервисам доступ без файлов с ключами и с минимальными ролями",
        "довести изменения до BigQuery и сравнить три способа это сделать",
        "выбрать, какие части конвейера запускать в Cloud Run, и настроить их мониторинг",
      ],
      requires: [3, 4],
      lessons: [
        {
          slug: "01-cloud-sql-postgresql",
          title: "Cloud SQL для PostgreSQL как источник",
          summary:
            "Какие флаги, права и сетевой доступ нужны Debezium и что происходит со слотом при переключении экземпляра.",
        },
        {
          slug: "02-debezium-server-pubsub",
          title: "Debezium Server и Pub/Sub",
          summary:
            "Как отправлять изменения в Pub/Sub без Kafka, где хранить смещения и что учесть в топиках и ключах упорядочивания.",
        },
        {
          slug: "03-iam-workload-identity",
          title: "IAM и Workload Identity",
          summary:
            "Как дать Debezium Server доступ к Pub/Sub и Cloud SQL без файлов с ключами и с минимальными ролями.",
        },
        {
          slug: "04-dataflow-bigquery",
          title: "Dataflow и BigQuery",
          summary:
            "Как довести изменения до таблиц BigQuery, чем отличаются Dataflow, подписка BigQuery и Storage Write API и как не перепутать порядок изменений.",
        },
        {
          slug: "05-cloud-run",
          title: "Cloud Run: потребители и Debezium Server",
          summary:
            "Почему Debezium Server — постоянно работающий процесс в одном экземпляре, что это значит для Cloud Run и какие потребители ему подходят.",
        },
        {
          slug: "06-cloud-monitoring",
          title: "Мониторинг в Cloud Monitoring",
          summary:
            "Какие показатели Cloud SQL, Pub/Sub и Debezium Server собирать вместе и на какие из них ставить алерты.",
        },
      ],
    },
    {
      number: 7,
      dir: "module-7-capstone",
      title: "Итоговый проект",
      summary:
        "Спроектировать и построить конвейер целиком: сначала над одной базой, затем над PostgreSQL и MySQL вместе.",
      goals: [
        "спроектировать и построить конвейер от базы до потребителя и описать его решения",
        "проверить готовность конвейера учениями по отказам и восстановлению",
        "задать единую схему имён топиков для PostgreSQL и MySQL",
        "сравнить раздельные и общие топики и обосновать выбор",
        "написать потребителя, который учитывает схемы обеих СУБД",
      ],
      requires: [5, 8],
      lessons: [
        {
          slug: "01-capstone-overview",
          title: "Итоговый проект: задание",
          summary: "Какую систему предстоит построить, из каких частей она состоит и по каким критериям её оценивать.",
        },
        {
          slug: "02-architecture-deliverables",
          title: "Архитектура и состав результата",
          summary:
            "Какие схемы, решения, конфигурации и инструкции подготовить, чтобы проект смогла принять другая команда.",
        },
        {
          slug: "03-self-assessment",
          title: "Самопроверка готовности к эксплуатации",
          summary:
            "Как проверить проект учениями: переключение при отказе, сброс смещений, изменение схемы, повторная загрузка, алерты и секреты.",
        },
        {
          slug: "04-multi-database-architecture",
          title: "Архитектура CDC для нескольких СУБД",
          summary:
            "Как свести PostgreSQL и MySQL в один конвейер, чего стоят раздельные и общие топики и где ограничен ByLogicalTableRouter.",
        },
        {
          slug: "05-multi-database-configuration",
          title: "Конфигурация CDC для нескольких СУБД",
          summary:
            "Как настроить коннекторы PostgreSQL и MySQL с единой схемой имён топиков и где каждому нужны свои topic.prefix, слот, server-id и история схем.",
        },
        {
          slug: "06-unified-consumer",
          title: "Единый потребитель для PostgreSQL и MySQL",
          summary:
            "Как одной программой обрабатывать события обеих СУБД, учитывая различия типов, блока source и позиций в журнале.",
        },
      ],
    },
    {
      number: 8,
      dir: "module-8-mysql",
      title: "MySQL и Aurora MySQL",
      summary:
        "Как устроен CDC поверх binlog: GTID, хранение журнала, история схем, снимки и блокировки, мониторинг и восстановление — на своём сервере и в Aurora.",
      goals: [
        "объяснить различия ROW, STATEMENT и MIXED и настроить сервер с GTID и достаточным сроком хранения binlog",
        "развернуть коннектор MySQL через REST API и сравнить его с коннектором PostgreSQL",
        "подготовить Aurora MySQL и выбрать способ снимка по размеру таблиц и допустимости блокировок",
        "измерить отставание по JMX и CloudWatch и построить алерты, которые действительно срабатывают",
        "восстановить поток после переключения сервера, удаления binlog и потери истории схем",
      ],
      requires: [3],
      lessons: [
        {
          slug: "01-mysql-lab",
          title: "MySQL на лабораторном стенде",
          summary:
            "Как поднять MySQL на порту 3307 и убедиться, что формат ROW, GTID и срок хранения binlog заданы верно.",
        },
        {
          slug: "02-binlog-architecture",
          title: "Архитектура binlog",
          summary:
            "Как устроен binlog, чем отличаются форматы ROW, STATEMENT и MIXED и почему Debezium работает только с ROW.",
        },
        {
          slug: "03-gtid-mode",
          title: "Режим GTID",
          summary:
            "Что GTID даёт коннектору, как его включить и почему без него позиция действительна только на одном сервере.",
        },
        {
          slug: "04-binlog-retention-heartbeat",
          title: "Хранение binlog и heartbeat",
          summary:
            "Сколько хранить binlog и почему heartbeat в MySQL не спасает журнал от удаления, а лишь обновляет сохранённую позицию.",
        },
        {
          slug: "05-mysql-connector",
          title: "Коннектор MySQL",
          summary:
            "Как создать пользователя с нужными правами, развернуть коннектор через REST API и прочитать его первые события.",
        },
        {
          slug: "06-binlog-vs-wal",
          title: "Сравнение binlog и WAL",
          summary:
            "Чем чтение binlog отличается от логического декодирования WAL: схемы, позиция, метрики, удержание журнала и восстановление.",
        },
        {
          slug: "07-schema-history",
          title: "История схем",
          summary:
            "Зачем коннектору MySQL топик с историей схем, как этот топик должен быть настроен и что делать при его потере.",
        },
        {
          slug: "08-aurora-parameter-groups",
          title: "Группы параметров Aurora MySQL",
          summary:
            "Как включить binlog и GTID в группе параметров кластера, задать срок хранения и выбрать точку подключения коннектора.",
        },
        {
          slug: "09-aurora-enhanced-binlog",
          title: "Enhanced Binlog в Aurora MySQL",
          summary: "Что Enhanced Binlog меняет для базы, чего он не обещает для CDC и какие ограничения накладывает.",
        },
        {
          slug: "10-binlog-lag-monitoring",
          title: "Мониторинг отставания от binlog",
          summary:
            "Какие показатели JMX и CloudWatch действительно говорят об отставании, каких метрик не существует и какие алерты никогда не сработают.",
        },
        {
          slug: "11-gtid-failover",
          title: "Переключение при отказе с GTID",
          summary:
            "Как коннектор продолжает чтение на новом сервере по набору GTID и при каких условиях это невозможно.",
        },
        {
          slug: "12-incremental-snapshots",
          title: "Инкрементальные снимки в MySQL",
          summary:
            "Как запускать снимки через сигнальную таблицу и в режиме read.only и что для этого требуется от сервера.",
        },
        {
          slug: "13-aurora-snapshot-modes",
          title: "Снимки и блокировки в Aurora MySQL",
          summary:
            "Почему в Aurora снимок по умолчанию держит блокировки таблиц до конца чтения и как выбрать способ по размеру таблиц и допустимости блокировок.",
        },
        {
          slug: "14-recovery",
          title: "Восстановление: удалённый binlog и потерянная история схем",
          summary:
            "Что делать, когда нужного binlog больше нет или история схем повреждена, и почему эти случаи требуют разных режимов снимка.",
        },
        {
          slug: "15-multi-connector",
          title: "Несколько коннекторов к одному MySQL",
          summary:
            "Как избежать конфликтов database.server.id, topic.prefix и топиков истории схем и зачем вести реестр идентификаторов.",
        },
        {
          slug: "16-ddl-tools",
          title: "Онлайн-изменение схемы: gh-ost и pt-online-schema-change",
          summary:
            "Как работа этих утилит выглядит в binlog и при какой настройке истории схем перезапуск коннектора незаметно портит данные.",
        },
      ],
    },
  ],
};

export default plan;
