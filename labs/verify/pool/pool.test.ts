import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { runPool, type Stack } from "./pool.ts";
import type { Piece } from "./queue.ts";

const piece = (name: string, seconds = 1): Piece => ({ name, seconds, profiles: [] });

/** Runs pieces in fake stacks and writes down what happens. */
async function run(
  pieces: readonly Piece[],
  size: number,
  how: { work?: (piece: Piece, stack: number) => Promise<void>; start?: (index: number) => Promise<void> } = {},
) {
  const events: string[] = [];
  let most = 0;
  const alive = new Set<number>();
  const start = async (index: number): Promise<Stack<Piece>> => {
    await how.start?.(index);
    assert.ok(!alive.has(index), `stack ${index} runs already`);
    alive.add(index);
    most = Math.max(most, alive.size);
    return {
      running: async () => new Set(),
      work: async (one) => {
        await turn();
        await how.work?.(one, index);
        events.push(`${one.name} done`);
      },
      stop: async () => {
        alive.delete(index);
      },
    };
  };
  await runPool<Piece, Piece>(pieces, {
    size,
    start,
    plain: async (one) => {
      events.push(`${one.name} plain`);
    },
    failed: (one, reason) => events.push(`${one.name} FAILED ${reason}`),
  });
  assert.equal(alive.size, 0, "every stack is stopped");
  return { events, most };
}

test("every piece is done once, in no more stacks than allowed", async () => {
  const { events, most } = await run([piece("a", 3), piece("b", 2), piece("c", 1)], 2);
  assert.deepEqual(events.sort(), ["a done", "b done", "c done"]);
  assert.equal(most, 2);
});

test("no stack is started for which there is no work", async () => {
  assert.equal((await run([piece("a")], 3)).most, 1);
  assert.deepEqual(await run([{ ...piece("a"), profiles: undefined }], 3), { events: ["a plain"], most: 0 });
});

test("a stack that fails costs the piece it was doing; the others are done", async () => {
  const work = async ({ name }: Piece) => {
    if (name === "b") throw new Error("it died");
  };
  const { events } = await run([piece("a", 3), piece("b", 2), piece("c", 1)], 1, { work });
  assert.deepEqual(events, ["a done", "b FAILED it died", "c done"]);
});

test("where no stack starts, each piece is named as failed", async () => {
  const start = async () => {
    throw new Error("no memory");
  };
  const { events } = await run([piece("a", 4), piece("b", 3), piece("c", 2), piece("d", 1)], 1, { start });
  assert.deepEqual(events, [
    "a FAILED no memory",
    "b FAILED no memory",
    "c FAILED it was not done: no stack works",
    "d FAILED it was not done: no stack works",
  ]);
});

test("where one place in the pool does not work, the others do all", async () => {
  const start = async (index: number) => {
    if (index === 1) throw new Error("port taken");
  };
  const names = ["a", "b", "c", "d", "e", "f"];
  const { events } = await run(
    names.map((name, index) => piece(name, 9 - index)),
    2,
    { start },
  );
  assert.equal(events.filter((event) => event.endsWith("FAILED port taken")).length, 2);
  assert.equal(events.filter((event) => event.endsWith(" done")).length, 4);
});
