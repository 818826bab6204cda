import { existsSync, readFileSync } from "node:fs";
import { availableParallelism, freemem } from "node:os";
import { dashboardChecks } from "./checks/dashboards.ts";
import { programChecks } from "./checks/program-checks.ts";
import { staticChecks } from "./checks/static.ts";
import { chooseDriver, composeDriver } from "./drivers.ts";
import { compose } from "./lesson/lab.ts";
import { noteVerified } from "./lesson/verified.ts";
import { LESSON, plainPieces, stackPieces } from "./pieces.ts";
import { type Places, placesOf, projectRoot } from "./places.ts";
import { runChecks } from "./pool/count.ts";
import { keepDurations, readDurations, timed } from "./pool/durations.ts";
import { serve, startStack } from "./pool/native-stack.ts";
import { runPool } from "./pool/pool.ts";
import type { Piece } from "./pool/queue.ts";
import { covered, type Span } from "./pool/spans.ts";
import { doPiece, type Lab, type PlainPiece, type StackPiece, type Told } from "./pool/work.ts";
import { run } from "./program.ts";
import { pythonEnvironments } from "./python/checks.ts";

/**
 * Stacks at once: two for each core, because lessons wait for half of their time; not more than four, of 1.4 GB with
 * everything around them, and not more than this machine's free memory holds.
 */
const STACKS = Math.max(1, Math.min(4, 2 * availableParallelism(), Math.floor(freeMemory() / 1.5e9)));

/** Bytes that programs may still take; what files occupy in memory can be given up. */
function freeMemory(): number {
  const lines = existsSync("/proc/meminfo") ? readFileSync("/proc/meminfo", "utf8") : "";
  const available = /^MemAvailable: +(\d+) kB$/m.exec(lines)?.[1];
  return available ? Number(available) * 1024 : freemem();
}

/** What a run has found so far. */
class Results {
  passed = 0;
  failed = 0;
  readonly durations: Record<string, number> = {};
  private readonly lessons: Span[] = [];
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /** @param print where lines go; the console, unless several pieces are done at once */
  told(print: (line: string) => void = console.log): Told {
    return {
      say: print,
      count: (passed, name) => {
        if (passed) this.passed++;
        else this.failed++;
        print(`${passed ? "ok    " : "FAILED"} ${name}`);
      },
      // Here and nowhere else: two processes that write the file at once would lose each other's marks.
      note: (id, verification) => noteVerified(this.root, id, verification),
    };
  }

  ended({ name }: Piece, seconds: number): void {
    const to = Date.now();
    this.durations[name] = Number(seconds.toFixed(1));
    if (name.startsWith(LESSON)) this.lessons.push({ from: to - seconds * 1000, to });
  }

  /** How long lessons took: by the clock, where those that ran at the same time count once. */
  lessonLine(): string {
    const count = this.lessons.length;
    const wall = covered(this.lessons) / 1000;
    const alone = this.lessons.reduce((sum, { from, to }) => sum + to - from, 0) / 1000;
    return `lessons: ${count} in ${wall.toFixed(1)} s, ${(wall / count).toFixed(1)} s each; one after another ${alone.toFixed(1)} s`;
  }

