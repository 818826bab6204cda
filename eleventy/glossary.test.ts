import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import plan from "../content/_data/course.ts";
import real, { type Term } from "../content/_data/glossary.ts";
import { plannedIds } from "./entries.ts";
import { glossaryRecords, readGlossary } from "./glossary.ts";

const FILE = "content/_data/glossary.ts";

const term = (id: string, name: string, rest: Partial<Term> = {}): Term => ({
  id,
  term: name,
  english: id,
  definition: "Это `код`.",
  why: "Потому что.",
  forms: [name.toLowerCase()],
  synonyms: [],
  rejected: [],
  lessons: ["module-1/01-first"],
  sources: [{ title: "Source", url: "https://example.org/" }],
  ...rest,
});

/** Reads terms out of a file that gives each its id on a line of its own, from line 2 on. */
const read = (...terms: object[]) =>
  readGlossary({
    file: FILE,
    source: `const glossary = [\n${terms.map((term) => `  { id: "${(term as Term).id}" },`).join("\n")}\n];`,
    value: terms,
    lessons: new Set(["module-1/01-first", "module-2/02-planned"]),
  });

const refuses = (terms: object[], ...messages: string[]) =>
  assert.throws(
    () => read(...terms),
    (error: Error) => {
      assert.deepEqual(error.message.split("\n"), messages);
      return true;
    },
  );

test("the course's own glossary is right", () => {
  const source = readFileSync(FILE, "utf8");
  const glossary = readGlossary({ file: FILE, source, value: real, lessons: plannedIds(plan) });
  assert.ok(glossary.terms.length >= 60);
  for (const { id, line } of glossary.terms) assert.match(source.split("\n")[line - 1] ?? "", new RegExp(`"${id}"`));
});

test("terms are listed by letter, in their order", () => {
  const { letters } = read(term("a", "Абзац"), term("b", "ангел"), term("c", "блок"), term("d", "WAL"));
  assert.deepEqual(
    letters.map(({ letter, terms }) => `${letter}: ${terms.map(({ url }) => url)}`),
    ["А: /glossary/#a,/glossary/#b", "Б: /glossary/#c", "W: /glossary/#d"],
  );
});

test("a term belongs to the module of its first lesson", () => {
  const glossary = read(
    term("a", "абзац", { lessons: ["module-2/02-planned", "module-1/01-first"] }),
    term("b", "блок"),
  );
  assert.deepEqual(
    ["module-1", "module-2", "module-3"].map((id) => glossary.ofModule(id).map((found) => found.id)),
    [["b"], ["a"], []],
  );
});

test("a term that is not to be linked by itself is not looked for", () => {
  const { finder } = read(term("a", "абзац", { link: false }), term("b", "блок"));
  assert.deepEqual(
    finder.firsts("абзац, блок").map(({ id }) => id),
    ["b"],
  );
});

test("an id, a form or a rejected name of two terms is refused", () => {
  refuses(
    [term("a", "абзац"), term("a", "блок")],
    `${FILE}:3: term "a": its id is taken; expected an id that no other entry has`,
  );
  refuses(
    [term("a", "абзац"), term("b", "блок", { forms: ["блок", "абзац"] })],
    `${FILE}:3: term "b": form «абзац» belongs to "a" too; expected forms that no other term has`,
  );
  refuses(
    [term("a", "абзац", { rejected: ["Блок"] }), term("b", "блок")],
    `${FILE}:2: term "a": rejected name «Блок» is a form of "b"`,
  );
  refuses(
    [term("a", "абзац", { rejected: ["кусок"], synonyms: ["кусок"] })],
    `${FILE}:2: term "a": «кусок» is a synonym and rejected`,
  );
});

test("a form that no text can hold is refused", () => {
  const expected = "small letters, single spaces";
  refuses(
    [term("a", "Абзац", { forms: ["абзац", "Абзаца", "два  абзаца"] })],
    `${FILE}:2: term "a": form «Абзаца»; expected ${expected}`,
    `${FILE}:2: term "a": form «два  абзаца»; expected ${expected}`,
  );
  refuses(
    [term("a", "абзац", { forms: ["абзац", "aбзаца"] })],
    `${FILE}:2: term "a": form «aбзаца» mixes alphabets; expected one alphabet in a word`,
  );
  refuses([term("a", "абзац", { forms: ["абзаца"] })], `${FILE}:2: term "a": its name «абзац» is not among its forms`);
});

test("another order than that of the Russian alphabet is refused", () => {
  refuses(
    [term("b", "блок"), term("a", "абзац")],
    `${FILE}:3: term "a": «абзац» stands after «блок»; expected the order of the Russian alphabet, Latin names last`,
  );
});

test("a lesson that is not planned is refused, and the nearest is named", () => {
  refuses(
    [term("a", "абзац", { lessons: ["module-1/01-frist"] })],
    `${FILE}:2: term "a": lesson "module-1/01-frist" is not in the plan; expected module-1/01-first`,
  );
});

test("a field that is unknown, missing or wrong is refused", () => {
  const { why: _, ...lacking } = term("a", "абзац");
  refuses([lacking], `${FILE}:2: term "a": field "why" is missing; expected string, received undefined`);
  refuses([{ ...term("a", "абзац"), note: "" }], `${FILE}:2: term "a": has an unknown field "note"`);
  refuses(
    [term("a", "абзац", { sources: [{ title: "a", url: "http://example.org" }] })],
    `${FILE}:2: term "a": field "sources.0.url" is "http://example.org"; expected an address that begins with https://`,
  );
});

test("the search gets a record for each term, with all its names and without marks of Markdown", () => {
  const [record] = glossaryRecords(read(term("a", "абзац", { synonyms: ["кусок"], rejected: ["параграф"] })));
  assert.deepEqual(record, {
    kind: "term",
    module: "module-1",
    url: "/glossary/#a",
    title: "абзац",
    text: "a, кусок, параграф\nЭто код.\nПотому что.",
  });
});
