import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { builtSites } from "../support/built-site.ts";
import { pagesOf } from "../support/html.ts";

test("html-validate finds nothing to complain of on any page", async () => {
  const { base } = await builtSites();
  const config = JSON.parse(await readFile(".htmlvalidate.json", "utf8"));
  const validator = new HtmlValidate(new StaticConfigLoader(config));
  const problems: string[] = [];
  for (const page of await pagesOf(base)) {
    const report = await validator.validateString(page.html, join(base.folder, page.file));
    for (const { messages } of report.results) {
      for (const { line, column, message, ruleId } of messages) {
        problems.push(`${page.file}:${line}:${column}: ${message} (${ruleId})`);
      }
    }
  }
  assert.deepEqual(problems, []);
});
