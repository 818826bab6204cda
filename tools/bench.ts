import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PAGES } from "../tests/e2e/page-kinds.ts";
import type { BuiltSite } from "../tests/support/built-site.ts";
import { FixtureSite } from "../tests/support/fixture-site.ts";
import { lessonWeights, median } from "../tests/support/weights.ts";
import { type GeneratedCourse, SNIPPET, writeCourse } from "./bench/course.ts";
import { diagramPool, POOL_SIZE } from "./bench/diagrams.ts";
import { Random } from "./bench/random.ts";
import { buildSite, type Finished, run } from "./build.ts";
import { chromeArguments, requireChrome } from "./chrome.ts";
import { type Audit, audit, openAuditor } from "./lighthouse.ts";
import { type Certificate, serveStatic } from "./static-server.ts";

/**
 * `npm run bench`: measures what the course promises about speed and weight and prints a table.
 * `--full` adds 5,000 lessons; `--write` puts the table into BENCHMARKS.md; `--only=build,edit,…` chooses parts.
 */

interface Row {
  what: string;
  measured: string;
  limit: string;
  /** null where nothing is promised. */
  met: boolean | null;
}

const URL_BASE = "https://course.example/debezium-course/";
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;
const say = (text: string): void => console.error(`${new Date().toISOString().slice(11, 19)} ${text}`);

const temporary: string[] = [];
const rows: Row[] = [];

/** Adds to the table, and tells at once: the whole takes many minutes. */
function record(...more: Row[]): void {
  rows.push(...more);
  for (const { what, measured } of more) say(`${what}: ${measured}`);
}

/** A course of this many lessons in a project of its own. */
async function courseOf(size: number): Promise<{ site: FixtureSite; course: GeneratedCourse }> {
  const source = await mkdtemp(join(tmpdir(), "debezium-course-bench-"));
  temporary.push(source);
  const course = await writeCourse(source, size);
  const site = await FixtureSite.create(source);
  temporary.push(site.root);
  return { site, course };
}

/** How a course is built once. */
interface BuildOptions {
  /** The build finds, as in a fresh clone, neither caches nor the site of an earlier one. */
  cold?: boolean;
  /** Watches its memory, too. */
  measure?: boolean;
  /** Added to the environment. */
  env?: Record<string, string>;
}

/** Builds a course once; an Error says what the build said when it fails. */
async function buildOnce(site: FixtureSite, { cold, ...options }: BuildOptions = {}): Promise<Finished> {
  // The program's own bundle lies with its sources, to which the site has links.
  if (cold) for (const left of [join(site.root, ".cache"), site.out, ".cache/eleventy"]) await putAside(left);
  const finished = await buildSite({ cwd: site.root, out: "_site", siteUrl: URL_BASE, ...options });
  if (finished.code !== 0) throw new Error(`the build failed\n${finished.output}`);
  return finished;
}

/** Moves a folder out of the way, if it is there: where many files were just deleted, ext4 is slow to make new ones. */
async function putAside(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  // Beside it: the folder for temporary files may be another file system.
  const aside = await mkdtemp(join(dirname(folder), ".aside-"));
  temporary.push(aside);
  await rename(folder, join(aside, "left")).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
}

interface BuildTimes {
  size: number;
  cold: number;
  warm: number;
  together: number;
  largest: number;
}

/** How often each course is built, cold and warm. */
const ROUNDS = 3;

/** For courses of thousands of lessons: Node gives a program 4 GB of heap by default, and 5,000 do not fit. */
const LARGE_HEAP = { NODE_OPTIONS: "--max-old-space-size=16384" };

/**
 * Builds courses by their sizes. In turns, so that a slow spell of the machine falls on all of them alike: what they cost
 * is compared.
 */
async function buildTimes(sites: ReadonlyMap<number, FixtureSite>): Promise<BuildTimes[]> {
  const times = [...sites].map(([size, site]) => ({
    size,
    site,
    env: size > 1000 ? LARGE_HEAP : {},
    cold: [] as number[],
    warm: [] as number[],
  }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { size, site, env, cold, warm } of times) {
      if (size > 1000 && round > 0) continue;
      say(`building ${size} lessons`);
      cold.push((await buildOnce(site, { cold: true, env })).milliseconds);
      warm.push((await buildOnce(site, { env })).milliseconds);
    }
  }
  const measured: BuildTimes[] = [];
  for (const { size, site, env, cold, warm } of times) {
    // Apart: looking at the memory of a build each 20 ms takes a share of its time.
    const watched = [
      await buildOnce(site, { cold: true, measure: true, env }),
      await buildOnce(site, { measure: true, env }),
    ];
    measured.push({
      size,
      cold: median(cold),
      warm: median(warm),
      together: Math.max(...watched.map(({ memory }) => memory.together)),
      largest: Math.max(...watched.map(({ memory }) => memory.largest)),
    });
  }
  return measured;
}

