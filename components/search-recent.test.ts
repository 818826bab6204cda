import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";

let recent: typeof import("./search-recent.ts");
let storage: Map<string, string>;

/** As much of a Storage as is used. */
const asStorage = {
  getItem: (key: string) => storage.get(key) ?? null,
  setItem: (key: string, value: string) => storage.set(key, value),
};

before(async () => {
  Object.assign(globalThis, { window: new EventTarget() });
  recent = await import("./search-recent.ts");
});

beforeEach(() => {
  storage = new Map();
  Object.defineProperty(globalThis, "localStorage", { configurable: true, get: () => asStorage });
});

test("the last six queries are kept, the newest first, each once", () => {
  for (const query of ["а", "б", "в", "г", "д", "е", "ж", "В"]) recent.rememberQuery(query);
  assert.deepEqual(recent.recentQueries(), ["В", "ж", "е", "д", "г", "б"]);
  recent.forgetQueries();
  assert.deepEqual(recent.recentQueries(), []);
});

test("pasted logs and empty queries are not kept", () => {
  recent.rememberQuery("");
  recent.rememberQuery("ERROR ".repeat(50));
  assert.deepEqual(recent.recentQueries(), []);
});

test("damaged values are no queries, and a denied storage is no error", () => {
  for (const value of ["{", '{"a":1}', '[1,null,{"x":2},""]', `["${"x".repeat(500)}"]`]) {
    storage.set("debezium-course:v1:setting:search-recent", value);
    assert.deepEqual(recent.recentQueries(), [], value);
  }
  Object.defineProperty(globalThis, "localStorage", {
    configurable: true,
    get: () => {
      throw new DOMException("denied", "SecurityError");
    },
  });
  recent.rememberQuery("слот");
  assert.deepEqual(recent.recentQueries(), []);
});
