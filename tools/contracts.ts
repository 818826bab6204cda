import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * `npx tsx tools/contracts.ts` writes the table of elements into CONTRIBUTING.md; `--check` fails where it is stale.
 * The table is read from the doc comments of the elements, so there is one place to write a contract.
 */

/** A custom element as its doc comment describes it. */
export interface Contract {
  tag: string;
  /** First sentence of the comment. */
  summary: string;
  /** By tag name: the lines of `@attr`, `@slot`, `@csspart`, `@fires`. */
  tags: Record<(typeof TAGS)[number], string[]>;
}

const TAGS = ["attr", "slot", "csspart", "fires"] as const;

/** An event and the type of its detail, from the declarations in components/events.ts. */
export interface TypedEvent {
  name: string;
  type: string;
}

const START = "<!-- contracts: begin; written by tools/contracts.ts -->";
const END = "<!-- contracts: end -->";

/**
 * The elements that a source file defines.
 * @throws Error naming the file if an element has no doc comment
 */
export function contractsOf(source: string, file: string): Contract[] {
  return [...source.matchAll(/customElements\.define\("([\w-]+)", (\w+)\)/g)].map(([, tag = "", name = ""]) => {
    const comment = new RegExp(`/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*export class ${name}\\b`).exec(source)?.[1];
    if (!comment) throw new Error(`${file}: class ${name} of <${tag}> has no doc comment; expected one right above it`);
    const lines = comment.split("\n").map((line) => line.replace(/^\s*\*? ?/, "").trimEnd());
    const text = lines.join("\n").trim();
    const [prose = "", ...tagged] = text.split(/\n(?=@)/);
    const joined = prose.replace(/\s+/g, " ");
    const summary = (/^.*?\.(?=\s|$)/.exec(joined)?.[0] ?? joined).replace(/:$/, ".");
    const tags = { attr: [], slot: [], csspart: [], fires: [] } as Contract["tags"];
    for (const part of tagged) {
      const [, kind, said = ""] = /^@(\w+)\s+([\s\S]*)$/.exec(part) ?? [];
      const known = TAGS.find((one) => one === kind);
      if (known) tags[known].push(said.replace(/\s+/g, " ").trim());
    }
    return { tag, summary, tags };
  });
}

/** The events that a file of global event maps declares. */
export function typedEvents(source: string): TypedEvent[] {
  const events = [...source.matchAll(/^\s+"([\w-]+)": (.+);$/gm)].map(([, name = "", type = ""]) => ({ name, type }));
  return [...new Map(events.map((event) => [event.name, event])).values()];
}

/** The table, in Markdown. */
export function contractTable(contracts: readonly Contract[], events: readonly TypedEvent[]): string {
  const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
  const parts = (said: readonly string[]) =>
    said.map((one) => cell(one.replace(/^([\w-]+) - /, "`$1`: ").replace(/^- /, ""))).join("; ") || "–";
  const rows = [...contracts]
    .sort((a, b) => (a.tag < b.tag ? -1 : 1))
    .map(({ tag, summary, tags }) => {
      return `| \`<${tag}>\` | ${cell(summary)} | ${TAGS.map((kind) => parts(tags[kind])).join(" | ")} |`;
    });
  return [
    "| Element | What it does | Attributes | Slots | Parts | Events |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
    "| Event | Type |",
    "| --- | --- |",
    ...events.map(({ name, type }) => `| \`${name}\` | \`${type}\` |`),
  ].join("\n");
}

/** All elements of components/, as a table. @param root project folder */
export function currentTable(root: string): string {
  const folder = join(root, "components");
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const contracts = files.flatMap((name) => contractsOf(read(name), `components/${name}`));
  return contractTable(contracts, typedEvents(read("events.ts")));
}

/**
 * Puts a table between the marks of a document.
 * @throws Error if the marks are not there
 */
export function withTable(document: string, table: string): string {
  const [start, end] = [document.indexOf(START), document.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`CONTRIBUTING.md: no place for the table; expected ${START} … ${END}`);
  return `${document.slice(0, start + START.length)}\n\n${table}\n\n${document.slice(end)}`;
}

if (process.argv[1] === import.meta.filename) {
  const file = "CONTRIBUTING.md";
  const document = readFileSync(file, "utf8");
  const wanted = withTable(document, currentTable("."));
  if (process.argv.includes("--check")) {
    if (document !== wanted) {
      console.error(`${file}: the table of elements is stale; run npx tsx tools/contracts.ts`);
      process.exitCode = 1;
    }
  } else writeFileSync(file, wanted);
}
