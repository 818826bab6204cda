import assert from "node:assert/strict";
import { test } from "node:test";
import { LabFile } from "./lab-files.ts";
import { lessonHash, type Verification, verificationMark } from "./verification.ts";

const lab = (files: Record<string, string>) =>
  Object.entries(files).map(([path, text]) => new LabFile(path, new TextEncoder().encode(text)));

const TEXT = "Откройте `connectors/shop.json`.";
const FILES = {
  "labs/.env": "A=1",
  "labs/connectors/other.json": "{}",
  "labs/connectors/shop.json": "{}",
  "labs/postgres/postgresql.conf": "wal_level = logical",
  "labs/python/load.py": "pass",
  "labs/README.md": "#",
};
const changed = (path: string, text = TEXT) =>
  lessonHash(text, lab(FILES)) !== lessonHash(text, lab({ ...FILES, [path]: "changed" }));

const verified: Verification = {
  hash: lessonHash(TEXT, lab(FILES)),
  versions: { driver: "native", kafka: "4.3.1", "debezium-mysql": "3.6.1.Final", postgres: "18.6" },
  date: "2026-11-21",
};

test("a lesson that stands as it was run has a mark with its day and software", () => {
  assert.deepEqual(verificationMark(verified, TEXT, lab(FILES)), {
    day: "21\u00a0ноября\u00a02026\u00a0г.",
    software: ["PostgreSQL 18.6", "Kafka 4.3.1"],
  });
});

test("the mark goes when the lesson changes, or was never run", () => {
  assert.equal(verificationMark(verified, `${TEXT} И ещё.`, lab(FILES)), null);
  assert.equal(verificationMark(undefined, TEXT, lab(FILES)), null);
});

test("the mark goes when a file of the stack, or one that the lesson names, changes", () => {
  assert.ok(changed("labs/.env"));
  assert.ok(changed("labs/postgres/postgresql.conf"));
  assert.ok(changed("labs/connectors/shop.json"));
  assert.ok(changed("labs/python/load.py", "Запустите `python/consumer.py`."));
});

test("the mark stays when only another connector, a program it does not use, or a README changes", () => {
  assert.ok(!changed("labs/connectors/other.json"));
  assert.ok(!changed("labs/python/load.py"));
  assert.ok(!changed("labs/README.md"));
});
