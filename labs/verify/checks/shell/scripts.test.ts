import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { readLesson } from "../../lesson/read.ts";
import { projectRoot } from "../../places.ts";
import { lessonScripts } from "./scripts.ts";

const folder = mkdtempSync(join(tmpdir(), "scripts-"));
after(() => rmSync(folder, { recursive: true }));

function scripts(text: string): string[][] {
  const file = join(folder, "lesson.md");
  writeFileSync(file, text);
  return lessonScripts(readLesson(projectRoot(), file)).map((script) => script.text.split("\n"));
}

test("blocks of one session are one script, in which every line stands where it stands in the lesson", () => {
  const [main, other] = scripts(
    "```bash run=bash\na=1\n```\n\n```bash run=bash session=b\necho b\n```\n\n```bash run=bash\necho $a\n```\n",
  );
  assert.deepEqual([main?.[1], main?.[9], other?.[5]], ["a=1", "echo $a", "echo b"]);
});

test("a check is a subshell of that script, so that what it sets is not taken for known behind it", () => {
  const [script] = scripts(`## A

:::: exercise B
\`\`\`bash run=bash check
[ "$a" ]
\`\`\`

::: solution
\`\`\`bash run=bash
a=1
\`\`\`
:::
::::
`);
  assert.deepEqual(script?.slice(3, 6), ["(", '[ "$a" ]', ")"]);
  assert.equal(script?.[9], "a=1");
});
