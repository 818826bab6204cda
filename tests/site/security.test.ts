import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { filesOf } from "../../tools/build.ts";
import { builtSites } from "../support/built-site.ts";
import { isRedirect, meta, pagesOf, place } from "../support/html.ts";

const { base } = await builtSites();
const pages = await pagesOf(base);

test("no element has a style attribute or an event handler", () => {
  const found = pages.flatMap((page) =>
    page.elements.flatMap((element) =>
      Object.keys(element.attributes)
        .filter((name) => name === "style" || /^on[a-z]/.test(name))
        .map((name) => `${place(page, element)}: ${name}="${element.attributes[name]}"`),
    ),
  );
  assert.deepEqual(found, []);
});

test("no page holds an inline style, or an inline script other than a JSON-LD block", () => {
  const found = pages.flatMap((page) =>
    page.elements
      .filter(({ name, attributes }) => name === "style" || (name === "script" && attributes.src === undefined))
      .filter(({ attributes }) => attributes.type !== "application/ld+json")
      .map((element) => place(page, element)),
  );
  assert.deepEqual(found, []);
});

test("JSON-LD blocks are JSON with every < escaped", () => {
  for (const page of pages) {
    for (const { attributes, text } of page.elements) {
      if (attributes.type !== "application/ld+json") continue;
      assert.doesNotThrow(() => JSON.parse(text), page.file);
      assert.doesNotMatch(text, /</, page.file);
    }
  }
});

test("every page carries the same strict policy, before anything that it governs", () => {
  const policies = new Map<string, string[]>();
  for (const page of pages) {
    const [policy = "none", ...more] = meta(page, "Content-Security-Policy");
    assert.deepEqual(more, [], `${page.file} has several policies`);
    const first = page.elements.findIndex(({ name }) => ["script", "link", "style", "body"].includes(name));
    const at = page.elements.findIndex(({ attributes }) => attributes["http-equiv"] === "Content-Security-Policy");
    assert.ok(at >= 0 && at < first, `${page.file}: the policy stands behind a script, a link or a style`);
    // A page that only sends its reader on loads nothing, so it may allow nothing.
    const kind = isRedirect(page) ? "redirect" : "page";
    policies.set(`${kind}: ${policy}`, [...(policies.get(`${kind}: ${policy}`) ?? []), page.file]);
  }
  const kinds = [...policies.keys()].map((key) => key.split(":")[0]);
  assert.equal(new Set(kinds).size, kinds.length, `several policies: ${JSON.stringify([...policies], null, 2)}`);
  for (const policy of policies.keys()) {
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /base-uri 'none'/);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*|https?:/);
  }
});

const RESOURCES: Record<string, string[]> = {
  audio: ["src"],
  embed: ["src"],
  form: ["action"],
  iframe: ["src"],
  image: ["href"],
  img: ["src", "srcset"],
  link: ["href"],
  object: ["data"],
  script: ["src"],
  source: ["src", "srcset"],
  use: ["href", "xlink:href"],
  video: ["src", "poster"],
};

test("no page loads anything from another origin", () => {
  const found = pages.flatMap((page) =>
    page.elements.flatMap((element) =>
      (RESOURCES[element.name] ?? [])
        .map((name) => element.attributes[name])
        .filter((value) => value !== undefined && /^\s*(?:[a-z]+:)?\/\//i.test(value))
        // Canonical addresses are named, not loaded.
        .filter(() => element.attributes.rel !== "canonical")
        .map((value) => `${place(page, element)}: ${value}`),
    ),
  );
  assert.deepEqual(found, []);
});

test("no style sheet or script names another origin to load from", async () => {
  const files = (await filesOf(base.folder)).filter(
    (file) => /\.(css|js)$/.test(file) && !file.startsWith("pagefind/"),
  );
  assert.ok(files.length > 1);
  for (const file of files) {
    const text = await readFile(join(base.folder, file), "utf8");
    const found = text.match(/(?:url\(|@import|import\(|from|fetch\()\s*["']?(?:https?:)?\/\/[^"')\s]*/g);
    assert.equal(found, null, `${file}: ${found}`);
  }
});

test("a link that opens another window hands over nothing", () => {
  const found = pages.flatMap((page) =>
    page.elements
      .filter(({ attributes }) => attributes.target === "_blank" && !/noopener/.test(attributes.rel ?? ""))
      .map((element) => place(page, element)),
  );
  assert.deepEqual(found, []);
});
