import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { filesOf } from "../../tools/build.ts";
import { FixtureSite } from "../support/fixture-site.ts";
import { isRedirect, links, meta, pagesOf } from "../support/html.ts";
import { deadLinks } from "../support/links.ts";

for (const url of ["https://course.example/debezium-course/", "https://course.example/"]) {
  test(`the former address of a lesson leads to the present one at ${new URL(url).pathname}`, async (context) => {
    const small = await FixtureSite.create();
    context.after(() => small.remove());
    const { code, output } = await small.build(url);
    assert.equal(code, 0, output);
    const site = { url, base: new URL(url).pathname, folder: small.out };
    const pages = await pagesOf(site);
    const old = pages.find((page) => page.file === "course/module-2/05-old-name/index.html");

    assert.ok(old && isRedirect(old), "there is a redirect page at the former address");
    const target = `${site.base}course/module-2/01-third/`;
    assert.deepEqual(meta(old, "refresh"), [`0; url=${target}`]);
    assert.deepEqual(links(old, "canonical"), [`${url}course/module-2/01-third/`]);
    assert.match(meta(old, "robots").join(), /noindex/);
    const anchors = old.elements.filter(({ name }) => name === "a").map(({ attributes }) => attributes.href);
    assert.deepEqual(anchors, [target], "a browser that does not follow refreshes offers the link");
    assert.deepEqual(deadLinks(pages, new Set(await filesOf(join(small.root, "_site"))), new URL(url)), []);
  });
}
