import assert from "node:assert/strict";
import { test } from "node:test";
import { type Pins, treeKey } from "./pins.ts";

const PINS: Pins = {
  maven: { KAFKA_VERSION: "4.3.1" },
  debian: { needed: ["prometheus"], wanted: ["mysql-server-core"], instead: [] },
  poms: { connect: "<project/>", stack: "<project/>" },
  mysql: "9.7",
};

test("the same pins give the same tree", () => {
  assert.equal(treeKey(PINS, "x64"), treeKey(structuredClone(PINS), "x64"));
});

test("another version, another pom and another architecture each give another tree", () => {
  const others = [
    treeKey({ ...PINS, maven: { KAFKA_VERSION: "4.3.2" } }, "x64"),
    treeKey({ ...PINS, poms: { ...PINS.poms, connect: "<project></project>" } }, "x64"),
    treeKey(PINS, "arm64"),
  ];
  assert.equal(new Set([treeKey(PINS, "x64"), ...others]).size, 4);
});
