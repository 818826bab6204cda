import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { jsonLines, recordText } from "./captured-events.ts";

describe("JSON in lines", () => {
  test("keeps every literal as it was written, with the path of its value", () => {
    const lines = jsonLines('{"ts_ns":1795268347297732315,"a":{"b":null,"c":[1, "x,}"]},"empty":{}}');
    assert.deepEqual(
      lines.map(({ depth, path, name, text, end }) => `${" ".repeat(depth)}${name ?? "-"} ${text}${end} @${path}`),
      [
        "- { @",
        " ts_ns 1795268347297732315, @ts_ns",
        " a { @a",
        "  b null, @a.b",
        "  c [ @a.c",
        "   - 1, @a.c",
        '   - "x,}" @a.c',
        "  - ] @",
        " - }, @",
        " empty {} @empty",
        "- } @",
      ],
    );
  });

  test("says the same as the text it was given", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const printed = jsonLines(text)
          .map(({ name, text, end }) => (name === undefined ? "" : `${JSON.stringify(name)}:`) + text + end)
          .join("\n");
        assert.deepEqual(JSON.parse(printed), JSON.parse(text));
      }),
    );
  });

  test("refuses what is no JSON", () => {
    assert.throws(() => jsonLines('{"a":}'), SyntaxError);
  });
});

test("a record is one JSON text, of a tombstone too", () => {
  assert.deepEqual(JSON.parse(recordText({ headers: { a: "0" }, key: '{"id":1}', value: "null" })), {
    headers: { a: 0 },
    key: { id: 1 },
    value: null,
  });
});
