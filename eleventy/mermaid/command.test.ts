import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { runDiagrams } from "./command.ts";
import { keyOf } from "./key.ts";
import { diagramFor, prepareDiagrams } from "./prepare.ts";
import { Store } from "./store.ts";

const PIE = 'pie\naccTitle: Имя\naccDescr: Описание\n"Один" : 10';

let root = "";
let content = "";
let store: Store;
let said: string[];
const chromePath = process.env.CHROME_PATH;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "diagrams-test-"));
  content = join(root, "content");
  mkdirSync(content);
  store = new Store(join(root, "store"));
  said = [];
  // Whatever here starts a browser fails.
  process.env.CHROME_PATH = join(root, "no-browser");
});

afterEach(() => {
  rmSync(root, { recursive: true });
  if (chromePath === undefined) delete process.env.CHROME_PATH;
  else process.env.CHROME_PATH = chromePath;
});

const lesson = (source: string) =>
  writeFileSync(join(content, "x.md"), `Текст\n\n\`\`\`mermaid caption="Доли"\n${source}\n\`\`\`\n`);
const command = (...args: string[]) => runDiagrams(args, { content, store, say: (line) => said.push(line) });

test("a build with every diagram stored starts no browser", async () => {
  lesson(PIE);
  store.write(keyOf(PIE), "<svg/>");
  await prepareDiagrams(content, { store: store.folder });
  assert.equal(diagramFor(`${PIE}\n`, { file: "x.md", line: 3 }), "<svg/>");
});

test("without a browser, a diagram that is not stored is an error that says how to get both", async () => {
  lesson(PIE.replace("10", "12"));
  await assert.rejects(
    prepareDiagrams(content, { store: store.folder, chrome: () => null }),
    /x\.md:3: mermaid: the diagram is not rendered yet[\s\S]*Install one[\s\S]*CHROME_PATH=[\s\S]*npm run diagrams$/,
  );
});

test("a diagram that was not prepared is an error with its place", () => {
  assert.throws(
    () => diagramFor("pie\n", { file: "content/x.md", line: 7 }),
    /^ContentError: content\/x\.md:7: mermaid: /,
  );
});

test("all mistakes of all diagrams are reported at once, by file and line", async () => {
  writeFileSync(join(content, "a.md"), "```mermaid\npie\n```\n");
  lesson("flowchart LR\n  accTitle: Имя\n  accDescr: Описание\n  style a fill:#f00");
  await assert.rejects(prepareDiagrams(content, { store: store.folder }), ({ message }: Error) => {
    const lines = message.split("\n").map((line) => line.replace(`${content}/`, ""));
    assert.deepEqual(
      lines.map((line) => /^\S+ mermaid: [\w ]+/.exec(line)?.[0]),
      ["a.md:2: mermaid: no accTitle", "a.md:2: mermaid: no accDescr", "x.md:7: mermaid: style"],
    );
    return true;
  });
});

test("--check passes when exactly the diagrams of the lessons are stored", async () => {
  lesson(PIE);
  store.write(keyOf(PIE), "<svg/>");
  assert.equal(await command("--check"), true);
});

test("--check fails on a missing file and on an orphan, and changes nothing", async () => {
  lesson(PIE);
  const orphan = "0123456789abcdef";
  store.write(orphan, "<svg/>");
  assert.equal(await command("--check"), false);
  assert.match(said.join("\n"), new RegExp(`x\\.md:3: mermaid: no .*${keyOf(PIE)}\\.svg; run npm run diagrams`));
  assert.match(said.join("\n"), new RegExp(`${orphan}\\.svg: shown nowhere`));
  assert.ok(existsSync(store.pathOf(orphan)));
});

test("orphans are removed, unless a broken diagram may be the one that shows them", async () => {
  const orphan = "0123456789abcdef";
  store.write(orphan, "<svg/>");
  lesson("pie");
  assert.equal(await command(), false);
  assert.ok(existsSync(store.pathOf(orphan)));
  lesson(PIE);
  store.write(keyOf(PIE), "<svg/>");
  assert.equal(await command(), true);
  assert.deepEqual(store.keys(), [keyOf(PIE)]);
});

test("unknown arguments are refused with the known ones", async () => {
  await assert.rejects(command("--chek"), /unknown arguments: --chek; expected npm run diagrams/);
});

test("the key changes with the diagram, not with its indentation or line ends", () => {
  assert.equal(keyOf(PIE), keyOf(`${PIE.replaceAll("\n", "\r\n")}\n\n`));
  assert.notEqual(keyOf(PIE), keyOf(PIE.replace("10", "11")));
  assert.match(keyOf(PIE), /^[0-9a-f]{16}$/);
});
