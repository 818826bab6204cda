import assert from "node:assert/strict";
import { test } from "node:test";
import { isAllowed, licenceProblems } from "./licences.ts";

test("one allowed choice is enough, and all of several together are needed", () => {
  assert.ok(isAllowed("MIT"));
  assert.ok(isAllowed("(GPL-3.0-only OR MIT)"));
  assert.ok(!isAllowed("MIT AND GPL-3.0-only"));
  assert.ok(!isAllowed("none"));
});

test("a package with a licence nobody allowed is named with it", () => {
  const packages = {
    "": {},
    "node_modules/a": { version: "1.0.0", license: "MIT" },
    "node_modules/b/node_modules/@c/d": { version: "2.0.0" },
  };
  const [problem = "", ...more] = licenceProblems(packages, () => ({ license: "AGPL-3.0" }), []);
  assert.match(problem, /^@c\/d 2\.0\.0: licence AGPL-3\.0; expected .*Apache-2\.0/);
  assert.deepEqual(more, []);
});

test("an exception covers its package, and is reported once it is stale", () => {
  const exceptions = [{ name: "a", licence: "EPL-2.0", because: "a tool" }];
  const packages = (license: string) => ({ "node_modules/a": { version: "1.0.0", license } });
  assert.deepEqual(
    licenceProblems(packages("EPL-2.0"), () => ({}), exceptions),
    [],
  );
  assert.match(licenceProblems(packages("MIT"), () => ({}), exceptions).join(), /a \(EPL-2\.0\) is stale/);
});
