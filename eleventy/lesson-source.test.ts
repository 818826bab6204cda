import assert from "node:assert/strict";
import { test } from "node:test";
import { missingSections, readLessonSource } from "./lesson-source.ts";

const FRONT = "---\ntitle: Урок\n---\n";

test("what looks like Markdown inside of a fence is no text", () => {
  const { text, fences } = readLessonSource(
    `${FRONT}Текст.\n\n\`\`\`bash run=bash\n## Контрольный список\n- x\n\`\`\`\nЕщё.`,
  );
  assert.deepEqual(
    text.filter(({ content }) => content).map(({ line, content }) => [line, content]),
    [
      [4, "Текст."],
      [10, "Ещё."],
    ],
  );
  assert.deepEqual(fences, [{ info: "bash run=bash", body: ["## Контрольный список", "- x"], inExercise: false }]);
});

test("a longer fence holds shorter ones, and one in a list is seen", () => {
  const { fences } = readLessonSource("````text\n```\n````\n- пункт\n\n  ```sql\n  SELECT 1;\n  ```\n");
  assert.deepEqual(
    fences.map(({ info, body }) => [info, body.length]),
    [
      ["text", 1],
      ["sql", 1],
    ],
  );
});

test("the fences of an exercise are known, and those behind it", () => {
  const fence = "```bash\ntrue\n```\n";
  const solution = `::: solution\n${fence}:::\n`;
  const { fences, exercises } = readLessonSource(
    `${fence}:::: exercise Слот\n${fence}${solution}::::\n${fence}::::: exercise Два\n:::: tip\n::::\n${fence}:::::\n`,
  );
  assert.deepEqual(
    fences.map(({ inExercise }) => inExercise),
    [false, true, true, false, true],
  );
  assert.equal(exercises, 2);
});

test("a section counts with a list of its own only", () => {
  const missing = (text: string) =>
    missingSections("a.md", readLessonSource(FRONT + text)).map(({ message }) => message);
  const goals = "## Что вы будете уметь\n\n- читать;\n- писать.\n\n";
  assert.deepEqual(missing(`${goals}## Контрольный список\n\n* Всё.\n`), []);
  assert.deepEqual(missing(`${goals}### Контрольный список\n\n- Всё.\n`), [
    'a.md:1: a lesson without the section "Контрольный список"; expected "## Контрольный список" with a list below it, lines such as "- …"',
  ]);
  assert.deepEqual(missing(`${goals}## Контрольный список\n\nСлова.\n\n## Дальше\n\n- Не тот список.\n`), [
    'a.md:9: section "Контрольный список" holds no list; expected "## Контрольный список" with a list below it, lines such as "- …"',
  ]);
});
