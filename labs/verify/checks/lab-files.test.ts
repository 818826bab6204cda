import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { labFiles } from "./lab-files.ts";

test("files are found in every folder but hidden ones and dependencies", () => {
  const root = mkdtempSync(join(tmpdir(), "lab-files-"));
  for (const path of ["b", "a/c", ".venv/bin", "node_modules/x"]) {
    mkdirSync(join(root, "labs", path), { recursive: true });
    for (const name of ["one.sh", "two.py"]) writeFileSync(join(root, "labs", path, name), "");
  }
  assert.deepEqual(labFiles(root, [".sh"]), ["labs/a/c/one.sh", "labs/b/one.sh"]);
  rmSync(root, { recursive: true });
});
