import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Where captured events are kept, from the project's root; written by labs/verify/events/capture.ts only. */
export const EVENTS_FILE = "content/_data/events.json";

/** A Kafka record as a connector wrote it. Its parts are the very text of the record: digits beyond 2^53 stay as they are. */
export interface CapturedRecord {
  /** JSON text by header. */
  headers: Record<string, string>;
  /** JSON text; `null` without a key. */
  key: string;
  /** JSON text; `null` is a tombstone. */
  value: string;
}

/** What one statement made a connector write. */
export interface CapturedEvent {
  /** `postgres-insert` */
  id: string;
  database: "PostgreSQL" | "MySQL";
  /** Name of the operation, in Russian. */
  operation: string;
  /** The statement, or what was done instead of one. */
  cause: string;
  topic: string;
  records: CapturedRecord[];
}

/** One line of printed JSON. */
export interface JsonLine {
  depth: number;
  /** Where the value of this line stands: names joined by dots; empty on a line that only closes. */
  path: string;
  /** The name in front of the value; undefined in a list and on a closing line. */
  name?: string;
  /** A literal as it was written, or the brackets that open or close. */
  text: string;
  /** What stands behind: a comma or nothing. */
  end: string;
}

/** @param root project folder */
export function readEvents(root: string): CapturedEvent[] {
  return JSON.parse(readFileSync(join(root, EVENTS_FILE), "utf8"));
}

/** A record as one JSON text. */
export function recordText({ headers, key, value }: CapturedRecord): string {
  const names = Object.entries(headers).map(([name, text]) => `${JSON.stringify(name)}: ${text}`);
  return `{"headers": {${names.join(", ")}}, "key": ${key}, "value": ${value}}`;
}

const TOKEN = /\s*("(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+)/y;

/**
 * Lays JSON text out in lines without touching its literals: a parser would round the nanoseconds of an event.
 * @throws SyntaxError if the text is no JSON
 */
export function jsonLines(text: string): JsonLine[] {
  JSON.parse(text);
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) tokens.push(match[1] ?? "");
  const lines: JsonLine[] = [];
  let at = 0;

  const value = (depth: number, path: string, name?: string): JsonLine => {
    const open = tokens[at++] ?? "";
    const line: JsonLine = { depth, path, ...(name === undefined ? {} : { name }), text: open, end: "" };
    lines.push(line);
    if (open !== "{" && open !== "[") return line;
    if (tokens[at] === "}" || tokens[at] === "]") {
      line.text += tokens[at++];
      return line;
    }
    for (let separator = ","; separator === ","; ) {
      const inner = open === "{" ? (JSON.parse(tokens[at] ?? "") as string) : undefined;
      if (inner !== undefined) at += 2;
      const last = value(depth + 1, [path, inner].filter(Boolean).join("."), inner);
      separator = tokens[at++] ?? "";
      if (separator === ",") last.end = ",";
    }
    const close: JsonLine = { depth, path: "", text: open === "{" ? "}" : "]", end: "" };
    lines.push(close);
    return close;
  };
  value(0, "");
  return lines;
}
