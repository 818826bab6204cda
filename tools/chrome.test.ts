import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, test } from "node:test";
import { chromeArguments, findChrome, HOW_TO_GET_CHROME } from "./chrome.ts";

const chromePath = process.env.CHROME_PATH;

afterEach(() => {
  if (chromePath === undefined) delete process.env.CHROME_PATH;
  else process.env.CHROME_PATH = chromePath;
});

test("CHROME_PATH wins, and must exist", () => {
  process.env.CHROME_PATH = process.execPath;
  assert.equal(findChrome(), process.execPath);
  process.env.CHROME_PATH = "/nowhere/chrome";
  assert.throws(findChrome, /CHROME_PATH=\/nowhere\/chrome: no such file/);
});

test("a browser installed by @puppeteer/browsers is found", () => {
  const cache = mkdtempSync(join(tmpdir(), "chrome-test-"));
  const folder = join(cache, "chrome-headless-shell/linux-1.2.3/chrome-headless-shell-linux64");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "chrome-headless-shell"), "");
  delete process.env.CHROME_PATH;
  assert.equal(findChrome({ places: [], cache }), join(folder, "chrome-headless-shell"));
  assert.equal(findChrome({ places: [], cache: join(cache, "empty") }), null);
  rmSync(cache, { recursive: true });
});

test("the advice names a command for every system and the variable", () => {
  assert.match(HOW_TO_GET_CHROME, /apt-get install chromium[\s\S]*@puppeteer\/browsers install[\s\S]*CHROME_PATH=/);
});

test("only root does without the sandbox", () => {
  assert.equal(chromeArguments().includes("--no-sandbox"), process.getuid?.() === 0);
});
