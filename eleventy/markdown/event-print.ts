import { type CapturedEvent, type JsonLine, jsonLines, recordText } from "../captured-events.ts";
import { escapeText } from "../markup.ts";
import { markLines } from "./highlight.ts";

/**
 * Prints one event, closed until it is asked for, with a link on each field.
 * @param find id of the text that explains a path
 * @param row the row as the event before left it, by field; brought up to date
 */
export function printEvent(event: CapturedEvent, find: (path: string) => string, row: Map<string, string>): string {
  const { id, database, operation, cause, topic, records } = event;
  const parts = records.map((record) => {
    const lines = jsonLines(recordText(record));
    const changed = changedLines(lines, row);
    return markLines(lines.map((line) => printLine(line, find)).join("\n"), changed);
  });
  const said = cause ? `<code>${escapeText(cause)}</code>` : "строка, прочитанная снимком";
  const pres = parts.map((part, at) => {
    const name = parts.length > 1 ? `<p class="event-part">Запись ${at + 1} из ${parts.length}</p>` : "";
    return `${name}<pre tabindex="0" data-pagefind-ignore><code>${part}</code></pre>`;
  });
  return (
    `<details class="event code" id="${id}" data-database="${database}" data-operation="${escapeText(operation)}">` +
    `<summary>${database}: ${escapeText(operation)}</summary>` +
    `<p class="event-cause">${said} → <code>${topic}</code></p>${pres.join("")}</details>\n`
  );
}

/** Lines, from 1, whose value in `after` is not the one that the row had; a row just met has no such lines. */
function changedLines(lines: readonly JsonLine[], row: Map<string, string>): number[] {
  const known = lines.some(
    ({ path, text }) => path === "headers.__debezium.oldkey" || (path === "value.op" && text === '"u"'),
  );
  const changed: number[] = [];
  for (const [at, { path, name = "", text }] of lines.entries()) {
    if (!path.startsWith("value.after.")) continue;
    if (known && row.get(name) !== text) changed.push(at + 1);
    row.set(name, text);
  }
  return changed;
}

function printLine({ depth, path, name, text, end }: JsonLine, find: (path: string) => string): string {
  const field = name === undefined || path === "" ? "" : `<a href="#${find(shown(path))}">"${escapeText(name)}"</a>: `;
  return `${"  ".repeat(depth)}${field}${tone(text)}${end}`;
}

/** The path as authors write it: the value is what most fields belong to. */
function shown(path: string): string {
  return path.replace(/^value\./, "");
}

function tone(text: string): string {
  const letter = text.startsWith('"') ? "s" : text === "null" ? "k" : /^[\d-]/.test(text) ? "n" : "";
  return letter ? `<span class="${letter}">${escapeText(text)}</span>` : escapeText(text);
}
