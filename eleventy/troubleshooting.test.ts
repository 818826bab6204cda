import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import plan from "../content/_data/course.ts";
import real, { type Trouble } from "../content/_data/troubleshooting.ts";
import { plannedIds } from "./entries.ts";
import { messageParts, readTroubles, troubleRecords } from "./troubleshooting.ts";

const FILE = "content/_data/troubleshooting.ts";

const trouble = (id: string, message: string, rest: Partial<Trouble> = {}): Trouble => ({
  id,
  message,
  source: "postgresql",
  state: "задача FAILED",
  cause: "Причина в `wal_level`.",
  fix: "Исправьте.",
  prevention: "Проверяйте.",
  lessons: ["module-2/02-planned"],
  evidence: { kind: "case", case: "postgres/slot" },
  ...rest,
});

const read = (...troubles: object[]) =>
  readTroubles({
    file: FILE,
    source: troubles.map((trouble) => `{ id: "${(trouble as Trouble).id}" }`).join("\n"),
    value: troubles,
    lessons: new Set(["module-2/02-planned"]),
  });

const refuses = (troubles: object[], message: string | RegExp) =>
  assert.throws(() => read(...troubles), typeof message === "string" ? { message } : { message });

const LONG = "replication slot is active for somebody";

test("the course's own messages are right", () => {
  const value = { file: FILE, source: readFileSync(FILE, "utf8"), value: real, lessons: plannedIds(plan) };
  assert.ok(readTroubles(value).entries.length >= 50);
});

test("a message is cut at its placeholders, and the pieces together are the message", () => {
  assert.deepEqual(messageParts('slot "{slot}" of {database}'), [
    { text: 'slot "', varies: false },
    { text: "{slot}", varies: true },
    { text: '" of ', varies: false },
    { text: "{database}", varies: true },
  ]);
});

test("only sources that have messages are offered", () => {
  const { sources } = read(trouble("a", LONG), trouble("b", `${LONG} too`, { source: "connect" }));
  assert.deepEqual(
    sources.map(({ name }) => name),
    ["Kafka Connect", "PostgreSQL"],
  );
});

test("a brace that is no placeholder is refused", () => {
  refuses(
    [trouble("a", `${LONG} LSN{0/1}`)],
    `${FILE}:1: message "a": a brace or an ellipsis; expected {placeholder} in small latin letters`,
  );
});

test("a message that could not be told in a log is refused", () => {
  refuses(
    [trouble("a", "slot {slot} is active")],
    `${FILE}:1: message "a": 12 letters besides its placeholders; expected 20 or more`,
  );
});

test("two entries for one text are refused, whatever their placeholders are called", () => {
  refuses(
    [trouble("a", `${LONG} {a}`), trouble("b", `${LONG} {b}`)],
    `${FILE}:2: message "b": another entry has the same text`,
  );
});

test("an unknown source or lesson is refused", () => {
  refuses(
    [{ ...trouble("a", LONG), source: "oracle" }],
    /^\S+:1: message "a": field "source" is "oracle"; expected .*postgresql/,
  );
  refuses(
    [trouble("a", LONG, { lessons: ["module-2/02-plan"] })],
    `${FILE}:1: message "a": lesson "module-2/02-plan" is not in the plan; expected module-2/02-planned`,
  );
});

test("an evidence that is no place is refused: a lesson that is not planned, a kind that is unknown", () => {
  refuses(
    [trouble("a", LONG, { evidence: { kind: "lesson", lesson: "module-2/02-plan" } })],
    `${FILE}:1: message "a": its evidence, lesson "module-2/02-plan", is not in the plan; expected module-2/02-planned`,
  );
  refuses(
    [{ ...trouble("a", LONG), evidence: { kind: "run", versions: "1" } }],
    /^\S+:1: message "a": field "evidence/,
  );
});

test("the search gets a record for each message", () => {
  assert.deepEqual(troubleRecords(read(trouble("a", LONG))), [
    {
      kind: "error",
      module: "module-2",
      url: "/troubleshooting/#a",
      title: LONG,
      text: "PostgreSQL, задача FAILED\nПричина в wal_level.\nИсправьте.\nПроверяйте.",
    },
  ]);
});