/** What is promised of builds of a size. */
const LIMITS: Readonly<Record<number, { cold?: number; warm?: number; memory?: number }>> = {
  70: { warm: 1800, cold: 3000, memory: 300e6 },
  1000: { cold: 20_000 },
};

function buildRows({ size, cold, warm, together, largest }: BuildTimes): Row[] {
  const limits = LIMITS[size] ?? {};
  const what = `${size.toLocaleString("en")} lessons`;
  const row = (name: string, value: number, limit: number | undefined, show: (value: number) => string): Row => ({
    what: `${what}, ${name}`,
    measured: show(value),
    limit: limit ? `≤ ${show(limit)}` : "–",
    met: limit ? value <= limit : null,
  });
  return [
    row("warm build", warm, limits.warm, seconds),
    row("cold build", cold, limits.cold, seconds),
    row("peak memory, largest process", largest, limits.memory, megabytes),
    row("peak memory, all processes", together, undefined, megabytes),
  ];
}

/** Serves the course as `npm start` does and times edits until a request sees them. */
async function editRows(site: FixtureSite, course: GeneratedCourse, limit: number | null): Promise<Row[]> {
  const child = spawn(process.execPath, ["--import", "tsx", "tools/start.ts"], {
    cwd: site.root,
    env: { ...process.env, PORT: "28080", SITE_URL: "", SITE_OUT: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    let log = "";
    const address = await new Promise<string>((ready, failed) => {
      child.once("exit", (code) => failed(new Error(`the server ended with ${code}\n${log}`)));
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        log += text;
        // Eleventy names an address of its own before it watches the files.
        const [, address] = /Курс открыт: (\S+)\/\s/.exec(log) ?? [];
        if (address) ready(address);
      });
    });
    let token = 0;
    /** A page; empty where a connection that the server kept ran out of time while it was building. */
    const read = async (page: string): Promise<string> => {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}\n${log}`);
      return fetch(address + page).then(
        (answer) => answer.text(),
        () => "",
      );
    };
    /** Edits, and waits until each of the pages shows the mark; milliseconds. */
    const timed = async (edit: (mark: string) => Promise<void>, pages: string[]): Promise<number> => {
      const mark = `mark${++token}mark`;
      const started = performance.now();
      await edit(mark);
      for (const page of pages) {
        while (!(await read(page)).includes(mark)) {
          if (performance.now() - started > 300_000) throw new Error(`${page} never showed the edit\n${log}`);
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      }
      const took = performance.now() - started;
      // Let the server finish what follows a build, as an author does.
      await new Promise((resolve) => setTimeout(resolve, 1500));
      return took;
    };
    const several = async (edit: (mark: string) => Promise<void>, pages: string[]): Promise<number> => {
      const times: number[] = [];
      for (let n = 0; n < 5; n++) times.push(await timed(edit, pages));
      return median(times);
    };
    const [file = "", address0 = ""] = [course.files[0], course.addresses[0]];
    const last = course.addresses.at(-1) ?? "";
    const lesson = await site.read(file);
    const snippet = await site.read(SNIPPET);
    const plan = await site.read("content/_data/course.ts");
    const edits: [string, number][] = [
      ["one lesson", await several((mark) => site.write(file, lesson.replace("\n\n", `\n\n${mark} `)), [address0])],
      [
        "a lab file that every lesson shows",
        await several((mark) => site.write(SNIPPET, snippet.replace('"shared"', `"${mark}"`)), [address0, last]),
      ],
      [
        "the plan of the course",
        await several(
          (mark) => site.write("content/_data/course.ts", plan.replace("Модуль 1", mark)),
          [address0, last],
        ),
      ],
    ];
    return edits.map(([what, time]) => ({
      what: `${course.files.length.toLocaleString("en")} lessons, an edit while serving: ${what}`,
      measured: seconds(time),
      limit: limit ? `≤ ${seconds(limit)}` : "–",
      met: limit ? time <= limit : null,
    }));
  } finally {
    child.removeAllListeners("exit");
    const ended = new Promise((resolve) => child.once("exit", resolve));
    if (child.exitCode === null && child.kill("SIGINT")) await ended;
  }
}

/** Renders the pool as `npm run diagrams` does, and again with one mermaid-cli process for each file. */
async function diagramRows(site: FixtureSite): Promise<Row[]> {
  const ours = await run(process.execPath, ["--import", "tsx", "tools/diagrams.ts"], { cwd: site.root });
  if (ours.code !== 0) throw new Error(`npm run diagrams failed\n${ours.output}`);
  const rendered = (await readdir(join(site.root, "assets/diagrams"))).filter((file) => file.endsWith(".svg")).length;
  const folder = await mkdtemp(join(tmpdir(), "debezium-course-mmdc-"));
  temporary.push(folder);
  const settings = join(folder, "puppeteer.json");
  await writeFile(settings, JSON.stringify({ executablePath: requireChrome(), args: chromeArguments() }));
  let theirs = 0;
  for (const [index, source] of diagramPool(new Random(7)).entries()) {
    const input = join(folder, `${index}.mmd`);
    // Mermaid itself knows no titles in some kinds of diagram; the project's own reader takes them out of all.
    await writeFile(input, source.replaceAll(/^ +acc(?:Title|Descr):.*\n/gm, ""));
    const one = await run(process.execPath, [
      "node_modules/.bin/mmdc",
      "-p",
      settings,
      "-q",
      "-i",
      input,
      "-o",
      join(folder, `${index}.svg`),
    ]);
    if (one.code !== 0) throw new Error(`mermaid-cli failed on diagram ${index}\n${one.output}\n${source}`);
    theirs += one.milliseconds;
  }
  const share = ours.milliseconds / theirs;
  return [
    {
      what: `${rendered} new diagrams, against one mermaid-cli process for each of ${POOL_SIZE} files`,
      measured: `${seconds(ours.milliseconds)} / ${seconds(theirs)} = ${share.toFixed(2)}`,
      limit: "≤ 0.60",
      met: share <= 0.6,
    },
  ];
}

/** What a lesson adds to a warm build, in the first half of a course of 1,000 and in the second. */
function flatness(times: readonly BuildTimes[]): Row {
  const [t70 = 0, t500 = 0, t1000 = 0] = [70, 500, 1000].map((size) => times.find((one) => one.size === size)?.warm);
  const [first, second] = [(t500 - t70) / 430, (t1000 - t500) / 500];
  return {
    what: "what each lesson adds, from 70 to 500 and from 500 to 1,000",
    measured: `${first.toFixed(1)} ms, ${second.toFixed(1)} ms`,
    limit: "flat, within 25 %",
    met: second <= first * 1.25,
  };
}

async function weightRows(name: string, site: BuiltSite): Promise<Row[]> {
  const weights = await lessonWeights(site);
  const totals = weights.map(({ html, css, js }) => html + css + js);
  const row = (what: string, bytes: number, limit: number): Row => ({
    what: `${name}: ${what}`,
    measured: kilobytes(bytes),
    limit: `≤ ${limit} KB`,
    met: bytes <= limit * 1000,
  });
  const most = (of: "css" | "js" | "font"): number => Math.max(...weights.map((weight) => weight[of]));
  return [
    row("first load of a lesson, median", median(totals), 28),
    row("first load of a lesson, heaviest", Math.max(...totals), 40),
    row("scripts", most("js"), 11),
    row("styles", most("css"), 7),
    row("diagram font", most("font"), 25),
  ];
}

/** A certificate for this run alone. */
async function selfSigned(): Promise<Certificate> {
  const words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=localhost -days 2";
  const { code, output } = await run("openssl", [...words.split(" "), "-keyout", "-", "-out", "-"]);
  if (code !== 0) throw new Error(`Lighthouse looks at the site over HTTP/2, which needs openssl\n${output}`);
  // Key and certificate stand one after the other, and each reader takes what it knows.
  return { key: output, cert: output };
}

/** The middle of three Lighthouse runs for each page kind, over HTTP/2 as GitHub Pages speaks it. */
async function lighthouseRows(site: BuiltSite): Promise<Row[]> {
  const server = await serveStatic(site.folder, site.base, await selfSigned());
  const browser = await openAuditor();
  try {
    const rows: Row[] = [];
    for (const { kind, path } of PAGES) {
      const audits: Audit[] = [];
      for (let n = 0; n < 3; n++) audits.push(await audit(browser, new URL(path, server.url).href, ["performance"]));
      const middle = (value: (one: Audit) => number): number => median(audits.map(value));
      const performance = middle(({ scores }) => scores.performance ?? 0);
      const [lcp, tbt, cls] = [middle((one) => one.lcp), middle((one) => one.tbt), middle((one) => one.cls)];
      rows.push({
        what: `Lighthouse, ${kind}`,
        measured: `${performance}, LCP ${seconds(lcp)}, TBT ${Math.round(tbt)} ms, CLS ${cls.toFixed(3)}`,
        limit: "100, LCP ≤ 1.20 s, TBT 0, CLS 0",
        met: performance === 100 && lcp <= 1200 && tbt < 0.5 && cls < 0.0005,
      });
    }
    return rows;
  } finally {
    await browser.close();
    await server.close();
  }
}

function table(rows: readonly Row[]): string {
  const mark = (met: boolean | null): string => (met === null ? "" : met ? "yes" : "**no**");
  const lines = rows.map(({ what, measured, limit, met }) => `| ${what} | ${measured} | ${limit} | ${mark(met)} |`);
  return ["| What | Measured | Must reach | Met |", "| --- | --- | --- | --- |", ...lines].join("\n");
}

async function measure(parts: (name: string) => boolean, full: boolean): Promise<void> {
  const small = await courseOf(70);
  const courses = new Map([[70, small]]);
  say("rendering the diagrams");
  if (parts("diagrams")) record(...(await diagramRows(small.site)));
  // A browser must not count in what the builds take.
  else await buildOnce(small.site);
  const sizes = parts("build") ? [500, 1000, ...(full ? [5000] : [])] : parts("edit") ? [1000] : [];
  for (const size of sizes) {
    const course = await courseOf(size);
    await rm(join(course.site.root, "assets/diagrams"), { recursive: true, force: true });
    await cp(join(small.site.root, "assets/diagrams"), join(course.site.root, "assets/diagrams"), { recursive: true });
    courses.set(size, course);
  }
  if (parts("build")) {
    const times = await buildTimes(new Map([...courses].map(([size, { site }]) => [size, site])));
    record(...times.flatMap(buildRows), flatness(times));
  }
  for (const size of parts("edit") ? [70, 1000] : []) {
    const { site, course } = courses.get(size) ?? small;
    say(`editing one of ${size} lessons`);
    await buildOnce(site);
    record(...(await editRows(site, course, size === 70 ? 600 : null)));
  }
  const built = (site: FixtureSite): BuiltSite => ({
    url: URL_BASE,
    base: new URL(URL_BASE).pathname,
    folder: site.out,
  });
  if (parts("weight")) {
    await buildOnce(small.site);
    record(...(await weightRows("70 lessons", built(small.site))));
  }
  if (parts("weight") || parts("lighthouse")) {
    const folder = await mkdtemp(join(tmpdir(), "debezium-course-site-"));
    temporary.push(folder);
    const { code, output } = await buildSite({ out: folder, siteUrl: URL_BASE });
    if (code !== 0) throw new Error(`the course itself does not build\n${output}`);
    const site = { url: URL_BASE, base: new URL(URL_BASE).pathname, folder };
    if (parts("weight")) record(...(await weightRows("the course itself", site)));
    say("Lighthouse");
    if (parts("lighthouse")) record(...(await lighthouseRows(site)));
  }
}

const PARTS = ["diagrams", "build", "edit", "weight", "lighthouse"];
const args = process.argv.slice(2);
const only =
  args
    .find((arg) => arg.startsWith("--only="))
    ?.slice("--only=".length)
    .split(",") ?? PARTS;
const wrong = [
  ...args.filter((arg) => !/^--(full|write|only=.+)$/.test(arg)),
  ...only.filter((part) => !PARTS.includes(part)),
];
if (wrong.length) {
  console.error(`bench: "${wrong.join('", "')}"; expected --full, --write, --only=${PARTS.join(",")}`);
  process.exit(2);
}
try {
  await measure((name) => only.includes(name), args.includes("--full"));
  const machine = `${availableParallelism()} × ${cpus()[0]?.model ?? "unknown processor"}, Node ${process.versions.node}, ${process.platform}`;
  const text = `${table(rows)}\n\nMeasured on ${machine}; times are medians.\n`;
  console.log(text);
  if (args.includes("--write")) {
    await writeFile(
      "BENCHMARKS.md",
      `# Benchmarks\n\nWritten by \`npm run bench -- --full --write\`; what each number means stands in tools/bench.ts.\n\n${text}`,
    );
  }
  process.exitCode = rows.some(({ met }) => met === false) ? 1 : 0;
} finally {
  await Promise.all(temporary.map((folder) => rm(folder, { recursive: true, force: true })));
}
