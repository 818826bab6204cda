import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compare, lineMatches, normalize, refresh } from "./match.ts";

const text = (lines: string) => lines.split("|");

test("blanks at the end of lines and empty lines around do not count", () => {
  assert.deepEqual(normalize("\n a  \n\nb\r\n\n"), [" a", "", "b"]);
});

test("an ellipsis within a line stands for any text, also for none", () => {
  assert.ok(lineMatches('"lsn": …,', '"lsn": 24680112,'));
  assert.ok(lineMatches("a…", "a"));
  assert.ok(!lineMatches("a…b", "ac"));
  assert.ok(!lineMatches("1.5 (…)", "1x5 (2)"));
});

test("an ellipsis alone on a line stands for any lines, also for none", () => {
  assert.equal(compare(text("a|…|z"), text("a|b|c|z")), undefined);
  assert.equal(compare(text("a|…|z"), text("a|z")), undefined);
});

test("a mismatch names the line that was expected and the one that came", () => {
  assert.deepEqual(compare(text("a|b|c"), text("a|x|c")), { line: 1, expected: "b", got: "x" });
  assert.deepEqual(compare(text("a|b"), text("a")), { line: 1, expected: "b", got: undefined });
  assert.deepEqual(compare(text("a"), text("a|b")), { line: 1, expected: undefined, got: "b" });
});

test("an update keeps what still holds, with its placeholders", () => {
  assert.deepEqual(refresh(text("id: …|state: a|end"), text("id: 7|state: b|end")), text("id: …|state: b|end"));
  assert.deepEqual(refresh(text("a|…|z|count 1"), text("a|b|c|z|count 2")), text("a|…|z|count 2"));
});

test("an update of what still matches changes nothing", () => {
  assert.deepEqual(refresh(text("a|…|z"), text("a|q|z")), text("a|…|z"));
});

test("whatever was expected, an updated output matches what was printed", () => {
  const line = fc.constantFrom("a", "b", "a…", "…", "c 1", "c 2");
  const printed = fc.constantFrom("a", "b", "ab", "c 1", "c 2", "");
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), fc.array(printed, { maxLength: 8 }), (expected, actual) => {
      assert.equal(compare(refresh(expected, actual), actual), undefined);
    }),
  );
});
