import assert from "node:assert/strict";
import { test } from "node:test";
import { readSite } from "./site.ts";

test("one setting gives the address and the base path", () => {
  assert.deepEqual(readSite({ SITE_URL: "https://example.org/a/b" }), {
    url: "https://example.org/a/b/",
    base: "/a/b/",
    repository: null,
  });
  assert.equal(readSite({}).base, "/debezium-course/");
});

test("the repository comes from GitHub's own variables", () => {
  assert.equal(readSite({ GITHUB_REPOSITORY: "me/course" }).repository, "https://github.com/me/course");
});

test("an address that is none is refused with an example", () => {
  for (const SITE_URL of ["/debezium-course/", "ftp://example.org/", "https://example.org/?a"]) {
    assert.throws(() => readSite({ SITE_URL }), /SITE_URL is ".*"; expected an absolute address/);
  }
});
