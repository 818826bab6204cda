import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { findChrome } from "../../tools/chrome.ts";
import { errorOf } from "./collect.ts";
import { compareDiagrams } from "./compare.ts";
import { readLabels, readTitle } from "./labels.ts";
import { type Rendered, renderDiagrams } from "./render.ts";
import { type Diagram, normalise, readDiagram } from "./source.ts";

const FIXTURES = fileURLToPath(new URL("fixtures/", import.meta.url));

/** Reads a diagram that keeps all rules. */
function diagram(source: string): Diagram {
  const read = readDiagram(normalise(source));
  if (Array.isArray(read)) throw new Error(read.map(({ reason }) => reason).join("; "));
  return read;
}

/** A diagram whose body is wrong, with its line in the source and a word of the reason. */
const BROKEN: Record<string, { body: string; line: number; says: RegExp }> = {
  flowchart: {
    body: "flowchart LR\n%% путь\n  a --> b\n\n  b --> --> c\n  c --> d",
    line: 7,
    says: /unexpected 'LINK'.*in: b --> --> c$/,
  },
  "flowchart after a shape and a gap": {
    body: "flowchart LR\n  a{Ветка}\n\n\n  b[открыта --> c",
    line: 7,
    says: /expected/,
  },
  "flowchart, unfinished": { body: "flowchart LR\n  subgraph s\n  a --> b", line: 5, says: /unexpected/ },
  sequence: { body: "sequenceDiagram\n  A->>B: да\n  A->>\n  B->>A: нет", line: 5, says: /unexpected/ },
  class: { body: "classDiagram\n  class A {\n    +int x\n  }\n  A <|-- \n  B <|-- C", line: 7, says: /unexpected/ },
  state: { body: "stateDiagram-v2\n  [*] --> A\n  A -> B", line: 5, says: /./ },
  er: { body: "erDiagram\n  A ||--o{ B : есть\n  A ||-- B", line: 5, says: /./ },
  gantt: {
    body: "gantt\n  dateFormat YYYY-MM-DD\n  section Один\n  Дело : a1, не дата, 3d",
    line: 6,
    says: /Invalid date/,
  },
  pie: { body: 'pie\n  "Один" : 10\n  Два : 20', line: 5, says: /unexpected character/ },
  gitGraph: { body: "gitGraph\n  commit\n  branch ветка\n  commit", line: 5, says: /./ },
  timeline: { body: "timeline\n  2014 : да\n  : : :\n  section", line: 5, says: /./ },
  mindmap: { body: "mindmap\n  Корень\n    Лист((\n  Второй корень", line: 6, says: /unexpected end of the diagram/ },
  "sequence with a named colour": {
    body: "sequenceDiagram\n  box Aqua Группа\n  participant A\n  end\n  A->>A: да",
    line: 1,
    says: /colour rgb\(0, 255, 255\)/,
  },
  "flowchart with nothing in it": { body: "flowchart LR\n%% пусто", line: 1, says: /an empty picture/ },
  "class with a link": { body: 'classDiagram\n  class A\n  click A href "https://example.org"', line: 1, says: /link/ },
  "flowchart with a class diagram's arrow": { body: "flowchart TD\n  a <|-- b", line: 4, says: /./ },
};

const names = readdirSync(FIXTURES).sort();

describe("a rendered diagram", { skip: findChrome() ? false : "no browser" }, () => {
  const printed: Record<string, string> = {};
  const faults: Record<string, Rendered> = {};
  const again: Record<string, string> = {};

  before(async () => {
    const sources = names.map((name) => diagram(readFileSync(FIXTURES + name, "utf8")));
    const broken = Object.values(BROKEN).map(({ body }) => diagram(withNames(body)));
    // One browser for all, and the fixtures twice.
    const results = await renderDiagrams([...sources, ...broken, ...sources]);
    const svgs = results.map((result) => ("svg" in result ? result.svg : JSON.stringify(result)));
    for (const [index, name] of names.entries()) {
      printed[name] = svgs[index] as string;
      again[name] = svgs[index + names.length + broken.length] as string;
    }
    for (const [index, name] of Object.keys(BROKEN).entries()) faults[name] = results[names.length + index] as Rendered;
  });

  for (const name of names) {
    test(`${name} is an SVG without style, class, data or literal colour, and names itself`, () => {
      const svg = printed[name] as string;
      assert.match(
        svg,
        /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 \d+ \d+" width="\d+" height="\d+" role="img"/,
      );
      assert.doesNotMatch(svg, /<style|<g[ >]| style=| class=| data-|#[0-9a-f]{3,8}\b|rgba?\(|NaN|undefined/);
      assert.match(svg, /aria-labelledby="__ID__t" aria-describedby="__ID__d"/);
      assert.match(svg, /<title id="__ID__t">[^<]+<\/title><desc id="__ID__d">[^<]+<\/desc>/);
      for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) assert.ok(svg.includes(`id="${id}"`), `${id} is missing`);
      for (const [, id] of svg.matchAll(/<marker id="([^"]+)"/g))
        assert.ok(svg.includes(`url(#${id})`), `${id} is unused`);
    });

    test(`${name} comes out the same twice, byte by byte`, () => {
      assert.equal(again[name], printed[name]);
      assert.equal(compareDiagrams(printed[name] as string, again[name] as string), null);
    });

    test(`${name} has no text smaller than 12 px`, () => {
      for (const [, size] of (printed[name] as string).matchAll(/font-size="([\d.]+)"/g))
        assert.ok(Number(size) >= 12, `${size} px`);
    });
  }

  test("keeps its words as text, in the order in which they are read", () => {
    const svg = printed["flowchart.mmd"] as string;
    assert.equal(readTitle(svg), "Путь изменения от базы до потребителя");
    assert.deepEqual(readLabels(svg).slice(0, 5), [
      "Приложение",
      "INSERT, UPDATE",
      "PostgreSQL",
      "WAL через слот репликации",
      "Kafka Connect",
    ]);
    assert.match(svg, />Debezium<tspan x="[\d.]+" y="[\d.]+">PostgresConnector<\/tspan><\/text>/);
  });

  test("shows the named classes with the site's colours", () => {
    for (const name of ["accent", "muted", "warn", "ok"])
      assert.match(printed["flowchart.mmd"] as string, new RegExp(`stroke="var\\(--d-${name}\\)"`));
    assert.match(printed["class.mmd"] as string, /stroke="var\(--d-accent\)" stroke-width="2"/);
    assert.match(printed["state.mmd"] as string, /stroke="var\(--d-warn\)" stroke-width="2"/);
    assert.match(printed["er.mmd"] as string, /stroke="var\(--d-accent\)" stroke-width="2"/);
  });

  test("is light: no kind takes more than 2 KB gzip", () => {
    for (const name of names) assert.ok(gzipSync(printed[name] as string).length <= 2048, name);
  });

  for (const [name, { body, line, says }] of Object.entries(BROKEN)) {
    test(`a broken diagram is refused with its line: ${name}`, () => {
      const result = faults[name] as Rendered;
      assert.ok("fault" in result, `printed ${JSON.stringify(result).slice(0, 200)}`);
      const { message } = errorOf(result.fault, { file: "content/course/x.md", line: 100, source: withNames(body) });
      assert.match(message, new RegExp(`^content/course/x\\.md:${100 + line}: mermaid: \\S`), message);
      assert.match(message, says);
      assert.doesNotMatch(message, /\n/);
    });
  }
});

/** Adds accTitle and accDescr under the first line. */
function withNames(body: string): string {
  return body.replace("\n", "\n  accTitle: Имя\n  accDescr: Описание\n");
}
