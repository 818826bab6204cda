import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { type CapturedEvent, EVENTS_FILE, readEvents } from "../captured-events.ts";
import { escapeText } from "../markup.ts";
import { printEvent } from "./event-print.ts";
import { type Page, pageOf } from "./page.ts";
import { type Recording, readRecording } from "./recording.ts";

/** What explains a field: which fields of which events, and the anchor of its text. */
interface Explanation {
  paths: string[];
  events: string[];
  id: string;
  used: boolean;
  token: Token;
}

const CAPTURED: Recording<CapturedEvent[]> = {
  name: "the captured events",
  file: EVENTS_FILE,
  recorder: "labs/verify/events/capture.ts",
  read: readEvents,
};
const OPEN = /^:::\s*events\s*$/;
const CLOSE = /^:::\s*$/;
/** `path`, `path` (`event`, `event`) — text */
const ITEM = /^((?:`[^`]+`,?\s+)+)(?:\(((?:`[^`]+`,?\s*)+)\)\s+)?—\s+/;

/**
 * Prints the captured events, `::: events` … `:::`, and what the author says of their fields: a list whose items begin
 * with the fields they explain, `` `source.lsn` — … ``, and where only some events are meant, those:
 * `` `before` (`postgres-*`) — … ``. A field is named by its path in the value of the record, `key` and `headers` by
 * their own, `row` stands for `before` and `after`; `*` for anything. Of several texts the one for the fewest events and
 * the longest path is taken. A field without a text and a text without a field are errors.
 * @param root project folder that holds the captured events
 */
export function eventExplorer(md: MarkdownIt, root: string): void {
  md.block.ruler.before("container_box", "events", (state, start, end, silent) => {
    const line = (at: number) => state.src.slice((state.bMarks[at] ?? 0) + (state.tShift[at] ?? 0), state.eMarks[at]);
    if (!OPEN.test(line(start))) return false;
    if (silent) return true;
    let close = start + 1;
    while (close < end && !CLOSE.test(line(close))) close++;
    const open = state.push("events_open", "event-explorer", 1);
    open.map = [start, close];
    open.meta = { closed: close < end };
    const { lineMax } = state;
    state.lineMax = close;
    state.md.block.tokenize(state, start + 1, close);
    state.lineMax = lineMax;
    state.push("events_close", "event-explorer", -1);
    state.line = close + 1;
    return true;
  });
  md.renderer.rules.events_html = (tokens, index) => tokens[index]?.content ?? "";
  md.core.ruler.after("block", "events", (state) => {
    const page = pageOf(state.env);
    for (let at = 0; at < state.tokens.length; at++) {
      const open = state.tokens[at];
      if (open?.type !== "events_open") continue;
      const end = state.tokens.findIndex((token, index) => index > at && token.type === "events_close");
      const captured = readRecording(CAPTURED, root, page, open.map?.[0] ?? 0);
      const body = readList(state, page, open, state.tokens.slice(at + 1, end), captured);
      const events = printEvents(captured, body.explanations, page, open);
      state.tokens.splice(at + 1, end - at - 1, html(state, events), ...body.tokens);
    }
  });
}

function html(state: StateCore, content: string): Token {
  const token = new state.Token("events_html", "", 0);
  token.content = content;
  return token;
}

