import assert from "node:assert/strict";
import { test } from "node:test";
import { movePath, movePoints, short, shortList } from "./path.ts";

test("numbers keep one digit after the point and no needless character", () => {
  assert.deepEqual([0.04, -0.04, 0.5, -0.5, 12, 3.14].map(short), ["0", "0", ".5", "-.5", "12", "3.1"]);
  assert.equal(shortList([1, -2, 3.25, 0.5]), "1-2 3.3 .5");
});

test("absolute commands move, relative ones only at the very start", () => {
  assert.equal(movePath("M0,13 a66,13 0,0,0 132,0 l0,80", 10, 20), "M10 33a66 13 0 0 0 132 0l0 80");
  assert.equal(movePath("m1,2 3,4", 10, 20), "m11 22 3 4");
  assert.equal(movePath("M1 2H3V4C1,1,2,2,3,3Z", 10, 20), "M11 22H13V24C11 21 12 22 13 23Z");
  assert.equal(movePath("M1e1,2A5,5,0,0,1,3,4", 1, 1), "M11 3A5 5 0 0 1 4 5");
});

test("points move", () => {
  assert.equal(movePoints("0,0 5.25,-3", 10, 20), "10 20 15.3 17");
});
