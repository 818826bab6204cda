import assert from "node:assert/strict";
import { test } from "node:test";
import { type Drill, drillCrashes, drillTotals } from "./drill.ts";

const figures = (changes: number, inFlight: number): Drill["postgres"] => ({
  ...{ changes, inserts: 1, updates: 2, deletes: 3, events: 4, duplicates: 5, lost: 0, rows: 6, redelivered: 7 },
  ...{ stepsBack: 0, sequenceStepsBack: 0 },
  crashes: [{ what: "connect", inFlight, cutTransactions: 0, recovery: inFlight ? 11.5 : null, duplicates: 1234 }],
});

const DRILL: Drill = {
  date: "2026-11-21",
  seconds: 100,
  versions: {},
  postgres: figures(20_000, 355),
  mysql: figures(10, 0),
};

test("totals stand side by side, written as Russians write numbers", () => {
  const [changes, mix] = drillTotals(DRILL);
  assert.deepEqual(changes, { what: "изменений зафиксировано", cells: ["20\u00a0000", "10"] });
  assert.deepEqual(mix?.cells, ["1, 2, 3", "1, 2, 3"]);
});

test("a crash tells of both databases, and of what was not seen by a dash", () => {
  assert.deepEqual(drillCrashes(DRILL), [
    { what: "Kafka Connect", cells: ["355 / 0", "0 / 0", "11,5 / —", "1\u00a0234 / 1\u00a0234"] },
  ]);
});
