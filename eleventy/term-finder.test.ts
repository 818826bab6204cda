import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { TermFinder } from "./term-finder.ts";

const finder = new TermFinder([
  { id: "slot", forms: ["слот репликации", "слота репликации", "слот", "слоты", "слотами репликации"] },
  { id: "replication", forms: ["репликация", "репликации"] },
  { id: "wal", forms: ["wal"] },
  { id: "tombstone", forms: ["запись-надгробие"] },
  { id: "lightweight", forms: ["лёгкий"] },
]);

/** What is found, as `id: text`. */
const found = (text: string, known?: Map<string, number>): string[] =>
  finder.firsts(text, known).map(({ id, start, end }) => `${id}: ${text.slice(start, end)}`);

test("the longest form at a place wins, also over a term inside of it", () => {
  assert.deepEqual(found("Держит слот репликации."), ["slot: слот репликации"]);
  assert.deepEqual(found("между слотами репликации"), ["slot: слотами репликации"]);
  assert.deepEqual(found("репликация и слот"), ["replication: репликация", "slot: слот"]);
});

test("a shorter form is found where the longer one goes on as another word", () => {
  assert.deepEqual(found("слот репликационный"), ["slot: слот"]);
});

test("upper and lower case are the same, and so are ё and е", () => {
  assert.deepEqual(found("СЛОТ, Wal и ЛЕГКИЙ"), ["slot: СЛОТ", "wal: Wal", "lightweight: ЛЕГКИЙ"]);
});

test("any white space stands for a space, no-break spaces and several too", () => {
  for (const space of ["\u00A0", "\u202F", "\n", "  ", " \t "]) {
    assert.deepEqual(found(`слот${space}репликации`), [`slot: слот${space}репликации`]);
  }
});

test("only whole words are found: letters, digits, hyphens and underscores go on with a word", () => {
  for (const text of ["слоте", "прослот", "wal_level", "max-wal", "wal2json", "walß", "éwal", "слот\u0301", "𝒜wal"]) {
    assert.deepEqual(found(text), [], text);
  }
  assert.deepEqual(found("(wal)"), ["wal: wal"]);
  assert.deepEqual(found("«слот»…"), ["slot: слот"]);
  assert.deepEqual(found("запись-надгробие"), ["tombstone: запись-надгробие"]);
});

test("only the first use of each term is found, and none behind a place that is known", () => {
  assert.deepEqual(found("слот, слоты, wal, слот"), ["slot: слот", "wal: wal"]);
  assert.deepEqual(
    found(
      "слот и wal",
      new Map([
        ["slot", 3],
        ["wal", 2],
      ]),
    ),
    ["slot: слот"],
  );
});

test("a glossary without terms finds nothing", () => {
  assert.deepEqual(new TermFinder([]).firsts("слот"), []);
});

test("places are those of the text, whatever letters it holds", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (before, after) => {
      const text = `${before} слот ${after}`;
      const [first] = new TermFinder([{ id: "slot", forms: ["слот"] }]).firsts(text);
      // In a text with letters that grow when they become small, case is not folded; the form itself is still found.
      assert.ok(first && text.slice(first.start, first.end).toLowerCase() === "слот", text);
    }),
  );
});
