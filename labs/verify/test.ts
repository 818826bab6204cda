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

/** Checks that need no running stack. */
async function runStatic(places: Places): Promise<Tally> {
  const tally = { passed: 0, failed: 0 };
  await runChecks(tally, [
    ...staticChecks(places.root),
    ...dashboardChecks(places.root),
    ...programChecks(places, console.log),
    ...pythonChecks(places, console.log),
  ]);
  return tally;
}

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

/** Everything that needs the running stack; with the native driver, inside its namespaces. */
async function runDynamic(places: Places, driver: "native" | "compose"): Promise<Tally> {
  const tally = { passed: 0, failed: 0 };
  const use = driver === "native" ? nativeDriver(places) : composeDriver(places);
  await use.freshServices();
  const standIn = driver === "native" ? [join(VERIFY, "docker", "allowed.stack.test.ts")] : [];
  await runTests(tally, join(VERIFY, "checks", "lab.stack.test.ts"));
  // The contract begins, as a reader does, without the services of profiles.
  await use.freshServices();
  await runTests(tally, join(VERIFY, "docker", "contract.stack.test.ts"), ...standIn);
  await runTests(tally, join(VERIFY, "checks", "connector-config.stack.test.ts"));
  await runTests(tally, join(VERIFY, "checks", "metrics.stack.test.ts"));
  await runChecks(tally, pythonStackChecks(places, use, console.log));
  await runChecks(tally, [{ name: "captured events", run: () => checkEvents(places.root, use) }]);
  const lessons = writtenLessons(places.root).filter(({ file }) => readLesson(places.root, file).steps.length > 0);
  const results = await proveLessons(places.root, lessons, use, { update: false, say: console.log });
  for (const [id, failures] of results) count(tally, failures.length === 0, `lesson ${id}`);
  count(tally, await drill(places, use, { changes: CHANGES, say: console.log }), "drill: nothing is lost");
  return tally;
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
  const results = join(places.state, "results.json");
  if (process.argv.includes("--inside")) {
    holdLifeline();
    await writeFile(results, JSON.stringify(await runDynamic(places, "native")));
    return 0;
  }
  const tally = await runStatic(places);
  const add = (other: Tally) => {
    tally.passed += other.passed;
    tally.failed += other.failed;
  };
  const dockerAnswers = async () => (await run(["docker", "info"]).catch(() => ({ status: 1 }))).status === 0;
  const driver = await chooseDriver(process.platform, process.argv, dockerAnswers);
  if (!driver) {
    console.log(`Docker does not answer. Only Linux can prove the labs without it: start Docker and run this again
${tally.passed} passed, ${tally.failed} failed`);
    return 2;
  }
  try {
    if (driver === "native") {
      await runTests(tally, join(VERIFY, "stack", "crash.stack.test.ts"));
      await runTests(tally, join(VERIFY, "checks", "programs.stack.test.ts"));
      rmSync(results, { force: true });
      await enterAndRun(places, ["--inside"], "test.ts", async () => add(JSON.parse(await readFile(results, "utf8"))));
    } else {
      console.log("This deletes the data of the lab: each lesson begins with new databases and topics");
      await compose("up", "-d", "--wait", "--build");
      add(await runDynamic(places, "compose"));
    }
  } catch (error) {
    console.log(`FAILED ${(error as Error).message}`);
    tally.failed++;
  }
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  return tally.failed === 0 ? 0 : 1;
}

process.exitCode = await main();
