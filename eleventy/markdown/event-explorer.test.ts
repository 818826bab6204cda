import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import { type CapturedEvent, EVENTS_FILE } from "../captured-events.ts";
import { render } from "./testing.ts";

const root = mkdtempSync(join(tmpdir(), "events-"));
after(() => rmSync(root, { recursive: true }));

const event = (name: string, value: string, more: Partial<CapturedEvent> = {}): CapturedEvent => ({
  id: `mysql-${name}`,
  database: "MySQL",
  operation: name,
  cause: "UPDATE t SET a < 2",
  topic: "my.t",
  records: [{ headers: {}, key: "null", value }],
  ...more,
});

function print(list: string, ...events: CapturedEvent[]): string {
  const file = join(root, EVENTS_FILE);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(events));
  return render(`::: events\n\n${list}\n\n:::\n`, { root });
}

const FRAME = "- `headers`, `key`, `value` — части записи\n";

describe("the event explorer", () => {
  test("prints each event with links to the texts about its fields", () => {
    const html = print(`${FRAME}- \`ts_ns\` — **время**`, event("update", '{"ts_ns":1795268347297732315}'));
    assert.match(html, /^<event-explorer>\n<details class="event code" id="mysql-update" data-database="MySQL"/);
    assert.match(html, /<summary>MySQL: update<\/summary><p class="event-cause"><code>UPDATE t SET a &lt; 2<\/code>/);
    assert.ok(html.includes('    <a href="#field-ts_ns">"ts_ns"</a>: <span class="n">1795268347297732315</span>\n'));
    assert.ok(
      html.includes('<dl class="fields"><div id="field-headers-key-value"><dt><code>headers</code>, <code>key</code>'),
    );
    assert.ok(html.includes('<div id="field-ts_ns"><dt><code>ts_ns</code></dt><dd><strong>время</strong></dd></div>'));
  });

  test("prefers the text for named events, then the longest path", () => {
    const list = `${FRAME}- \`row.*\` — любое\n- \`row.id\` — ключ\n- \`before\`, \`after\` — строка\n- \`row.id\` (\`*-delete\`) — удалённый`;
    const html = print(list, event("insert", '{"after":{"id":1,"n":2}}'), event("delete", '{"before":{"id":1}}'));
    const [insert = "", remove = ""] = html.split("<details").slice(1);
    assert.match(insert, /#field-row-id">"id"/);
    assert.match(insert, /#field-row-all">"n"/);
    assert.match(remove, /#field-row-id-all-delete">"id"/);
    assert.match(html, /<dt><code>id<\/code> <span>MySQL: delete<\/span><\/dt>/);
  });

  test("marks what changed since the event before of the same database", () => {
    const html = print(
      `${FRAME}- \`after\`, \`row.*\`, \`op\` — строка`,
      event("insert", '{"after":{"id":1,"status":"new"}}'),
      event("other", '{"after":{"id":9,"status":"old"}}', { database: "PostgreSQL" }),
      event("update", '{"after":{"id":1,"status":"paid"},"op":"u"}'),
      event("insert-other", '{"after":{"id":2,"status":"new"},"op":"c"}'),
    );
    assert.deepEqual(
      [...html.matchAll(/<mark class="hl">\s*<a[^>]*>([^<]*)</g)].map(([, name]) => name),
      ['"status"'],
    );
  });

  for (const [what, list, said] of [
    ["two texts about the same", `${FRAME}- \`op\` — код\n- \`op\` — ещё`, /:5: op is explained twice; expected once$/],
    ["a field without a text", FRAME, /:1: no explanation of op of mysql-insert; expected - `op` — … in the list$/],
    [
      "a text that is never needed",
      `${FRAME}- \`op\` — код\n- \`lsn\` — место`,
      /:5: no event needs this text about lsn;/,
    ],
    [
      "an item without a field",
      `${FRAME}- код`,
      /:4: a field without its explanation; expected - `path` — one paragraph$/,
    ],
    ["anything but one list", "Текст", /:3: events hold something else; expected one list of fields$/],
  ] as const) {
    test(`refuses ${what}`, () => {
      assert.throws(() => print(list, event("insert", '{"op":"c"}')), { message: said });
    });
  }

  test("refuses a page of a project without captured events", () => {
    assert.throws(() => render("::: events\n\n- `op` — код\n\n:::\n", { root: join(root, "none") }), {
      message:
        /:1: the captured events cannot be read: .*; expected what labs\/verify\/events\/capture\.ts --update writes$/,
    });
  });

  test("refuses a block without an end", () => {
    assert.throws(
      () => render("::: events\n\n- `op` — код\n", { root }),
      /:1: "events" is never closed; expected a line of :::/,
    );
  });
});
