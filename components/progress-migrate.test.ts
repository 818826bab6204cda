import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { migrate } from "./progress-migrate.ts";
import { type Mark, openProgress } from "./progress-store.ts";
import { FakeBrowser } from "./testing/fake-storage.ts";

const id = "module-1/01-cdc-fundamentals";
const other = "module-2/02-replication-slots";

function fresh(marks: Map<string, Mark>) {
  const browser = new FakeBrowser();
  const tab = browser.open();
  const progress = openProgress(tab.storage, tab.host, () => {});
  for (const [lesson, mark] of marks) progress.put(lesson, mark);
  return { browser, tab, progress };
}

describe("a renamed lesson", () => {
  const former = "module-9/01-old";

  test("takes over the mark of its former id, at every start with the same result", () => {
    const { tab, progress } = fresh(new Map([[former, { done: true, at: 5 }]]));
    migrate(progress, { [former]: id });
    const once = new Map(tab.view);
    migrate(progress, { [former]: id });
    assert.deepEqual([progress.isDone(id), progress.isDone(former)], [true, false]);
    assert.deepEqual(tab.view, once);
  });

  test("takes over again what an old copy brings back, and a later mark taken back under the former id", () => {
    const { progress } = fresh(new Map([[former, { done: true, at: 5 }]]));
    migrate(progress, { [former]: id });
    for (const [mark, done] of [
      [{ done: true, at: 5 }, true],
      [{ done: false, at: 6 }, false],
      [{ done: true, at: 7 }, true],
    ] as const) {
      progress.put(former, mark);
      migrate(progress, { [former]: id });
      assert.deepEqual([progress.isDone(id), progress.isDone(former)], [done, false]);
    }
  });

  test("is not taken from its former id while there is no room under the present one", () => {
    const { browser, progress } = fresh(new Map([[former, { done: true, at: 5 }]]));
    browser.quota = 70;
    migrate(progress, { [former]: id });
    assert.deepEqual([progress.isDone(id), progress.isDone(former)], [true, true]);
  });

  test("keeps its own later mark, and takes the latest of several former ids", () => {
    const { progress } = fresh(
      new Map([
        [former, { done: true, at: 5 }],
        ["module-9/02-older", { done: false, at: 7 }],
        [other, { done: false, at: 8 }],
      ]),
    );
    migrate(progress, { [former]: id, "module-9/02-older": id });
    assert.deepEqual(progress.get(id), { done: false, at: 7 });
    migrate(progress, { [former]: other });
    assert.equal(progress.isDone(other), false);
  });

  test("with a nonsensical table changes nothing", () => {
    const { tab, progress } = fresh(new Map([[former, { done: true, at: 5 }]]));
    migrate(progress, JSON.parse(`{"__proto__":"${id}","constructor":"__proto__","${former}":"__proto__","x":5}`));
    assert.equal(tab.view.size, 1);
  });
});
