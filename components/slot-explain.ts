import { MB, type Operation, type Server, walStatus } from "./slot-model.ts";

/** `64`, in whole megabytes; `<0` for what is negative but rounds to nothing, `нет` for null. */
export function wholeMegabytes(bytes: number | null): string {
  if (bytes === null) return "нет";
  const rounded = Math.round(bytes / MB);
  return bytes < 0 && rounded === 0 ? "<0" : String(rounded).replace("-", "−");
}

/** The same with its unit. */
export function megabytes(bytes: number | null): string {
  return bytes === null ? "нет" : `${wholeMegabytes(bytes)}\u00A0МБ`;
}

/** What an operation did and why, in Russian: one to four sentences. */
export function explain(before: Server, after: Server, operation: Operation): string {
  const said = [...consumed(before, after, operation), ...removed(before, after, operation)];
  const change = transition(before, after);
  if (change) said.push(change, MEANING[walStatus(after)]);
  return said.join(" ");
}

/** `wal_status: reserved → extended.`; empty if the state is the same. */
export function transition(before: Server, after: Server): string {
  const [was, is] = [walStatus(before), walStatus(after)];
  return was === is ? "" : `wal_status: ${was} → ${is}.`;
}

const MEANING: Readonly<Record<ReturnType<typeof walStatus>, string>> = {
  reserved: "Удержано не больше max_wal_size и ещё одного файла.",
  extended: "Удержано больше max_wal_size, но файлы никто не тронет.",
  unreserved: "Предел перейдён: ближайшая контрольная точка уберёт файлы, если потребитель не дочитает раньше.",
  lost: "WAL, нужный слоту, убран. Слот можно только удалить и создать новый.",
};

function consumed(before: Server, after: Server, operation: Operation): string[] {
  if (after.reason) return before.reason && after.reading ? ["Потребителю отказано: слот недействителен."] : [];
  if (!after.reading)
    return [
      operation === "pause" ? "Потребитель остановлен, слот остался." : "Потребитель стоит, и позиции слота тоже.",
    ];
  const confirmed = after.confirmed > before.confirmed;
  const moved = after.restart !== before.restart;
  const restart = moved
    ? `restart_lsn перешёл на ${megabytes(after.restart)}: это запись о незавершённых транзакциях, которая теперь подтверждена.`
    : "restart_lsn стоит: подтверждённой записи о незавершённых транзакциях новее него пока нет.";
  if (confirmed) return [`Событие дошло и подтверждено до ${megabytes(after.confirmed)}.`, restart];
  if (operation.startsWith("write") || operation === "checkpoint")
    return ["Событий для потребителя не было, подтверждать нечего: позиции стоят."];
  return operation === "resume" ? ["Потребитель читает."] : [];
}

function removed(before: Server, after: Server, operation: Operation): string[] {
  if (operation !== "checkpoint") return [];
  return [
    after.oldest > before.oldest
      ? `Контрольная точка убрала файлы до ${megabytes(after.oldest)}.`
      : "Контрольная точка не убрала ни одного файла.",
  ];
}
