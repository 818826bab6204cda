import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { render } from "./testing.ts";
import { typeset } from "./typography.ts";

const typesetAnew = (blocks: string[][]) => typeset(blocks, new Map());

/** Sets one block of one piece; non-breaking spaces show as "_". */
const set = (text: string) =>
  typesetAnew([[text]])
    .flat()
    .join("")
    .replace(/\u00A0/g, "_");

describe("Russian typography", () => {
  for (const [written, printed] of [
    ['"слот"', "«слот»"],
    ['он "сказал "да"" и', "он_«сказал „да“» и"],
    ["слот - это", "слот_— это"],
    ["слот -- это", "слот_— это"],
    ["в базе и на диске", "в_базе и_на_диске"],
    ["16 МБ, 5 % и 30 минут", "16_МБ, 5_% и_30_минут"],
    ["10 ms, 3 GiB, 5 с", "10_ms, 3_GiB, 5_с"],
    ["и т.д. Далее", "и_т._д. Далее"],
    ["ждать...", "ждать…"],
    ["так ли это", "так_ли это"],
    ["№5", "№\u202F5"],
  ] as const) {
    test(`sets ${written}`, () => assert.equal(set(written), printed));
  }

  for (const technical of [
    "1..3",
    "a -> b <- c => d",
    "(c) (r) (tm)",
    "3.7.0.Final",
    "--if-not-exists",
    "x86_64",
    "0x10",
    "2026-01-02",
    "10:30:00.123",
    "a != b <= c >= d",
    "1/2",
    "host:port",
    "a,b;c",
    "wal_level=logical",
    "{{ x }} {% y %}",
    "C:\\u00a0;",
    "&nbsp; &amp; &#160;",
    "<b>x</b>",
    "https://debezium.io/a--b...c",
    "!important",
    "5.5%",
    "25-ый",
    "PostgreSQL 18 умеет",
    "10 x 5",
  ]) {
    test(`leaves ${technical} alone`, () => assert.equal(set(technical), technical));
  }

  test("pairs quotes across code and emphasis", () => {
    assert.equal(
      render('"слот `a`" и **"вот"** ("скобки"), "`b` c"\n'),
      "<p>«слот <code>a</code>» и\u00A0<strong>«вот»</strong> («скобки»), «<code>b</code> c»</p>\n",
    );
  });

  test("an unpaired quote does not reach the next block", () => {
    assert.deepEqual(typesetAnew([['экран "5 дюймов'], ['"слот"']])[1], ["«слот»"]);
  });

  test("a line break after a preposition becomes a non-breaking space", () => {
    assert.equal(render("хранится в\nслоте\n"), "<p>хранится в\u00A0слоте</p>\n");
  });

  test("code, addresses and bare links stay as they are", () => {
    assert.equal(
      render('`"a" - b` <https://x.example/a-"b">\n'),
      '<p><code>&quot;a&quot; - b</code> <a href="https://x.example/a-%22b%22">https://x.example/a-&quot;b&quot;</a></p>\n',
    );
  });

  test("letters and digits of any text come out as they went in, piece by piece", () => {
    const unit = fc.constantFrom(
      ...'абвкси иDz019"«».,-—!?()<>&\\%№…/:;=_'.split(""),
      " - ",
      "...",
      "т.д.",
      " МБ",
      "https://x.example/",
    );
    const blocks = fc.array(fc.array(fc.string({ unit, maxLength: 30 }), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 5,
    });
    const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");
    fc.assert(
      fc.property(blocks, (written) => {
        assert.deepEqual(
          typesetAnew(written).map((pieces) => pieces.map(bare)),
          written.map((pieces) => pieces.map(bare)),
        );
      }),
    );
  });

  test("a text that was set before is not set again", () => {
    const texts = new Map<string, string>();
    render('"a"\n', { texts });
    for (const source of texts.keys()) texts.set(source, "из памяти");
    assert.equal(render('"a"\n', { texts }), "<p>из памяти</p>\n");
  });

  test("a text that holds the separator itself stays as it was written", () => {
    assert.equal(render('"a" \uF000 b\n'), "<p>&quot;a&quot; \uF000 b</p>\n");
  });
});
