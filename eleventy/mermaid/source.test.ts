import assert from "node:assert/strict";
import { test } from "node:test";
import { normalise, readDiagram } from "./source.ts";

const NAMES = "accTitle: Имя\naccDescr: Описание\n";

/** What is wrong with a diagram, as `line: reason`. */
function faults(source: string): string[] {
  const read = readDiagram(normalise(source));
  return Array.isArray(read) ? read.map(({ line, reason }) => `${line}: ${reason}`) : [];
}

test("titles, comments and gaps are taken out, and lines lead back to the source", () => {
  const read = readDiagram(
    "flowchart LR\n  accTitle: Путь  события\n\n  %% заметка\n  a --> b\n  accDescr {\n    Две\n    строки\n  }\n  b --> c",
  );
  assert.ok(!Array.isArray(read));
  assert.equal(read.title, "Путь события");
  assert.equal(read.description, "Две строки");
  assert.equal(read.code, "flowchart LR\n  a --> b\n  b --> c");
  assert.deepEqual(read.lines, [1, 5, 10]);
  assert.equal(read.kind.name, "flowchart");
});

test("line ends, common indentation and space at line ends make no other diagram", () => {
  assert.equal(normalise("  pie  \r\n    a\r\n\r\n"), "pie\n  a");
});

test("a diagram without accTitle or accDescr is refused", () => {
  assert.deepEqual(faults("%% заметка\npie\n  accDescr: Описание"), [
    '2: no accTitle; expected a line "accTitle: …" that names the diagram',
  ]);
  assert.deepEqual(faults("pie\n  accTitle: Имя\n  accDescr:"), [
    '1: no accDescr; expected a line "accDescr: …" that says in words what it shows',
  ]);
  assert.match(faults(`pie\n${NAMES}accTitle: Ещё одно`)[0] ?? "", /^4: second accTitle/);
  assert.match(faults("pie\naccTitle: Имя\naccDescr {\n  Описание")[0] ?? "", /^3: accDescr \{ is not closed/);
});

test("an unknown kind is refused with the known ones", () => {
  assert.match(
    faults(`flowchrt LR\n${NAMES}a --> b`)[0] ?? "",
    /^1: unknown kind "flowchrt"; expected flowchart, sequenceDiagram,/,
  );
  assert.match(faults("")[0] ?? "", /^1: unknown kind ""/);
});

test("own styles and colours are refused in every form, with the classes to use", () => {
  const refused = {
    "classDef hot fill:#f00": "classDef",
    "style a fill:#ffe8cc": "style",
    "linkStyle 0 stroke:red": "linkStyle",
    '%%{init: {"themeVariables": {"primaryColor": "#fff"}}}%%': "directive",
  };
  for (const [line, word] of Object.entries(refused)) {
    const [fault = ""] = faults(`flowchart LR\n${NAMES}a --> b\n${line}`);
    assert.ok(fault.startsWith(`5: ${word}`), fault);
    assert.match(fault, /:::accent, :::muted, :::warn, :::ok/);
  }
  assert.match(faults(`sequenceDiagram\n${NAMES}rect rgb(1, 2, 3)`)[0] ?? "", /^4: colour "rgb\(/);
  assert.match(faults(`sequenceDiagram\n${NAMES}box #aabbcc Группа`)[0] ?? "", /^4: colour "#aabbcc/);
  assert.match(faults(`---\ntitle: a\n---\npie\n${NAMES}`)[0] ?? "", /^1: front matter/);
  assert.match(faults(`gantt\n${NAMES}todayMarker stroke:#f00`)[0] ?? "", /^4: todayMarker/);
});

test("issue numbers in labels are no colours", () => {
  assert.deepEqual(faults(`flowchart LR\n${NAMES}a["потеря строк, #2359"] --> b["#quot;да#quot;"]`), []);
  assert.deepEqual(faults(`sequenceDiagram\n${NAMES}A->>B: исправлено в #2359`), []);
});

test("only the named classes are allowed, however they are given", () => {
  const all = "a:::accent --> b:::muted\nc:::warn --> d([Да]):::ok\nclass a,b accent";
  assert.deepEqual(faults(`flowchart LR\n${NAMES}${all}`), []);
  assert.deepEqual(faults(`flowchart LR\n${NAMES}a:::hot --> b`), ['4: class "hot"; expected accent, muted, warn, ok']);
  assert.deepEqual(faults(`flowchart LR\n${NAMES}class a,b hot`), ['4: class "hot"; expected accent, muted, warn, ok']);
  assert.deepEqual(faults(`stateDiagram-v2\n${NAMES}class A hot`), [
    '4: class "hot"; expected accent, muted, warn, ok',
  ]);
  assert.deepEqual(faults(`classDiagram\n${NAMES}class Source {\n  +int x\n}\ncssClass "Source" accent`), []);
  assert.deepEqual(faults(`classDiagram\n${NAMES}cssClass "Source" hot`), [
    '4: class "hot"; expected accent, muted, warn, ok',
  ]);
  assert.deepEqual(faults(`mindmap\n${NAMES}  Корень\n    :::accent`), ['5: class "accent"; a mindmap has no classes']);
});

test("characters that the diagram font lacks are refused, also by number", () => {
  assert.match(faults(`flowchart LR\n${NAMES}a["WAL → Kafka"]`)[0] ?? "", /^4: character "→" \(U\+2192\)/);
  assert.match(faults(`flowchart LR\n${NAMES}a["#8594;"]`)[0] ?? "", /^4: character "→"/);
  assert.deepEqual(faults(`flowchart LR\n${NAMES}a["«Ёж» — № 5…"]`), []);
});
