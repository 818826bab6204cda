import { wholeMegabytes } from "../../components/slot-explain.ts";
import type { Operation } from "../../components/slot-model.ts";
import type { SlotView, TraceScenario } from "../slot-trace.ts";
import type { PrintedRow, PrintedScenario } from "./scenario-print.ts";

const PLACES: Readonly<Record<string, string>> = {
  captured: "в таблицу из публикации",
  unpublished: "в таблицу вне публикации",
  elsewhere: "в другую базу",
};

const NAMES: Readonly<Record<string, string>> = {
  pause: "потребитель остановлен",
  resume: "потребитель пущен",
  "heartbeat on": "пульс включён",
  "heartbeat off": "пульс выключен",
  checkpoint: "`CHECKPOINT`",
};

/** Columns of sizes: their names in HTML, and where the trace has them. */
const COLUMNS = [
  ["удержано", "retained"],
  ["<code>restart_lsn</code>", "restart"],
  ["<code>confirmed_<wbr>flush_lsn</code>", "confirmed"],
  ["конец WAL", "current"],
  ["<code>safe_<wbr>wal_size</code>", "safe"],
] as const;

/** A scenario as a table: what was done, the state, sizes in MB. */
export function printedSlotScenario({ id, title, lead, created, steps }: TraceScenario): PrintedScenario {
  const limited = steps.some(({ view }) => view.safe !== null);
  const sizes = COLUMNS.filter(([, field]) => field !== "safe" || limited);
  const row = (operation: string, what: string, view: SlotView): PrintedRow => ({
    attrs: { "data-operation": operation },
    cells: [`**${what}**`, `\`${view.status}\``, ...sizes.map(([, field]) => wholeMegabytes(view[field]))],
  });
  return {
    id: `slot-${id}`,
    title,
    lead,
    columns: [
      { name: "что сделано" },
      { name: "<code>wal_status</code>" },
      ...sizes.map(([name]) => ({ name, numbers: true })),
    ],
    rows: [
      row("create", "слот создан", created),
      ...steps.map(({ operation, why, view, error }) => ({
        ...row(operation, operationName(operation), view),
        why: error ? `${why} \`${error.replaceAll(/\s+/g, " ")}\`` : why,
      })),
    ],
  };
}

/** An operation as readers know it: `16 МБ в таблицу из публикации`. */
function operationName(operation: Operation): string {
  const [name, value, place = ""] = operation.split(" ");
  if (name === "write") return `${value} МБ ${PLACES[place]}`;
  if (name === "limit") return `\`max_slot_wal_keep_size\` = ${value === "none" ? "−1" : `${value} МБ`}`;
  return NAMES[operation] ?? operation;
}
