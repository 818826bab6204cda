import type { Operation } from "../../../components/slot-model.ts";

/** What is played to a slot that was created just now. All texts are in Russian, with code in backticks. */
export interface Scenario {
  /** `limit-crossed` */
  id: string;
  title: string;
  /** What it shows, in one or two sentences. */
  lead: string;
  steps: readonly PlannedStep[];
}

export interface PlannedStep {
  operation: Operation;
  /** Why the positions are what they are afterwards. */
  why: string;
}

export const SCENARIOS: readonly Scenario[] = [
  {
    id: "reading",
    title: "Потребитель читает и подтверждает",
    lead: "Обычная жизнь слота: `confirmed_flush_lsn` идёт за событиями, `restart_lsn` отстаёт от него на одно событие.",
    steps: [
      {
        operation: "write 16 captured",
        why: "Событие подтверждено. `restart_lsn` стоит: декодировать заново можно только с записи о незавершённых транзакциях, а новая легла в WAL уже после события.",
      },
      {
        operation: "write 16 captured",
        why: "Второе событие подтвердило всё до себя, в том числе запись, сделанную после первого: `restart_lsn` перешёл на неё.",
      },
      {
        operation: "checkpoint",
        why: "Файл до `restart_lsn` убран. Позиции стоят: событий не было.",
      },
      {
        operation: "write 64 captured",
        why: "`restart_lsn` снова на одно событие позади, поэтому удержано столько, сколько записано последним.",
      },
      {
        operation: "checkpoint",
        why: "Контрольная точка убирает файлы, но слот не двигает: удержано столько же.",
      },
      { operation: "write 16 captured", why: "Слот двинуло следующее событие." },
    ],
  },
  {
    id: "paused",
    title: "Потребитель остановлен",
    lead: "Без предела слот держит WAL, сколько бы его ни было. Вернувшись, потребитель дочитывает всё, но место освобождается не сразу.",
    steps: [
      { operation: "pause", why: "Коннектор остановлен, слот остался." },
      { operation: "write 64 captured", why: "Позиции слота стоят, WAL растёт." },
      { operation: "checkpoint", why: "Не убран ни один файл: слоту нужны все." },
      { operation: "write 64 captured", why: "Удержано не больше `max_wal_size`: `reserved`." },
      { operation: "checkpoint", why: "Файлы на месте." },
      {
        operation: "write 64 elsewhere",
        why: "Больше `max_wal_size`: `extended`. Слот держит WAL всего сервера, а не только своей базы.",
      },
      {
        operation: "resume",
        why: "Потребитель прочёл и подтвердил всё, но `restart_lsn` перешёл только на первую запись о незавершённых транзакциях: пока она ждала подтверждения, остальные пропущены.",
      },
      {
        operation: "write 16 captured",
        why: "Событие подтверждено, а новой записи о незавершённых транзакциях перед ним не было: `restart_lsn` стоит.",
      },
      { operation: "checkpoint", why: "Убраны только файлы до `restart_lsn`." },
      {
        operation: "write 16 captured",
        why: "Теперь подтверждена запись, сделанная после прошлого события: слот догнал.",
      },
      { operation: "checkpoint", why: "Лишние файлы убраны." },
    ],
  },
  {
    id: "idle",
    title: "Тихая база рядом с занятой",
    lead: "Потребитель исправен и читает, но событий для него нет: WAL пишут другие, подтверждать нечего.",
    steps: [
      { operation: "write 64 elsewhere", why: "Пишет другая база. Событий нет, позиции стоят." },
      { operation: "checkpoint", why: "Не убран ни один файл." },
      { operation: "write 64 unpublished", why: "Своя база, но таблицы нет в публикации: событий по-прежнему нет." },
      { operation: "checkpoint", why: "Не убран ни один файл." },
      { operation: "write 64 elsewhere", why: "`extended`, хотя потребитель не пропустил ни одного события." },
      {
        operation: "write 16 captured",
        why: "Первое событие. Подтверждено всё, `restart_lsn` — на первой записи о незавершённых транзакциях, остальные пропущены, как после остановки.",
      },
      { operation: "checkpoint", why: "Убраны файлы до `restart_lsn`." },
      { operation: "write 16 captured", why: "Второе событие, и слот догнал." },
      { operation: "checkpoint", why: "Лишние файлы убраны." },
    ],
  },
  {
    id: "heartbeat",
    title: "Тихая база с пульсом",
    lead: "Тот же сосед, но коннектор сам меняет строку в таблице из публикации: `heartbeat.action.query`. Остановленный коннектор пульса не шлёт.",
    steps: [
      { operation: "write 64 elsewhere", why: "Пульса ещё нет: как в прошлом сценарии." },
      {
        operation: "heartbeat on",
        why: "Строка пульса — событие. Она подтверждена, и с ней запись о незавершённых транзакциях, сделанная до неё.",
      },
      { operation: "checkpoint", why: "Файлы до `restart_lsn` убраны." },
      {
        operation: "write 64 elsewhere",
        why: "Пульс бьётся и после чужой записи. `restart_lsn` отстаёт на один удар.",
      },
      { operation: "checkpoint", why: "Ещё удар, и слот догнал. Файлы уберёт следующая контрольная точка." },
      { operation: "write 64 unpublished", why: "С таблицей вне публикации то же самое." },
      { operation: "checkpoint", why: "Слот не отстаёт, хотя событий, кроме пульса, не было." },
    ],
  },
  {
    id: "limit-crossed",
    title: "Предел перейдён",
    lead: "`max_slot_wal_keep_size` бережёт диск: `reserved`, `extended`, `unreserved`, `lost`.",
    steps: [
      { operation: "limit 192", why: "Появился запас: `safe_wal_size`." },
      { operation: "pause", why: "Коннектор остановлен." },
      { operation: "write 64 captured", why: "Запас тает." },
      { operation: "checkpoint", why: "Файлы на месте." },
      { operation: "write 64 captured", why: "Удержано не больше `max_wal_size`: `reserved`." },
      { operation: "checkpoint", why: "Файлы на месте." },
      { operation: "write 16 captured", why: "На один файл больше `max_wal_size` — ещё `reserved`." },
      {
        operation: "write 16 captured",
        why: "На два — `extended`: `max_wal_size` превышен, предел слота ещё нет.",
      },
      {
        operation: "write 32 captured",
        why: "Предел считают целыми файлами, не считая того, в котором стоит `restart_lsn`: остался один.",
      },
      {
        operation: "write 16 captured",
        why: "Предел перейдён, запас отрицателен. До ближайшей контрольной точки файлы ещё на месте: `unreserved`.",
      },
      {
        operation: "checkpoint",
        why: "Слот недействителен (`invalidation_reason` — `wal_removed`), его WAL убран. Вернуть слот нельзя, только удалить.",
      },
      { operation: "resume", why: "Потребителю отказано:" },
    ],
  },
  {
    id: "caught-up",
    title: "Успел до контрольной точки",
    lead: "Из `unreserved` слот возвращается, если потребитель дочитает раньше, чем контрольная точка уберёт файлы.",
    steps: [
      { operation: "limit 64", why: "Предел меньше `max_wal_size`: состояния `extended` не будет." },
      { operation: "write 16 captured", why: "Потребитель читает." },
      { operation: "pause", why: "Коннектор остановлен." },
      { operation: "write 64 captured", why: "Предел перейдён, файлы ещё на месте." },
      { operation: "resume", why: "Потребитель дочитал и подтвердил. `restart_lsn` ушёл вперёд, запас снова есть." },
      { operation: "checkpoint", why: "Контрольная точка застала слот живым." },
    ],
  },
];
