import { join } from "node:path";
import { CHANGES, drill } from "./drill/drill.ts";
import { checkEvents } from "./events/capture.ts";
import { writtenLessons } from "./lesson/course.ts";
import { compose } from "./lesson/lab.ts";
import { proveLesson } from "./lesson/prove.ts";
import { type RunnableLesson, readLesson } from "./lesson/read.ts";
import type { Places } from "./places.ts";
import { runChecks, runTests } from "./pool/count.ts";
import type { PlainPiece, StackPiece } from "./pool/work.ts";
import { pythonChecks, pythonStackCheck, stackTestFiles } from "./python/checks.ts";
import { notebookRun } from "./python/notebook.ts";
import { checkTrace } from "./slots/record.ts";
import { checkTroubles } from "./troubles/piece.ts";
import { checkWatermarks } from "./watermarks/record.ts";

const VERIFY = import.meta.dirname;
/** Profiles of services that are slow to start, and so may run beforehand. */
const SLOW = ["mysql"];

/** Begins the name of a lesson's piece. */
export const LESSON = "lesson ";

/**
 * Everything that needs a running stack, in pieces that need nothing of each other. Their seconds are those of two cores
 * which several stacks share, and only tell what is to begin early.
 * @param standIn whether `docker` is our own
 */
export function stackPieces(places: Places, standIn: boolean): StackPiece[] {
  const allowed = standIn ? ["docker/allowed.stack.test.ts"] : [];
  return [
    ...writtenLessons(places.root).flatMap(({ id, file }) => lessonPiece(places.root, id, file)),
    testPiece("files of the lab", 30, SLOW, "checks/lab.stack.test.ts"),
    { ...testPiece("docker compose", 60, [], "docker/contract.stack.test.ts", ...allowed), wipes: true },
    testPiece("connector configurations", 10, [], "checks/connector-config.stack.test.ts"),
    testPiece("metrics", 35, SLOW, "checks/metrics.stack.test.ts"),
    ...stackTestFiles(places.labs).map(({ file, mysql }) => pytestPiece(places, file, mysql)),
    {
      name: "notebook",
      seconds: 20,
      profiles: [],
      work: (told) => runChecks(told, [notebookRun(places, told.say)]),
    },
    {
      name: "captured events",
      seconds: 25,
      profiles: SLOW,
      work: (told) => runChecks(told, [{ name: "captured events", run: () => checkEvents(places.root) }]),
    },
    {
      name: "slot trace",
      seconds: 45,
      profiles: [],
      work: (told) => runChecks(told, [{ name: "slot trace", run: () => checkTrace(places.root) }]),
    },
    {
      name: "watermark trace",
      seconds: 15,
      profiles: [],
      work: (told) => runChecks(told, [{ name: "watermark trace", run: () => checkWatermarks(places.root) }]),
    },
    {
      name: "messages",
      seconds: 80,
      profiles: SLOW,
      work: (told, lab) => checkTroubles(told, lab),
    },
    {
      name: "drill",
      seconds: 95,
      profiles: SLOW,
      work: async ({ say, count }, lab) =>
        count(await drill(lab.places, lab.driver, { changes: CHANGES, say }), "drill: nothing is lost"),
    },
  ];
}

/**
 * What needs no stack, or brings its own.
 * @param native whether stacks without Docker are used
 */
export function plainPieces(places: Places, native: boolean): PlainPiece[] {
  const tests = (name: string, seconds: number, file: string): PlainPiece => ({
    name,
    seconds,
    profiles: undefined,
    work: (told) => runTests(told, join(VERIFY, file)),
  });
  const own = [
    tests("a runner that is killed", 30, "stack/crash.stack.test.ts"),
    tests("planted errors", 10, "checks/programs.stack.test.ts"),
    tests("planted errors in AWS listings", 30, "checks/aws/listings.stack.test.ts"),
  ];
  return [
    ...(native ? own : []),
    {
      name: "labs/python",
      seconds: 15,
      profiles: undefined,
      work: (told) => runChecks(told, pythonChecks(places, told.say)),
    },
  ];
}

function testPiece(name: string, seconds: number, profiles: readonly string[], ...files: string[]): StackPiece {
  return { name, seconds, profiles, work: (told) => runTests(told, ...files.map((file) => join(VERIFY, file))) };
}

function pytestPiece(places: Places, file: string, mysql: boolean): StackPiece {
  return {
    name: `labs/python/tests/${file}`,
    seconds: 60,
    profiles: mysql ? SLOW : [],
    work: async (told) => {
      if (mysql) await compose("--profile", "mysql", "up", "-d", "--wait");
      await runChecks(told, [pythonStackCheck(places, file, told.say)]);
    },
  };
}

/** None for a lesson without anything to execute. */
function lessonPiece(root: string, id: string, file: string): StackPiece[] {
  const lesson = readLesson(root, file);
  const { steps } = lesson;
  if (steps.length === 0) return [];
  return [
    {
      name: `${LESSON}${id}`,
      seconds: 5 * steps.length,
      waits: true,
      ...servicesOf(lesson),
      work: async (told, lab) => {
        const run = await proveLesson(root, { id, file }, lab.driver, { ...told, update: false });
        lab.seen = run.connectors;
        told.count(run.failures.length === 0, `${LESSON}${id}`);
      },
    },
  ];
}

/**
 * Profiles that a lesson starts and that may be running before, unseen; one that removes every service begins better
 * without them. A guess by its text: what it misses is started by the lesson itself, and takes longer.
 */
export function servicesOf({ steps }: Pick<RunnableLesson, "steps">): { profiles: string[]; wipes: boolean } {
  const code = steps.filter(({ info }) => info.run === "bash").map(({ block }) => block.body);
  const wipes = code.some((text) => /\bcompose .*\bdown\b/.test(text));
  const profiles = SLOW.filter((name) => code.some((text) => text.includes(`--profile ${name}`)));
  return { profiles: wipes ? [] : profiles, wipes };
}