  /** @returns exit status */
  close(): number {
    if (this.lessons.length > 0) console.log(this.lessonLine());
    console.log(`${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 ? 0 : 1;
  }
}

/** Prints what each piece tells when it ends, so that those that are done at once do not mingle. */
class Transcript {
  private readonly lines = new Map<string, string[]>();
  private readonly results: Results;

  constructor(results: Results) {
    this.results = results;
  }

  told({ name }: Piece): Told {
    const lines: string[] = this.lines.get(name) ?? [];
    this.lines.set(name, lines);
    return this.results.told((line) => lines.push(line));
  }

  begins({ name }: Piece, stack: number): void {
    console.log(`… ${name}${stack > 0 ? ` in stack ${stack}` : ""}`);
  }

  ends({ name }: Piece, how: string): void {
    console.log(`── ${name}: ${how}`);
    for (const line of this.lines.get(name) ?? []) console.log(line);
  }
}

async function runNative(places: Places, results: Results, stacked: StackPiece[], plain: PlainPiece[]): Promise<void> {
  const file = `${places.state}-durations.json`;
  const known = readDurations(file);
  const transcript = new Transcript(results);
  await runPool<StackPiece, PlainPiece>([...timed(stacked, known), ...timed(plain, known)], {
    size: STACKS,
    start: async (index, profiles) => {
      const begun = Date.now();
      const words = [process.execPath, "--import", import.meta.resolve("tsx"), import.meta.filename];
      const own = ownPlaces(places, index);
      const inside = [...words, "--inside", String(index)];
      const stack = await startStack(own, profiles, inside, (piece) => transcript.told(piece));
      console.log(`stack ${index} is up after ${((Date.now() - begun) / 1000).toFixed(1)} s`);
      const stop = () =>
        stack.stop().catch((error: Error) => results.told().count(false, `stack ${index}: ${error.message}`));
      return { ...stack, stop };
    },
    plain: (piece) => piece.work(transcript.told(piece)),
    begins: (piece, stack) => transcript.begins(piece, stack),
    ends: (piece, seconds) => {
      results.ended(piece, seconds);
      transcript.ends(piece, `${seconds.toFixed(1)} s`);
    },
    failed: (piece, reason) => {
      transcript.told(piece).count(false, `${piece.name}: ${reason}`);
      transcript.ends(piece, "not done");
    },
  });
  keepDurations(file, { ...known, ...results.durations });
}

/** One after another, in the one stack that Docker has. */
async function runCompose(places: Places, results: Results, stacked: StackPiece[], plain: PlainPiece[]): Promise<void> {
  console.log("This deletes the data of the lab: each piece begins with new databases and topics");
  const told = results.told();
  for (const piece of plain) await piece.work(told);
  await compose("up", "-d", "--wait", "--build");
  const lab: Lab = { places, driver: composeDriver(places), seen: {} };
  await lab.driver.freshServices();
  for (const piece of stacked) {
    const begun = Date.now();
    console.log(`── ${piece.name}`);
    await doPiece(piece, told, lab, true);
    results.ended(piece, (Date.now() - begun) / 1000);
  }
}

function ownPlaces(places: Places, index: number | string): Places {
  return { ...places, state: `${places.state}-${index}` };
}

async function main(): Promise<number> {
  const places = placesOf(projectRoot());
  const inside = process.argv.indexOf("--inside");
  if (inside > 0) {
    const own = ownPlaces(places, process.argv[inside + 1] ?? "");
    serve(own, stackPieces(own, true));
    return 0;
  }
  const results = new Results(places.root);
  await runChecks(results.told(), [...staticChecks(places.root), ...dashboardChecks(places.root)]);
  const dockerAnswers = async () => (await run(["docker", "info"]).catch(() => ({ status: 1 }))).status === 0;
  const driver = await chooseDriver(process.platform, process.argv, dockerAnswers);
  if (!driver) {
    console.log("Docker does not answer. Only Linux can prove the labs without it: start Docker and run this again");
    results.close();
    return 2;
  }
  await runChecks(results.told(), [pythonEnvironments(places, console.log), ...programChecks(places, console.log)]);
  const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
  const chosen = <Kind extends Piece>(pieces: Kind[]) =>
    words.length === 0 ? pieces : pieces.filter(({ name }) => words.some((word) => name.includes(word)));
  const native = driver === "native";
  try {
    const [stacked, plain] = [chosen(stackPieces(places, native)), chosen(plainPieces(places, native))];
    await (native ? runNative : runCompose)(places, results, stacked, plain);
  } catch (error) {
    results.told().count(false, (error as Error).message);
  }
  return results.close();
}

process.exitCode = await main();
