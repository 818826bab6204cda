import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Term } from "../../content/_data/glossary.ts";
import { checkWording } from "./check.ts";
import type { Exception } from "./exceptions.ts";
import { inflected } from "./inflection.ts";
import { APART, lineAt, ProseReader } from "./prose.ts";
import { courseTexts } from "./texts.ts";

const reader = new ProseReader(process.cwd());

const term = (name: string, english: string, rest: Partial<Term> = {}): Term => ({
  id: english.replaceAll(" ", "-"),
  term: name,
  english,
  definition: "",
  why: "",
  forms: [name],
  synonyms: [],
  rejected: [],
  lessons: [],
  sources: [],
  ...rest,
});

const TERMS = [
  term("снимок", "snapshot", { synonyms: ["начальный снимок"], rejected: ["снапшот", "слепок"] }),
  term("слот репликации", "replication slot, slot", { synonyms: ["слот"], rejected: ["репликационный слот"] }),
  term("журнал предзаписи", "write-ahead log, WAL", { synonyms: ["WAL"] }),
  term("запись-надгробие", "tombstone", { forms: ["запись-надгробие", "tombstone-записи"] }),
  term("отставание", "lag", { rejected: ["лаг"] }),
  term("потоковое чтение", "streaming"),
];

const wrong = (markdown: string, exceptions: Exception[] = [], source = "") =>
  checkWording(reader.markdown("lesson.md", markdown), TERMS, exceptions, { file: "exceptions.ts", text: source }).map(
    ({ message }) => message,
  );

const refuses = (markdown: string, ...messages: string[]) => assert.deepEqual(wrong(markdown), messages);

test("a rejected name is found in any case and number, with the line and the names allowed", () => {
  const expected = "снимок, начальный снимок";
  refuses(
    "Слот.\n\nПосле *снапшотов* и\nслепка,\nсо слепком",
    `lesson.md:3: «снапшотов» is a name that the glossary rejects; expected ${expected}`,
    `lesson.md:4: «слепка» is a name that the glossary rejects; expected ${expected}`,
    `lesson.md:5: «слепком» is a name that the glossary rejects; expected ${expected}`,
  );
  refuses(
    "| Что |\n|---|\n| Репликационными\u00A0слотами |",
    "lesson.md:3: «Репликационными слотами» is a name that the glossary rejects; expected слот репликации, слот",
  );
});

test("a longer word that begins like a rejected name is another word", () => {
  refuses("Лагерь, лагуна, слепота.");
  assert.match("лаги", inflected("лаг"));
  assert.match("лентой слепков", inflected("слепок"));
  assert.match("чёрными ящиками", inflected("чёрный ящик"));
  assert.match("черного ящика", inflected("чёрный ящик"));
  assert.doesNotMatch("ящик", inflected("чёрный ящик"));
});

test("comments in code, labels of diagrams, titles and descriptions are held to it too", () => {
  refuses(
    "---\ntitle: Снапшоты\ndescription: Все лаги.\n---\n```sql\n-- снапшот\n```",
    "lesson.md:2: «Снапшоты» is a name that the glossary rejects; expected снимок, начальный снимок",
    "lesson.md:3: «лаги» is a name that the glossary rejects; expected отставание",
    "lesson.md:6: «снапшот» is a name that the glossary rejects; expected снимок, начальный снимок",
  );
  refuses(
    '```mermaid caption="Путь"\nflowchart TD\n  accTitle: Путь\n  accDescr: Путь.\n  a["лаг"]\n```',
    "lesson.md:5: «лаг» is a name that the glossary rejects; expected отставание",
  );
});

test("a word written twice is found, also across the end of a line and around emphasis", () => {
  refuses("База и и журнал.", "lesson.md:1: «и и» is one word written twice; expected it once");
  refuses("Один, два\nи три на\nна четвёртом.", "lesson.md:2: «на на» is one word written twice; expected it once");
  refuses("- Что это *это* слот", "lesson.md:1: «это это» is one word written twice; expected it once");
});

