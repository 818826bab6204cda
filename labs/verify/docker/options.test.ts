import assert from "node:assert/strict";
import { test } from "node:test";
import { parseOptions } from "./options.ts";

const KINDS = { "-i": "flag", "-t": "flag", "-n": "value", "--tail": "value" } as const;
const NAMES = { "-n": "tail" };

test("options are read in all their spellings", () => {
  const parsed = parseOptions(["-it", "--tail=5", "-n", "6", "connect"], "logs", KINDS, NAMES);
  assert.deepEqual(parsed, { options: { "-i": ["true"], "-t": ["true"], tail: ["5", "6"] }, words: ["connect"] });
});

test("the options of the program that is run are its own", () => {
  const parsed = parseOptions(["-i", "postgres", "psql", "-it", "--x"], "exec", KINDS, NAMES, true);
  assert.deepEqual(parsed.words, ["postgres", "psql", "-it", "--x"]);
});

test("an unknown option is refused with those that are known", () => {
  assert.throws(() => parseOptions(["--follow"], "logs", KINDS), /logs: option --follow; expected -i, -t, -n, --tail/);
  assert.throws(() => parseOptions(["-n"], "logs", KINDS), /logs: option -n without its value/);
});
