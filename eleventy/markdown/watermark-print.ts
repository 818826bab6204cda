import { type Action, act, next, type RowEvent, type State, start } from "../../components/watermark-model.ts";
import { messageText } from "../../components/watermark-text.ts";
import type { WatermarkScenario } from "../watermark-trace.ts";
import type { PrintedRow, PrintedScenario } from "./scenario-print.ts";
import { explain, rowsText } from "./watermark-explain.ts";

const COLUMNS = ["шаг", "в WAL", "буфер", "в топик"];

const NAMES: Readonly<Record<string, string>> = {
  signal: "сигнал",
  open: "коннектор пишет `open`",
  read: "коннектор читает чанк",
  close: "коннектор пишет `close`",
  rest: "последний чанк",
};

/**
 * A scenario as a table: what was done, what that wrote to WAL, what is left in the buffer, and what went to the topic.
 * Its figures are those of the model, which is held against the recorded ones.
 */
export function printedWatermarkScenario({ id, title, lead, rows, size, steps }: WatermarkScenario): PrintedScenario {
  const printed: PrintedRow[] = [];
  let state = start(rows, size);
  const make = (action: Action) => {
    const before = state;
    state = act(before, action);
    printed.push({
      attrs: { "data-action": action },
      cells: [`**${actionName(before, action)}**`, ...cells(before, state)],
      why: explain(before, state, action),
    });
  };
  for (const { action } of steps) {
    make(action);
    // Unseen from outside: the connector reads the stream until it comes to the next chunk.
    if (action === "close") while (next(state) === "stream") make("stream");
  }
  return {
    id: `watermark-${id}`,
    title,
    lead,
    attrs: { "data-rows": String(rows), "data-size": String(size) },
    columns: COLUMNS.map((name) => ({ name })),
    rows: printed,
  };
}

function actionName({ wal, read }: State, action: Action): string {
  if (action === "stream") return `поток: \`${messageText(wal[read] ?? "signal")}\``;
  const [name = "", id] = action.split(" ");
  return NAMES[name] ?? `\`${name.toUpperCase()}\` строки ${id}`;
}

function cells(before: State, after: State): string[] {
  const wal = after.wal.slice(before.wal.length).map((message) => `\`${messageText(message)}\``);
  return [wal.join(", "), rowsText(after.buffer), eventsText(after.topic.slice(before.topic.length))];
}

/** Reads in one piece: `r` 1–3, 5. */
function eventsText(events: readonly RowEvent[]): string {
  const reads = events.filter(({ op }) => op === "r");
  const others = events.filter(({ op }) => op !== "r").map((event) => `\`${messageText(event)}\``);
  return [...others, ...(reads.length ? [`\`r\` ${rowsText(reads)}`] : [])].join(", ");
}
