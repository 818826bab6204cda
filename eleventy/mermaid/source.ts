import { KIND_NAMES, type Kind, kindOf } from "./kinds.ts";
import { checkLine } from "./rules.ts";

/** Something wrong in a diagram's source. `line` is 1-based within the source. */
export interface Fault {
  line: number;
  reason: string;
}

/** A diagram's source, taken apart. */
export interface Diagram {
  kind: Kind;
  /** accTitle, in one line. */
  title: string;
  /** accDescr, in one line. */
  description: string;
  /**
   * What Mermaid gets: no titles, comments or empty lines. Mermaid removes some of these itself, and then counts lines
   * wrongly in its messages; this way `lines` always leads back.
   */
  code: string;
  /** `lines[n]` is the 1-based line of the source that became line n + 1 of `code`. */
  lines: readonly number[];
}

/** Same diagram, same text: line ends, indentation of the whole and space at line ends do not count. */
export function normalise(source: string): string {
  const lines = source.split(/\r\n?|\n/).map((line) => line.trimEnd());
  const indents = lines.filter((line) => line !== "").map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const indent = indents.length === 0 ? 0 : Math.min(...indents);
  return lines
    .map((line) => line.slice(indent))
    .join("\n")
    .trimEnd();
}

/**
 * Reads a diagram and applies every rule that needs no browser.
 * @param source body of a mermaid fence, normalised
 * @returns the diagram, or what is wrong with it
 */
export function readDiagram(source: string): Diagram | Fault[] {
  const faults: Fault[] = [];
  const code: string[] = [];
  const lines: number[] = [];
  const names: Record<string, string | undefined> = { accTitle: undefined, accDescr: undefined };
  const all = source.split("\n");

  for (let index = 0; index < all.length; index++) {
    const text = all[index] as string;
    const line = index + 1;
    const name = /^\s*(accTitle|accDescr)\s*(:|\{)(.*)$/.exec(text);
    if (name) {
      const [, key = "", opening, rest = ""] = name;
      let value = rest;
      if (opening === "{") {
        while (!value.includes("}") && index + 1 < all.length) value += ` ${all[++index]}`;
        if (!value.includes("}")) faults.push({ line, reason: `${key} { is not closed by }` });
        value = value.replace(/\}.*$/, "");
      }
      if (names[key] !== undefined) faults.push({ line, reason: `second ${key}; expected one` });
      names[key] = value.replace(/\s+/g, " ").trim();
      continue;
    }
    if (/^\s*%%(?!\{)/.test(text) || text.trim() === "") continue;
    code.push(text);
    lines.push(line);
  }

  const kind = kindOf(code[0]?.trim() ?? "");
  const first = lines[0] ?? 1;
  if (!kind && !/^(---|%%\{)/.test(code[0] ?? "")) {
    faults.push({
      line: first,
      reason: `unknown kind "${code[0]?.trim().split(/\s/)[0] ?? ""}"; expected ${KIND_NAMES.join(", ")}`,
    });
  }
  for (const [key, value] of Object.entries(names)) {
    if (!value) faults.push({ line: first, reason: `no ${key}; expected a line "${key}: …" that ${PURPOSE[key]}` });
  }
  code.forEach((text, index) => {
    const reason = checkLine(text, kind);
    if (reason) faults.push({ line: lines[index] as number, reason });
  });
  if (faults.length > 0 || !kind) return faults.sort((a, b) => a.line - b.line);
  return { kind, title: names.accTitle as string, description: names.accDescr as string, code: code.join("\n"), lines };
}

const PURPOSE: Record<string, string> = {
  accTitle: "names the diagram",
  accDescr: "says in words what it shows",
};
