import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { readConstants, readJar } from "./jar-strings.ts";

/** A class file with a constant pool only: a text for each literal and class, a long, a method handle. */
function classFile(strings: readonly string[], classes: readonly string[]): Uint8Array {
  const pool: number[][] = [];
  const utf8 = (text: string) => {
    const bytes = [...strToU8(text)];
    return pool.push([1, bytes.length >> 8, bytes.length & 255, ...bytes]);
  };
  // A long takes two numbers, the second of which has no entry.
  pool.push([5, 0, 0, 0, 0, 0, 0, 0, 9], []);
  for (const text of strings) pool.push([8, 0, utf8(text)]);
  pool.push([15, 6, 0, 1], [4, 0, 0, 0, 0]);
  for (const name of classes) pool.push([7, 0, utf8(name)]);
  utf8("not.a.literal");
  return Uint8Array.from([0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 61, 0, pool.length + 1, ...pool.flat()]);
}

test("literals and class names are read, and other texts are not", () => {
  assert.deepEqual(readConstants(classFile(["slot.name", "Имя"], ["io/debezium/config/Field"])), {
    strings: ["slot.name", "Имя"],
    classes: ["io/debezium/config/Field"],
  });
});

test("other bytes are refused", () => {
  assert.throws(() => readConstants(strToU8("a text of some length")), /no class file/);
  const broken = classFile([], []);
  broken[10] = 99;
  assert.throws(() => readConstants(broken), /constant 1 has the unknown tag 99/);
});

test("of a jar, the wanted classes are read", () => {
  const jar = zipSync({
    "io/debezium/A.class": classFile(["a.b"], []),
    "org/other/B.class": strToU8("not even a class"),
    "META-INF/MANIFEST.MF": strToU8("x"),
  });
  const classes = readJar(jar, (name) => name.startsWith("io/debezium/"));
  assert.deepEqual([...classes], [["io/debezium/A", { strings: ["a.b"], classes: [] }]]);
});
