import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { Session } from "./session.ts";

const LIMIT = 60_000;

/** A session that ends with its test, also when that fails. */
function open(t: TestContext, place: "bash" | "python"): Session {
  const labs = mkdtempSync(join(tmpdir(), "labs-"));
  mkdirSync(join(labs, "python"));
  const session = new Session(place, labs);
  t.after(() => {
    session.close();
    rmSync(labs, { recursive: true });
  });
  return session;
}

test("a shell remembers variables and its folder from block to block", async (t) => {
  const session = open(t, "bash");
  await session.run("cd /; name=value", LIMIT);
  const { text, status } = await session.run('echo "$PWD $name"', LIMIT);
  assert.equal(text.trimEnd(), "/ value");
  assert.equal(status, 0);
});

test("a command that reads its input does not swallow the rest of the block", async (t) => {
  const session = open(t, "bash");
  const { text } = await session.run("cat\necho still here", LIMIT);
  assert.equal(text.trimEnd(), "still here");
});

test("the exit status and what was said on standard error are told apart from the output", async (t) => {
  const session = open(t, "bash");
  const { text, aside, status } = await session.run("echo out; echo oops >&2; (exit 3)", LIMIT);
  assert.deepEqual([text.trimEnd(), aside, status], ["out", "oops\n", 3]);
});

test("a block that hangs is given up with what it had printed", async (t) => {
  const session = open(t, "bash");
  // The shell is up before the clock starts.
  await session.run("true", LIMIT);
  await assert.rejects(session.run("echo begun; sleep 600", 2000), /did not end within 2 s\nprinted so far:\nbegun/);
});

test("a process that ends is an error", async (t) => {
  const session = open(t, "bash");
  await assert.rejects(session.run("exit 4", LIMIT), /ended with status 4/);
});

test("Python finds modules where a reader starts it", async (t) => {
  const session = open(t, "python");
  await session.run("import pathlib; pathlib.Path('beside.py').write_text('x = 7')", LIMIT);
  assert.equal((await session.run("import beside; print(beside.x)", LIMIT)).text.trimEnd(), "7");
});

test("Python blocks share their names, and an exception is a status", async (t) => {
  const session = open(t, "python");
  await session.run("x = 20", LIMIT);
  assert.equal((await session.run("print(x + 1)", LIMIT)).text.trimEnd(), "21");
  const { status, aside } = await session.run("1 / 0", LIMIT);
  assert.equal(status, 1);
  assert.match(aside, /ZeroDivisionError/);
});
