import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { chooseDriver } from "./drivers.ts";
import { run } from "./program.ts";

const answers = async () => true;
const silent = async () => false;

test("Linux needs no Docker unless it is asked for", async () => {
  const never = () => Promise.reject(new Error("Docker is not to be asked"));
  assert.equal(await chooseDriver("linux", [], never), "native");
  assert.equal(await chooseDriver("linux", ["--compose"], answers), "compose");
});

test("any other system proves the labs with Docker, or not at all", async () => {
  assert.equal(await chooseDriver("darwin", [], answers), "compose");
  assert.equal(await chooseDriver("win32", [], silent), undefined);
});

test("where Docker is needed and missing, the proof ends with status 2 and says so", { timeout: 120_000 }, async () => {
  const node = [process.execPath, "--import", import.meta.resolve("tsx")];
  // Only Node on the PATH: no docker.
  const env = { PATH: join(dirname(process.execPath), "nothing-here") };
  const { status, stdout } = await run([...node, join(import.meta.dirname, "test.ts"), "--compose"], { env });
  assert.equal(status, 2, stdout);
  assert.match(stdout, /^Docker does not answer\. Only Linux can prove the labs without it/m);
  assert.match(stdout, /^\d+ passed, 0 failed$/m);
});
