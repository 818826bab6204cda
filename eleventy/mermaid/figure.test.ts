import assert from "node:assert/strict";
import { test } from "node:test";
import { renderDiagramFigure } from "./figure.ts";
import { readLabels, readTitle } from "./labels.ts";

const svg = (width: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 50" width="${width}" height="50" role="img" aria-labelledby="__ID__t" aria-describedby="__ID__d">` +
  '<title id="__ID__t">Запрос &lt;SQL&gt;</title><desc id="__ID__d">Описание</desc><defs><marker id="__ID__0"/></defs>' +
  '<path d="M0 0" marker-end="url(#__ID__0)"/><text x="1" y="1">A &amp; B<tspan x="1" y="20">внизу</tspan></text><text x="1" y="40">C</text><text x="2" y="40">C</text></svg>\n';

test("a figure holds the SVG with ids of its own place, a caption, and the labels as text", () => {
  const html = renderDiagramFigure({
    svg: svg(300),
    index: 2,
    caption: "Схема «A < B»",
    title: 'Путь "A"',
    labels: ["A & B", "C"],
  });
  assert.equal(
    html,
    '<figure class="diagram" id="diagram-2" data-fits="phone">' +
      '<svg viewBox="0 0 300 50" width="300" height="50" role="img" aria-labelledby="diagram-2-t" aria-describedby="diagram-2-d">' +
      '<title id="diagram-2-t">Запрос &lt;SQL&gt;</title><desc id="diagram-2-d">Описание</desc><defs><marker id="diagram-2-0"/></defs>' +
      '<path d="M0 0" marker-end="url(#diagram-2-0)"/><text x="1" y="1">A &amp; B<tspan x="1" y="20">внизу</tspan></text><text x="1" y="40">C</text><text x="2" y="40">C</text></svg>' +
      '<div class="visually-hidden">Подписи на схеме: A &amp; B; C</div><figcaption>Схема «A &lt; B»</figcaption></figure>\n',
  );
});

test("a figure that may be wider than a phone is reached by keyboard, to be scrolled", () => {
  const figure = { svg: svg(400), index: 1, caption: "", title: 'Путь "A"', labels: [] };
  assert.match(
    renderDiagramFigure(figure),
    /<div class="diagram-scroll" tabindex="0" role="group" aria-label="Схема: Путь &quot;A&quot;"><svg/,
  );
});

test("says how far a diagram may be shrunk, by its width", () => {
  const fits = (width: number) =>
    /data-fits="(\w+)"/.exec(
      renderDiagramFigure({ svg: svg(width), index: 1, caption: "", title: "", labels: [] }),
    )?.[1];
  assert.deepEqual([360, 361, 880, 881].map(fits), ["phone", "column", "column", undefined]);
});

test("title and labels are read from the SVG: rows joined, each label once, entities undone", () => {
  assert.equal(readTitle(svg(300)), "Запрос <SQL>");
  assert.deepEqual(readLabels(svg(300)), ["A & B внизу", "C"]);
});
