import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { refuses, render } from "./testing.ts";
import { tocOf } from "./toc.ts";

const fence = (info: string, body = "true") => `\`\`\`${info}\n${body}\n\`\`\``;
const CHECK = fence("bash run=bash check");
const SOLUTION = `::: solution\n${fence("bash run=bash", "solve")}\n:::`;

/** A lesson with one exercise on line 3; the check stands on line 5, the solution on line 9. */
const exercise = ({ title = "Место", task = CHECK, solution = SOLUTION } = {}) =>
  `## Упражнения\n\n:::: exercise ${title}\nЗадача.\n${task}\n\n${solution}\n::::\n`;

describe("an exercise", () => {
  test("is a section with a heading, and its solution is folded", () => {
    const html = render(exercise());
    assert.match(
      html,
      /<section class="exercise" id="exercise-1" aria-labelledby="упражнение-1-место">\n<h3 id="упражнение-1-место"><a href="#упражнение-1-место">Упражнение\s1\. Место<\/a>/,
    );
    assert.match(
      html,
      /<details class="solution"><summary>Решение<\/summary>\n<figure[\s\S]*solve[\s\S]*<\/details>\n<\/section>\n$/,
    );
  });

  test("is numbered within its lesson and listed in its table of contents", () => {
    const html = render(exercise({ title: "Слот `a`" }) + exercise({ title: "Слот `a`" }).replace("Упражнения", "Ещё"));
    assert.deepEqual(
      tocOf(html).flatMap(({ children }) => children.map(({ text }) => text.replace(/\u00A0/g, " "))),
      ["Упражнение 1. Слот a", "Упражнение 2. Слот a"],
    );
    assert.match(html, /<section class="exercise" id="exercise-2"/);
  });

  test("names its check, and the output that the check has once it is solved", () => {
    const html = render(exercise({ task: `${CHECK}\n\n${fence("output", "Решено")}` }));
    assert.match(html, /<span class="code-where">Проверка в терминале<\/span>/);
    assert.match(html, /<span class="code-name">Вывод, когда решено<\/span>[\s\S]*Решено[\s\S]*<details/);
  });

  test("may prepare its start in blocks of the task, and hold other boxes", () => {
    const html = render(exercise({ task: `${fence("sql run=postgres")}\n\n${CHECK}\n\n::: tip\nx\n:::` }));
    assert.match(html, /data-where="postgres"[\s\S]*Проверка[\s\S]*<course-callout kind="tip"/);
  });

  test("fails without title, check or solution", () => {
    refuses(exercise({ title: "" }), 3, '"exercise" without a title; expected :::: exercise Название');
    refuses(
      exercise({ task: fence("bash run=bash") }),
      3,
      "an exercise without a check; expected a block with run=bash check above its solution",
    );
    refuses(exercise({ solution: "" }), 3, "an exercise without a solution; expected ::: solution … ::: at its end");
  });

  test("fails with two checks, and where its check stands below or inside the solution", () => {
    refuses(exercise({ task: `${CHECK}\n\n${CHECK}` }), 9, "a second check in an exercise; expected one");
    refuses(
      exercise({ task: "", solution: `${SOLUTION}\n${CHECK}` }),
      12,
      /^something below the solution; expected the solution at the end/,
    );
    refuses(
      exercise({ task: "", solution: SOLUTION.replace("run=bash", "run=bash check") }),
      8,
      "a check inside the solution; expected it above the solution",
    );
  });

  test("fails where a block between check and solution would change what is checked", () => {
    refuses(
      exercise({ task: `${CHECK}\n\n${fence("sql run=mysql")}` }),
      9,
      "a block with run= between check and solution; expected it above the check or in the solution",
    );
  });

  test("fails with a solution that runs nothing", () => {
    const message = "a solution that runs nothing; expected a block with run= in it";
    refuses(exercise({ solution: "::: solution\nПодумайте.\n:::" }), 9, message);
    refuses(exercise({ solution: `::: solution\n${fence('bash norun="нужен счёт AWS"')}\n:::` }), 9, message);
  });

  test("fails with a second solution", () => {
    refuses(exercise({ solution: `${SOLUTION}\n${SOLUTION}` }), 14, /^something below the solution/);
  });

  test("fails inside anything else, also where it holds another", () => {
    const message = "an exercise inside something else; expected it outside of lists, quotations and boxes";
    refuses(
      `## A\n\n- b\n\n${exercise()
        .slice(15)
        .replace(/^(?=.)/gm, "  ")}`,
      5,
      message,
    );
    refuses(`## A\n\n> ${exercise().slice(15).trimEnd().replaceAll("\n", "\n> ")}\n`, 3, message);
    refuses(`## A\n\n::::: note\n${exercise().slice(15)}:::::\n`, 4, message);
    const inner = exercise().slice(15);
    refuses(
      `## A\n\n::::: exercise B\n${inner}\n${CHECK}\n\n${SOLUTION}\n:::::\n`,
      4,
      "an exercise inside another; expected the first one closed above it",
    );
    refuses(
      exercise({ solution: `- a\n\n  ${SOLUTION.replaceAll("\n", "\n  ")}` }),
      11,
      /^a solution inside something else/,
    );
  });

  test("fails without an end, and with marks that its solution would close", () => {
    refuses(exercise().replace(/::::\n$/, ""), 3, '"exercise" is never closed; expected a line of ::::');
    refuses(exercise().replaceAll("::::", ":::"), 3, "::: exercise; expected ::::, for ::: ends its solution");
  });

  test("fails with a heading that would end it", () => {
    refuses(
      exercise({ task: `## Глава\n\n${CHECK}` }),
      5,
      'heading "##" in an exercise; expected #### or lower: its title is ###',
    );
    assert.match(render(exercise({ task: `#### Подсказка\n\n${CHECK}` })), /<h4 id="подсказка">/);
  });

  test("fails with a check that would close the shell of a reader who pastes it", () => {
    const message = "exit in a check, which would close the reader's shell; expected false, or the whole check in ( )";
    const check = (body: string) => exercise({ task: fence("bash run=bash check", body) });
    for (const body of ["exit 1", "test -f a || exit 1", "if a; then exit 1; fi", "a\n  exit"])
      refuses(check(body), 5, message);
    for (const body of [
      "(\n  exit 1\n)",
      "psql -c '\\exit'",
      "echo exit",
      "python -c 'exit(1)'",
      'docker compose exec -T kafka bash -c "a; exit 1"',
    ])
      assert.match(render(check(body)), /Проверка/);
  });
});

test("a check and a solution fail outside of an exercise", () => {
  refuses(`a\n\n${CHECK}\n`, 3, "a check outside of an exercise; expected it in an :::: exercise, above the solution");
  refuses(`a\n\n${SOLUTION}\n`, 3, "a solution outside of an exercise; expected it at the end of an :::: exercise");
  refuses("a\n\n::: solution Так\nx\n:::\n", 3, 'title "Так" of a solution; expected ::: solution alone');
});
