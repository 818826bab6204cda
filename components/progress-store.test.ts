import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, mock, test } from "node:test";
import fc from "fast-check";
import { ASIDE, LATEST, LESSON, openProgress } from "./progress-store.ts";
import { SETTING } from "./saved-setting.ts";
import { FakeBrowser, type FakeTab } from "./testing/fake-storage.ts";

const id = "module-1/01-cdc-fundamentals";
const other = "module-2/02-replication-slots";
const now = Date.UTC(2026, 10, 21);

/** The page of a tab, and what it was told about trouble. */
function page(tab: FakeTab) {
  const troubles: unknown[] = [];
  return Object.assign(
    openProgress(tab.storage, tab.host, (error) => troubles.push(error)),
    { troubles },
  );
}

/** A browser that already holds something, and a page in it. */
function pageOver(items: Record<string, string>, quota = Number.POSITIVE_INFINITY) {
  const browser = new FakeBrowser();
  for (const [key, value] of Object.entries(items)) browser.disk.set(key, value);
  browser.quota = quota;
  const tab = browser.open();
  return { browser, tab, progress: page(tab) };
}

const aside = (tab: FakeTab) => [...tab.view].filter(([key]) => key.startsWith(ASIDE)).map(([, value]) => value);

beforeEach(() => mock.timers.enable({ apis: ["Date"], now }));
afterEach(() => mock.timers.reset());

describe("a mark", () => {
  test("is one small record under the lesson's own key", () => {
    const { tab, progress } = pageOver({});
    assert.equal(progress.mark(id, true), true);
    assert.deepEqual([...tab.view], [[`debezium-course:v1:lesson:${id}`, `{"done":true,"at":${now}}`]]);
  });

  test("is there after a reload, and a mark taken back stays as a tombstone", () => {
    const { browser, progress } = pageOver({});
    progress.mark(id, true);
    browser.deliver();
    assert.equal(page(browser.open()).isDone(id), true);
    progress.mark(id, false);
    browser.deliver();
    const reloaded = page(browser.open());
    assert.equal(reloaded.isDone(id), false);
    assert.deepEqual(reloaded.get(id), { done: false, at: now + 1 });
  });

  test("is later than what is stored even when the clock has gone back", () => {
    for (const at of [now, now + 5, now + 1e11, LATEST - 1, LATEST]) {
      const { progress } = pageOver({ [LESSON + id]: `{"done":true,"at":${at}}` });
      progress.mark(id, false);
      assert.equal(progress.isDone(id), false);
      progress.mark(id, true);
      assert.equal(progress.isDone(id), true);
      assert.ok((progress.get(id)?.at ?? 0) >= at);
    }
  });

  test("never replaces a later one", () => {
    const { progress } = pageOver({ [LESSON + id]: '{"done":true,"at":9000}' });
    assert.equal(progress.put(id, { done: false, at: 8999 }), true);
    assert.equal(progress.isDone(id), true);
  });

  test("is announced to the page", () => {
    const { tab, progress } = pageOver({});
    const seen: boolean[] = [];
    tab.host.addEventListener("progress-change", () => seen.push(progress.isDone(id)));
    progress.mark(id, true);
    assert.deepEqual(seen, [true]);
  });

  test("of something that is no lesson is neither saved nor kept", () => {
    const { tab, progress } = pageOver({});
    for (const wrong of [
      "__proto__",
      "constructor",
      "toString",
      "",
      "module-1",
      "module-1/../x",
      `${id} `,
      `${id}\n`,
    ]) {
      assert.equal(progress.mark(wrong, true), false);
      assert.equal(progress.isDone(wrong), false);
    }
    assert.equal(tab.view.size, 0);
    assert.deepEqual(progress.keys(), []);
    assert.deepEqual(progress.troubles, []);
  });
});

