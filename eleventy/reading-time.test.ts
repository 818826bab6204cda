import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import plan from "../content/_data/course.ts";
import { buildCourse } from "./course.ts";
import { readLessonSource } from "./lesson-source.ts";
import { labLines, measureLesson, readingMinutes, timeMistake, totalMinutes } from "./reading-time.ts";

const measure = (source: string, lines = 0) => measureLesson(readLessonSource(source), () => lines);
const reading = (source: string, lines = 0) => readingMinutes(measure(source, lines));
const total = (source: string) => totalMinutes(measure(source));

const words = (count: number) => `${"слово ".repeat(count)}\n\n`;
const lines = (count: number) => "a b c d e f\n".repeat(count);
const run = "```bash run=bash\ntrue\n```\n\n";

test("prose is read at 170 words a minute, and a lesson takes at least one", () => {
  assert.equal(reading(words(1700)), 10);
  assert.equal(reading("Коротко."), 1);
});

test("addresses of links and notes with sources are not read", () => {
  const address = "https://example.org/a-very-long-address";
  const links = `[x](${address}) `.repeat(170);
  assert.equal(reading(`${links}\n\n${`[^note]: [Очень длинное название](${address})\n`.repeat(1000)}`), 1);
});

test("code and outputs are looked through by lines, whatever their words", () => {
  assert.equal(reading(`${words(170)}\`\`\`sql\n${lines(120)}\`\`\`\n`), 4);
  assert.equal(reading(`${words(170)}\`\`\`output\n${lines(120)}\`\`\`\n`), 4);
});

test("a file of the labs is looked through as it is shown", () => {
  assert.equal(reading(`${words(170)}\`\`\`sql file=labs/a.sql region=b\n\`\`\`\n`, 120), 4);
  const counted = labLines(process.cwd());
  const listeners = counted("labs/kafka/server.properties", "listeners");
  assert.ok(listeners > 1 && listeners < counted("labs/kafka/server.properties", undefined), `${listeners} lines`);
  assert.equal(counted("labs/no-such-file", undefined), 0);
});

test("diagrams and questions take time too, and the words of a picture are not prose", () => {
  const diagram = `\`\`\`mermaid caption="Схема"\n${lines(50)}\`\`\`\n\n`;
  assert.equal(reading(words(170) + diagram.repeat(3)), 2);
  assert.equal(reading(`${words(170)}::: quiz\n${"1. В?\n".repeat(4)}:::\n`), 3);
  assert.equal(reading(`${words(170)}${"1. В?\n".repeat(4)}`), 1, "a numbered list is no quiz");
});

test("a block that is executed takes two and a half minutes, one that is only shown takes none", () => {
  assert.equal(total(words(1700) + run.repeat(4)), 20);
  assert.equal(total(`${words(1700)}\`\`\`bash norun="нужен AWS"\ntrue\n\`\`\`\n`), 10);
});

test("an exercise takes ten minutes with all its blocks, an element to play with five", () => {
  assert.equal(total(`${words(1700)}:::: exercise Слот\n${run}::: solution\n${run}:::\n::::\n\n${run.repeat(2)}`), 25);
  assert.equal(total(`${words(1700)}::: slot-simulator\n:::\n\n::: events\n:::\n`), 20);
});

test("an author's number may be a tenth off, and five minutes in a short lesson", () => {
  const long = measure(words(170 * 80));
  assert.equal(timeMistake(88, long), null);
  assert.equal(
    timeMistake(89, long),
    "estimatedTime 89, measured 80 (prose 80, code 0, quiz 0, blocks 0, exercises 0); expected 72 to 88",
  );
  const short = measure(words(170 * 20));
  assert.equal(timeMistake(15, short), null);
  assert.match(timeMistake(14, short) ?? "", /measured 20 .* expected 15 to 25/);
});

test("the time that each lesson states is the one that is measured", () => {
  const mistakes = buildCourse(plan, process.cwd()).lessons.flatMap(({ file, minutes }) => {
    const time = file && measureLesson(readLessonSource(readFileSync(file, "utf8")), labLines(process.cwd()));
    const mistake = time && timeMistake(minutes ?? 0, time);
    return mistake ? `${file}: ${mistake}` : [];
  });
  assert.deepEqual(mistakes, []);
});
