import assert from "node:assert/strict";
import { test } from "node:test";
import { watchHealth } from "./health.ts";

/** Runs the watch over a row of checks, `+` passed and `-` failed, and tells what became of the service after which. */
async function watch(checks: string, retries: number): Promise<string[]> {
  const said: string[] = [];
  let at = 0;
  // The watch holds no process up by itself.
  const alive = setInterval(() => {}, 1000);
  await watchHealth(
    { interval: 1, retries },
    async () => checks[at++] === "+",
    () => at < checks.length,
    (state) => said.push(`${at} ${state}`),
  );
  clearInterval(alive);
  return said;
}

test("as many failures in a row as retries make it unhealthy, once", async () => {
  assert.deepEqual(await watch("+--+-----+?", 3), ["7 unhealthy", "10 healthy"]);
});

test("failures with a success between them do not add up", async () => {
  assert.deepEqual(await watch("--+--+--+?", 3), []);
});

test("a process that has ended is judged no more", async () => {
  assert.deepEqual(await watch("---", 3), []);
});
