import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBrowser } from "./browser.ts";
import { buildSite, type Finished, filesOf, run } from "./build.ts";
import { type Counts, countNodeTests, countPlaywright } from "./counts.ts";

/**
 * `npm test`: every check of the project, in parallel where two cores allow it, and a last line `N passed, N failed`.
 * `npm test -- unit e2e` runs only the steps named, and the builds they need.
 */

interface Outcome extends Counts {
  output: string;
}

interface Step {
  name: string;
  what: string;
  /** Steps whose result it uses. */
  needs?: string[];
  /** Needs the machine for itself: browsers time what they do. */
  alone?: boolean;
  work(): Promise<Outcome>;
}

const node = process.execPath;
const temporary = await mkdtemp(join(tmpdir(), "debezium-course-test-"));
const playwrightReport = join(temporary, "playwright.json");

/** A program that passes or fails as a whole. */
function check(command: string, ...args: string[]): () => Promise<Outcome> {
  return async () => whole(await run(command, args));
}

function whole({ code, output }: Finished): Outcome {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output };
}

/** Files of node:test that a pattern of paths chooses. */
function nodeTests(choose: (path: string) => boolean, concurrency = 2): () => Promise<Outcome> {
  return async () => {
    const files = (await sources()).filter((path) => isNodeTest(path) && choose(path));
    const args = ["--import", "tsx", "--test", "--test-reporter=spec", `--test-concurrency=${concurrency}`, ...files];
    const finished = await run(node, args);
    return { ...countNodeTests(finished), output: finished.output };
  };
}

/** A test that needs the lab running, `*.stack.test.ts`, is `npm run test:labs`' business. */
function isNodeTest(path: string): boolean {
  return path.endsWith(".test.ts") && !path.endsWith(".stack.test.ts");
}

/** Paths of the project's own files. */
async function sources(): Promise<string[]> {
  const folders = ["components", "content", "eleventy", "labs/verify", "tests", "tools"];
  const lists = await Promise.all(
    folders.map(async (folder) => (await filesOf(folder)).map((path) => `${folder}/${path}`)),
  );
  return lists.flat();
}

function bin(name: string): string {
  return join("node_modules", ".bin", name);
}

function build(variable: string, siteUrl: string): () => Promise<Outcome> {
  const out = join(temporary, variable);
  process.env[variable] = out;
  return async () => whole(await buildSite({ out, siteUrl }));
}

async function playwright(): Promise<Outcome> {
  const { code, output } = await run(
    node,
    ["node_modules/@playwright/test/cli.js", "test", "--config=tests/e2e", "--reporter=line,json"],
    { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport, FORCE_COLOR: "0" } },
  );
  return { ...countPlaywright(code, await readFile(playwrightReport, "utf8").catch(() => "")), output };
}

const STEPS: Step[] = [
  { name: "unit", what: "unit tests", work: nodeTests((path) => !path.startsWith("tests/")) },
  { name: "format", what: "Biome: format and lint", work: check(bin("biome"), "check", "--error-on-warnings", ".") },
  { name: "types", what: "TypeScript", work: check(bin("tsc"), "--noEmit") },
  { name: "diagrams", what: "rendered diagrams", work: check(node, "--import", "tsx", "tools/diagrams.ts", "--check") },
  {
    name: "build",
    what: "site for /debezium-course/",
    work: build("TEST_SITE_BASE", "https://course.example/debezium-course/"),
  },
  { name: "build-root", what: "site for /", work: build("TEST_SITE_ROOT", "https://course.example/") },
  { name: "spelling", what: "cspell", work: check(bin("cspell"), "--no-progress", "--quiet") },
  { name: "markdown", what: "markdownlint", work: check(bin("markdownlint-cli2")) },
  { name: "wording", what: "names of the glossary", work: check(node, "--import", "tsx", "tools/wording.ts") },
  {
    name: "site",
    what: "built site",
    needs: ["build", "build-root"],
    work: nodeTests((path) => path.startsWith("tests/site/")),
  },
  {
    name: "errors",
    what: "build errors",
    alone: true,
    work: nodeTests((path) => path.startsWith("tests/build-errors/")),
  },
  {
    name: "serving",
    what: "live server",
    alone: true,
    work: nodeTests((path) => path.startsWith("tests/serving/"), 1),
  },
  { name: "e2e", what: "Playwright", needs: ["build", "build-root"], alone: true, work: playwright },
  {
    name: "lighthouse",
    what: "Lighthouse",
    needs: ["build"],
    alone: true,
    work: nodeTests((path) => path.startsWith("tests/lighthouse/"), 1),
  },
];

/** The steps that were asked for by name, and those they need; all without a name. */
function chosen(names: string[]): Step[] {
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length) {
    console.error(`no step "${unknown.join('", "')}"; expected ${STEPS.map((step) => step.name).join(", ")}`);
    process.exit(2);
  }
  if (!names.length) return STEPS;
  const wanted = new Set(names);
  for (const step of STEPS) if (wanted.has(step.name)) for (const need of step.needs ?? []) wanted.add(need);
  return STEPS.filter((step) => wanted.has(step.name));
}

/** Runs the steps, two at a time, and tells of each as it ends. */
async function runAll(steps: Step[]): Promise<Counts> {
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  const waiting = [...steps];
  const outcomes = new Map<string, Outcome>();
  const running = new Map<Step, Promise<void>>();

  const start = (step: Step): void => {
    const started = performance.now();
    const broken = step.needs?.filter((need) => outcomes.get(need)?.failed);
    const work = broken?.length
      ? Promise.resolve({ passed: 0, failed: 1, skipped: 0, output: `not run: ${broken.join(", ")} failed` })
      : step
          .work()
          .catch((error: Error) => ({ passed: 0, failed: 1, skipped: 0, output: error.stack ?? error.message }));
    running.set(
      step,
      work.then((outcome) => {
        running.delete(step);
        outcomes.set(step.name, outcome);
        for (const key of ["passed", "failed", "skipped"] as const) total[key] += outcome[key];
        report(step, outcome, performance.now() - started);
      }),
    );
  };

  while (waiting.length || running.size) {
    const next = waiting.find(
      (step) =>
        (step.needs ?? []).every((need) => outcomes.has(need)) &&
        running.size < (step.alone ? 1 : 2) &&
        ![...running.keys()].some((other) => other.alone),
    );
    if (next) {
      waiting.splice(waiting.indexOf(next), 1);
      start(next);
    } else {
      await Promise.race(running.values());
    }
  }
  return total;
}

function report(step: Step, { passed, failed, skipped, output }: Outcome, milliseconds: number): void {
  const counts = [
    `${passed} passed`,
    ...(failed ? [`${failed} FAILED`] : []),
    ...(skipped ? [`${skipped} skipped`] : []),
  ];
  const seconds = `${(milliseconds / 1000).toFixed(1)} s`.padStart(8);
  console.log(`${failed ? "✗" : "✓"} ${step.name.padEnd(11)}${seconds}  ${step.what}: ${counts.join(", ")}`);
  if (failed) console.log(output.trimEnd().replace(/^/gm, "    "));
}

const steps = chosen(process.argv.slice(2));
process.env.NO_COLOR = "1";
await ensureBrowser();
const total = await runAll(steps);
await rm(temporary, { recursive: true, force: true });
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
