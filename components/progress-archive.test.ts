import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, mock, test } from "node:test";
import fc from "fast-check";
import { allMarks, type Marks, merge, reset, undoable, undoReset } from "./progress-archive.ts";
import { formatBackup, parseBackup } from "./progress-backup-format.ts";
import { ASIDE, LATEST, LESSON, openProgress } from "./progress-store.ts";
import { FakeBrowser, type FakeTab } from "./testing/fake-storage.ts";

const id = "module-1/01-cdc-fundamentals";
const other = "module-2/02-replication-slots";
const now = Date.UTC(2026, 10, 21);

const page = (tab: FakeTab) => openProgress(tab.storage, tab.host, () => {});

function fresh(marks: Marks = new Map()) {
  const browser = new FakeBrowser();
  const tab = browser.open();
  const progress = page(tab);
  merge(progress, marks);
  return { browser, tab, progress };
}

/** A mark of any time but the very last ones, which leave no later time for a tombstone. */
const anyMark = fc
  .tuple(fc.boolean(), fc.oneof(fc.nat(4), fc.integer({ min: 0, max: LATEST - 1000 })))
  .map(([done, at]) => ({ done, at }));

const lessonIds = fc.stringMatching(/^module-\d{1,3}\/\d\d-[a-z\d-]{1,20}$/);
const anyMarks: fc.Arbitrary<Marks> = fc.array(fc.tuple(lessonIds, anyMark)).map((entries) => new Map(entries));

/** Few lessons and often few times, so that they meet. */
const someMarks: fc.Arbitrary<Marks> = fc
  .array(fc.tuple(fc.constantFrom(id, other, "module-3/03-grafana-dashboards", "module-8/99-x"), anyMark))
  .map((entries) => new Map(entries));

const done = (marks: Marks) => [...marks].filter(([, mark]) => mark.done).map(([lesson]) => lesson);

beforeEach(() => mock.timers.enable({ apis: ["Date"], now }));
afterEach(() => mock.timers.reset());

describe("merging", () => {
  test("an export into an empty browser gives back exactly what was exported", () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const { marks: read, ignored } = parseBackup(formatBackup(marks, new Date(now)));
        assert.deepEqual(read, marks);
        assert.equal(ignored.size, 0);
        const sorted = new Map([...marks].sort(([a], [b]) => (a < b ? -1 : 1)));
        assert.deepEqual([...allMarks(fresh(read).progress)], [...sorted]);
      }),
    );
  });

  test("twice is merging once", () => {
    fc.assert(
      fc.property(someMarks, someMarks, (here, file) => {
        const { progress } = fresh(here);
        merge(progress, file);
        const once = allMarks(progress);
        assert.deepEqual(merge(progress, file), { added: 0, updated: 0, kept: file.size, unsaved: 0 });
        assert.deepEqual(allMarks(progress), once);
      }),
    );
  });

  test("gives the same in any order", () => {
    fc.assert(
      fc.property(someMarks, someMarks, someMarks, (a, b, c) => {
        const results = [
          [a, b, c],
          [c, b, a],
          [b, a, c],
        ].map(([first, second, third]) => {
          const { progress } = fresh(first);
          merge(progress, second as Marks);
          merge(progress, third as Marks);
          return allMarks(progress);
        });
        assert.deepEqual(results[1], results[0]);
        assert.deepEqual(results[2], results[0]);
      }),
    );
  });

  test("an old copy does not resurrect a mark taken back since", () => {
    const { progress } = fresh();
    progress.mark(id, true);
    const copy = allMarks(progress);
    progress.mark(id, false);
    assert.deepEqual(merge(progress, copy), { added: 0, updated: 0, kept: 1, unsaved: 0 });
    assert.equal(progress.isDone(id), false);
  });

  test("carries a mark taken back to the other browser", () => {
    const there = fresh(new Map([[id, { done: true, at: 5 }]])).progress;
    assert.equal(merge(there, new Map([[id, { done: false, at: 6 }]])).updated, 1);
    assert.equal(there.isDone(id), false);
  });

  test("says what it did", () => {
    const { progress } = fresh(
      new Map([
        [id, { done: true, at: 5 }],
        ["module-3/01-x", { done: true, at: 5 }],
      ]),
    );
    const file: Marks = new Map([
      [id, { done: true, at: 9 }],
      [other, { done: true, at: 1 }],
      ["module-3/01-x", { done: false, at: 4 }],
    ]);
    assert.deepEqual(merge(progress, file), { added: 1, updated: 1, kept: 1, unsaved: 0 });
  });

  test("over a damaged value sets it aside", () => {
    const { tab, progress } = fresh();
    tab.view.set(LESSON + id, "damaged");
    assert.equal(merge(progress, new Map([[id, { done: true, at: 5 }]])).added, 1);
    assert.equal(tab.view.get(`${ASIDE}lesson:${id}`), "damaged");
  });

  test("into full storage counts what is in memory only, and shows it", () => {
    const { browser, progress } = fresh();
    browser.quota = 100;
    const file: Marks = new Map([
      [id, { done: true, at: 5 }],
      [other, { done: true, at: 5 }],
    ]);
    assert.deepEqual(merge(progress, file), { added: 2, updated: 0, kept: 0, unsaved: 1 });
    assert.deepEqual(done(allMarks(progress)), [id, other]);
  });
});

