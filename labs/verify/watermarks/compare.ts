import { act, next, type State, start } from "../../../components/watermark-model.ts";
import {
  tracedEvent,
  tracedRow,
  type WatermarkScenario,
  type WatermarkStep,
} from "../../../eleventy/watermark-trace.ts";

/**
 * Holds a freshly recorded trace against the kept one and against the model: the same actions, the same messages in WAL
 * and events in the topic after each of them, in the same order, and the same table in the end.
 * @returns what differs, one line each; none: the kept trace and the model are true
 */
export function compareWatermarks(kept: readonly WatermarkScenario[], fresh: readonly WatermarkScenario[]): string[] {
  const names = (trace: readonly WatermarkScenario[]) => trace.map(({ id }) => id).join(", ");
  if (names(kept) !== names(fresh)) return [`kept are ${names(kept)}; recorded ${names(fresh)}`];
  return fresh.flatMap((scenario, at) => [
    ...compareScenarios("kept", kept[at] as WatermarkScenario, scenario),
    ...compareScenarios("model", modelled(scenario), scenario),
  ]);
}

/** The scenario as the model plays it. */
export function modelled(scenario: WatermarkScenario): WatermarkScenario {
  let state = start(scenario.rows, scenario.size);
  const steps = scenario.steps.map(({ action }): WatermarkStep => {
    const before = state;
    state = act(state, action);
    if (action === "close") while (next(state) === "stream") state = act(state, "stream");
    return { action, ...added(before, state) };
  });
  return { ...scenario, steps, table: state.rows.map(tracedRow).join(", ") };
}

function added(before: State, after: State): Pick<WatermarkStep, "wal" | "topic"> {
  return {
    wal: after.wal
      .slice(before.wal.length)
      .map((message) => (typeof message === "string" ? message : tracedEvent(message)))
      .join(", "),
    topic: after.topic.slice(before.topic.length).map(tracedEvent).join(", "),
  };
}

/**
 * @param name what the expected one is
 * @returns what differs, one line each
 */
export function compareScenarios(name: string, expected: WatermarkScenario, recorded: WatermarkScenario): string[] {
  const { id, steps } = recorded;
  const told = (steps: readonly WatermarkStep[]) => steps.map(({ action }) => action).join("; ");
  if (told(expected.steps) !== told(steps))
    return [`${id}: ${name} plays ${told(expected.steps)}; recorded ${told(steps)}`];
  const wrong = (where: string, what: string, here: string, there = "") =>
    here === there ? [] : [`${id}, ${where}: ${name} has ${what} ${there || "nothing"}; recorded ${here || "nothing"}`];
  return [
    ...steps.flatMap(({ action, wal, topic }, at) => [
      ...wrong(`step ${at + 1} (${action})`, "in WAL", wal, expected.steps[at]?.wal),
      ...wrong(`step ${at + 1} (${action})`, "in the topic", topic, expected.steps[at]?.topic),
    ]),
    ...wrong("in the end", "in the table", recorded.table, expected.table),
  ];
}
