import assert from "node:assert/strict";
import { test } from "node:test";
import { refuses, render } from "./testing.ts";

test("a version stands in text, code, fences and links", () => {
  const html = render(
    "%KAFKA_VERSION% `%DEBEZIUM_VERSION%` [a](https://x.example/%KAFKA_VERSION%/)\n\n```bash\nrun:%DEBEZIUM_VERSION%\n```\n",
  );
  assert.match(html, /<p>4\.3\.1 <code>3\.7\.0\.Final<\/code> <a href="https:\/\/x.example\/4.3.1\/"/);
  assert.match(html, /run:3\.7\.0\.Final/);
});

test("an unknown version fails with its line", () => {
  refuses("a\n\nb %KAFFKA_VERSION%\n", 3, "placeholder %KAFFKA_VERSION%; expected %DEBEZIUM_VERSION%, %KAFKA_VERSION%");
  refuses("%TO_STRING_VERSION%", 1, /placeholder/);
});

test("other percent signs are left alone", () => {
  assert.match(render("`%d` 50% и %PATH%\n"), /<code>%d<\/code> 50% и\u00A0%PATH%/);
});
