import type { StateBlock } from "markdown-it";
import { MB, type Operation } from "../../components/slot-model.ts";
import type { SlotView, TraceScenario } from "../slot-trace.ts";
import { escapeText } from "./highlight.ts";

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

/** Columns of sizes: their names, and where the trace has them. */
const COLUMNS = [
  ["удержано", "retained"],
  ["`restart_lsn`", "restart"],
  ["`confirmed_` `flush_lsn`", "confirmed"],
  ["конец WAL", "current"],
  ["`safe_` `wal_size`", "safe"],
] as const;

/** Prints a scenario, closed until it is asked for: what it shows and a table of two rows a step, sizes in MB. */
export function printScenario(state: StateBlock, scenario: TraceScenario): void {
  const { id, title, lead, created, steps } = scenario;
  const limited = steps.some(({ view }) => view.safe !== null);
  const columns = COLUMNS.filter(([, field]) => field !== "safe" || limited);
  const text = (content: string) => {
    const token = state.push("inline", "", 0);
    [token.content, token.children] = [content, []];
  };
  const element = (name: string, tag: string, attrs: Record<string, string>, inside: () => void) => {
    state.push(`${name}_open`, tag, 1).attrs = Object.entries(attrs);
    inside();
    state.push(`${name}_close`, tag, -1);
  };
  const cells = (name: "th" | "td", first: string, status: string, figures: readonly string[]) => {
    element(name, name, {}, () => text(first));
    element(name, name, {}, () => text(status));
    for (const figure of figures) element(name, name, { class: "align-right" }, () => text(figure));
  };
  const row = (operation: string, what: string, view: SlotView) =>
    element("tr", "tr", { "data-operation": operation }, () => {
      const sizes = columns.map(([, field]) => megabytes(view[field]));
      cells("td", what, `\`${view.status}\``, sizes);
    });

  element("slot", "details", { class: "slot-scenario", id: `slot-${id}` }, () => {
    state.push("slots_html", "", 0).content = `<summary>${escapeText(title)}</summary>\n`;
    element("paragraph", "p", {}, () => text(lead));
    element("table", "table", {}, () => {
      element("thead", "thead", {}, () =>
        element("tr", "tr", {}, () =>
          cells(
            "th",
            "что сделано",
            "`wal_status`",
            columns.map(([name]) => name),
          ),
        ),
      );
      element("tbody", "tbody", {}, () => {
        row("create", "слот создан", created);
        for (const { operation, why, view, error } of steps) {
          row(operation, operationName(operation), view);
          element("tr", "tr", { class: "slot-why" }, () =>
            element("td", "td", { colspan: String(columns.length + 2) }, () =>
              element("paragraph", "p", {}, () => text(error ? `${why} \`${error.replaceAll(/\s+/g, " ")}\`` : why)),
            ),
          );
        }
      });
    });
  });
}

/** An operation as readers know it: `16 МБ в таблицу из публикации`. */
function operationName(operation: Operation): string {
  const [name, value, place = ""] = operation.split(" ");
  if (name === "write") return `${value} МБ ${PLACES[place]}`;
  if (name === "limit") return `\`max_slot_wal_keep_size\` = ${value === "none" ? "−1" : `${value} МБ`}`;
  return NAMES[operation] ?? operation;
}

function megabytes(bytes: number | null): string {
  return bytes === null ? "нет" : String(Math.round(bytes / MB)).replace("-", "−");
}
