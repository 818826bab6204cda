import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type Action, act, type Change, next, type Row, type RowEvent, type State, start } from "./watermark-model.ts";

// What Debezium itself did stands in content/_data/watermark-trace.json; labs/verify/watermarks/compare.test.ts holds the
// model to it.

const play = (rows: number, size: number, ...actions: Action[]) => actions.reduce(act, start(rows, size));
const told = (events: readonly RowEvent[]) => events.map(({ op, id, version }) => `${op}${id} v${version}`).join(", ");

/** The table as a consumer has it that applies the topic from its beginning. */
function applied(topic: readonly RowEvent[]): Row[] {
  const rows = new Map<number, number>();
  for (const { op, id, version } of topic) {
    if (op === "d") rows.delete(id);
    else rows.set(id, version);
  }
  return [...rows].map(([id, version]) => ({ id, version })).sort((a, b) => a.id - b.id);
}

/** A step of a run: a change of the row with an id, or one of what others do. */
const steps = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.constant("work" as const) },
    { weight: 3, arbitrary: fc.record({ id: fc.integer({ min: 0, max: 9 }), deletes: fc.boolean() }) },
  ),
  { maxLength: 60 },
);

/** Plays steps with a signal among them, and then what is left to do. */
function run(
  rows: number,
  size: number,
  done: readonly (typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never)[],
  signal: number,
) {
  let state = start(rows, size);
  const seen: State[] = [state];
  const make = (action: Action) => {
    state = act(state, action);
    seen.push(state);
  };
  for (const [at, step] of done.entries()) {
    if (at === signal) make("signal");
    if (step === "work") {
      const work = next(state);
      if (work) make(work);
    } else {
      const there = state.rows.some(({ id }) => id === step.id);
      make(`${there ? (step.deletes ? "delete" : "update") : "insert"} ${step.id}` as Change);
    }
  }
  if (signal >= done.length) make("signal");
  make("rest");
  return seen;
}

const runs = fc.tuple(
  fc.integer({ min: 0, max: 8 }),
  fc.integer({ min: 1, max: 4 }),
  steps,
  fc.integer({ min: 0, max: 20 }),
);

describe("whatever changes are made and whenever", () => {
  test("who applies the topic in its order has the table", () => {
    fc.assert(
      fc.property(runs, ([rows, size, done, signal]) => {
        const state = run(rows, size, done, signal).at(-1) as State;
        assert.ok(state.finished && next(state) === undefined);
        assert.deepEqual(applied(state.topic), state.rows);
      }),
      { numRuns: 1000 },
    );
  });

  test("no row goes back to an older version", () => {
    fc.assert(
      fc.property(runs, ([rows, size, done, signal]) => {
        const versions = new Map<number, number>();
        for (const { op, id, version } of (run(rows, size, done, signal).at(-1) as State).topic) {
          const known = versions.get(id) ?? 0;
          // What follows a deletion is newer than what was deleted.
          assert.ok(version >= known, `${op}${id} v${version} after v${known}`);
          versions.set(id, op === "d" ? version + 0.5 : version);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("nothing leaves the buffer but inside of the window, and the window opens on a whole chunk", () => {
    fc.assert(
      fc.property(runs, ([rows, size, done, signal]) => {
        const seen = run(rows, size, done, signal);
        for (const [at, state] of seen.slice(0, -1).entries()) {
          assert.ok(state.buffer.length + state.removed.length <= size);
          if (state.removed.length > (seen[at - 1]?.removed.length ?? 0)) assert.ok(state.window);
        }
      }),
    );
  });
});

describe("a chunk of eight rows", () => {
  test("gives way to what the stream brings between its marks", () => {
    const state = play(8, 8, "signal", "open", "read", "update 3", "delete 5", "insert 0", "close", "rest");
    assert.equal(told(state.topic), "u3 v2, d5 v1, c0 v1, r1 v1, r2 v1, r4 v1, r6 v1, r7 v1, r8 v1");
    assert.equal(state.wal.filter((message) => typeof message === "string").join(" "), "signal open close open close");
  });

  test("keeps what was changed before its first mark, and sends it again", () => {
    const state = play(3, 8, "signal", "update 2", "open", "read", "close", "rest");
    assert.equal(told(state.topic), "u2 v2, r1 v1, r2 v2, r3 v1");
  });

  test("keeps what was changed after its last mark: the change follows", () => {
    const state = play(3, 8, "signal", "open", "read", "close", "stream", "stream", "update 2", "rest");
    assert.equal(told(state.topic), "r1 v1, r2 v1, r3 v1, u2 v2");
  });

  test("leaves out a row that came after the greatest key was asked for", () => {
    const asked = play(2, 8, "signal", "open", "read", "insert 3", "close", "rest");
    assert.equal(told(asked.topic), "c3 v1, r1 v1, r2 v1");
    const before = play(2, 8, "signal", "insert 3", "open", "read", "close", "rest");
    assert.equal(told(before.topic), "c3 v1, r1 v1, r2 v1, r3 v1");
  });
});

test("the next chunk begins behind the last row that was read, sent or not", () => {
  const state = play(
    4,
    2,
    "signal",
    "open",
    "read",
    "delete 1",
    "update 2",
    "close",
    "stream",
    "stream",
    "stream",
    "stream",
  );
  assert.deepEqual([state.last, state.buffer, next(state)], [2, [], "open"]);
  assert.equal(told(act(state, "rest").topic), "d1 v1, u2 v2, r3 v1, r4 v1");
});

test("an empty table is read to its end at once", () => {
  assert.deepEqual(play(0, 2, "signal", "rest").wal, ["signal", "open", "close"]);
});

for (const [what, actions, said] of [
  ["a mark out of turn", ["signal", "close"], '"close": expected open'],
  ["work that is not there", ["stream"], '"stream": expected a change'],
  ["a row that is there", ["insert 1"], '"insert 1": row 1 is there'],
  ["a row that is not there", ["update 7"], '"update 7": row 7 is not there'],
  ["a second snapshot", ["signal", "signal"], '"signal": the snapshot is running; expected one that has ended'],
] as const) {
  test(`refuses ${what}`, () => {
    assert.throws(() => play(2, 2, ...actions), { message: said });
  });
}
