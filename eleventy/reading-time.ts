import { ContentError } from "./content-error.ts";
import type { LessonSource } from "./lesson-source.ts";
import { parseFenceInfo } from "./markdown/fence-info.ts";
import { readSnippet } from "./markdown/snippet.ts";
import { SourcePlace } from "./markdown/source-place.ts";

/**
 * How long a lesson takes, measured from what is written in it:
 *
 *     reading  = words / 170 + (lines of code and output × 1.5 s + diagrams × 20 s + questions × 30 s) / 60
 *     practice = executed blocks × 2.5 min + exercises × 10 min + elements to play with × 5 min
 *
 * Words: 184 ± 29 a minute is the mean of 17 languages, Russian among them, in plain texts (Trauzettel-Klosinski and
 * Dietz 2012, doi:10.1167/iovs.11-8284); technical prose full of names is read a little slower. The rest is judgement,
 * not measurement. Code is looked through by lines, a diagram looked at, a question thought over. A block is copied, run,
 * waited for and held against what is printed: with 2.5 minutes for each, the first ten lessons take together the 10.6
 * hours that their authors had put down one by one. (The runner needs a minute for a whole lesson: the time is the
 * reader's.) Ten minutes are for trying an exercise oneself, its blocks included.
 */
const WORDS_A_MINUTE = 170;
const SECONDS = { line: 1.5, diagram: 20, question: 30 } as const;
const MINUTES = { block: 2.5, exercise: 10, element: 5 } as const;

/** Minutes that a lesson takes, by what they go to; reading is the first three. */
export interface LessonTime {
  prose: number;
  code: number;
  quiz: number;
  blocks: number;
  exercises: number;
}

/** In Russian and English letters: to look for any letter would cost twice as much as all else here. */
const WORD = /[A-Za-z\u00C0-\u052F][\w\u00C0-\u052F.-]*/g;
/** Addresses of links, and notes with sources, are not read. */
const ADDRESS = /\]\([^)]*\)|^\[\^[^\]]+\]:.*$/g;
const QUESTION = /^\d+\.\s/;
const ELEMENT = /^:::\s*(?:events|slot-simulator|watermark-stepper)\s*$/;

/**
 * Measures a lesson by the formula above.
 * @param linesOf lines of a file of the labs, or of a region of it, as a fence shows them
 */
export function measureLesson({ text, fences, exercises }: LessonSource, linesOf: LinesOf): LessonTime {
  let [questions, elements, quiz] = [0, 0, false];
  let words = 0;
  for (const { content } of text) {
    if (content.startsWith(":::")) {
      if (/^:::\s*quiz\s*$/.test(content)) quiz = true;
      else if (/^:::\s*$/.test(content)) quiz = false;
      else if (ELEMENT.test(content)) elements++;
    } else if (quiz && QUESTION.test(content)) questions++;
    const prose = /\]\(|^\[\^/.test(content) ? content.replace(ADDRESS, " ") : content;
    WORD.lastIndex = 0;
    while (WORD.test(prose)) words++;
  }
  let [lines, diagrams, blocks] = [0, 0, 0];
  for (const { info, body, inExercise } of fences) {
    const fence = understood(info);
    if (inExercise || !fence) continue;
    if (fence.kind === "diagram") diagrams++;
    else lines += fence.kind === "code" && fence.file ? linesOf(fence.file, fence.region) : body.length;
    if (fence.kind === "code" && fence.run) blocks++;
  }
  return {
    prose: words / WORDS_A_MINUTE,
    code: (lines * SECONDS.line + diagrams * SECONDS.diagram) / 60,
    quiz: (questions * SECONDS.question) / 60,
    blocks: blocks * MINUTES.block + elements * MINUTES.element,
    exercises: exercises * MINUTES.exercise,
  };
}

/** Counts the lines that a fence shows of a file. */
export type LinesOf = (file: string, region: string | undefined) => number;

const NOWHERE = new SourcePlace("", 1);

/** Counts lines of the labs' files; none of what cannot be shown, for the Markdown of the site tells that better. */
export function labLines(root: string): LinesOf {
  return (file, region) => unless(() => readSnippet(root, file, region, NOWHERE).split("\n").length) ?? 0;
}

function understood(info: string) {
  return unless(() => parseFenceInfo(info, NOWHERE));
}

function unless<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof ContentError) return undefined;
    throw error;
  }
}

/** Whole minutes of reading, at least one. */
export function readingMinutes({ prose, code, quiz }: LessonTime): number {
  return Math.max(1, Math.round(prose + code + quiz));
}

/** Whole minutes of reading and practice. */
export function totalMinutes(time: LessonTime): number {
  return readingMinutes(time) + Math.round(time.blocks + time.exercises);
}

/** How far an author's round number may be from the measured one: a tenth, and five minutes in short lessons. */
const TOLERANCE = { share: 0.1, minutes: 5 } as const;

/**
 * Compares the `estimatedTime` of a lesson with what is measured.
 * @returns null where they agree, else how much was measured, of what, and what is allowed, all in minutes
 */
export function timeMistake(estimated: number, time: LessonTime): string | null {
  const total = totalMinutes(time);
  const allowed = Math.max(TOLERANCE.minutes, total * TOLERANCE.share);
  if (Math.abs(estimated - total) <= allowed) return null;
  const parts = Object.entries(time).map(([name, minutes]) => `${name} ${Math.round(minutes)}`);
  const range = `${Math.ceil(total - allowed)} to ${Math.floor(total + allowed)}`;
  return `estimatedTime ${estimated}, measured ${total} (${parts.join(", ")}); expected ${range}`;
}
