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
    lead: "Обычная жизнь слота: `confirmed_flush_lsn` идёт за событиями, `restart_lsn` отстаёт от него на шаг.",
    steps: [
      {
        operation: "write 16 captured",
        why: "Событие дошло и подтверждено. Точка, с которой можно декодировать заново, пока прежняя: новая запись о незавершённых транзакциях легла в WAL после события и ещё не подтверждена.",
      },
      {
        operation: "write 16 captured",
        why: "Второе событие подтвердило и запись, сделанную после первого: `restart_lsn` перешёл на неё.",
      },
      {
        operation: "checkpoint",
        why: "Контрольная точка убрала файлы до того, в котором стоит `restart_lsn`.",
      },
      {
        operation: "write 64 captured",
        why: "Удержано больше одной записи: слот хранит WAL с начала последней подтверждённой точки.",
      },
      {
        operation: "checkpoint",
        why: "Событий после записи не было, поэтому подтверждать нечего и `restart_lsn` стоит.",
      },
      {
        operation: "write 16 captured",
        why: "Следующее событие двигает обе позиции.",
      },
    ],
  },
  {
    id: "paused",
    title: "Потребитель остановлен",
    lead: "Без предела слот держит WAL, сколько бы его ни было. Потребитель вернулся и дочитал всё.",
    steps: [
      { operation: "pause", why: "Коннектор остановлен, слот остался." },
      { operation: "write 64 captured", why: "Позиции слота стоят, WAL растёт." },
      { operation: "checkpoint", why: "Контрольная точка не убрала ничего: файлы нужны слоту." },
      { operation: "write 64 captured", why: "Удержанное ещё помещается в `max_wal_size`." },
      { operation: "checkpoint", why: "Файлы по-прежнему на месте." },
      {
        operation: "write 64 elsewhere",
        why: "Удержано больше `max_wal_size`: `extended`. Слот держит WAL всех баз сервера, а не только своей.",
      },
      {
        operation: "resume",
        why: "Потребитель прочёл и подтвердил оба события. `restart_lsn` перешёл только на запись о незавершённых транзакциях, сделанную между ними.",
      },
      { operation: "write 16 captured", why: "Следующее событие подтвердило и записи, сделанные после прежних." },
      { operation: "checkpoint", why: "Теперь лишние файлы убраны." },
    ],
  },
  {
    id: "idle",
    title: "Тихая база рядом с занятой",
    lead: "Потребитель исправен и читает, но событий для него нет. WAL пишут другие, подтверждать ему нечего.",
    steps: [
      { operation: "write 64 elsewhere", why: "Пишет другая база: в слот не пришло ни одного события." },
      { operation: "checkpoint", why: "Слот держит всё с момента создания." },
      {
        operation: "write 64 unpublished",
        why: "Своя база, но таблицы нет в публикации: событий по-прежнему нет.",
      },
      { operation: "checkpoint", why: "Ни один файл не убран." },
      { operation: "write 64 elsewhere", why: "Удержано больше `max_wal_size`, а отставания в событиях нет." },
      {
        operation: "write 16 captured",
        why: "Одно событие подтвердило всё, что лежало до него.",
      },
      {
        operation: "checkpoint",
        why: "`restart_lsn` перешёл на первую точку после создания: остальное держится до следующего события.",
      },
      { operation: "write 16 captured", why: "Следующее событие догнало остальное." },
      { operation: "checkpoint", why: "Лишние файлы убраны." },
    ],
  },
  {
    id: "heartbeat",
    title: "Тихая база с пульсом",
    lead: "Тот же сосед, но коннектор сам меняет строку в таблице из публикации: `heartbeat.action.query`.",
    steps: [
      { operation: "write 64 elsewhere", why: "Пульса ещё нет: всё, как в прошлом сценарии." },
      { operation: "heartbeat on", why: "Строка пульса — событие. Оно подтверждено, и с ним всё, что лежало до него." },
      { operation: "checkpoint", why: "Файлы до новой позиции убраны." },
      { operation: "write 64 elsewhere", why: "Пульс бьётся после чужой записи, и слот идёт за WAL." },
      { operation: "checkpoint", why: "Удержаны только последние записи." },
      { operation: "write 64 unpublished", why: "С таблицей вне публикации то же самое." },
      { operation: "checkpoint", why: "Слот не отстаёт, хотя событий, кроме пульса, не было." },
    ],
  },
  {
    id: "limit-crossed",
    title: "Предел перейдён",
    lead: "`max_slot_wal_keep_size` бережёт диск: reserved, extended, unreserved, lost.",
    steps: [
      { operation: "limit 256", why: "Предел — 256 МБ. Появился запас, `safe_wal_size`." },
      { operation: "pause", why: "Коннектор остановлен." },
      { operation: "write 64 captured", why: "Запас тает." },
      { operation: "checkpoint", why: "Файлы на месте." },
      { operation: "write 64 captured", why: "Удержанное помещается в `max_wal_size`: `reserved`." },
      { operation: "checkpoint", why: "Файлы на месте." },
      { operation: "write 64 captured", why: "Больше `max_wal_size`, но в пределах разрешённого: `extended`." },
      { operation: "checkpoint", why: "Файлы на месте." },
      {
        operation: "write 64 captured",
        why: "Предел считают целыми файлами по 16 МБ, поэтому запас ещё есть: последний файл.",
      },
      {
        operation: "write 16 captured",
        why: "Предел перейдён, `safe_wal_size` отрицателен. Файлы ещё на месте до ближайшей контрольной точки: `unreserved`.",
      },
      {
        operation: "checkpoint",
        why: "Контрольная точка сделала слот недействительным и убрала WAL. Вернуть слот нельзя, только удалить.",
      },
      { operation: "resume", why: "Потребителю отказано." },
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
      {
        operation: "resume",
        why: "Потребитель дочитал и подтвердил. `restart_lsn` ушёл вперёд, запас снова есть.",
      },
      { operation: "checkpoint", why: "Контрольная точка застала слот живым." },
    ],
  },
];