describe("a value nobody expected", () => {
  const good = { [LESSON + other]: '{"done":true,"at":5}', "another-site": "its own", [`${SETTING}theme`]: "dark" };

  /** Whatever the value: nothing throws, marking works, the value is still somewhere, and nothing else has changed. */
  const survives = (value: string) => {
    const { browser, tab, progress } = pageOver({ ...good, [LESSON + id]: value });
    const before = progress.isDone(id);
    assert.equal(tab.view.get(LESSON + id), value, "reading changes nothing");
    for (const done of [!before, before, true]) {
      assert.equal(progress.mark(id, done), true);
      assert.equal(progress.isDone(id), done);
    }
    const at = /^\{"done":(?:true|false),"at":(0|[1-9]\d*)\}$/.exec(value)?.[1];
    const ours = at !== undefined && Number(at) <= LATEST;
    assert.deepEqual(aside(tab), ours ? [] : [value]);
    assert.deepEqual(progress.troubles, []);
    for (const [key, text] of Object.entries(good)) assert.equal(tab.view.get(key), text);
    browser.deliver();
    assert.equal(page(browser.open()).isDone(id), true);
  };

  test("such as arbitrary text is set aside word for word, and marking works", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), survives));
    fc.assert(fc.property(fc.string({ maxLength: 300 }), survives));
  });

  test("such as arbitrary JSON, near misses of a record among it, is set aside", () => {
    const near = fc.record(
      {
        done: fc.oneof(fc.boolean(), fc.constantFrom("true", 1, null, {})),
        at: fc.oneof(fc.integer(), fc.double(), fc.constantFrom("5", null, -1, 1.5, LATEST + 1, 1e300, -0)),
        note: fc.string(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          near.map((value) => JSON.stringify(value)),
        ),
        survives,
      ),
    );
  });

  test("such as a prototype-polluting one harms nothing", () => {
    for (const value of ['{"__proto__":{"done":true,"at":1}}', '{"constructor":{"prototype":{"done":true,"at":1}}}']) {
      survives(value);
      assert.equal(pageOver({ [LESSON + id]: value }).progress.isDone(id), false);
    }
    assert.equal(({} as { done?: unknown }).done, undefined);
  });

  test("such as a record of a later version counts, and is set aside before it is written", () => {
    const value = '{"done":true,"at":7,"score":5}';
    assert.equal(pageOver({ [LESSON + id]: value }).progress.isDone(id), true);
    survives(value);
  });

  test("such as a partial record, or one of an impossible time, does not count and is set aside", () => {
    const later = LATEST + 1;
    for (const fields of [
      '"done":true',
      '"at":5',
      `"done":true,"at":${later}`,
      '"done":true,"at":-1',
      '"done":1,"at":5',
    ]) {
      const value = `{${fields}}`;
      assert.equal(pageOver({ [LESSON + id]: value }).progress.get(id), null, value);
      survives(value);
    }
  });

  test("under keys of a later version is not touched", () => {
    const { tab, progress } = pageOver({ [`debezium-course:v2:lesson:${id}`]: "v2" });
    progress.mark(id, true);
    assert.equal(tab.view.get(`debezium-course:v2:lesson:${id}`), "v2");
  });

  test("is set aside beside what was set aside before", () => {
    const { tab, progress } = pageOver({ [LESSON + id]: "first" });
    progress.mark(id, true);
    tab.view.set(LESSON + id, "second");
    progress.mark(id, true);
    tab.view.set(LESSON + id, "first");
    progress.mark(id, true);
    assert.deepEqual(aside(tab), ["first", "second"]);
  });

  test("of 4 MB is set aside where there is room", () => {
    survives("x".repeat(4 * 1024 * 1024));
    survives(`{"done":true,"at":1,"pad":"${"x".repeat(4 * 1024 * 1024)}"}`);
  });

  test("of 4 MB is not overwritten where there is no room for a copy; marking works in memory", () => {
    const value = "я".repeat(4 * 1024 * 1024);
    const { tab, progress } = pageOver({ [LESSON + id]: value }, 5 * 1024 * 1024);
    assert.equal(progress.mark(id, true), false);
    assert.equal(progress.isDone(id), true);
    assert.equal(tab.view.get(LESSON + id), value);
    assert.equal(progress.mark(other, true), true, "other lessons are saved");
    assert.equal(progress.troubles.length, 1);
  });
});

describe("storage that cannot save", () => {
  test("says so once, and the page works in memory", () => {
    for (const spoil of [
      (tab: FakeTab, browser: FakeBrowser) => (tab.denied = Boolean(browser)),
      (_: FakeTab, b: FakeBrowser) => (b.quota = 10),
    ]) {
      const { browser, tab, progress } = pageOver({});
      spoil(tab, browser);
      assert.equal(progress.isDone(id), false);
      assert.deepEqual(progress.troubles, [], "reading is no reason to complain");
      assert.equal(progress.mark(id, true), false);
      assert.equal(progress.mark(other, true), false);
      assert.equal(progress.mark(other, false), false);
      assert.equal(progress.writeSetting("theme", "dark"), false);
      tab.host.dispatchEvent(new Event("pageshow"));
      assert.deepEqual([progress.isDone(id), progress.isDone(other)], [true, false]);
      assert.equal(progress.readSetting("theme"), "dark");
      assert.equal(progress.keys().length, 3);
      assert.equal(progress.troubles.length, 1);
    }
  });

  test("is told apart by the error it throws", () => {
    const full = pageOver({}, 10);
    full.progress.mark(id, true);
    assert.match(String(full.progress.troubles[0]), /quota/i);
    const denied = pageOver({});
    denied.tab.denied = true;
    denied.progress.mark(id, true);
    assert.doesNotMatch(String(denied.progress.troubles[0]), /quota/i);
  });

  test("does not exist in some web views", () => {
    const progress = openProgress(
      () => null as unknown as Storage,
      new EventTarget(),
      () => {},
    );
    assert.equal(progress.mark(id, true), false);
    assert.equal(progress.isDone(id), true);
    assert.equal(progress.readSetting("theme"), null);
    assert.equal(progress.keys().length, 1);
  });

  test("is tried again when the page comes back", () => {
    for (const event of ["storage", "pageshow", "visibilitychange"]) {
      const { browser, tab, progress } = pageOver({}, 10);
      progress.mark(id, true);
      progress.writeSetting("theme", "dark");
      browser.quota = 1000;
      tab.host.dispatchEvent(new Event(event));
      browser.deliver();
      assert.equal(browser.disk.size, 2);
      assert.equal(page(browser.open()).isDone(id), true);
    }
  });

  test("and then holds a later mark of another tab keeps that one", () => {
    const { browser, tab, progress } = pageOver({});
    tab.denied = true;
    progress.mark(id, true);
    mock.timers.tick(1000);
    page(browser.open()).mark(id, false);
    tab.denied = false;
    browser.deliver();
    assert.equal(progress.isDone(id), false);
    assert.equal(browser.disk.get(LESSON + id), `{"done":false,"at":${now + 1000}}`);
  });
});

