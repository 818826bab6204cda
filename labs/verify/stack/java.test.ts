import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseJava } from "./java.ts";

const FOUND = [25, 17, 21].map((major) => ({ home: `/jvm/${major}`, major }));

test("the oldest Java that is new enough is taken", () => {
  assert.equal(chooseJava(FOUND, 17)?.major, 17);
  assert.equal(chooseJava(FOUND, 18)?.major, 21);
});

test("without one that is new enough there is none", () => {
  assert.equal(chooseJava(FOUND, 26), undefined);
});
