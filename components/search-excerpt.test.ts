import assert from "node:assert/strict";
import { test } from "node:test";
import { type Anchor, type Part, sectionsOf, split } from "./search-excerpt.ts";

const heading = (id: string, text: string, location: number): Anchor => ({ element: "h2", id, text, location });
const plain = (parts: readonly Part[]) => parts.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("");

/** Places of one wanted word. */
const at = (...locations: number[]) => locations.map((location) => ({ location, word: 0 }));

const words = split(
  "Вступление о слотах. Слоты репликации — главное. Слот держит журнал. Снимок Таблица читается целиком.",
);
const anchors = [heading("snapshot", "Снимок", 10), heading("slots", "Слоты репликации — главное", 3)];

test("hits are shown by section, in the order of the page, headings apart from the text", () => {
  const sections = sectionsOf(words, anchors, at(8, 2, 3), 3);
  assert.deepEqual(
    sections.map(({ id, title, excerpt }) => [id, plain(title), plain(excerpt)]),
    [
      ["", "", "Вступление о [слотах.]"],
      ["slots", "[Слоты] репликации — главное", "Слот [держит] журнал."],
    ],
  );
});

test("the sections with the most hits are kept", () => {
  assert.deepEqual(
    sectionsOf(words, anchors, at(0, 8, 9, 11, 12), 2).map(({ id }) => id),
    ["slots", "snapshot"],
  );
});

test("a section with more of the wanted words is better than one with more hits", () => {
  const places = [...at(0, 2, 7, 8), { location: 11, word: 0 }, { location: 12, word: 1 }];
  assert.deepEqual(
    sectionsOf(words, anchors, places, 1).map(({ id }) => id),
    ["snapshot"],
  );
});

test("a long section shows the stretch with the most hits and says that there is more", () => {
  const long = Array.from({ length: 200 }, (_, index) => `слово${index}`);
  const [section] = sectionsOf(long, [], at(10, 120, 122), 3);
  const text = plain(section?.excerpt ?? []);
  assert.match(text, /^… слово114 .*\[слово120\] слово121 \[слово122\].* …$/);
});

test("text that looks like HTML stays text", () => {
  const [section] = sectionsOf(split("<img src=x onerror=alert(1)> &lt;b&gt; конец"), [], at(0), 3);
  assert.deepEqual(section?.excerpt, [
    { text: "<img", hit: true },
    { text: " src=x onerror=alert(1)> &lt;b&gt; конец", hit: false },
  ]);
});

test("a page without hits has no sections", () => {
  assert.deepEqual(sectionsOf(words, anchors, [], 3), []);
});
