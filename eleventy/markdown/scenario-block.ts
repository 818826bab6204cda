import type { MarkdownIt, StateBlock } from "markdown-it";
import { type Page, pageOf } from "./page.ts";
import { type Recording, readRecording } from "./recording.ts";
import { type PrintedScenario, printScenario } from "./scenario-print.ts";

/** A block that prints recorded scenarios inside of the element that plays them. */
export interface ScenarioBlock<S extends { id: string }> {
  /** Name of the element and of its block: `slot-simulator`. */
  name: string;
  recording: Recording<S[]>;
  /** What all scenarios have in common, in Markdown: what their tables mean. */
  note: string;
  print: (scenario: S) => PrintedScenario;
}

const CLOSE = /^:::\s*$/;
const ITEM = /^- `?([\w-]+)`?$/;

/**
 * Prints recorded scenarios, `::: slot-simulator` … `:::`, as tables that need no JavaScript, in the element that plays
 * them. Between the two lines may stand a list of scenarios, `- paused`; without it all are printed.
 * @param root project folder that holds the recording
 */
export function scenarioBlock<S extends { id: string }>(md: MarkdownIt, root: string, block: ScenarioBlock<S>): void {
  const { name, recording } = block;
  const open = new RegExp(`^:::\\s*${name}\\s*$`);
  md.renderer.rules.scenario_html = (tokens, index) => tokens[index]?.content ?? "";
  md.block.ruler.before("container_box", name, (state, start, end, silent) => {
    const line = (at: number) => state.src.slice(state.bMarks[at], state.eMarks[at]).trim();
    if (!open.test(line(start))) return false;
    if (silent) return true;
    const page = pageOf(state.env);
    let close = start + 1;
    while (close < end && !CLOSE.test(line(close))) close++;
    if (close === end) throw page.place(start).error(`"${name}" is never closed`, "a line of :::");
    const scenarios = readRecording(recording, root, page, start);
    const lines = Array.from({ length: close - start - 1 }, (_, at) => start + 1 + at).filter(line);
    const named = chosen(
      lines.map((at) => ({ at, text: line(at) })),
      scenarios,
      page,
      name,
    );
    state.push("scenarios_open", name, 1).map = [start, close];
    printNote(state, block.note);
    for (const scenario of named) printScenario(state, block.print(scenario));
    state.push("scenarios_close", name, -1);
    state.line = close + 1;
    return true;
  });
}

/** The scenarios that a list names, in its order; all without one. */
function chosen<S extends { id: string }>(
  list: readonly { at: number; text: string }[],
  scenarios: readonly S[],
  page: Page,
  name: string,
): readonly S[] {
  const found = new Set<S>();
  for (const { at, text } of list) {
    const fail = (reason: string, expected: string) => page.place(at).error(`"${name}": ${reason}`, expected);
    const id = ITEM.exec(text)?.[1];
    if (id === undefined) throw fail("it holds something else", `nothing or a list: - ${scenarios[0]?.id}`);
    const scenario = scenarios.find((one) => one.id === id);
    if (!scenario) throw fail(`scenario "${id}"`, scenarios.map((one) => one.id).join(", "));
    if (found.has(scenario)) throw fail(`scenario "${id}" is named twice`, "once");
    found.add(scenario);
  }
  return found.size ? [...found] : scenarios;
}

function printNote(state: StateBlock, note: string): void {
  state.push("paragraph_open", "p", 1).attrs = [
    ["class", "scenario-note"],
    ["slot", "note"],
  ];
  const text = state.push("inline", "", 0);
  [text.content, text.children] = [note, []];
  state.push("paragraph_close", "p", -1);
}
