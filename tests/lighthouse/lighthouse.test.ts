import assert from "node:assert/strict";
import { after, test } from "node:test";
import { audit, openAuditor } from "../../tools/lighthouse.ts";
import { serveStatic } from "../../tools/static-server.ts";
import { PAGES } from "../e2e/page-kinds.ts";
import { builtSites } from "../support/built-site.ts";

const { base } = await builtSites();
const server = await serveStatic(base.folder, base.base);
const browser = await openAuditor();
after(async () => {
  await browser.close();
  await server.close();
});

/** Pages that ask search engines to leave them out, which Lighthouse's SEO audit calls a fault. */
const UNLISTED = ["./search/", "./404.html"];

for (const { kind, path } of PAGES) {
  const categories = ["accessibility", "best-practices", ...(UNLISTED.includes(path) ? [] : ["seo"])];
  test(`Lighthouse gives ${kind} 100 for ${categories.join(", ")}`, async () => {
    const { scores, faults } = await audit(browser, new URL(path, server.url).href, categories);
    assert.deepEqual(scores, Object.fromEntries(categories.map((category) => [category, 100])), faults.join("\n"));
  });
}
