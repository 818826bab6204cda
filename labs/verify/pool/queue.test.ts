import assert from "node:assert/strict";
import { test } from "node:test";
import { type Piece, WorkQueue } from "./queue.ts";

const piece = (name: string, seconds: number, more: Partial<Piece> = {}): Piece => ({
  name,
  seconds,
  profiles: [],
  ...more,
});
const bare = new Set<string>();
const withMysql = new Set(["mysql"]);

/** Names of the pieces in the order in which one stack takes them. */
function order(queue: WorkQueue<Piece>, running: ReadonlySet<string> | undefined): string[] {
  const names: string[] = [];
  for (let next = queue.take(running); next; next = queue.take(running)) names.push(next.name);
  return names;
}

test("the longest goes first, and each piece once", () => {
  const queue = new WorkQueue([piece("short", 1), piece("long", 9), piece("middle", 5)]);
  assert.deepEqual(order(queue, bare), ["long", "middle", "short"]);
  assert.equal(queue.take(undefined), undefined);
});

test("what waits goes before what works", () => {
  const queue = new WorkQueue([
    piece("works", 9),
    piece("short wait", 1, { waits: true }),
    piece("wait", 2, { waits: true }),
  ]);
  assert.deepEqual(order(queue, bare), ["wait", "short wait", "works"]);
});

test("a stack takes what finds its services before what makes it start more", () => {
  const queue = new WorkQueue([piece("with", 9, { profiles: ["mysql"] }), piece("without", 1)]);
  assert.deepEqual(order(queue, bare), ["without", "with"]);
});

test("a stack with the services takes the longest", () => {
  const queue = new WorkQueue([piece("with", 9, { profiles: ["mysql"] }), piece("without", 1)]);
  assert.deepEqual(order(queue, withMysql), ["with", "without"]);
});

test("of two stacks that are about to start, one gets the services that some pieces need", () => {
  const queue = new WorkQueue([
    piece("first", 9, { profiles: ["mysql"] }),
    piece("second", 8, { profiles: ["mysql"] }),
    piece("plain", 1),
  ]);
  assert.deepEqual([queue.take(undefined)?.name, queue.take(undefined)?.name], ["first", "plain"]);
  // Better a second MySQL than a stack with nothing to do.
  assert.equal(queue.take(bare)?.name, "second");
});

test("a piece that removes services is done where there are none", () => {
  const pieces = [piece("wipes", 9, { wipes: true }), piece("with", 1, { profiles: ["mysql"] })];
  assert.deepEqual(order(new WorkQueue(pieces), withMysql), ["with", "wipes"]);
  assert.equal(new WorkQueue(pieces).take(bare)?.name, "wipes");
});

test("what needs no stack is done before one is started, or when nothing else is left", () => {
  const pieces = [piece("stack", 9), piece("none", 1, { profiles: undefined })];
  assert.equal(new WorkQueue(pieces).take(undefined)?.name, "none");
  assert.deepEqual(order(new WorkQueue(pieces), bare), ["stack", "none"]);
});