describe("two tabs", () => {
  /** Both pages and a page opened later see the same. */
  const agree = (browser: FakeBrowser, pages: ReturnType<typeof page>[], ids: string[]) => {
    browser.deliver();
    browser.deliver();
    const state = ids.map((lesson) => page(browser.open()).isDone(lesson));
    for (const progress of pages) assert.deepEqual(ids.map(progress.isDone), state);
    return state;
  };

  test("marking different lessons at once lose nothing in 200 rounds", () => {
    const browser = new FakeBrowser();
    const pages = [page(browser.open()), page(browser.open())];
    const ids: string[] = [];
    for (let round = 0; round < 200; round++) {
      for (const [index, progress] of pages.entries()) {
        const lesson = `module-${index + 1}/${String(round % 100).padStart(2, "0")}-${round}`;
        ids.push(lesson);
        progress.mark(lesson, true);
      }
      if (round % 3 === 0) browser.deliver();
      mock.timers.tick(round % 2);
    }
    assert.ok(agree(browser, pages, ids).every(Boolean));
  });

  test("marking the same lesson opposite ways agree in each of 200 rounds", () => {
    const browser = new FakeBrowser();
    const pages = [page(browser.open()), page(browser.open())];
    for (let round = 0; round < 200; round++) {
      for (const [index, progress] of pages.entries()) progress.mark(id, (round + index) % 2 === 0);
      const [done] = agree(browser, pages, [id]);
      assert.equal(done, round % 2 === 1, "the second page was the last to write");
      mock.timers.tick(round % 2);
    }
  });

  test("in any interleaving agree, and keep the last mark of each lesson", () => {
    const step = fc.record({
      tab: fc.nat(1),
      lesson: fc.nat(4),
      done: fc.boolean(),
      deliver: fc.boolean(),
      tick: fc.integer({ min: -50, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 200, maxLength: 200 }), (steps) => {
        const browser = new FakeBrowser();
        const pages = [page(browser.open()), page(browser.open())];
        const ids = [0, 1, 2, 3, 4].map((n) => `module-1/0${n}-x`);
        const last = new Map<number, boolean>();
        for (const { tab, lesson, done, deliver, tick } of steps) {
          mock.timers.setTime(Math.max(0, Date.now() + tick));
          pages[tab]?.mark(ids[lesson] as string, done);
          last.set(lesson, done);
          if (deliver) browser.deliver();
        }
        const state = agree(browser, pages, ids);
        for (const [lesson, done] of last) assert.equal(state[lesson], done);
      }),
      { numRuns: 50 },
    );
  });

  test("hear of each other's marks", () => {
    const browser = new FakeBrowser();
    const [first, second] = [browser.open(), browser.open()];
    const pages = [page(first), page(second)] as const;
    let heard = 0;
    second.host.addEventListener("progress-change", () => heard++);
    pages[0].mark(id, true);
    assert.equal(pages[1].isDone(id), false);
    browser.deliver();
    assert.equal(heard, 1);
    assert.equal(pages[1].isDone(id), true);
  });
});

describe("a setting", () => {
  test("kept in memory gives way to what is saved later", () => {
    const { browser, tab, progress } = pageOver({});
    tab.denied = true;
    progress.writeSetting("theme", "dark");
    tab.denied = false;
    tab.host.dispatchEvent(new Event("pageshow"));
    browser.deliver();
    page(browser.open()).writeSetting("theme", "light");
    browser.deliver();
    assert.equal(progress.readSetting("theme"), "light");
  });

  test("is any text under a name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (name, value) => {
        const { tab, progress } = pageOver({});
        assert.equal(progress.readSetting(name), null);
        assert.equal(progress.writeSetting(name, "old"), true);
        assert.equal(progress.writeSetting(name, value), true);
        assert.equal(progress.readSetting(name), value);
        assert.deepEqual([...tab.view], [[SETTING + name, value]]);
      }),
    );
  });
});
