import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { filesOf } from "../../tools/build.ts";
import { FixtureSite } from "../support/fixture-site.ts";

/** What an earlier build kept must never show in a later one. */

const FIRST = "content/course/module-1-base/01-first.md";
const PAGE = "course/module-1/01-first/index.html";

let site: FixtureSite;

before(async () => {
  site = await FixtureSite.create();
  // The project's own is only lent to the site.
  const versions = await site.read("labs/.env");
  await rm(join(site.root, "labs/.env"));
  await site.write("labs/.env", versions);
  await site.replace(FIRST, "Вступление первого урока.", "Вступление. Debezium %DEBEZIUM_VERSION%, слот, книга.");
  await build();
});
after(() => site.remove());

async function build(siteUrl?: string): Promise<void> {
  const { code, output } = await site.build(siteUrl);
  assert.equal(code, 0, output);
}

/** Every file of the built site. */
async function built(): Promise<Map<string, string>> {
  const files = await filesOf(site.out);
  return new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(join(site.out, file), "latin1")] as const)),
  );
}

/** Builds after an edit, and asserts that a build that finds nothing of earlier ones gives the same. */
async function sameAsAnew(siteUrl?: string): Promise<string> {
  await build(siteUrl);
  const second = await built();
  const page = await readFile(join(site.out, PAGE), "utf8");
  await rm(join(site.root, ".cache"), { recursive: true });
  await build(siteUrl);
  assert.deepEqual(second, await built());
  return page;
}

const EDITS: [what: string, edit: () => Promise<void>, shows: RegExp][] = [
  ["nothing", async () => {}, /Вступление/],
  ["a lesson", () => site.replace(FIRST, "Вступление.", "Начало."), /Начало\./],
  [
    "the title of a lesson",
    () => site.replace(FIRST, "title: Первый урок", "title: Начальный урок"),
    /Начальный\sурок/,
  ],
  ["a lab file", () => site.replace("labs/connectors/orders.json", '"shop"', '"market"'), /"market"/],
  [
    "a version",
    async () => {
      const text = await site.read("labs/.env");
      await site.write("labs/.env", text.replace(/(?<=^DEBEZIUM_VERSION=).*/m, "9.9.9.Final"));
    },
    /Debezium 9\.9\.9\.Final/,
  ],
  [
    "the glossary",
    async () => {
      const text = await site.read("content/_data/glossary.ts");
      await site.write("content/_data/glossary.ts", text.replace(/forms: \[/, 'forms: ["книга", '));
    },
    /class="term">книга</,
  ],
];
for (const [what, edit, shows] of EDITS) {
  test(`a second build is what a first one is, after an edit of: ${what}`, async () => {
    await edit();
    assert.match(await sameAsAnew(), shows);
  });
}

test("a second build is what a first one is, for another address", async () => {
  assert.match(await sameAsAnew("https://course.example/"), /href="\/course\/module-1\/02-second\/"/);
});