describe("all marks", () => {
  test("leave out what other sites, later versions and nobody we know have stored", () => {
    const { tab, progress } = fresh(new Map([[id, { done: true, at: 5 }]]));
    const mark = '{"done":true,"at":5}';
    const foreign = [
      "__proto__",
      "constructor",
      `${LESSON}__proto__`,
      `${LESSON}constructor`,
      `x${LESSON}${id}`,
      id,
      "",
      `debezium-course:v2:lesson:${id}`,
      `${ASIDE}lesson:${id}`,
      `${LESSON}${id}/`,
    ];
    for (const key of foreign) tab.view.set(key, mark);
    tab.view.set(LESSON + other, "damaged");
    assert.deepEqual([...allMarks(progress)], [[id, { done: true, at: 5 }]]);
    assert.equal(({} as { done?: unknown }).done, undefined);
  });

  test("hold those that are only in memory", () => {
    const { tab, progress } = fresh();
    tab.denied = true;
    progress.mark(id, true);
    assert.deepEqual(done(allMarks(progress)), [id]);
  });
});

describe("a reset", () => {
  test("takes back every mark, by tombstones, and undoing it marks exactly those again", () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const { progress } = fresh(marks);
        const before = done(allMarks(progress));
        assert.equal(reset(progress), before.length);
        assert.deepEqual(done(allMarks(progress)), []);
        assert.equal(allMarks(progress).size, marks.size);
        assert.deepEqual(undoable(progress), before);
        undoReset(progress);
        assert.deepEqual(done(allMarks(progress)), before);
        assert.deepEqual(undoable(progress), []);
      }),
    );
  });

  test("can be undone after a reload and in another tab", () => {
    const { browser, progress } = fresh();
    for (const lesson of [id, other]) progress.mark(lesson, true);
    reset(progress);
    browser.deliver();
    const reloaded = page(browser.open());
    undoReset(reloaded);
    browser.deliver();
    assert.deepEqual(done(allMarks(progress)), [id, other]);
    assert.deepEqual(undoable(progress), []);
  });

  test("undone later leaves alone what the reader has touched since, and marks taken back before", () => {
    const { progress } = fresh(new Map([["module-3/01-x", { done: false, at: now }]]));
    for (const lesson of [id, other]) progress.mark(lesson, true);
    reset(progress);
    progress.mark(id, true);
    progress.mark(id, false);
    assert.deepEqual(undoable(progress), [other]);
    undoReset(progress);
    assert.deepEqual(done(allMarks(progress)), [other]);
  });

  test("is told apart from a mark taken back at the very time of the reset", () => {
    const { progress } = fresh(
      new Map([
        [id, { done: false, at: now }],
        [other, { done: true, at: now - 1 }],
      ]),
    );
    reset(progress);
    assert.deepEqual(undoable(progress), [other]);
  });

  test("wins over copies made before it", () => {
    const { progress } = fresh(new Map([[id, { done: true, at: now + 1e10 }]]));
    const copy = allMarks(progress);
    reset(progress);
    merge(progress, copy);
    assert.equal(progress.isDone(id), false);
  });

  test("of nothing does nothing", () => {
    const { tab, progress } = fresh();
    assert.equal(reset(progress), 0);
    assert.equal(tab.view.size, 0);
  });

  test("works in memory where storage is forbidden", () => {
    const { tab, progress } = fresh();
    tab.denied = true;
    progress.mark(id, true);
    assert.equal(reset(progress), 1);
    assert.equal(progress.isDone(id), false);
    undoReset(progress);
    assert.equal(progress.isDone(id), true);
  });
});
