import assert from "node:assert/strict";
import { test } from "node:test";
import { readLesson } from "./read.ts";
import { projectOf } from "./testing.ts";
import { updateOutputs } from "./update.ts";

const LESSON = `---
title: A lesson
---

\`\`\`sql run=postgres
SELECT 1;
\`\`\`

\`\`\`output
 lsn …
 old
\`\`\`

Text.

1. Step

   \`\`\`bash run=bash session=b
   echo hi
   \`\`\`
`;

const lessonOf = (text: string) => readLesson(projectOf(text), "lesson.md");

test("the runner sees the blocks of a lesson with their lines in the file", () => {
  const { steps } = lessonOf(LESSON);
  assert.deepEqual(
    steps.map(({ info, lines, output }) => [info.run, info.session, lines, output?.line]),
    [
      ["postgres", undefined, { first: 4, end: 7 }, 9],
      ["bash", "b", { first: 17, end: 20 }, undefined],
    ],
  );
});

test("an output is replaced where it stands, and a missing one is added with the block's indentation", () => {
  const lesson = lessonOf(LESSON);
  const [sql, bash] = lesson.steps;
  assert.ok(sql && bash);
  const updated = updateOutputs(lesson, [
    { step: sql, text: " lsn 5\n new\n" },
    { step: bash, text: "hi\n" },
  ]);
  assert.equal(
    updated,
    LESSON.replace(" old", " new").replace("echo hi\n   ```\n", "echo hi\n   ```\n\n   ```output\n   hi\n   ```\n"),
  );
});
