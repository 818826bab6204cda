import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { placesOf } from "../places.ts";
import { until } from "../wait.ts";

/** Processes of a PID namespace, as seen from outside. */
function members(namespace: string): string[] {
  return readdirSync("/proc").filter((pid) => {
    try {
      return (
        /^\d+$/.test(pid) &&
        readlinkSync(`/proc/${pid}/ns/pid`) === namespace &&
        !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"))
      );
    } catch {
      return false;
    }
  });
}

test("a runner that is killed leaves no process of its stack", { timeout: 300_000 }, async () => {
  const root = process.cwd();
  // A state of its own: the stack of the other tests may be running.
  const state = `${placesOf(root).state}-crash`;
  const program = `
    import { up } from ${JSON.stringify(join(import.meta.dirname, "stack.ts"))};
    import { placesOf } from ${JSON.stringify(join(import.meta.dirname, "..", "places.ts"))};
    await up({ ...placesOf(${JSON.stringify(root)}), state: ${JSON.stringify(state)} }, { profiles: [], tied: true, say: () => {} });
    process.stdout.write("up");
    setInterval(() => {}, 1000);`;
  const node = ["--import", import.meta.resolve("tsx"), "--input-type=module", "--eval", program];
  const runner = spawn(process.execPath, node, { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve, reject) => {
    runner.stdout.once("data", resolve);
    runner.once("exit", (code) => reject(new Error(`the runner ended with status ${code}`)));
  });
  const unshare = readFileSync(join(state, "unshare.pid"), "utf8");
  const [first] = readFileSync(`/proc/${unshare}/task/${unshare}/children`, "utf8").trim().split(" ");
  const namespace = readlinkSync(`/proc/${first}/ns/pid`);
  assert.ok(members(namespace).length >= 5, "init, supervisor, postgres, kafka and connect are there");
  runner.kill("SIGKILL");
  await until("every process of the stack is gone", async () => members(namespace).length === 0, { limit: 20_000 });
});
