import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import type { Action } from "../../components/watermark-model.ts";
import { WATERMARK_FILE, type WatermarkScenario } from "../watermark-trace.ts";
import { createMarkdown } from "./index.ts";
import { newEnv, pageOf } from "./page.ts";
import { render } from "./testing.ts";

const root = mkdtempSync(join(tmpdir(), "watermarks-"));
after(() => rmSync(root, { recursive: true }));

const scenario = (id: string, ...actions: Action[]): WatermarkScenario => ({
  id,
  title: `Сценарий <${id}>`,
  lead: "Что видно: `close`.",
  rows: 4,
  size: 4,
  steps: actions.map((action) => ({ action, wal: "", topic: "" })),
  table: "",
});

function print(list: string, ...trace: WatermarkScenario[]): string {
  const file = join(root, WATERMARK_FILE);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(trace));
  return render(`::: watermark-stepper\n${list}:::\n`, { root });
}

/** Each step: its action, its cells, and its reason. */
function steps(html: string): string[][] {
  const text = (piece = "") =>
    piece
      .replace(/<[^>]+>/g, "")
      .replaceAll("\u00A0", " ")
      .trim();
  return [
    ...html.matchAll(
      /<tr data-action="([^"]*)">([\s\S]*?)<\/tr>\s*<tr class="why">\s*<td colspan="4">([\s\S]*?)<\/tr>/g,
    ),
  ].map(([, action = "", cells = "", why]) => [
    action,
    ...[...cells.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => text(cell)),
    text(why),
  ]);
}

