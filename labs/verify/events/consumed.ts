import type { CapturedRecord } from "../../../eleventy/captured-events.ts";

const HEADER = /(?:^|,)(__debezium\.[\w.]+):/;

/**
 * Reads a line that Kafka's console consumer printed: headers, key and value, with tabs between them.
 * @throws Error if the line has other parts
 */
export function readConsumed(line: string): CapturedRecord {
  const [headers, key, value, more] = line.split("\t");
  if (headers === undefined || key === undefined || value === undefined || more !== undefined) {
    throw new Error(`console consumer: "${line.slice(0, 80)}"; expected headers, key and value with tabs between them`);
  }
  return { headers: headers === "NO_HEADERS" ? {} : readHeaders(headers), key, value };
}

/** `name:value,name:value`; a value that is no JSON is a text. */
function readHeaders(text: string): Record<string, string> {
  const [, ...parts] = text.split(new RegExp(HEADER.source, "g"));
  const found: Record<string, string> = {};
  for (let at = 0; at < parts.length; at += 2) {
    const value = parts[at + 1] ?? "";
    found[parts[at] ?? ""] = value.startsWith("{") ? value : JSON.stringify(value);
  }
  return found;
}
