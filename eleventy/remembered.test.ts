import assert from "node:assert/strict";
import { test } from "node:test";
import { remembered } from "./remembered.ts";

/** A function that tells what it was asked. */
function asked(limit?: number) {
  const calls: string[] = [];
  const join = remembered((a: string, b: string) => {
    calls.push(`${a} ${b}`);
    return { text: a + b };
  }, limit);
  return { calls, join };
}

test("the same texts are made once, other ones of the same letters are not taken for them", () => {
  const { calls, join } = asked();
  assert.equal(join("a", "bc"), join("a", "bc"));
  assert.deepEqual(join("ab", "c"), { text: "abc" });
  assert.deepEqual(calls, ["a bc", "ab c"]);
});

test("of too many answers the one goes that nobody asked for longest", () => {
  const { calls, join } = asked(2);
  for (const [a, b] of ["ab", "cd", "ab", "ef", "ab", "cd"]) join(a as string, b as string);
  assert.deepEqual(calls, ["a b", "c d", "e f", "c d"]);
});

test("an error is not remembered", () => {
  let broken = true;
  const once = remembered((text: string) => {
    if (broken) throw new Error("broken");
    return text;
  });
  assert.throws(() => once("a"), /broken/);
  broken = false;
  assert.equal(once("a"), "a");
});
