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

for (const { kind, path, unlisted } of PAGES) {
  // What asks search engines to leave it out is a fault to the SEO audit.
  const categories = ["accessibility", "best-practices", ...(unlisted ? [] : ["seo"])];
  test(`Lighthouse gives ${kind} 100 for ${categories.join(", ")}`, async () => {
    const { scores, faults } = await audit(browser, new URL(path, server.url).href, categories);
    assert.deepEqual(scores, Object.fromEntries(categories.map((category) => [category, 100])), faults.join("\n"));
  });
}
