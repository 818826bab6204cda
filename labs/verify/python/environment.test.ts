import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { placesOf } from "../places.ts";
import { pythonEnvironment } from "./environment.ts";

/** A project with one lock, and a cache of its own. */
function project(t: TestContext, lock: string) {
  const root = mkdtempSync(join(tmpdir(), "python-"));
  t.after(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, "labs"));
  writeFileSync(join(root, "labs", "lock.txt"), lock);
  return placesOf(root, { XDG_CACHE_HOME: join(root, "cache") });
}

test("an environment is made once per lock", async (t) => {
  const places = project(t, "# nothing\n");
  const said: string[] = [];
  const make = () => pythonEnvironment(places, "labs/lock.txt", (line) => said.push(line));
  const folder = await make();
  assert.ok(existsSync(join(folder, "bin", "python")));
  assert.equal(await make(), folder);
  assert.deepEqual(said, ["installing labs/lock.txt"]);
});

test("a package that cannot be had is named, and nothing that looks finished is left", async (t) => {
  const places = project(t, `no-such-package==1.0 --hash=sha256:${"0".repeat(64)}\n`);
  const before = process.env.PIP_NO_INDEX;
  process.env.PIP_NO_INDEX = "1";
  t.after(() => {
    if (before === undefined) delete process.env.PIP_NO_INDEX;
    else process.env.PIP_NO_INDEX = before;
  });
  await assert.rejects(
    pythonEnvironment(places, "labs/lock.txt", () => {}),
    /labs\/lock\.txt: pip could not install it\n.*no-such-package==1\.0/,
  );
  assert.deepEqual(readdirSync(join(places.cache, "python")), []);
});