/** Turns the author's list into a list of definitions. */
function readList(state: StateCore, page: Page, open: Token, body: Token[], captured: readonly CapturedEvent[]) {
  const fail = (token: Token, reason: string, expected: string) =>
    page.place(token.map?.[0] ?? 0).error(reason, expected);
  if (!open.meta?.closed) throw fail(open, '"events" is never closed', "a line of :::");
  if (body[0]?.type !== "bullet_list_open" || body.at(-1)?.type !== "bullet_list_close") {
    throw fail(body[0] ?? open, "events hold something else", "one list of fields");
  }
  const explanations: Explanation[] = [];
  const tokens: Token[] = [html(state, '<dl class="fields">')];
  for (let at = 1; at < body.length - 1; at += 5) {
    const [item, , inline, , close] = body.slice(at, at + 5);
    const match = ITEM.exec(inline?.content ?? "");
    if (!item || !inline || !match || close?.type !== "list_item_close") {
      throw fail(item ?? open, "a field without its explanation", "- `path` — one paragraph");
    }
    const [head, paths, events] = [match[0], names(match[1]), names(match[2])];
    const id = anchor([...paths, ...events]);
    if (explanations.some((other) => other.id === id))
      throw fail(item, `${paths.join(", ")} is explained twice`, "once");
    explanations.push({ paths, events, id, used: false, token: item });
    inline.content = inline.content.slice(head.length);
    const shown = paths.map((path) => `<code>${escapeText(path.replace(/^row\./, ""))}</code>`).join(", ");
    const where = events.length ? ` <span>${scope(captured, events)}</span>` : "";
    tokens.push(html(state, `<div id="${id}"><dt>${shown}${where}</dt><dd>`), inline, html(state, "</dd></div>\n"));
  }
  return { explanations, tokens: [...tokens, html(state, "</dl>")] };
}

function anchor(parts: readonly string[]): string {
  const text = ["field", ...parts].join("-").replaceAll("*", "all");
  return text.replace(/[^\w]+/g, "-").replace(/-$/, "");
}

/** The events that patterns choose, in words: `PostgreSQL: удаление`, `снимок` of both databases, `MySQL` altogether. */
function scope(captured: readonly CapturedEvent[], patterns: readonly string[]): string {
  const operations = (database: string, chosen: readonly string[]) =>
    captured
      .filter((event) => event.database === database && chosen.some((one) => fits(one, event.id)))
      .map(({ operation }) => escapeText(operation))
      .join(", ");
  const databases = [...new Set(captured.map(({ database }) => database))];
  const chosen = databases.map((database) => operations(database, patterns));
  if (databases.length > 1 && new Set(chosen).size === 1) return chosen[0] ?? "";
  const texts = databases.flatMap((database, at) => {
    if (!chosen[at]) return [];
    return chosen[at] === operations(database, ["*"]) ? [database] : [`${database}: ${chosen[at]}`];
  });
  return texts.join("; ");
}

function names(text = ""): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? "");
}

function printEvents(events: CapturedEvent[], explanations: Explanation[], page: Page, open: Token): string {
  const find = (path: string, event: string): string => {
    const [best] = explanations
      .filter(
        ({ paths, events }) =>
          paths.some((one) => fits(one, path)) && (!events.length || events.some((one) => fits(one, event))),
      )
      .sort((a, b) => weight(b, event) - weight(a, event));
    if (!best) {
      throw page
        .place(open.map?.[0] ?? 0)
        .error(`no explanation of ${path} of ${event}`, `- \`${path}\` — … in the list`);
    }
    best.used = true;
    return best.id;
  };
  const rows = new Map<string, Map<string, string>>();
  const printed = events.map((event) => {
    const known = rows.get(event.database) ?? new Map<string, string>();
    rows.set(event.database, known);
    return printEvent(event, (path) => find(path, event.id), known);
  });
  for (const { used, paths, token } of explanations) {
    if (!used)
      throw page
        .place(token.map?.[0] ?? 0)
        .error(
          `no event needs this text about ${paths.join(", ")}`,
          "a field of the captured events that no closer text explains",
        );
  }
  return printed.join("");
}

function weight({ paths, events }: Explanation, event: string): number {
  const forEvent = events.includes(event) ? 2 : events.length ? 1 : 0;
  return forEvent * 1000 + Math.max(...paths.map((path) => path.replaceAll("*", "").length));
}

function fits(pattern: string, name: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(
    name.replace(/^(?:before|after)\./, pattern.startsWith("row.") ? "row." : "$&"),
  );
}
