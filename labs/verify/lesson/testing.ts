import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";

const roots: string[] = [];
const home = process.cwd();
after(() => {
  process.chdir(home);
  for (const root of roots) rmSync(root, { recursive: true });
});

/**
 * A project that holds nothing but one lesson, `lesson.md`; it is gone after the tests of the file.
 * @returns its folder, which is the current one from now on: the project's root always is
 */
export function projectOf(lesson: string): string {
  const root = mkdtempSync(join(tmpdir(), "lesson-test-"));
  roots.push(root);
  mkdirSync(join(root, "labs"));
  writeFileSync(join(root, "labs", ".env"), "KAFKA_VERSION=4.3.1\n");
  writeFileSync(join(root, "lesson.md"), lesson);
  process.chdir(root);
  return root;
}
