import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { matcher, otherStem, wordsOf } from "./search-query.ts";

test("identifiers stay whole", () => {
  assert.deepEqual(wordsOf("wal_level snapshot.mode labs/postgres/init.sql exactly-once"), [
    "wal_level",
    "snapshot.mode",
    "labs/postgres/init.sql",
    "exactly-once",
  ]);
});

test("a pasted line of code or JSON gives its words, without brackets, quotes and single letters", () => {
  assert.deepEqual(wordsOf("pg_create_logical_replication_slot('s', 'pgoutput');"), [
    "pg_create_logical_replication_slot",
    "pgoutput",
  ]);
  assert.deepEqual(wordsOf('{"snapshot.mode": "initial"}'), ["snapshot.mode", "initial"]);
  assert.deepEqual(wordsOf("wal_level = logical"), ["wal_level", "logical"]);
});

test("several words in quotes are one phrase, one word in quotes is just a word", () => {
  assert.deepEqual(wordsOf("«слот репликации»"), ['"слот репликации"']);
  assert.deepEqual(wordsOf('"слот"'), ["слот"]);
});

test("single letters are looked for only when there is nothing else", () => {
  assert.deepEqual(wordsOf("я"), ["я"]);
  assert.deepEqual(wordsOf("((("), []);
});

test("a long log is cut to a few words", () => {
  assert.equal(wordsOf("слово ".repeat(100)).length, 8);
});

test("whatever is typed, words hold no white space and are not empty", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (query) => {
      const words = wordsOf(query);
      if (words[0]?.startsWith('"') && words.length === 1) return;
      for (const word of words) assert.match(word, /^\S+$/u);
    }),
  );
});

test("a word with a fleeting vowel has another stem, in both directions", () => {
  assert.equal(otherStem("снимок"), "снимк");
  assert.equal(otherStem("снимки"), "снимок");
  assert.equal(otherStem("снимками"), "снимок");
  assert.equal(otherStem("ошибка"), "ошибок");
  assert.equal(otherStem("задержек"), "задержк");
  assert.equal(otherStem("задержка"), "задержек");
  for (const word of ["слот", "блоки", "wal_level", "журнал"]) assert.equal(otherStem(word), undefined, word);
});

test("a hit holds the beginning of a wanted word, whatever its form and wherever in an identifier", () => {
  const matches = matcher(["слотами", "учет", "snapshot.mode", "connector"]);
  for (const text of ["слот", "Слоты,", "учётом", '{"snapshot.mode":', "PostgresConnector"])
    assert.notEqual(matches(text), -1, text);
});

test("it is told which word a hit fits", () => {
  const matches = matcher(["слотами", '"держит журнал"']);
  assert.deepEqual(["слот", "держит", "журналы", "о"].map(matches), [0, 1, 2, -1]);
});

test("the makeshift hit on a shorter word is none", () => {
  const matches = matcher(["опечатка", "слот"]);
  for (const text of ["о", "с", "опера"]) assert.equal(matches(text), -1, text);
});
