import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { contractsOf, contractTable, currentTable, typedEvents, withTable } from "./contracts.ts";

const SOURCE = `
/** Something else. */
const other = 1;

/**
 * Marks a lesson as done, or takes
 * the mark back. Then offers more.
 * @attr lesson - id of the lesson
 * @slot - what comes next, a | printed link
 * @fires lesson-toggle - after the state
 *   is saved
 */
export class LessonComplete extends LitElement {}
customElements.define("lesson-complete", LessonComplete);
`;

test("a contract is read from the doc comment right above the element", () => {
  assert.deepEqual(contractsOf(SOURCE, "a.ts"), [
    {
      tag: "lesson-complete",
      summary: "Marks a lesson as done, or takes the mark back.",
      tags: {
        attr: ["lesson - id of the lesson"],
        slot: ["- what comes next, a | printed link"],
        csspart: [],
        fires: ["lesson-toggle - after the state is saved"],
      },
    },
  ]);
});

test("an element without a doc comment is refused by name", () => {
  const source = 'export class A extends LitElement {}\ncustomElements.define("a-b", A);';
  assert.throws(() => contractsOf(source, "components/a.ts"), /components\/a\.ts: class A of <a-b> has no doc comment/);
});

test("the table has a row for each element and each event, and its cells cannot break out", () => {
  const events = typedEvents('interface X {\n    "lesson-toggle": CustomEvent<LessonToggle>;\n}');
  const table = contractTable(contractsOf(SOURCE, "a.ts"), events);
  assert.match(table, /^\| `<lesson-complete>` \| Marks .* \| `lesson`: id of the lesson \| what .* a \\\| printed/m);
  assert.match(table, /^\| `lesson-toggle` \| `CustomEvent<LessonToggle>` \|$/m);
});

test("the table goes between its marks, and a document without them is refused", () => {
  const document = "A\n<!-- contracts: begin; written by tools/contracts.ts -->\nold\n<!-- contracts: end -->\nB\n";
  const once = withTable(document, "T");
  assert.match(once, /begin.*-->\n\nT\n\n<!-- contracts: end -->\nB\n$/);
  assert.equal(withTable(once, "T"), once);
  assert.throws(() => withTable("A", "T"), /no place for the table/);
});

test("CONTRIBUTING.md shows the elements as they are", () => {
  const document = readFileSync("CONTRIBUTING.md", "utf8");
  assert.ok(document === withTable(document, currentTable(".")), "stale; run npx tsx tools/contracts.ts");
});
