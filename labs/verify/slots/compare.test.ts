import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MB } from "../../../components/slot-model.ts";
import { readTrace, type TraceScenario, type TraceStep } from "../../../eleventy/slot-trace.ts";
import { compareScenarios, compareTraces, modelled, TOLERANCE } from "./compare.ts";
import { SCENARIOS } from "./plan.ts";

const trace = readTrace(".");
const scenario = (id: string) => trace.find((one) => one.id === id) as TraceScenario;

/** A copy of the trace in which one step of one scenario is another one. */
function changed(id: string, at: number, change: (step: TraceStep) => void): TraceScenario[] {
  const copy = structuredClone(trace);
  change(copy.find((one) => one.id === id)?.steps[at] as TraceStep);
  return copy;
}

describe("the model of a slot", () => {
  for (const recorded of trace) {
    test(`is where PostgreSQL was after every step of "${recorded.id}"`, () => {
      assert.deepEqual(compareScenarios("model", modelled(recorded), recorded), []);
    });
  }
});

describe("the kept trace", () => {
  test("is that of the plan", () => {
    assert.deepEqual(
      trace.map(({ created, steps, ...rest }) => ({
        ...rest,
        steps: steps.map(({ operation, why }) => ({ operation, why })),
      })),
      SCENARIOS,
    );
  });

  test("meets every state that wal_status has", () => {
    const met = new Set(trace.flatMap(({ steps }) => steps.map(({ view }) => view.status)));
    assert.deepEqual([...met].sort(), ["extended", "lost", "reserved", "unreserved"]);
  });

  test("is true to itself", () => {
    assert.deepEqual(compareTraces(trace, trace), []);
  });
});

describe("a recording is refused", () => {
  const step = scenario("paused").steps.findIndex(({ operation }) => operation === "resume");

  test("where a position is elsewhere", () => {
    const fresh = changed("paused", step, ({ view }) => {
      view.confirmed += TOLERANCE + 1;
    });
    const said = compareTraces(trace, fresh);
    assert.equal(said.length, 2);
    assert.match(said[0] ?? "", /^paused, step 7 \(resume\): kept has confirmed 134\d+, PostgreSQL 134\d+$/);
    assert.match(said[1] ?? "", /^paused, step 7 \(resume\): model has confirmed/);
  });

  test("not where it is a little further", () => {
    const fresh = changed("paused", step, ({ view }) => {
      view.confirmed += 1000;
    });
    assert.deepEqual(compareTraces(trace, fresh), []);
  });

  test("where the state is another one", () => {
    const fresh = changed("paused", step, ({ view }) => {
      view.status = "extended";
    });
    assert.match(compareTraces(trace, fresh).join("\n"), /kept has status reserved, PostgreSQL extended/);
  });

  test("where a lost slot keeps its position, and where a consumer is not refused", () => {
    const last = scenario("limit-crossed").steps.length - 1;
    const kept = changed("limit-crossed", last, ({ view }) => {
      view.restart = 272 * MB;
    });
    assert.match(compareTraces(trace, kept).join("\n"), /step 12 \(resume\): kept has restart null/);
    const served = changed("limit-crossed", last, (step) => {
      delete step.error;
    });
    assert.match(compareTraces(trace, served).join("\n"), /only one of kept and PostgreSQL refuses the consumer/);
  });

  test("where the plan has changed since", () => {
    assert.match(compareTraces(trace.slice(1), trace).join("\n"), /^kept are paused, .*; recorded reading, paused/);
    const fresh = changed("idle", 0, (step) => {
      step.operation = "checkpoint";
    });
    assert.match(compareTraces(trace, fresh)[0] ?? "", /^idle: kept plays write 64 elsewhere; /);
  });
});
