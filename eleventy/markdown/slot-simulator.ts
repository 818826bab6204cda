import { join } from "node:path";
import type { MarkdownIt } from "markdown-it";
import { readTrace, TRACE_FILE, type TraceScenario } from "../slot-trace.ts";
import { type Page, pageOf } from "./page.ts";
import { printNote, printScenario } from "./slot-print.ts";

const OPEN = /^:::\s*slot-simulator\s*$/;
const CLOSE = /^:::\s*$/;
const ITEM = /^- `?([\w-]+)`?$/;

/**
 * Prints the scenarios of the recorded slot trace, `::: slot-simulator` … `:::`, as tables that need no JavaScript, in
 * the element that plays them. Between the two lines may stand a list of scenarios, `- paused`; without it all are
 * printed. Each row names its operation in `data-operation`.
 * @param root project folder that holds the trace
 */
export function slotSimulator(md: MarkdownIt, root: string): void {
  md.renderer.rules.slots_html = (tokens, index) => tokens[index]?.content ?? "";
  md.block.ruler.before("container_box", "slots", (state, start, end, silent) => {
    const line = (at: number) => state.src.slice(state.bMarks[at], state.eMarks[at]).trim();
    if (!OPEN.test(line(start))) return false;
    if (silent) return true;
    const page = pageOf(state.env);
    let close = start + 1;
    while (close < end && !CLOSE.test(line(close))) close++;
    if (close === end) throw page.place(start).error('"slot-simulator" is never closed', "a line of :::");
    const trace = read(root, page, start);
    const named = new Map<string, number>();
    for (let at = start + 1; at < close; at++) {
      if (line(at)) named.set(nameOf(line(at), trace, page, at, named), at);
    }
    state.push("slots_open", "slot-simulator", 1).map = [start, close];
    printNote(state);
    for (const scenario of named.size ? [...named.keys()].map((id) => find(trace, id)) : trace)
      printScenario(state, scenario);
    state.push("slots_close", "slot-simulator", -1);
    state.line = close + 1;
    return true;
  });
}

function read(root: string, page: Page, line: number): TraceScenario[] {
  page.uses.add(join(root, TRACE_FILE));
  try {
    return readTrace(root);
  } catch (error) {
    const reason = `the slot trace cannot be read: ${(error as Error).message}`;
    throw page.place(line).error(reason, "what labs/verify/slots/record.ts --update writes");
  }
}

function nameOf(text: string, trace: TraceScenario[], page: Page, line: number, named: Map<string, number>): string {
  const place = page.place(line);
  const id = ITEM.exec(text)?.[1];
  if (id === undefined) throw place.error("a slot simulator holds something else", "nothing or a list: - reading");
  if (named.has(id)) throw place.error(`scenario "${id}" is named twice`, "once");
  if (!trace.some((one) => one.id === id)) {
    throw place.error(`slot scenario "${id}"`, trace.map((one) => one.id).join(", "));
  }
  return id;
}

function find(trace: TraceScenario[], id: string): TraceScenario {
  return trace.find((one) => one.id === id) as TraceScenario;
}