describe("the watermark stepper", () => {
  test("prints each scenario as a table of steps, with what the element needs to play it", () => {
    const html = print("", scenario("one", "signal"), scenario("two", "signal"));
    assert.match(html, /^<watermark-stepper>\s*<p class="scenario-note" slot="note">/);
    assert.match(
      html,
      /<details class="scenario" id="watermark-two" data-rows="4" data-size="4">\s*<summary>Сценарий &lt;two&gt;<\/summary>\s*<p>Что видно: <code>close<\/code>\.<\/p>/,
    );
    assert.deepEqual(
      [...html.matchAll(/<th scope="col">\s*(.*?)<\/th>/g)].slice(0, 4).map(([, name]) => name),
      ["шаг", "в WAL", "буфер", "в топик"],
    );
    assert.doesNotMatch(html, /style=/);
  });

  test("tells what each step wrote, what is left in the buffer, and why", () => {
    const inside = ["signal", "open", "read", "update 2", "insert 9", "close", "rest"] as const;
    assert.deepEqual(steps(print("", scenario("one", ...inside))), [
      ["signal", "сигнал", "signal", "", "", "Сигнал пришёл коннектору потоком: снимок начинается."],
      ["open", "коннектор пишет open", "open", "", "", "Отметка вставлена в таблицу сигналов и потому есть в WAL."],
      ["read", "коннектор читает чанк", "", "1–4", "", "Строки ждут в буфере: их место в потоке пока неизвестно."],
      [
        "update 2",
        "UPDATE строки 2",
        "u 2 v2",
        "1–4",
        "",
        "Событие в WAL, поток до него не дошёл. В буфере осталась прежняя строка.",
      ],
      [
        "insert 9",
        "INSERT строки 9",
        "c 9",
        "1–4",
        "",
        "Событие в WAL, поток до него не дошёл. Ключ больше границы 4: никакой чанк его не прочтёт.",
      ],
      [
        "close",
        "коннектор пишет close",
        "close",
        "1–4",
        "",
        "Вторая отметка в WAL. Теперь коннектор читает поток дальше.",
      ],
      ["stream", "поток: open", "", "1–4", "", "Окно открыто: отсюда ключи событий вычёркиваются из буфера."],
      ["stream", "поток: u 2 v2", "", "1, 3, 4", "u 2 v2", "Ключ 2 вычеркнут из буфера: там прежняя строка."],
      ["stream", "поток: c 9", "", "1, 3, 4", "c 9", "Ключа 9 в буфере нет, вычёркивать нечего."],
      ["stream", "поток: close", "", "", "r 1, 3, 4", "Окно закрыто: остаток буфера уходит в топик."],
      ["rest", "последний чанк", "open, close", "", "", "Между двумя отметками ни строки: снимок закончен."],
    ]);
  });

  test("tells what the query had seen already", () => {
    const before = ["signal", "update 2", "open", "update 3", "read", "close", "rest"] as const;
    const told = steps(print("", scenario("one", ...before)));
    assert.equal(told[1]?.at(-1), "Событие в WAL, поток до него не дошёл. Запрос чанка это увидит.");
    assert.deepEqual(told[4]?.slice(3), [
      "1, 2 v2, 3 v2, 4",
      "",
      "Строки ждут в буфере: их место в потоке пока неизвестно. Строки 2, 3 прочитаны уже новыми, но коннектор этого не знает.",
    ]);
    assert.equal(told[6]?.at(-1), "Окно ещё закрыто, буфер не тронут: запрос это изменение видел.");
    assert.equal(told[8]?.at(-1), "Ключ 3 вычеркнут из буфера: там уже новая строка, но коннектор этого не знает.");
  });

  test("tells what comes after the window, and what is changed twice in it", () => {
    const late = ["signal", "open", "read", "close", "delete 2", "rest"] as const;
    assert.deepEqual(
      steps(print("", scenario("one", ...late)))
        .slice(-2)
        .map((step) => step.at(-1)),
      [
        "Событие в WAL, поток до него не дошёл. Чанк с этим ключом уже отправлен.",
        "Поток приносит d 2. Между двумя отметками ни строки: снимок закончен.",
      ],
    );
    const twice = ["signal", "open", "read", "update 1", "update 1", "insert 0", "close", "rest"] as const;
    const told = steps(print("", scenario("one", ...twice)));
    assert.equal(told[5]?.at(-1), "Событие в WAL, поток до него не дошёл. В буфере такого ключа нет.");
    assert.deepEqual(
      told.slice(8, 10).map((step) => step.at(-1)),
      ["Ключ 1 вычеркнут из буфера: там прежняя строка.", "Ключ 1 уже вычеркнут."],
    );
  });

  test("tells of a row that another chunk reads", () => {
    const small = {
      ...scenario("one", "signal", "open", "read", "update 4", "close", "open", "read", "close", "rest"),
      size: 2,
    };
    const told = steps(print("", small));
    assert.equal(told[3]?.at(-1), "Событие в WAL, поток до него не дошёл. Строку прочтёт следующий чанк.");
    assert.equal(told.find(([action, , , buffer]) => action === "read" && buffer !== "1, 2")?.[3], "3, 4 v2");
  });

  test("prints the scenarios that are named, in that order", () => {
    const html = print(
      "- two\n- one\n\n",
      scenario("one", "signal"),
      scenario("two", "signal"),
      scenario("three", "signal"),
    );
    assert.deepEqual(
      [...html.matchAll(/id="watermark-(\w+)"/g)].map(([, id]) => id),
      ["two", "one"],
    );
  });

  test("a page is printed anew when the trace changes", () => {
    print("", scenario("one", "signal"));
    const md = createMarkdown({ base: "/", root, versions: () => ({}), diagram: () => "" });
    const env = newEnv("::: watermark-stepper\n:::\n");
    md.parse("::: watermark-stepper\n:::\n", env);
    assert.deepEqual(pageOf(env).uses.names, [join(root, WATERMARK_FILE)]);
  });

  for (const [what, list, said] of [
    ["a scenario that is not there", "- two\n", /:2: "watermark-stepper": scenario "two"; expected one$/],
    [
      "a scenario named twice",
      "- one\n- one\n",
      /:3: "watermark-stepper": scenario "one" is named twice; expected once$/,
    ],
    [
      "anything but a list",
      "\nТекст\n",
      /:3: "watermark-stepper": it holds something else; expected nothing or a list: - one$/,
    ],
  ] as const) {
    test(`refuses ${what}`, () => {
      assert.throws(() => print(list, scenario("one", "signal")), { message: said });
    });
  }

  test("refuses a page of a project without a trace", () => {
    assert.throws(() => render("::: watermark-stepper\n:::\n", { root: join(root, "none") }), {
      message:
        /:1: the watermark trace cannot be read: .*; expected what labs\/verify\/watermarks\/record\.ts --update writes$/,
    });
  });

  test("refuses a block without an end", () => {
    assert.throws(
      () => render("::: watermark-stepper\n\n- one\n", { root }),
      /:1: "watermark-stepper" is never closed; expected a line of :::/,
    );
  });
});
