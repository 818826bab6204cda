import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { installReason, isNodeNewEnough } from "./setup.mjs";

test("Node 20.19 and everything newer is accepted, nothing older is", () => {
  assert.deepEqual(["20.19.0", "20.20.2", "22.0.0", "24.1.0"].filter(isNodeNewEnough), [
    "20.19.0",
    "20.20.2",
    "22.0.0",
    "24.1.0",
  ]);
  assert.deepEqual(["20.18.3", "18.20.0", "9.0.0"].filter(isNodeNewEnough), []);
});

test("package.json asks for the same Node as the set-up does", () => {
  const { engines } = JSON.parse(readFileSync("package.json", "utf8"));
  assert.equal(engines.node, ">=20.19");
});

const wanted = {
  "": {},
  "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
  "node_modules/b-darwin": { version: "2.0.0", integrity: "sha512-b", optional: true },
};

test("nothing is installed again when the packages are those of the lock file", () => {
  assert.equal(installReason(wanted, { "node_modules/a": { version: "1.0.0", integrity: "sha512-a" } }), null);
});

test("a missing, another or an exchanged package is a reason to install", () => {
  assert.match(installReason(wanted, null) ?? "", /not installed yet/);
  assert.match(installReason(wanted, {}) ?? "", /node_modules\/a is not installed/);
  assert.match(
    installReason(wanted, { "node_modules/a": { version: "0.9.0" } }) ?? "",
    /is 0\.9\.0, and the lock file asks for 1\.0\.0/,
  );
  assert.ok(installReason(wanted, { "node_modules/a": { version: "1.0.0", integrity: "sha512-x" } }));
});
