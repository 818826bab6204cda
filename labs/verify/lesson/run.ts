import { readFileSync, writeFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { apart, CHECK_LIMIT, judgeCheck } from "./check.ts";
import { type Connectors, readConnectors } from "./connectors.ts";
import { compare, normalize } from "./match.ts";
import { type RunnableLesson, readLesson, type Step, type Turn } from "./read.ts";
import { type Printed, Session } from "./session.ts";
import { type Fresh, updateOutputs } from "./update.ts";

/** A block may wait for a snapshot or for an error that comes late, but not for ever. */
const BLOCK_LIMIT = 150_000;

export interface LessonRun {
  /** Messages, each with file and line; none: green. */
  failures: string[];
  /** Connectors met on the way; the next reset removes their positions. */
  connectors: Connectors;
  seconds: number;
}

export interface RunOptions {
  /** Writes what was printed into the lesson's output fences, instead of failing where they differ. */
  update: boolean;
  say: (line: string) => void;
}

/**
 * Executes the blocks of a lesson in order, in sessions that live until its end, and compares what they print.
 * The lab has to be in its clean state.
 * @param file lesson, relative to the root or absolute
 */
export async function runLesson(root: string, file: string, options: RunOptions): Promise<LessonRun> {
  const lesson = readLesson(root, file);
  const sessions = new Map<string, Session>();
  const run: LessonRun = { failures: [], connectors: {}, seconds: 0 };
  const printed: Fresh[] = [];
  const begun = Date.now();
  try {
    for (const turn of lesson.turns) {
      const said = await runStep(root, turn.step, sessions, run);
      if (!said) break;
      if (turn.solved !== false) printed.push({ step: turn.step, text: said.text });
      options.say(`  ${lesson.file}:${turn.step.block.place.line} ${nameOf(turn)} ${said.seconds.toFixed(1)} s`);
      Object.assign(run.connectors, await readConnectors());
      const failure = judgeTurn(lesson, turn, said, options.update);
      if (failure) run.failures.push(failure);
    }
  } finally {
    for (const session of sessions.values()) session.close();
  }
  if (options.update && run.failures.length === 0) writeUpdate(root, lesson, printed, options.say);
  run.seconds = (Date.now() - begun) / 1000;
  return run;
}

function nameOf({ step: { info }, solved }: Turn): string {
  const check = solved === undefined ? "" : solved ? ", check after the solution" : ", check before the solution";
  return `${info.run}${info.session ? ` ${info.session}` : ""}${check}`;
}

/** @param update outputs are going to be written, so that other ones are no failure */
function judgeTurn(lesson: RunnableLesson, { step, solved }: Turn, said: Printed, update: boolean): string | undefined {
  const failure = solved === undefined ? undefined : judgeCheck(step, solved, said);
  if (failure || update || solved === false) return failure;
  return judge(lesson, step, said);
}

async function runStep(
  root: string,
  step: Step,
  sessions: Map<string, Session>,
  run: LessonRun,
): Promise<Printed | undefined> {
  const name = `${step.info.run} ${step.info.session ?? ""}`;
  const session = sessions.get(name) ?? new Session(step.info.run, join(root, "labs"));
  sessions.set(name, session);
  try {
    const { block, info } = step;
    return await (info.check ? session.run(apart(block.body), CHECK_LIMIT) : session.run(block.body, BLOCK_LIMIT));
  } catch (error) {
    run.failures.push(step.block.place.error(`this block failed: ${(error as Error).message}`).message);
    return undefined;
  }
}

/** What is wrong with a block's output, for its author; undefined if nothing is. */
export function judge(lesson: RunnableLesson, step: Step, { text, aside, status }: Printed): string | undefined {
  const actual = normalize(text);
  const said = aside.trim() ? `\non standard error:\n${indent(normalize(aside))}` : "";
  if (!step.output) {
    const place = `${lesson.file}:${step.block.place.line}`;
    if (actual.length > 0)
      return `${place}: printed something without an output fence below; got\n${indent(actual)}${said}`;
    if (status !== 0)
      return `${place}: exit status ${status}; expected 0, or an output fence that shows the failure${said}`;
    return undefined;
  }
  const mismatch = compare(normalize(step.output.text), actual);
  if (!mismatch) return undefined;
  const shift = step.output.text.split("\n").findIndex((line) => line.trim() !== "");
  const place = `${lesson.file}:${step.output.line + 1 + shift + mismatch.line}`;
  const end = "(nothing more)";
  return `${place}: another output
  expected: ${mismatch.expected ?? end}
  got:      ${mismatch.got ?? end}
all of it:
${indent(actual)}${said}`;
}

function indent(lines: readonly string[]): string {
  return lines.map((line) => `    ${line}`).join("\n");
}

function writeUpdate(root: string, lesson: RunnableLesson, printed: Fresh[], say: (line: string) => void): void {
  const path = isAbsolute(lesson.file) ? lesson.file : join(root, lesson.file);
  const text = updateOutputs(lesson, printed);
  if (text === lesson.text) return;
  if (readFileSync(path, "utf8") !== lesson.text) {
    throw new Error(`${lesson.file}: edited while it ran, so that nothing is written; run it again`);
  }
  writeFileSync(path, text);
  say(`  ${lesson.file}: outputs written`);
}
