import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseFenceInfo } from "./fence-info.ts";
import { SourcePlace } from "./source-place.ts";

const place = new SourcePlace("content/a.md", 7);
const parse = (info: string) => parseFenceInfo(info, place);
const refuses = (info: string, message: string | RegExp) =>
  assert.throws(() => parse(info), { name: "ContentError", message });

describe("a fence's info string", () => {
  test("a bare language is code without anything else", () => {
    const info = parse("sql");
    assert.equal(info.kind, "code");
    assert.deepEqual(JSON.parse(JSON.stringify(info)), { kind: "code", language: "sql", mark: [] });
  });

  test("attributes are read bare and quoted, in any order", () => {
    const info = parse('bash title="Слоты и WAL" mark=2,4-6 run=postgres');
    assert.deepEqual(JSON.parse(JSON.stringify(info)), {
      kind: "code",
      language: "bash",
      mark: [2, 4, 5, 6],
      run: "postgres",
      title: "Слоты и WAL",
    });
  });

  test("a file of the labs may be cut to a region", () => {
    const info = parse("json file=labs/connectors/orders.json region=slot");
    assert.equal(info.kind === "code" && info.file, "labs/connectors/orders.json");
    assert.equal(info.kind === "code" && info.region, "slot");
  });

  test("an output is plain text unless it says otherwise", () => {
    assert.deepEqual(parse("output"), { kind: "output", language: "text", mark: [] });
    assert.deepEqual(parse("output lang=json mark=3"), { kind: "output", language: "json", mark: [3] });
  });

  test("a diagram has a caption", () => {
    assert.deepEqual(parse('mermaid caption="Путь события"'), { kind: "diagram", caption: "Путь события" });
    refuses("mermaid", 'content/a.md:7: a diagram without a caption; expected caption="…" after mermaid');
  });

  test("an unknown or missing language lists the known ones", () => {
    refuses(
      "brainfuck",
      /^content\/a\.md:7: fence language "brainfuck"; expected bash, diff, .*yaml, output, mermaid$/,
    );
    refuses("", /^content\/a\.md:7: a fence without a language; expected bash/);
    refuses("constructor", /fence language "constructor"/);
    refuses("output lang=klingon", /output language "klingon"; expected bash/);
  });

  test("an attribute that is unknown, repeated or malformed is refused", () => {
    refuses(
      "sql fille=x",
      'content/a.md:7: attribute "fille" of sql; expected file, region, run, session, check, norun, mark, title',
    );
    refuses("sql session=b", 'content/a.md:7: session "b" without run=; expected run=… beside it');
    refuses("output run=bash", /attribute "run" of output; expected lang, mark/);
    refuses("sql run=bash run=mysql", /attribute "run" is given twice/);
    refuses("sql run", /"run" behind sql; expected key=value or key="some words"/);
    refuses('sql title="open', /behind sql/);
    refuses('sql title="a"run=bash', /behind sql/);
  });

  test("a check is a mark of what is run in the shell", () => {
    const info = parse("bash check run=bash");
    assert.equal(info.kind === "code" && info.check, true);
    refuses("bash check", "content/a.md:7: check without run=bash; expected run=bash check");
    refuses("sql run=postgres check", /check without run=bash/);
    refuses("bash run=bash check=yes", 'content/a.md:7: a value of "check"; expected check alone');
    refuses("bash run=bash check check", /attribute "check" is given twice/);
    refuses("output check", /attribute "check" of output; expected lang, mark/);
  });

  test("attributes that contradict each other are refused", () => {
    refuses("json region=a", /region "a" without a file/);
    refuses('json file=labs/a.json title="b"', /title= beside file=/);
    refuses('bash run=bash norun="нужен AWS"', /run= beside norun=/);
    refuses("bash run=windows", /run place "windows"; expected postgres, mysql, bash, python/);
  });

  test("marked lines are numbers and rising ranges", () => {
    for (const mark of ["0", "a", "3-1", "1,,2", "1-2-3"])
      refuses(`sql mark=${mark}`, /marked lines ".*"; expected lines such as 2,4-6/);
  });
});
