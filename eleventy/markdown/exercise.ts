import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { boxMark } from "./box.ts";
import { blockOf } from "./code-block.ts";
import { type Page, pageOf } from "./page.ts";

/** How many tokens a title is. */
const TITLE_TOKENS = 3;

/**
 * Prints `:::: exercise Название` … `::::` as a section with a heading, and the `::: solution` … `:::` at its end folded.
 * An exercise has one block with `check`, which tells whether it is solved; the lesson runner executes it before the
 * solution, when it must fail, and after it, when it must not.
 */
export function exercises(md: MarkdownIt): void {
  md.core.ruler.after("boxes", "exercise_titles", (state) => {
    let number = 0;
    state.tokens = state.tokens.flatMap((token) => {
      if (token.type !== "exercise_open") return token;
      number++;
      token.attrSet("id", `exercise-${number}`);
      return [token, ...titleTokens(state, token, number)];
    });
  });
  md.core.ruler.after("code_blocks", "exercises", ({ tokens, env }) => checkExercises(tokens, pageOf(env)));
  md.renderer.rules.exercise_open = (tokens, index) => {
    const title = tokens[index + 1]?.attrGet("id");
    return `<section class="exercise" id="${tokens[index]?.attrGet("id")}" aria-labelledby="${title}">\n`;
  };
  md.renderer.rules.exercise_close = () => "</section>\n";
  md.renderer.rules.solution_open = () => '<details class="solution"><summary>Решение</summary>\n';
  md.renderer.rules.solution_close = () => "</details>\n";
}

function titleTokens(state: StateCore, box: Token, number: number): Token[] {
  const open = new state.Token("heading_open", "h3", 1);
  open.markup = "###";
  open.map = box.map;
  const inline = new state.Token("inline", "", 0);
  inline.content = `Упражнение ${number}. ${boxMark(box).title}`;
  inline.map = box.map;
  inline.children = [];
  return [open, inline, new state.Token("heading_close", "h3", -1)];
}

/** Refuses exercises that cannot be proved, and parts of one where none is. */
function checkExercises(tokens: readonly Token[], page: Page): void {
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (token.type === "exercise_open") {
      const end = index + tokens.slice(index).findIndex(({ type }) => type === "exercise_close");
      checkExercise(token, tokens.slice(index + TITLE_TOKENS + 1, end), page);
      index = end;
    }
    if (token.type === "solution_open") {
      throw errorAt(page, token, "a solution outside of an exercise", "it at the end of an :::: exercise");
    }
    if (isCheck(token)) {
      throw errorAt(page, token, "a check outside of an exercise", "it in an :::: exercise, above the solution");
    }
  }
}

/** @param body what stands between the title and the end */
function checkExercise(box: Token, body: readonly Token[], page: Page): void {
  const fail = (token: Token, reason: string, expected: string) => errorAt(page, token, reason, expected);
  if (box.level > 0) throw fail(box, "an exercise inside something else", "it outside of lists, quotations and boxes");
  const inner = body.find(({ type }) => type === "exercise_open");
  if (inner) throw fail(inner, "an exercise inside another", "the first one closed above it");
  const heading = body.find(({ type, tag }) => type === "heading_open" && tag < "h4");
  if (heading) throw fail(heading, `heading "${heading.markup}" in an exercise`, "#### or lower: its title is ###");

  const start = body.findIndex(({ type }) => type === "solution_open");
  const opening = body[start];
  if (!opening) throw fail(box, "an exercise without a solution", "::: solution … ::: at its end");
  if (opening.level > 1) throw fail(opening, "a solution inside something else", "it right in the exercise");
  const end = body.findIndex(({ type }) => type === "solution_close");
  const [task, solution, behind] = [body.slice(0, start), body.slice(start, end), body[end + 1]];
  if (behind) throw fail(behind, "something below the solution", "the solution at the end of its exercise");

  const solved = solution.find(isCheck);
  if (solved) throw fail(solved, "a check inside the solution", "it above the solution");
  const [check, second] = task.filter(isCheck);
  if (!check) throw fail(box, "an exercise without a check", "a block with run=bash check above its solution");
  if (second) throw fail(second, "a second check in an exercise", "one");
  const late = task.slice(task.indexOf(check) + 1).find(isRun);
  if (late) throw fail(late, "a block with run= between check and solution", "it above the check or in the solution");
  if (!solution.some(isRun)) throw fail(opening, "a solution that runs nothing", "a block with run= in it");
  if (leavesShell(blockOf(check).body)) {
    throw fail(check, "exit in a check, which would close the reader's shell", "false, or the whole check in ( )");
  }
}

function errorAt(page: Page, token: Token, reason: string, expected: string): Error {
  return page.place(token.map?.[0] ?? 0).error(reason, expected);
}

function isRun(token: Token): boolean {
  const info = token.type === "fence" ? blockOf(token).info : undefined;
  return info?.kind === "code" && info.run !== undefined;
}

function isCheck(token: Token): boolean {
  const info = token.type === "fence" ? blockOf(token).info : undefined;
  return info?.kind === "code" && info.check === true;
}

/** Whether readers who paste a check may lose their shell: `exit` is a command of it, and no subshell holds it all. */
function leavesShell(code: string): boolean {
  const commands = code.replace(/'[^']*'|"(?:\\.|[^"\\])*"/g, '""');
  if (/^\s*\([\s\S]*\)\s*$/.test(commands)) return false;
  return /(?:^|[;&|{]|\b(?:then|else|do))[ \t]*exit(?![\w(-])/m.test(commands);
}
