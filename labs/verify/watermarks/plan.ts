import type { Action } from "../../../components/watermark-model.ts";

/** What is done while an incremental snapshot of a table is taken. All texts are in Russian, with code in backticks. */
export interface Scenario {
  /** `inside`; the table is named by it. */
  id: string;
  title: string;
  /** What it shows, in one or two sentences. */
  lead: string;
  /** The table has rows 1 … rows. */
  rows: number;
  /**
   * In the connector's own order: signal, then open, read and close for each chunk, changes between them. What it reads
   * of the stream is not named. The last one is `rest`: a chunk without rows.
   */
  actions: readonly Exclude<Action, "stream">[];
}

/** `incremental.snapshot.chunk.size` */
export const CHUNK_SIZE = 8;

export const SCENARIOS: readonly Scenario[] = [
  {
    id: "inside",
    title: "Изменения внутри окна",
    lead: "Чанк прочитан, отметка `close` ещё не записана. Меняются две строки из буфера, третья добавлена перед ними.",
    rows: 8,
    actions: ["signal", "open", "read", "update 3", "delete 5", "insert 0", "close", "rest"],
  },
  {
    id: "before",
    title: "Изменения до чтения",
    lead: "Одно изменение раньше `open`, другое — между `open` и запросом. Запрос видел оба, но второе коннектор вычеркнет: окно уже открыто, а что успел увидеть запрос, он не знает.",
    rows: 8,
    actions: ["signal", "update 2", "open", "update 6", "read", "close", "rest"],
  },
  {
    id: "after",
    title: "Изменения после окна",
    lead: "Отметка `close` записана, чанк отправлен. Прежние значения в топике верны: новые лягут после них.",
    rows: 8,
    actions: ["signal", "open", "read", "close", "update 3", "delete 5", "rest"],
  },
  {
    id: "twice",
    title: "Строка меняется дважды",
    lead: "Первое событие ключа вычёркивает строку из буфера, второму вычёркивать нечего.",
    rows: 8,
    actions: ["signal", "open", "read", "update 4", "update 4", "close", "rest"],
  },
  {
    id: "beyond",
    title: "Изменения за границей чанка",
    lead: "Таблица больше чанка. Строку 9 прочтёт следующий чанк, строку 11 — никакой: её ключ больше границы, взятой перед первым чанком.",
    rows: 10,
    actions: ["signal", "open", "read", "update 9", "insert 11", "close", "open", "read", "close", "rest"],
  },
];
