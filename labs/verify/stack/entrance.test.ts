import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { run } from "../program.ts";
import { dockerScript, enterWords, entrance, entrances } from "./entrance.ts";

const state = mkdtempSync(join(tmpdir(), "entrance 'x' "));
after(() => rmSync(state, { recursive: true }));
mkdirSync(entrances(state), { recursive: true });
writeFileSync(entrance(state, "kafka"), 'exec printf "entered|%s" "$@"\n');
const docker = join(state, "docker");
writeFileSync(docker, dockerScript(state, ["printf", "stand-in|%s"]));

/** What `docker` does with these words. */
async function done(...words: string[]): Promise<string> {
  return (await run(["sh", docker, ...words])).stdout;
}

test("what only enters a running service is done at once, its words as they are", async () => {
  for (const option of [[], ["-T"]]) {
    assert.equal(await done("compose", "exec", ...option, "kafka", "a  b $HOME"), "entered|a  b $HOME");
  }
});

test("all else is the stand-in's", async () => {
  for (const words of [
    ["compose", "exec", "postgres", "ls"],
    ["compose", "exec", "kafka"],
    ["compose", "exec", "-T", "kafka"],
    ["compose", "exec", "-e", "A=1", "kafka", "ls"],
    ["compose", "exec", "../entrances/kafka", "ls"],
    ["compose", "ps"],
    ["ps"],
    [],
  ]) {
    assert.match(await done(...words), /^stand-in\|/, words.join(" "));
  }
});

test("a service is entered with its own environment", () => {
  assert.deepEqual(enterWords({ pid: 7, env: { A: "b c" } }, "/x", ["D=e"]), [
    ...["nsenter", "--target", "7", "--mount", "--root", "--"],
    ...["env", "-i", "-C", "/x", "A=b c", "D=e"],
  ]);
});
