import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { createServer, type Server } from "node:net";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { type Browser, chromium, type Page } from "@playwright/test";
import { ensureBrowser } from "../../tools/browser.ts";
import { FixtureSite } from "../support/fixture-site.ts";

/** `npm start` over the small course, seen by a real browser. */

const LESSON = "course/module-1/02-second/";
const SOURCE = "content/course/module-1-base/02-second.md";
/** From here on a free port is looked for; far from those of other servers. */
const PORT = 18_080;

let browser: Browser;
let site: FixtureSite;
let server: ChildProcess;
let log: string;

before(async () => {
  const { path, args } = await ensureBrowser();
  browser = await chromium.launch({ executablePath: path, args });
});
after(() => browser.close());
beforeEach(async () => {
  site = await FixtureSite.create();
});
afterEach(async () => {
  if (server.exitCode === null) {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGINT");
    await ended;
  }
  await site.remove();
});

function start(): void {
  log = "";
  server = spawn(process.execPath, ["--import", "tsx", "tools/start.ts"], {
    cwd: site.root,
    env: { ...process.env, PORT: String(PORT), SITE_URL: "", SITE_OUT: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [server.stdout, server.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      log += text;
    });
  }
}

/** Waits until the server's log says something; gives the match. */
async function said(words: RegExp): Promise<RegExpExecArray> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const match = words.exec(log);
    if (match) return match;
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}\n${log}`);
    if (Date.now() > deadline) throw new Error(`the server never said ${words}\n${log}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const address = async (): Promise<string> => (await said(/Курс открыт: (http\S+)/))[1] ?? "";

/** Opens the second lesson and notes what its console says against the page. */
async function open(url: string): Promise<{ page: Page; problems: string[] }> {
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(url + LESSON);
  return { page, problems };
}

test("an edit shows in an open page by itself, under the page's own policy", async () => {
  start();
  const { page, problems } = await open(await address());
  await site.replace(SOURCE, "Вступление второго урока.", "Другое вступление.");
  await page.getByText("Другое вступление.").waitFor();
  assert.deepEqual(problems, []);
  await page.close();
});

test("a mistake is told, the server goes on, and the page shows the next text once it is mended", async () => {
  start();
  const url = await address();
  const { page } = await open(url);
  await site.replace(SOURCE, "difficulty: intermediate", "difficulty: medium");
  await said(new RegExp(`${SOURCE}:5: .*beginner, intermediate, advanced`));
  assert.equal((await fetch(url + LESSON)).status, 200);
  await site.replace(SOURCE, "difficulty: medium", "difficulty: advanced");
  await page
    .getByText(/продвинутый/i)
    .first()
    .waitFor();

  await site.replace(SOURCE, "Текст раздела.", "::: warn\nВрезка.\n:::");
  await said(new RegExp(`${SOURCE}:\\d+: .*note, tip, warning, danger`));
  assert.equal((await fetch(url + LESSON)).status, 200);
  await site.replace(SOURCE, "::: warn", "::: warning");
  await page.locator(".callout", { hasText: "Врезка." }).waitFor();
  await page.close();
});

test("a course that is broken at the start is served as soon as it is mended", async () => {
  await site.replace(SOURCE, "difficulty: intermediate", "difficulty: medium");
  start();
  await said(/Исправьте ошибку/);
  assert.match(log, new RegExp(`${SOURCE}:5: `));
  await site.replace(SOURCE, "difficulty: medium", "difficulty: advanced");
  assert.equal((await fetch((await address()) + LESSON)).status, 200);
});

test("what a page is made of besides its own text shows too: a lab file, the plan of the course", async () => {
  start();
  const url = await address();
  const page = await browser.newPage();
  await page.goto(`${url}course/module-1/01-first/`);
  await site.replace("labs/connectors/orders.json", '"shop"', '"market"');
  await page.getByText('"market"').waitFor();
  await site.replace("content/_data/course.ts", 'title: "Второй модуль"', 'title: "Следующий модуль"');
  await page.locator("#course-menu", { hasText: "Следующий модуль" }).waitFor({ state: "attached" });
  await page.close();
});

test("a port that is taken is passed over", async (context) => {
  const taken: Server = createServer();
  await new Promise<void>((listening) => taken.listen(PORT, listening));
  context.after(() => taken.close());
  start();
  const url = new URL(await address());
  assert.ok(Number(url.port) > PORT, url.href);
  assert.equal((await fetch(url)).status, 200);
});
