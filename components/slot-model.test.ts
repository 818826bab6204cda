import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  CREATED,
  isRefused,
  MB,
  type Operation,
  operate,
  retained,
  SEGMENT,
  safeWalSize,
  walStatus,
} from "./slot-model.ts";

// What PostgreSQL itself did stands in content/_data/slot-trace.json; labs/verify/slots/compare.test.ts holds the model to it.

const after = (...operations: Operation[]) => operations.reduce(operate, CREATED);

const operations: fc.Arbitrary<Operation[]> = fc.array(
  fc.constantFrom<Operation>(
    "write 1 captured",
    "write 16 captured",
    "write 64 elsewhere",
    "write 7 unpublished",
    "pause",
    "resume",
    "heartbeat on",
    "heartbeat off",
    "limit 64",
    "limit 128",
    "limit none",
    "checkpoint",
  ),
  { maxLength: 40 },
);

describe("whatever is done", () => {
  test("positions keep their order and never go back", () => {
    fc.assert(
      fc.property(operations, (done) => {
        let before = CREATED;
        for (const operation of done) {
          const server = operate(before, operation);
          const { current, confirmed, restart, oldest, redo } = server;
          assert.ok(confirmed <= current && redo <= current && oldest <= redo);
          assert.ok(restart === null || (oldest <= restart && restart <= confirmed));
          for (const field of ["current", "confirmed", "oldest", "redo"] as const) {
            assert.ok(server[field] >= before[field], `${field} after ${operation}`);
          }
          assert.ok(restart === null || (before.restart !== null && restart >= before.restart));
          before = server;
        }
      }),
    );
  });

  test("a slot is lost at a checkpoint beyond its limit only, and for good", () => {
    fc.assert(
      fc.property(operations, (done) => {
        let before = CREATED;
        for (const operation of done) {
          const server = operate(before, operation);
          const lost = walStatus(server) === "lost";
          if (walStatus(before) === "lost") assert.ok(lost);
          else assert.equal(lost, operation === "checkpoint" && walStatus(before) === "unreserved");
          before = server;
        }
      }),
    );
  });

  test("safe_wal_size runs out exactly when the state becomes unreserved", () => {
    fc.assert(
      fc.property(operations, (done) => {
        const server = after(...done);
        const safe = safeWalSize(server);
        assert.equal(safe === null, server.limit === null || walStatus(server) === "lost");
        if (safe !== null) assert.equal(safe <= 0, walStatus(server) === "unreserved");
      }),
    );
  });
});

test("a lost slot keeps nothing and refuses its consumer", () => {
  const server = after("limit 64", "pause", "write 128 captured", "checkpoint", "resume");
  assert.deepEqual([walStatus(server), server.reason, retained(server)], ["lost", "wal_removed", null]);
  assert.ok(isRefused(server));
  assert.equal(server.oldest, 128 * MB);
});

test("a stopped consumer sends no heartbeat", () => {
  const server = after("heartbeat on", "pause");
  assert.equal(operate(server, "write 16 elsewhere").confirmed, server.confirmed);
});

test("a limit is counted in whole segments", () => {
  assert.equal(safeWalSize(after("limit 31")), safeWalSize(after("limit 16")));
  assert.equal(safeWalSize(after("limit 16")), 2 * SEGMENT - CREATED.current);
});
