import assert from "node:assert/strict";
import { test } from "node:test";
import groups from "../content/_data/synonyms.ts";
import { keyOf, meaningsOf } from "./search-synonyms.ts";

test("forms of a listed word have one key, also where a vowel comes and goes", () => {
  for (const forms of [
    "снимок снимка снимку снимком снимке снимки снимков снимкам снимками снимках",
    "слот слота слоту слотом слоте слоты слотов слотам слотами слотах",
    "партиция партиции партицию партицией партиций партициям партициями партициях",
    "смещение смещения смещению смещением смещений смещениями",
    "потребитель потребителя потребителю потребителем потребители потребителей потребителями",
    "slot slots",
  ]) {
    assert.equal(new Set(forms.split(" ").map(keyOf)).size, 1, forms);
  }
});

test("each name of a group leads to all others, in any form", () => {
  assert.deepEqual(meaningsOf(["снапшотами"]), [["снапшотами", "снимок", "snapshot"]]);
  assert.deepEqual(meaningsOf(["Snapshots"]), [["Snapshots", "снимок", "снапшот"]]);
  for (const group of groups) {
    for (const name of group) {
      const [meaning] = meaningsOf(name.split(" "));
      // Of names that differ by their ending only, such as «история схем» and «история схемы», one is enough.
      const keys = (names: readonly string[]) => new Set(names.map((one) => one.split(" ").map(keyOf).join(" ")));
      assert.deepEqual(keys(meaning ?? []), keys(group), name);
    }
  }
});

test("names of several words win over their parts, and other words stay as they are", () => {
  assert.deepEqual(meaningsOf(["удаление", "журнала", "предзаписи"]), [
    ["удаление"],
    ["журнала предзаписи", "wal", "write-ahead log"],
  ]);
  assert.deepEqual(meaningsOf(["журнал"]), [["журнал"]]);
  assert.deepEqual(meaningsOf(['"слот репликации"']), [['"слот репликации"']]);
  assert.deepEqual(meaningsOf([]), []);
});
