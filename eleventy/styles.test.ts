import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import test from "node:test";
import { EXTRA_STYLES, extraStyles } from "./styles.ts";

test("a page loads the styles of what it shows, and no others", () => {
  assert.deepEqual(extraStyles('<p class="lead">Текст</p>'), []);
  assert.deepEqual(extraStyles('<div class="prose"><slot-simulator></slot-simulator></div>'), ["recorded.css"]);
  assert.deepEqual(extraStyles('<nav class="map"></nav><ol class="lessons"></ol>'), ["map.css"]);
});

test("each file of extra styles is loaded by some sign, and fills the layer of its name, whose place site.css gives", async () => {
  const files = await readdir("assets/css/extra");
  assert.deepEqual(
    files.sort(),
    Object.keys(EXTRA_STYLES)
      .map((name) => `${name}.css`)
      .sort(),
  );
  const layers = /^@layer (.*);/m.exec(await readFile("assets/css/index.css", "utf8"))?.[1]?.split(", ");
  for (const name of Object.keys(EXTRA_STYLES)) {
    assert.match(await readFile(`assets/css/extra/${name}.css`, "utf8"), new RegExp(`@layer ${name} \\{`));
    assert.ok(layers?.includes(name), name);
  }
});
