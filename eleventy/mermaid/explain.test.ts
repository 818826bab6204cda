import assert from "node:assert/strict";
import { test } from "node:test";
import { explain } from "./explain.ts";
import { type Diagram, readDiagram } from "./source.ts";

const diagram = readDiagram("pie\naccTitle: Имя\naccDescr: Описание\n\n  Два : 20\n  Три : 30") as Diagram;

test("a line of the code becomes the line of the source", () => {
  assert.deepEqual(
    explain(
      { message: "Parsing failed: Lexer error on line 2, column 3: unexpected character: ->Д<-", line: 2 },
      diagram,
    ),
    {
      line: 5,
      reason: "Lexer error: unexpected character: ->Д<- in: Два : 20",
    },
  );
});

test("a line outside the code is brought back inside", () => {
  assert.equal(explain({ message: "x", line: 99 }, diagram).line, 6);
  assert.equal(explain({ message: "x", line: 0 }, diagram).line, 1);
});

test("a long list of what was expected is cut, a drawing of the place left out", () => {
  const message = "Parse error on line 2:\n...a --> b\n-----^\nExpecting 'A', 'B', 'C', 'D', 'E', 'F', 'G', got 'LINK'";
  assert.equal(
    explain({ message, line: 2 }, diagram).reason,
    "unexpected 'LINK'; expected 'A', 'B', 'C', 'D', 'E', 'F', … in: Два : 20",
  );
});

test("without a line, the line that holds what is named is found", () => {
  assert.deepEqual(explain({ message: "Invalid date:Три : 30", line: null }, diagram), {
    line: 6,
    reason: "Invalid date:Три : 30 in: Три : 30",
  });
  assert.deepEqual(explain({ message: "Something", line: null }, diagram), { line: 1, reason: "Something" });
});
