import { rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { dashboardChecks } from "./checks/dashboards.ts";
import { programChecks } from "./checks/program-checks.ts";
import { type StaticCheck, staticChecks } from "./checks/static.ts";
import { CHANGES, drill } from "./drill/drill.ts";
import { chooseDriver, composeDriver, nativeDriver } from "./drivers.ts";
import { checkEvents } from "./events/capture.ts";
import { enterAndRun } from "./inside.ts";
import { writtenLessons } from "./lesson/course.ts";
import { compose } from "./lesson/lab.ts";
import { proveLessons } from "./lesson/prove.ts";
import { readLesson } from "./lesson/read.ts";
import { type Driver, resetLab } from "./lesson/reset.ts";
import { holdLifeline } from "./lifeline.ts";
import { type Places, placesOf, projectRoot } from "./places.ts";
import { run } from "./program.ts";
import { pythonChecks, pythonStackChecks } from "./python/checks.ts";

/** How many checks passed and failed. */
interface Tally {
  passed: number;
  failed: number;
}

const VERIFY = import.meta.dirname;

async function runChecks(tally: Tally, checks: readonly StaticCheck[]): Promise<void> {
  for (const { name, run } of checks) {
    let wrong: string[];
    try {
      wrong = await run();
    } catch (error) {
      wrong = [(error as Error).message];
    }
    count(tally, wrong.length === 0, name);
    for (const line of wrong) console.log(`    ${line}`);
  }
}

/** What needs a running stack, in parts that need nothing of each other. */
const PARTS: Readonly<Record<string, (tally: Tally, places: Places, use: Driver) => Promise<void>>> = {
  lab: async (tally, places, use) => {
    await runTests(tally, join(VERIFY, "checks", "lab.stack.test.ts"));
    // The contract begins, as a reader does, without the services of profiles.
    await use.freshServices();
    const standIn = use.name === "native" ? [join(VERIFY, "docker", "allowed.stack.test.ts")] : [];
    await runTests(tally, join(VERIFY, "docker", "contract.stack.test.ts"), ...standIn);
    await runTests(tally, join(VERIFY, "checks", "connector-config.stack.test.ts"));
    await runTests(tally, join(VERIFY, "checks", "metrics.stack.test.ts"));
    // The monitor is content only where nothing was left behind, and no other check cleans up its slots.
    await resetLab(places.root, use, {});
    await compose("--profile", "mysql", "up", "-d", "--wait");
    await runChecks(tally, pythonStackChecks(places, use, console.log));
    await runChecks(tally, [{ name: "captured events", run: () => checkEvents(places.root, use) }]);
    count(tally, await drill(places, use, { changes: CHANGES, say: console.log }), "drill: nothing is lost");
  },
  lessons: async (tally, { root }, use) => {
    const lessons = writtenLessons(root).filter(({ file }) => readLesson(root, file).steps.length > 0);
    const results = await proveLessons(root, lessons, use, { update: false, say: console.log });
    for (const [id, failures] of results) count(tally, failures.length === 0, `lesson ${id}`);
  },
};

/** Runs one part; with the native driver, inside the namespaces of its stack. */
async function runPart(name: string, places: Places, use: Driver): Promise<Tally> {
  const part = PARTS[name];
  if (!part) throw new Error(`no part "${name}"; expected ${Object.keys(PARTS).join(", ")}`);
  const tally = { passed: 0, failed: 0 };
  await use.freshServices();
  await part(tally, places, use);
  return tally;
}

/** Runs every part in a stack of its own, all at once: while one waits for a database, another has the processor. */
function runNative(places: Places): Promise<Tally[]> {
  return Promise.all(Object.keys(PARTS).map((name) => enterPart(name, ownPlaces(places, name))));
}

/** Starts a stack and runs a part in it; a stack that fails is a failure, and no reason to give up the other parts. */
async function enterPart(name: string, own: Places): Promise<Tally> {
  let tally: Tally = { passed: 0, failed: 0 };
  rmSync(resultsOf(own), { force: true });
  try {
    await enterAndRun(own, ["--inside", name], "test.ts", async () => {
      tally = JSON.parse(await readFile(resultsOf(own), "utf8"));
    });
  } catch (error) {
    count(tally, false, `${name}: ${(error as Error).message}`);
  }
  return tally;
}

function ownPlaces(places: Places, part: string): Places {
  return { ...places, state: `${places.state}-${part}` };
}

function resultsOf({ state }: Places): string {
  return join(state, "results.json");
}

/** Runs test files in a process of their own and counts their tests. */
async function runTests(tally: Tally, ...files: string[]): Promise<void> {
  const node = [
    process.execPath,
    "--import",
    import.meta.resolve("tsx"),
    "--test",
    "--test-concurrency=1",
    "--test-reporter=tap",
  ];
  const { stdout, stderr } = await run([...node, ...files], { limit: 900_000 });
  for (const [line, not, name] of stdout.matchAll(/^(not )?ok \d+ - (.*)$/gm)) {
    if (!line.includes("# SKIP")) count(tally, !not, name ?? "");
  }
  for (const [failure] of stdout.matchAll(/^not ok [\s\S]*?^ {2}\.\.\.$/gm)) console.log(failure);
  if (!/^# pass/m.test(stdout)) {
    console.log(`${stdout}\n${stderr}`);
    tally.failed++;
  }
}

function count(tally: Tally, passed: boolean, name: string): void {
  if (passed) tally.passed++;
  else tally.failed++;
  console.log(`${passed ? "ok    " : "FAILED"} ${name}`);
}

async function main(): Promise<number> {
  const places = placesOf(projectRoot());
  const inside = process.argv.indexOf("--inside");
  if (inside > 0) {
    holdLifeline();
    const name = process.argv[inside + 1] ?? "";
    const own = ownPlaces(places, name);
    await writeFile(resultsOf(own), JSON.stringify(await runPart(name, own, nativeDriver(own))));
    return 0;
  }
  const tally = { passed: 0, failed: 0 };
  await runChecks(tally, [...staticChecks(places.root), ...dashboardChecks(places.root)]);
  const dockerAnswers = async () => (await run(["docker", "info"]).catch(() => ({ status: 1 }))).status === 0;
  const driver = await chooseDriver(process.platform, process.argv, dockerAnswers);
  if (!driver) {
    console.log(`Docker does not answer. Only Linux can prove the labs without it: start Docker and run this again
${tally.passed} passed, ${tally.failed} failed`);
    return 2;
  }
  await runChecks(tally, [...programChecks(places, console.log), ...pythonChecks(places, console.log)]);
  const add = (other: Tally) => {
    tally.passed += other.passed;
    tally.failed += other.failed;
  };
  try {
    if (driver === "native") {
      await runTests(tally, join(VERIFY, "stack", "crash.stack.test.ts"));
      await runTests(tally, join(VERIFY, "checks", "programs.stack.test.ts"));
      await runTests(tally, join(VERIFY, "checks", "aws", "listings.stack.test.ts"));
      for (const part of await runNative(places)) add(part);
    } else {
      console.log("This deletes the data of the lab: each lesson begins with new databases and topics");
      await compose("up", "-d", "--wait", "--build");
      for (const name of Object.keys(PARTS)) add(await runPart(name, places, composeDriver(places)));
    }
  } catch (error) {
    console.log(`FAILED ${(error as Error).message}`);
    tally.failed++;
  }
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  return tally.failed === 0 ? 0 : 1;
}

process.exitCode = await main();
