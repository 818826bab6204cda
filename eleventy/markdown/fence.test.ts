import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { refuses, render } from "./testing.ts";

const root = mkdtempSync(join(tmpdir(), "fence-"));
mkdirSync(join(root, "labs/connect"), { recursive: true });
writeFileSync(join(root, "labs/connect/a b.json"), '{\n  "slot": "x"\n}\n');
writeFileSync(join(root, "labs/run.py"), "# region: loop\nwhile True:\n    pass\n# endregion: loop\nprint('<end>')\n");

describe("a code fence", () => {
  test("is a figure with language, copy button and highlighted text", () => {
    assert.equal(
      render("```yaml\na: <b\n```\n"),
      '<figure class="code"><figcaption class="code-head"><span class="code-lang">YAML</span><copy-button></copy-button></figcaption>' +
        '<pre class="language-yaml" tabindex="0"><code><span class="t">a</span>: &lt;b</code></pre></figure>\n',
    );
  });

  test("escapes plain text", () => {
    assert.match(render("```text\n<b> & c\n```\n"), /<code>&lt;b&gt; &amp; c<\/code>/);
  });

  test("says where to run it", () => {
    assert.match(
      render("```sql run=mysql\nselect 1;\n```\n"),
      /^<figure class="code" data-where="mysql">.*<span class="code-where">Выполнить в mysql<\/span>/,
    );
  });

  test("says why it cannot be run here, and is named by its title", () => {
    const html = render('```bash norun="нужен AWS & ключ" title="a<b"\naws\n```\n');
    assert.match(html, /<span class="code-name">a&lt;b<\/span>/);
    assert.match(html, /<span class="code-where">Не запускается в лаборатории: нужен AWS &amp; ключ<\/span>/);
  });

  test("shows a file of the labs under its name, to be downloaded", () => {
    const html = render('```json file="labs/connect/a b.json"\n```\n', { root });
    assert.match(html, /<span class="code-name">labs\/connect\/a b.json<\/span>/);
    assert.match(
      html,
      /<a class="code-download" href="\/base\/files\/labs\/connect\/a%20b.json" download aria-label="Скачать a b.json">Скачать<\/a>/,
    );
    assert.match(html, /"slot"/);
  });

  test("shows a region of a file, without marks, with highlighted lines", () => {
    const html = render("```python file=labs/run.py region=loop mark=2\n```\n", { root });
    assert.match(html, /<mark class="hl"> {4}<span class="k">pass<\/span><\/mark><\/code>/);
    assert.doesNotMatch(html, /region|end&gt;/);
  });

  test("prints what the block above printed", () => {
    const html = render(
      "```sql run=postgres\nselect 1;\n```\n\n```output\n a | b\n```\n\n```bash run=bash\nx\n```\n```output lang=json\n{}\n```\n",
    );
    assert.match(
      html,
      /<figure class="code output"><figcaption class="code-head"><span class="code-name">Вывод<\/span><\/figcaption>/,
    );
    assert.match(html, /<span class="code-name">Вывод<\/span><span class="code-lang">JSON<\/span>/);
  });

  test("hands diagrams on with caption and number", () => {
    assert.match(
      render('```mermaid caption="A"\nx\n```\n\n```mermaid caption="B"\ny\n```\n'),
      /^<figure id="diagram-1">A: x<\/figure>\n<figure id="diagram-2">B: y/,
    );
  });

  test("fails with its line for a language, a file or an attribute that does not exist", () => {
    refuses("a\n\n```klingon\nx\n```\n", 3, /^fence language "klingon"; expected bash/);
    refuses(
      "a\n\n```sql file=labs/none.sql\n```\n",
      3,
      'file "labs/none.sql" does not exist; expected a file of the labs',
    );
    refuses("- a\n\n  ```sql foo=1\n  x\n  ```\n", 3, /^attribute "foo" of sql/);
  });

  test("fails when it is empty, or has a body beside its file", () => {
    refuses("```sql\n\n```\n", 1, "an empty fence; expected text in it, or file=labs/…");
    refuses("```sql file=labs/a.sql\nx\n```\n", 1, /^a body under file="labs\/a.sql"/);
    refuses('```mermaid caption="A"\n```\n', 1, /an empty fence/);
  });

  test("fails when a marked line lies beyond its end", () => {
    refuses("```sql mark=2-4\na\nb\nc\n```\n", 1, "marked line 4 of a block of 3; expected 1 to 3");
  });

  test("fails when it is never closed", () => {
    refuses("a\n\n```sql\nselect 1;\n\nтекст\n", 3, "a fence that is never closed; expected a line of ```");
    refuses("```sql\n", 1, /never closed/);
    refuses("- ```sql\n  x\n\nтекст\n", 1, /never closed/);
  });

  test("fails when it is an output of nothing", () => {
    const message = "an output without the block that printed it; expected a fence with run= right above";
    refuses("```output\nx\n```\n", 1, message);
    refuses("```sql\nselect 1;\n```\n\n```output\nx\n```\n", 5, message);
    refuses("```sql run=mysql\nselect 1;\n```\n\nтекст\n\n```output\nx\n```\n", 7, message);
  });
});
