import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readWatermarks, type WatermarkScenario, type WatermarkStep } from "../../../eleventy/watermark-trace.ts";
import { compareScenarios, compareWatermarks, modelled } from "./compare.ts";
import { CHUNK_SIZE, SCENARIOS } from "./plan.ts";

const trace = readWatermarks(".");

/** A copy of the trace in which one scenario is another one. */
function changed(id: string, change: (scenario: WatermarkScenario) => void): WatermarkScenario[] {
  const copy = structuredClone(trace);
  change(copy.find((one) => one.id === id) as WatermarkScenario);
  return copy;
}

describe("the model of an incremental snapshot", () => {
  for (const recorded of trace) {
    test(`writes what Debezium wrote in every step of "${recorded.id}"`, () => {
      assert.deepEqual(compareScenarios("model", modelled(recorded), recorded), []);
    });
  }
});

describe("the kept trace", () => {
  test("is that of the plan", () => {
    assert.deepEqual(
      trace.map(({ steps, table: _, size, ...rest }) => ({ ...rest, actions: steps.map(({ action }) => action) })),
      SCENARIOS,
    );
    assert.ok(trace.every(({ size }) => size === CHUNK_SIZE));
  });

  test("gives the table to who applies the topic", () => {
    for (const { id, steps, table } of trace) {
      const rows = new Map<string, string>();
      const events = steps.flatMap(({ topic }) => topic.split(", ").filter(Boolean));
      for (const event of events) {
        const [op = "", key = "", version = ""] = event.split(" ");
        if (op === "d") rows.delete(key);
        else rows.set(key, version);
      }
      const applied = [...rows].sort(([a], [b]) => Number(a) - Number(b)).map((row) => row.join(" "));
      assert.equal(applied.join(", "), table, id);
    }
  });

  test("is true to itself", () => {
    assert.deepEqual(compareWatermarks(trace, trace), []);
  });
});

describe("a recording is refused", () => {
  const close = (scenario: WatermarkScenario) => {
    const found = scenario.steps.find(({ action }) => action === "close");
    assert.ok(found);
    return found;
  };

  test("where a row stayed in the buffer that the stream had changed", () => {
    const fresh = changed("inside", (scenario) => {
      close(scenario).topic = close(scenario).topic.replace("r 4 v1", "r 3 v1, r 4 v1");
    });
    const said = compareWatermarks(trace, fresh);
    assert.equal(said.length, 2);
    assert.match(
      said[0] ?? "",
      /^inside, step 7 \(close\): kept has in the topic u 3 v2, d 5, c 0 v1, r 1 v1, .*; recorded u 3/,
    );
    assert.match(said[1] ?? "", /^inside, step 7 \(close\): model has in the topic/);
  });

  test("where events have another order", () => {
    assert.match(
      compareWatermarks(
        trace,
        changed("twice", (scenario) => {
          close(scenario).topic = close(scenario).topic.split(", ").reverse().join(", ");
        }),
      ).join("\n"),
      /^twice, step 6 \(close\): kept has in the topic u 4 v2/,
    );
  });

  test("where a mark is missing in WAL, and where the table is another one", () => {
    const marks = changed("after", ({ steps }) => {
      (steps.at(-1) as WatermarkStep).wal = "open";
    });
    assert.match(
      compareWatermarks(trace, marks)[0] ?? "",
      /^after, step 7 \(rest\): kept has in WAL open, close; recorded open$/,
    );
    const rows = changed("after", (scenario) => {
      scenario.table = "";
    });
    assert.match(
      compareWatermarks(trace, rows)[0] ?? "",
      /^after, in the end: kept has in the table 1 v1, .*, 8 v1; recorded nothing$/,
    );
  });

  test("where the plan has changed since", () => {
    assert.match(compareWatermarks(trace.slice(1), trace).join("\n"), /^kept are before, .*; recorded inside, before/);
    const fresh = changed("after", (scenario) => scenario.steps.pop());
    assert.match(
      compareWatermarks(trace, fresh)[0] ?? "",
      /^after: kept plays signal; open; .*; rest; recorded signal/,
    );
  });
});
