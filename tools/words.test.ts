import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const LIST = "cspell-words.txt";
const words = readFileSync(LIST, "utf8")
  .split("\n")
  .filter((line) => line && !line.startsWith("#"));

test("the list of words that no dictionary has is sorted and names none twice", () => {
  const sorted = [...new Set(words)].sort((a, b) => a.localeCompare(b, "en"));
  assert.deepEqual(words, sorted);
});

test("each word of the list occurs in the project; one that does not is stale", () => {
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    encoding: "utf8",
  });
  const text = files
    .split("\0")
    .filter((file) => /\.(md|njk|ts|mjs|css|yml|yaml|py|sql|sh)$/.test(file))
    .map((file) => readFileSync(file, "utf8").toLowerCase())
    .join("\n");
  assert.deepEqual(
    words.filter((word) => !text.includes(word.toLowerCase())),
    [],
  );
});
