import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { refuses, render } from "./testing.ts";

const quiz = (questions: string) => `::: quiz\n${questions}\n:::\n`;
const OPTIONS = "   - [ ] нет\n\n     Почему нет.\n   - [x] да\n\n     Почему да.";

describe("a quiz", () => {
  test("prints questions whose options unfold into an explanation", () => {
    assert.equal(
      render(quiz(`1. Что хранит \`слот\`?\n${OPTIONS}`))
        .replace(/\n/g, "")
        .replace(/\u00A0/g, " "),
      '<course-quiz><ol class="quiz"><li class="quiz-question"><div class="quiz-text"><p>Что хранит <code>слот</code>?</p></div>' +
        '<ul class="quiz-options">' +
        '<li><details class="quiz-option" data-answer="wrong"><summary>нет</summary><div class="quiz-why"><p><strong>Неверно.</strong> Почему нет.</p></div></details></li>' +
        '<li><details class="quiz-option" data-answer="right"><summary>да</summary><div class="quiz-why"><p><strong>Верно.</strong> Почему да.</p></div></details></li>' +
        "</ul></li></ol></course-quiz>",
    );
  });

  test("may hold several questions, and code in a question and in an explanation", () => {
    const html = render(
      quiz(
        `1. Первый?\n\n   \`\`\`sql\n   select 1;\n   \`\`\`\n\n${OPTIONS}\n2. Второй?\n   - [x] да\n\n     \`\`\`sql\n     select 2;\n     \`\`\`\n   - [ ] нет\n\n     Нет.`,
      ),
    );
    assert.equal(html.match(/quiz-question/g)?.length, 2);
    assert.match(html, /<div class="quiz-text"><p>Первый\?<\/p>\n<figure class="code">/);
    assert.match(html, /<div class="quiz-why"><p><strong>Верно.<\/strong><\/p><figure/);
  });

  test("fails when it holds anything but one list of questions", () => {
    const expected = "a quiz holds something else; expected one numbered list of questions";
    refuses(quiz("Вступление.\n"), 2, expected);
    refuses(quiz(`1. Q\n${OPTIONS}\n\nПослесловие.`), 10, expected);
    refuses("::: quiz\n:::\n", 1, expected);
  });

  test("fails when a question lacks text, options, or a choice", () => {
    refuses(
      quiz("1. Вопрос?"),
      2,
      "a question without its text or its options; expected text, then a list of - [ ] and - [x]",
    );
    refuses(quiz("1. Вопрос?\n   - [x] да\n\n     Да."), 2, "a question with one option; expected two or more");
  });

  test("fails unless exactly one option is right", () => {
    refuses(
      quiz(`1. Q\n${OPTIONS}\n2. Q\n${OPTIONS.replace("[x]", "[ ]")}`),
      9,
      "a question with 0 right options; expected exactly one - [x]",
    );
    refuses(quiz(`1. Q\n${OPTIONS.replace("[ ]", "[x]")}`), 2, /a question with 2 right options/);
  });

  test("fails when an option has no box or no explanation", () => {
    refuses(
      quiz(`1. Q\n${OPTIONS}\n   - может\n\n     Нет.`),
      9,
      "an option without its box; expected - [ ] wrong or - [x] right",
    );
    refuses(
      quiz("1. Q\n   - [ ] нет\n   - [x] да\n\n     Да."),
      3,
      /an option without an explanation; expected a paragraph below it, indented/,
    );
  });

  test("fails when it has a title or no end", () => {
    refuses("::: quiz Проверка\n:::\n", 1, 'title "Проверка" of a quiz; expected ::: quiz alone');
    refuses(`::: quiz\n1. Q\n${OPTIONS}\n`, 1, /"quiz" is never closed/);
  });
});
