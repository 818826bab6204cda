import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import plan from "../../content/_data/course.ts";
import { buildCourse } from "../../eleventy/course.ts";
import { hashOf, readVerified } from "../../labs/verify/lesson/verified.ts";
import { builtSites } from "../support/built-site.ts";

const { base } = await builtSites();
const root = process.cwd();
const verified = readVerified(root);
const lessons = buildCourse(plan, root).lessons.filter(({ written }) => written);

test("a lesson has a mark if it, and what it stands on, is as it was in its last green run", async () => {
  for (const { id, url, file } of lessons) {
    const page = await readFile(join(base.folder, url, "index.html"), "utf8");
    const holds = file !== null && verified[id]?.hash === hashOf(root, file);
    assert.equal(page.includes('<p class="verified"'), holds, id);
  }
});

test("verifications are noted of lessons that exist", () => {
  const ids = new Set(lessons.map(({ id }) => id));
  assert.deepEqual(
    Object.keys(verified).filter((id) => !ids.has(id)),
    [],
  );
});
