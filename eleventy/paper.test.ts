import assert from "node:assert/strict";
import { test } from "node:test";
import { onPaper, quoteSection } from "./paper.ts";

const place = {
  prefix: "l2-",
  name: "урок 1.2",
  lessons: new Map([
    ["/base/course/module-1/01-a/", "l1"],
    ["/base/course/module-1/02-b/", "l2"],
  ]),
};
const paper = (html: string) => onPaper(html, place);

test("ids begin with the prefix of the lesson, and so does all that names them", () => {
  assert.equal(
    paper('<h2 id="слот">Слот</h2>\n<p><a href="#слот">выше</a> <a id="fnref1" href="#fn1">1</a></p>'),
    '<h3 id="l2-слот">Слот</h3>\n<p><a href="#l2-слот">выше</a> <a id="l2-fnref1" href="#l2-fn1">1</a></p>',
  );
  assert.equal(paper('<i id="i"></i>'), '<i id="l2-i"></i>');
  assert.equal(
    paper('<svg aria-labelledby="d-1 d-2"><path marker-end="url(#d-3)"/><use href="#d-4"/></svg>'),
    '<svg aria-labelledby="l2-d-1 l2-d-2"><path marker-end="url(#l2-d-3)"/><use href="#l2-d-4"/></svg>',
  );
});

test("text is left as it is, though it looks like an attribute", () => {
  const code = '<pre><code><span class="k">a</span> id="x" href="#y" url(#z) &lt;h2 id="q"&gt;</code></pre>';
  assert.equal(paper(code), code);
});

test("links to lessons of the page stay on it, others lead where they led", () => {
  assert.equal(paper('<a href="/base/course/module-1/01-a/">A</a>'), '<a href="#l1">A</a>');
  assert.equal(
    paper('<a rel="x" href="/base/course/module-1/01-a/#%D1%81">A</a>'),
    '<a rel="x" href="#l1-%D1%81">A</a>',
  );
  for (const other of ["/base/course/module-2/01-a/#x", "/base/course/module-1/", "https://example.org/#x"]) {
    assert.equal(paper(`<a href="${other}">A</a>`), `<a href="${other}">A</a>`);
  }
});

test("headings stand under the title of their lesson", () => {
  assert.equal(paper("<h2>A</h2><h3>B</h3><h4>C</h4><hr>"), "<h3>A</h3><h4>B</h4><h5>C</h5><hr>");
});

test("what is folded is open, what is pressed is gone, and code is not stopped at by keyboard", () => {
  assert.equal(
    paper('<details class="solution"><summary>Решение</summary></details>'),
    '<details open class="solution"><summary>Решение</summary></details>',
  );
  assert.equal(
    paper(
      '<figcaption><copy-button></copy-button><a class="code-download" href="/x" download aria-label="Скачать x">Скачать</a></figcaption><pre class="language-sql" tabindex="0">',
    ),
    '<figcaption></figcaption><pre class="language-sql">',
  );
  assert.equal(paper('<h2 id="a"><a href="#a">A <code>b</code></a></h2>'), '<h3 id="l2-a">A <code>b</code></h3>');
});

test("landmarks of several lessons do not share their names", () => {
  assert.equal(
    paper('<div tabindex="0" role="region" aria-label="Таблица 1">'),
    '<div tabindex="0" role="region" aria-label="Таблица 1, урок 1.2">',
  );
});

const LESSON = `<h2 id="цели"><a href="#цели">Цели</a></h2>
<ul><li>раз<sup class="footnote-ref"><a href="#fn1" id="fnref1">1</a></sup>; <a href="#дальше">два</a></li></ul>
<h2 id="дальше">Дальше</h2>
<p>Три.</p>
<section class="footnotes"><ol><li id="fn1">Сноска</li></ol></section>`;

test("a section is quoted without its heading and its notes, and its links lead into the lesson", () => {
  assert.equal(quoteSection(LESSON, "цели", "/base/l/"), '<ul><li>раз; <a href="/base/l/#дальше">два</a></li></ul>');
  assert.equal(quoteSection(LESSON, "дальше", "/base/l/"), "<p>Три.</p>");
  assert.equal(quoteSection(LESSON, "нет", "/base/l/"), "");
});