test("words that code, a comma or the end of a block parts are not written twice", () => {
  refuses("Это `x` это, это. Это\n\nэто чуть-чуть и еле-еле. 10 10");
  refuses("```sql\nEND END\n```");
});

test("a letter of another alphabet is found in text and in code", () => {
  refuses("Один cлот.", "lesson.md:1: «cлот» mixes alphabets: Latin c, Cyrillic лот; expected one alphabet in a word");
  refuses(
    "Свойство\n`snарshot.mode`",
    "lesson.md:2: «snарshot» mixes alphabets: Latin snshot, Cyrillic ар; expected one alphabet in a word",
  );
  refuses("WAL-запись, `<имя>_slot`, 64-разрядный, `${ИМЯ}x`");
});

test("English that has a Russian name is found in Russian text, alone, among small words and as half of a word", () => {
  const snapshot = "is English in Russian text; expected снимок, начальный снимок";
  refuses("Делаем snapshot таблицы.", `lesson.md:1: «snapshot» ${snapshot}`);
  refuses("Делаем\ntable snapshot.", `lesson.md:2: «table snapshot» ${snapshot}`);
  refuses(
    "Snapshot-режим и snapshot'ы",
    `lesson.md:1: «Snapshot-режим» ${snapshot}`,
    `lesson.md:1: «snapshot'ы» ${snapshot}`,
  );
  refuses(
    "Эти replication\nslots и slots",
    "lesson.md:1: «replication slots» is English in Russian text; expected слот репликации, слот",
    "lesson.md:2: «slots» is English in Russian text; expected слот репликации, слот",
  );
});

test("English may stand in parentheses, quotation marks, code, titles of links, allowed names and proper names", () => {
  refuses(
    "Снимок (initial snapshot (full)), «replication slot 1 is active», `snapshot`, [Snapshots](https://a.example/).",
  );
  refuses("Журнал WAL, tombstone-записи, Spark Structured Streaming и snapshot.mode, snapshot_mode.");
  refuses("A snapshot of a slot.");
});

test("an exception lets a word pass in its file; one that nothing needs is refused, at its line", () => {
  const exception = { file: "lesson.md", found: "snapshot", because: "a title" };
  assert.deepEqual(wrong("Делаем snapshot.", [exception]), []);
  assert.deepEqual(wrong("Делаем снимок.", [exception], '[\n  { found: "snapshot" },\n]'), [
    "exceptions.ts:2: «snapshot» in lesson.md is refused by no rule; expected no such exception",
  ]);
  assert.equal(wrong("Делаем snapshot.", [{ ...exception, file: "other.md" }]).length, 2);
});

test("a text of a data file is named by its line", () => {
  const [piece] = reader.inline("data.ts", "Один `слот` и снапшот", 7);
  assert.ok(piece);
  assert.equal(lineAt(piece, 3), 7);
  const messages = checkWording([piece], TERMS, [], { file: "", text: "" }).map(({ message }) => message);
  assert.equal(messages.length, 1);
  assert.match(messages[0] ?? "", /^data\.ts:7: «снапшот»/);
});

test("lessons, pages and data files are read, and each text of a data file has its own line", async () => {
  const texts = await courseTexts(process.cwd());
  const files = new Set(texts.map(({ file }) => file));
  for (const file of [
    "about.md",
    "_data/glossary.ts",
    "_data/troubleshooting.ts",
    "_data/course.ts",
    "_data/changes.ts",
  ]) {
    assert.ok(files.has(`content/${file}`), file);
  }
  assert.ok([...files].some((file) => file.startsWith("content/course/module-2-postgresql/")));
  for (const file of [...files].filter((one) => one.endsWith(".ts"))) {
    const lines = readFileSync(file, "utf8").split("\n");
    for (const { text, line } of texts.filter((one) => one.file === file && one.kind === "text")) {
      const start = text.split(APART)[0]?.slice(0, 20) ?? "";
      assert.ok(lines[line - 1]?.includes(start), `${file}:${line}: ${start}`);
    }
  }
});
