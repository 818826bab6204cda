import type { Action, Change, Message, Row, State } from "../../components/watermark-model.ts";
import { messageText, rowText } from "../../components/watermark-text.ts";

/** Rows in short: `1–3, 5, 6 v2`; the first version of a row goes without saying. */
export function rowsText(rows: readonly Row[]): string {
  const parts: string[] = [];
  for (let at = 0; at < rows.length; ) {
    const [row, run] = [rows[at] as Row, runLength(rows.slice(at))];
    parts.push(run > 2 ? `${row.id}–${row.id + run - 1}` : rowText(row));
    at += run > 2 ? run : 1;
  }
  return parts.join(", ");
}

/** How many rows of the first version follow one another without a gap. */
function runLength(rows: readonly Row[]): number {
  const end = rows.findIndex((row, at) => row.version !== 1 || row.id !== (rows[0]?.id ?? 0) + at);
  return end < 0 ? rows.length : end;
}

/** What an action did and why, in Russian, in Markdown: one to three sentences. */
export function explain(before: State, after: State, action: Action): string {
  switch (action) {
    case "signal":
      return "Сигнал пришёл коннектору потоком: снимок начинается.";
    case "open":
      return "Отметка вставлена в таблицу сигналов и потому есть в WAL.";
    case "read":
      return chunk(after);
    case "close":
      return "Вторая отметка в WAL. Теперь коннектор читает поток дальше.";
    case "stream":
      return streamed(before, after);
    case "rest": {
      const late = after.topic.slice(before.topic.length).map(messageText).join("`, `");
      return `${late && `Поток приносит \`${late}\`. `}Между двумя отметками ни строки: снимок закончен.`;
    }
    default:
      return `Событие в WAL, поток до него не дошёл. ${whereabouts(before, action)}`;
  }
}

/** What becomes of the changed row in the snapshot. */
function whereabouts({ work, max, last, buffer }: State, action: Change): string {
  const id = Number(action.split(" ")[1]);
  if (max !== undefined && id > max) return `Ключ больше границы ${max}: никакой чанк его не прочтёт.`;
  if (id > last) return work === "close" ? "Строку прочтёт следующий чанк." : "Запрос чанка это увидит.";
  if (buffer.some((row) => row.id === id)) return "В буфере осталась прежняя строка.";
  return work === "close" ? "В буфере такого ключа нет." : "Чанк с этим ключом уже отправлен.";
}

function chunk({ buffer, wal, read }: State): string {
  if (buffer.length === 0) return "Строк больше нет: таблица прочитана.";
  const unread = wal.slice(read);
  const ahead = buffer.filter(({ id }) => unread.some((message) => typeof message !== "string" && message.id === id));
  const known = ahead.length
    ? ` Строки ${ahead.map(({ id }) => id).join(", ")} прочитаны уже новыми, но коннектор этого не знает.`
    : "";
  return `Строки ждут в буфере: их место в потоке пока неизвестно.${known}`;
}

function streamed(before: State, after: State): string {
  const message = before.wal[before.read] as Message;
  if (message === "signal") return "Сигнал пришёл потоком: снимок начинается.";
  if (message === "open") return "Окно открыто: отсюда ключи событий вычёркиваются из буфера.";
  if (message === "close") return "Окно закрыто: остаток буфера уходит в топик.";
  const row = before.buffer.find(({ id }) => id === message.id);
  if (!before.window)
    return row ? "Окно ещё закрыто, буфер не тронут: запрос это изменение видел." : "Событие ушло в топик.";
  if (row) {
    const same = message.op !== "d" && row.version === message.version;
    return `Ключ ${message.id} вычеркнут из буфера: ${same ? "там уже новая строка, но коннектор этого не знает" : "там прежняя строка"}.`;
  }
  return after.removed.some(({ id }) => id === message.id)
    ? `Ключ ${message.id} уже вычеркнут.`
    : `Ключа ${message.id} в буфере нет, вычёркивать нечего.`;
}
