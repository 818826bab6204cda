import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { run } from "../../program.ts";
import type { Finding } from "../findings.ts";

/**
 * Has Docker Compose read labs/compose.yaml with labs/.env: its schema, variables, references between its parts. Compose
 * stops at the first error; of variables that are not set it warns, which is an error here.
 * @param compose beginning of its command
 * @param labs folder with the two files
 * @param name how messages call the file
 */
export async function checkCompose(
  compose: readonly string[],
  labs: string,
  name = "labs/compose.yaml",
): Promise<Finding[]> {
  const file = join(labs, "compose.yaml");
  const argv = [...compose, "--project-directory", labs, "--file", file, "--profile", "*", "config", "--quiet"];
  // Nothing but labs/.env sets a variable.
  const env = { PATH: process.env.PATH, HOME: process.env.HOME };
  const { status, stderr } = await run(argv, { env, limit: 60_000 });
  const said = messages(stderr, file);
  if (status !== 0 && said.length === 0) said.push(`docker compose config ended with status ${status}`);
  const text = readFileSync(file, "utf8");
  return said.map((message) => ({ file: name, line: lineOf(message, text), what: message, message }));
}

/** Compose's own words, each once: errors as lines, warnings inside `msg="…"`. */
export function messages(stderr: string, file: string): string[] {
  const lines = stderr.split("\n").map((line) => {
    const warning = /\bmsg="((?:[^"\\]|\\.)*)"/.exec(line)?.[1];
    return (warning?.replaceAll('\\"', '"') ?? line).replaceAll(`${file}: `, "").trim();
  });
  return [...new Set(lines.filter((line) => line !== "" && !line.endsWith("error(s):")))];
}

/** Line of compose.yaml that a message is about, as near as the message tells: 1 where it does not. */
export function lineOf(message: string, text: string): number {
  const [, unset, required] = /"(\w+)" variable is not set|required variable (\w+) is/.exec(message) ?? [];
  const variable = unset ?? required;
  if (variable) return lineWith(text, new RegExp(`\\$\\{?${variable}\\b`)) ?? 1;
  const missing = /undefined (?:service|volume|network|config|secret) "?([\w-]+)/.exec(message)?.[1];
  if (missing) return lineWith(text, new RegExp(`(^|[\\s{[-])${missing}\\b`, "m")) ?? 1;
  const path =
    /(?:services|volumes|networks)[\w.[\]-]+/
      .exec(message)?.[0]
      .split(/[.[\]]+/)
      .filter(Boolean) ?? [];
  const extra = /additional properties '([^']+)'/.exec(message)?.[1];
  return lineOfPath(text, extra ? [...path, extra] : path);
}

function lineWith(text: string, pattern: RegExp): number | undefined {
  const at = text.search(pattern);
  // The match may begin with the line break before it.
  return at < 0 ? undefined : text.slice(0, at + 1).split("\n").length;
}

/** Line of the deepest part of a path that exists. */
function lineOfPath(text: string, path: readonly string[]): number {
  const counter = new LineCounter();
  let node: unknown = parseDocument(text, { lineCounter: counter, merge: true }).contents;
  let line = 1;
  for (const name of path) {
    let key: Node | undefined;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === name);
      key = pair?.key as Node | undefined;
      node = pair?.value;
    } else if (isSeq(node)) {
      key = node.items[Number(name)] as Node | undefined;
      node = key;
    }
    if (!key?.range) break;
    line = counter.linePos(key.range[0]).line;
  }
  return line;
}
