import assert from "node:assert/strict";
import { test } from "node:test";
import { explain, megabytes, wholeMegabytes } from "./slot-explain.ts";
import { CREATED, MB, type Operation, operate } from "./slot-model.ts";

/** What is said of the last of some operations. */
function said(...operations: Operation[]): string {
  const last = operations.at(-1) as Operation;
  const before = operations.slice(0, -1).reduce(operate, CREATED);
  return explain(before, operate(before, last), last).replaceAll("\u00A0", " ");
}

test("sizes are whole megabytes, and what is negative stays so", () => {
  assert.deepEqual([16.4 * MB, -3 * MB, -1, 0, null].map(wholeMegabytes), ["16", "−3", "<0", "0", "нет"]);
  assert.deepEqual([16 * MB, null].map(megabytes), ["16\u00A0МБ", "нет"]);
});

test("an event moves one position or both, and it is said which", () => {
  assert.match(said("write 16 captured"), /^Событие дошло и подтверждено до 16 МБ\. restart_lsn стоит/);
  assert.match(said("write 16 captured", "write 16 captured"), /restart_lsn перешёл на 16 МБ/);
});

test("without an event there is nothing to confirm", () => {
  assert.match(said("write 64 elsewhere"), /^Событий для потребителя не было/);
  assert.match(said("pause", "write 64 captured"), /^Потребитель стоит/);
});

test("a checkpoint says what it removed", () => {
  assert.match(said("pause", "write 64 captured", "checkpoint"), /не убрала ни одного файла\.$/);
  assert.match(said("write 16 captured", "write 16 captured", "checkpoint"), /убрала файлы до 16 МБ\.$/);
});

test("every new state is told with its meaning", () => {
  const steps: Operation[] = ["limit 192", "pause", "write 64 captured", "write 64 captured"];
  assert.match(said(...steps, "write 64 captured"), /reserved → extended\. Удержано больше max_wal_size/);
  assert.match(said(...steps, "write 100 captured"), /reserved → unreserved\. Предел перейдён/);
  assert.match(said(...steps, "write 100 captured", "checkpoint"), /unreserved → lost\. WAL, нужный слоту, убран/);
  assert.equal(
    said(...steps, "write 100 captured", "checkpoint", "resume"),
    "Потребителю отказано: слот недействителен.",
  );
});
