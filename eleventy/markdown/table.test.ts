import assert from "node:assert/strict";
import { test } from "node:test";
import { render } from "./testing.ts";

test("a table scrolls inside a named box and aligns by classes", () => {
  const html = render("| a | b | c |\n|:--|--:|:-:|\n| 1 | 2 | 3 |\n\n| d |\n|---|\n| 4 |\n");
  assert.match(html, /^<div class="table-scroll" tabindex="0" role="region" aria-label="Таблица 1"><table>/);
  assert.match(
    html,
    /<th scope="col">a<\/th>\n<th class="align-right" scope="col">b<\/th>\n<th class="align-center" scope="col">c<\/th>/,
  );
  assert.match(html, /<td>1<\/td>\n<td class="align-right">2<\/td>\n<td class="align-center">3<\/td>/);
  assert.match(html, /<\/table><\/div>\n<div .* aria-label="Таблица 2">/);
  assert.doesNotMatch(html, /style=/);
});

test("an empty corner is no header", () => {
  assert.match(render("| | b |\n|---|---|\n| 1 | 2 |\n"), /<tr>\n<td><\/td>\n<th scope="col">b<\/th>/);
});
