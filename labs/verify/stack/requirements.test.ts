import assert from "node:assert/strict";
import { test } from "node:test";
import { missingPackages } from "./requirements.ts";

test("a machine that has everything misses nothing", () => {
  assert.deepEqual(
    missingPackages(() => true, true, true),
    [],
  );
});

test("each package is named once", () => {
  const has = (program: string) => !["unshare", "nsenter", "jq"].includes(program);
  assert.deepEqual(missingPackages(has, false, false), ["default-jre-headless", "jq", "python3-venv", "util-linux"]);
});
