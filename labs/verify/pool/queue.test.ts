import assert from "node:assert/strict";
import { test } from "node:test";
import { type Piece, WorkQueue } from "./queue.ts";

const piece = (name: string, seconds: number, more: Partial<Piece> = {}): Piece => ({
  name,
  seconds,
  profiles: [],
  ...more,
});
const served = { profiles: ["mysql"] };
const bare = new Set<string>();
const withMysql = new Set(["mysql"]);

/** Names of the pieces in the order in which one lane takes them. */
function order(pieces: readonly Piece[], running: ReadonlySet<string> | undefined): string[] {
  const queue = new WorkQueue(pieces, 1);
  const names: string[] = [];
  for (let next = queue.take(1, running); next; next = queue.take(1, running)) names.push(next.name);
  return names;
}

test("the longest goes first, and each piece once", () => {
  assert.deepEqual(order([piece("short", 1), piece("long", 9), piece("middle", 5)], bare), ["long", "middle", "short"]);
});

test("what waits goes before what works", () => {
  const pieces = [piece("works", 9), piece("short wait", 1, { waits: true }), piece("wait", 2, { waits: true })];
  assert.deepEqual(order(pieces, bare), ["wait", "short wait", "works"]);
});

test("a stack without services takes what needs none before what makes it start some", () => {
  assert.deepEqual(order([piece("with", 9, served), piece("without", 1)], bare), ["without", "with"]);
});

test("a stack with services takes first what can be done nowhere else, and last what removes them", () => {
  const pieces = [piece("wipes", 9, { wipes: true }), piece("without", 5), piece("with", 1, served)];
  assert.deepEqual(order(pieces, withMysql), ["with", "without", "wipes"]);
});

test("what needs no stack is done before one is started, or when nothing else is left", () => {
  const pieces = [piece("stack", 9), piece("none", 1, { profiles: undefined })];
  assert.deepEqual(order(pieces, undefined), ["none", "stack"]);
  assert.deepEqual(order(pieces, bare), ["stack", "none"]);
});

test("as many stacks start with services as have enough to do with them", () => {
  const begin = (seconds: number) => {
    const queue = new WorkQueue(
      [1, 2, 3, 4].flatMap((n) => [piece(`with ${n}`, seconds, served), piece(`${n}`, 6)]),
      4,
    );
    return [1, 2, 3, 4].map((lane) => queue.take(lane, undefined)?.name);
  };
  assert.deepEqual(begin(1), ["with 1", "1", "2", "3"]);
  assert.deepEqual(begin(6), ["with 1", "with 2", "1", "2"]);
  assert.deepEqual(begin(99), ["with 1", "with 2", "1", "2"], "no more than two");
});

test("no third stack gets services, unless one of the others is gone", () => {
  const queue = new WorkQueue(
    [1, 2, 3].map((n) => piece(`${n}`, 9 - n, served)),
    3,
  );
  assert.deepEqual([queue.take(1, undefined)?.name, queue.take(2, undefined)?.name], ["1", "2"]);
  assert.equal(queue.take(3, undefined), undefined);
  queue.leave(2);
  assert.equal(queue.take(3, undefined)?.name, "3");
});

test("what nobody took can be named", () => {
  const queue = new WorkQueue([piece("a", 1), piece("b", 2)], 1);
  assert.deepEqual(
    queue.rest().map(({ name }) => name),
    ["b", "a"],
  );
  assert.deepEqual(queue.rest(), []);
});
