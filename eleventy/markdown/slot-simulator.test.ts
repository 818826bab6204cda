import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import { type SlotView, TRACE_FILE, type TraceScenario } from "../slot-trace.ts";
import { createMarkdown } from "./index.ts";
import { newEnv, pageOf } from "./page.ts";
import { render } from "./testing.ts";

const root = mkdtempSync(join(tmpdir(), "slots-"));
after(() => rmSync(root, { recursive: true }));

const MB = 1024 * 1024;
const view = (more: Partial<SlotView> = {}): SlotView => ({
  current: 64.2 * MB,
  oldest: 0,
  restart: 16 * MB,
  confirmed: 64.1 * MB,
  retained: 48.2 * MB,
  status: "reserved",
  safe: null,
  reason: null,
  ...more,
});
const scenario = (id: string, more: Partial<TraceScenario> = {}): TraceScenario => ({
  id,
  title: `Сценарий <${id}>`,
  lead: "Что видно: `restart_lsn`.",
  created: view(),
  steps: [{ operation: "write 64 captured", why: "Потому что `a < b`.", view: view() }],
  ...more,
});

function print(list: string, ...trace: TraceScenario[]): string {
  const file = join(root, TRACE_FILE);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(trace));
  return render(`::: slot-simulator\n${list}:::\n`, { root });
}

const rows = (html: string) => [...html.matchAll(/<tr data-operation="([^"]*)">\s*([\s\S]*?)<\/tr>/g)];

describe("the slot simulator", () => {
  test("prints each scenario as a table of what was done, the figures in whole megabytes, and why", () => {
    const html = print("", scenario("one"), scenario("two"));
    assert.match(html, /^<slot-simulator>\s*<p class="scenario-note" slot="note">/);
    assert.match(html, /<details class="scenario" id="slot-two">\s*<summary>Сценарий &lt;two&gt;<\/summary>/);
    const [, [, operation, cells = ""] = []] = rows(html);
    assert.equal(operation, "write 64 captured");
    assert.deepEqual(
      [...cells.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => cell?.replaceAll("\u00A0", " ")),
      ["<strong>64 МБ в таблицу из публикации</strong>", "<code>reserved</code>", "48", "16", "64", "64"],
    );
    assert.match(html, /<tr class="why">\s*<td colspan="6">\s*<p>Потому что <code>a &lt; b<\/code>\.<\/p>/);
    assert.doesNotMatch(html, /style=/);
  });

  test("has a column for the safe size where there is a limit, and says what is lost", () => {
    const lost = view({ restart: null, retained: null, status: "lost", safe: null, reason: "wal_removed" });
    const steps: TraceScenario["steps"] = [
      { operation: "limit 64", why: "Запас.", view: view({ safe: -0.1 * MB }) },
      { operation: "resume", why: "Отказано:", view: lost, error: 'ERROR: no "slot"' },
    ];
    const html = print("", scenario("limit", { steps }));
    assert.match(html, /<code>safe_<wbr>wal_size<\/code>/);
    assert.match(
      rows(html)[1]?.[2] ?? "",
      /<code>max_slot_wal_keep_size<\/code> = 64.МБ<\/strong>.*<td class="align-right">&lt;0</s,
    );
    assert.equal(rows(html)[2]?.[2]?.match(/нет/g)?.length, 3);
    assert.match(html, /<td colspan="7">\s*<p>Отказано: <code>ERROR: no &quot;slot&quot;<\/code>/);
  });

  test("prints the scenarios that are named, in that order", () => {
    const html = print("- two\n- one\n\n", scenario("one"), scenario("two"), scenario("three"));
    assert.deepEqual(
      [...html.matchAll(/id="slot-(\w+)"/g)].map(([, id]) => id),
      ["two", "one"],
    );
  });

  test("what follows it is read as ever", () => {
    print("", scenario("one"));
    assert.match(
      render("::: slot-simulator\n:::\n\n::: note\nТекст\n:::\n", { root }),
      /<\/slot-simulator>\s*<course-callout/,
    );
  });

  test("a page is printed anew when the trace changes", () => {
    print("", scenario("one"));
    const md = createMarkdown({ base: "/", root, versions: () => ({}), diagram: () => "" });
    const env = newEnv("::: slot-simulator\n:::\n");
    md.parse("::: slot-simulator\n:::\n", env);
    assert.deepEqual(pageOf(env).uses.names, [join(root, TRACE_FILE)]);
  });

  for (const [what, list, said] of [
    ["a scenario that is not there", "- two\n", /:2: "slot-simulator": scenario "two"; expected one$/],
    ["a scenario named twice", "- one\n- one\n", /:3: "slot-simulator": scenario "one" is named twice; expected once$/],
    [
      "anything but a list",
      "\nТекст\n",
      /:3: "slot-simulator": it holds something else; expected nothing or a list: - one$/,
    ],
  ] as const) {
    test(`refuses ${what}`, () => {
      assert.throws(() => print(list, scenario("one")), { message: said });
    });
  }

  test("refuses a page of a project without a trace", () => {
    assert.throws(() => render("::: slot-simulator\n:::\n", { root: join(root, "none") }), {
      message: /:1: the slot trace cannot be read: .*; expected what labs\/verify\/slots\/record\.ts --update writes$/,
    });
  });

  test("refuses a block without an end", () => {
    assert.throws(
      () => render("::: slot-simulator\n\n- one\n", { root }),
      /:1: "slot-simulator" is never closed; expected a line of :::/,
    );
  });
});
