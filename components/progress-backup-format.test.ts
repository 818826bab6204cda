import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  backupName,
  formatBackup,
  MAX_BYTES,
  MAX_LESSONS,
  NotABackup,
  parseBackup,
  readBackup,
} from "./progress-backup-format.ts";
import { LATEST } from "./progress-store.ts";

const id = "module-1/01-cdc-fundamentals";
const file = (change: object) =>
  JSON.stringify({ format: "debezium-course-progress", version: 1, lessons: [], ...change });
const refusal = (pattern: RegExp) => (error: unknown) => error instanceof NotABackup && pattern.test(error.message);

describe("an export", () => {
  test("is named by the reader's own date", () => {
    assert.equal(backupName(new Date(2026, 0, 5, 23, 59)), "debezium-course-progress-2026-01-05.json");
  });

  test("says what it is, in readable JSON", () => {
    const text = formatBackup(new Map([[id, { done: true, at: 5 }]]), new Date(Date.UTC(2026, 10, 21)));
    assert.equal(
      text,
      `{
  "format": "debezium-course-progress",
  "version": 1,
  "exported": "2026-11-21T00:00:00.000Z",
  "lessons": [
    {
      "id": "${id}",
      "done": true,
      "at": 5
    }
  ]
}
`,
    );
  });
});

describe("an import", () => {
  test("refuses what is not an export, and says why", () => {
    for (const [text, reason] of [
      ["", /не JSON/],
      ["привет", /не JSON/],
      ['{"format":', /не JSON/],
      ["null", /нет отметки формата/],
      ["[]", /нет отметки формата/],
      ['"debezium-course-progress"', /нет отметки формата/],
      ["5", /нет отметки формата/],
      [file({ format: "other" }), /нет отметки формата/],
      [file({ version: 2 }), /более новой версией/],
      [file({ version: "1" }), /повреждена/],
      [file({ version: 0 }), /повреждена/],
      [file({ version: null }), /повреждена/],
      [file({ lessons: {} }), /повреждена/],
      [file({ lessons: undefined }), /повреждена/],
    ] as const) {
      assert.throws(() => parseBackup(text), refusal(reason), text);
    }
  });

  test("of any bytes or any JSON either is read or is refused with that error", () => {
    const attempt = (text: string) => {
      try {
        parseBackup(text);
      } catch (error) {
        assert.ok(error instanceof NotABackup);
        assert.match(error.message, /^[А-Яа-яё0-9a-z JSON.,:\u00a0-]+$/);
      }
    };
    fc.assert(fc.property(fc.string({ unit: "binary" }), attempt));
    fc.assert(fc.property(fc.json(), attempt));
    fc.assert(fc.property(fc.jsonValue(), (lessons) => attempt(file({ lessons }))));
    fc.assert(fc.property(fc.array(fc.jsonValue()), (lessons) => attempt(file({ lessons }))));
  });

  test("takes the good entries and counts the others by reason", () => {
    const lessons = [
      { id, done: true, at: 5 },
      { id: "module-2/01-x", done: false, at: 0, note: "of a later version" },
      { id, done: false, at: 9 },
      { id, done: true, at: 3 },
      { id: "__proto__", done: true, at: 5 },
      { id: "constructor", done: true, at: 5 },
      { id: ["module-2/01-x"], done: true, at: 5 },
      { id: "module-1/01-<img src=x onerror=alert(1)>", done: true, at: 5 },
      { id: "module-3/01-x", done: 1, at: 5 },
      { id: "module-3/01-x", done: true, at: LATEST + 1 },
      { id: "module-3/01-x", done: true, at: "5" },
      { id: "module-3/01-x" },
      null,
      7,
      "text",
      [],
    ];
    const { marks, ignored } = parseBackup(file({ lessons }));
    assert.deepEqual(
      [...marks],
      [
        [id, { done: false, at: 9 }],
        ["module-2/01-x", { done: false, at: 0 }],
      ],
    );
    assert.deepEqual([...ignored.values()], [2, 8, 4]);
    assert.equal([...ignored.values()].reduce((a, b) => a + b) + marks.size, lessons.length);
  });

  test("of prototype-polluting keys pollutes nothing", () => {
    const text = `{"__proto__":{"done":true},"format":"debezium-course-progress","version":1,
      "lessons":[{"__proto__":{"id":"${id}","done":true,"at":5}},{"constructor":{"prototype":{"done":true}}}]}`;
    assert.equal(parseBackup(text).marks.size, 0);
    assert.equal(({} as { done?: unknown }).done, undefined);
  });

  test("of 10 MB is read or refused in little time, larger is refused unread", async () => {
    const pad = (text: string) => text + " ".repeat(MAX_BYTES - Buffer.byteLength(text));
    const entry = JSON.stringify({ id, done: true, at: 5 });
    const started = process.cpuUsage().user;
    const full = await readBackup(new Blob([pad(file({ lessons: [JSON.parse(entry)] }))]));
    assert.equal(full.marks.size, 1);
    const nested = "[".repeat(MAX_BYTES);
    await assert.rejects(readBackup(new Blob([nested])), refusal(/не JSON/));
    const count = Math.floor((MAX_BYTES - 100) / (entry.length + 1));
    const many = `{"format":"debezium-course-progress","version":1,"lessons":[${Array(count).fill(entry).join()}]}`;
    await assert.rejects(readBackup(new Blob([many])), refusal(new RegExp(`больше ${MAX_LESSONS} уроков`)));
    const longId = file({ lessons: [{ id: "x".repeat(MAX_BYTES - 200), done: true, at: 5 }] });
    assert.equal((await readBackup(new Blob([longId]))).marks.size, 0);
    // Processor time: the machine may be busy with other things.
    assert.ok(process.cpuUsage().user - started < 4e6, "four files of 10 MB in four seconds");

    const larger = new Blob([pad(""), " "]);
    larger.text = () => assert.fail("the file was read");
    await assert.rejects(readBackup(larger), refusal(/больше 10.МБ/));
  });

  test("of a file that cannot be read says so", async () => {
    const gone = new Blob([]);
    gone.text = () => Promise.reject(new DOMException("gone", "NotReadableError"));
    await assert.rejects(readBackup(gone), refusal(/не смог прочитать/));
  });
});
