import type { StateBlock } from "markdown-it";
import { wholeMegabytes } from "../../components/slot-explain.ts";
import { MAX_WAL_SIZE, MB, type Operation, SEGMENT } from "../../components/slot-model.ts";
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

/** Columns of sizes: their names in HTML, and where the trace has them. */
const COLUMNS = [
  ["удержано", "retained"],
  ["<code>restart_lsn</code>", "restart"],
  ["<code>confirmed_<wbr>flush_lsn</code>", "confirmed"],
  ["конец WAL", "current"],
  ["<code>safe_<wbr>wal_size</code>", "safe"],
] as const;

const RIGHT = { class: "align-right" };

/** What the figures mean, and what a server does otherwise. */
export function printNote(state: StateBlock): void {
  state.push("paragraph_open", "p", 1).attrs = [
    ["class", "slot-note"],
    ["slot", "note"],
  ];
  const text = state.push("inline", "", 0);
  text.content = NOTE;
  text.children = [];
  state.push("paragraph_close", "p", -1);
}

const NOTE = `Сценарии записаны на PostgreSQL стенда. Размеры — в мегабайтах, позиции — от начала файла WAL, в котором \
создан слот; файл — ${SEGMENT / MB} МБ, \`max_wal_size\` — ${MAX_WAL_SIZE} МБ. После каждого шага потребитель слота \
читает и подтверждает конец последней транзакции, в которой были события для него, и только его; затем сервер \
записывает в WAL, какие транзакции не завершены. Сам он делает это каждые 15 секунд, если что-то менялось. Контрольные точки — только те, \
что названы: обычно сервер делает их по времени и по объёму WAL, а файлы убирает в конце. Так же подтверждает Debezium, но \
не раньше, чем Kafka Connect сбросит смещения, а без пульса — на одну транзакцию меньше.`;

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
  const html = (content: string) => {
    state.push("slots_html", "", 0).content = content;
  };
  const row = (operation: string, what: string, view: SlotView) =>
    element("tr", "tr", { "data-operation": operation }, () => {
      element("td", "td", {}, () => text(`**${what}**`));
      element("td", "td", {}, () => text(`\`${view.status}\``));
      for (const [, field] of columns) element("td", "td", RIGHT, () => text(wholeMegabytes(view[field])));
    });

  element("slot", "details", { class: "slot-scenario", id: `slot-${id}` }, () => {
    html(`<summary>${escapeText(title)}</summary>\n`);
    element("paragraph", "p", {}, () => text(lead));
    element("table", "table", {}, () => {
      element("thead", "thead", {}, () =>
        element("tr", "tr", {}, () => {
          element("th", "th", {}, () => html("что сделано"));
          element("th", "th", {}, () => html("<code>wal_status</code>"));
          for (const [name] of columns) element("th", "th", RIGHT, () => html(name));
        }),
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
