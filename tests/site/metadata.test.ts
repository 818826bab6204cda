import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { type BuiltSite, builtSites } from "../support/built-site.ts";
import { isRedirect, links, meta, type Page, pagesOf } from "../support/html.ts";

const sites = await builtSites();

const listed = (page: Page): boolean =>
  !isRedirect(page) && !meta(page, "robots").some((value) => /noindex/.test(value));

/** The absolute address of a page on the site it was built for. */
function absolute(site: BuiltSite, page: Page): string {
  return new URL(page.address, site.url).href;
}

/** The file of the built site behind an absolute address of it. */
function fileOf(site: BuiltSite, address: string): string {
  assert.ok(address.startsWith(site.url), `${address} lies outside ${site.url}`);
  return join(site.folder, decodeURIComponent(address.slice(site.url.length)));
}

for (const site of Object.values(sites)) {
  const pages = await pagesOf(site);
  const at = `at base ${site.base}`;

  test(`each page that may be found has its own canonical address, ${at}`, () => {
    for (const page of pages.filter(listed))
      assert.deepEqual(links(page, "canonical"), [absolute(site, page)], page.file);
  });

  test(`the sitemap lists exactly the pages that may be found, ${at}`, async () => {
    const xml = await readFile(join(site.folder, "sitemap.xml"), "utf8");
    const locations = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1]);
    const expected = pages.filter(listed).map((page) => absolute(site, page));
    assert.deepEqual(locations.sort(), expected.sort());
  });

  test(`each page has a title and a description of its own, and an image to share, ${at}`, () => {
    const titles = new Map<string, string>();
    for (const page of pages.filter(listed)) {
      const title = page.elements.find(({ name }) => name === "title")?.text ?? "";
      assert.ok(title.length > 5, `${page.file}: title "${title}"`);
      assert.equal(titles.get(title), undefined, `${page.file} and ${titles.get(title)} share a title`);
      titles.set(title, page.file);
      const [description = ""] = meta(page, "description");
      assert.ok(description.length >= 40 && description.length <= 300, `${page.file}: description "${description}"`);
      assert.deepEqual(meta(page, "og:url"), [absolute(site, page)], page.file);
      for (const property of ["og:title", "og:description", "og:type", "og:locale"]) {
        assert.ok(meta(page, property)[0], `${page.file} has no ${property}`);
      }
      const [image = ""] = meta(page, "og:image");
      assert.ok(existsSync(fileOf(site, image)), `${page.file}: og:image ${image} does not exist`);
    }
  });

  test(`the manifest and its icons exist, ${at}`, async () => {
    const home = pages.find((page) => page.file === "index.html");
    assert.ok(home);
    const [href = ""] = links(home, "manifest");
    const address = new URL(href, site.url).href;
    const manifest = JSON.parse(await readFile(fileOf(site, address), "utf8"));
    assert.ok(manifest.name && manifest.icons.length, "the manifest names the course and its icons");
    assert.equal(new URL(manifest.start_url, address).href.split("?")[0], site.url);
    for (const { src } of manifest.icons) assert.ok(existsSync(fileOf(site, new URL(src, address).href)), src);
  });

  test(`robots.txt stands at the root of a host only, ${at}`, async () => {
    const file = join(site.folder, "robots.txt");
    assert.equal(existsSync(file), site.base === "/");
    if (site.base === "/")
      assert.match(await readFile(file, "utf8"), new RegExp(`^Sitemap: ${site.url}sitemap.xml$`, "m"));
  });
}

test("every page is in Russian, has one heading of level 1, and levels that skip none", async () => {
  for (const page of (await pagesOf(sites.base)).filter((page) => !isRedirect(page))) {
    assert.equal(page.elements.find(({ name }) => name === "html")?.attributes.lang, "ru", page.file);
    const levels = page.elements.filter(({ name }) => /^h[1-6]$/.test(name)).map(({ name }) => Number(name[1]));
    assert.equal(
      levels.filter((level) => level === 1).length,
      1,
      `${page.file} has ${levels.filter((l) => l === 1).length} h1`,
    );
    levels.forEach((level, index) => {
      assert.ok(level <= (levels[index - 1] ?? 0) + 1, `${page.file}: h${level} follows h${levels[index - 1]}`);
    });
  }
});

test("the home page describes the course for search engines", async () => {
  const home = (await pagesOf(sites.base)).find(({ file }) => file === "index.html");
  const block = home?.elements.find(({ attributes }) => attributes.type === "application/ld+json");
  assert.ok(block, "the home page has no JSON-LD");
  assert.match(block.text, /"@type":\s*"Course"/);
});
