import type { Complaint } from "./page/workbench.ts";
import type { Diagram, Fault } from "./source.ts";

/** Longest part of Mermaid's own words that is repeated, in characters. */
const LONGEST = 160;

/**
 * Turns Mermaid's complaint about the code into one about the author's source.
 * @returns a fault whose line lies within the source, with a reason in one line
 */
export function explain({ message, line }: Complaint, { lines, code }: Diagram): Fault {
  const texts = code.split("\n");
  const index = line === null ? lineNaming(message, texts) : Math.min(Math.max(line, 1), lines.length) - 1;
  const reason = index === null ? words(message) : `${words(message)} in: ${texts[index]?.trim()}`;
  return { line: lines[index ?? 0] as number, reason };
}

/** Where Mermaid names no line but what it stumbled over (`Invalid date:12.2025`): the first line with that in it. */
function lineNaming(message: string, texts: readonly string[]): number | null {
  const named = /:\s*(\S[^\n]*)$/.exec(message)?.[1];
  const index = named ? texts.findIndex((text) => text.includes(named)) : -1;
  return index === -1 ? null : index;
}

/** Mermaid's message without line numbers, which count something else, and without its drawing of the place. */
function words(message: string): string {
  const [expecting] = /Expecting .*/s.exec(message) ?? [];
  if (/^(?:Parse|Lexical) error on line/.test(message) && expecting) {
    const [, list = "", got = ""] = /^Expecting (.*), got (.*)$/s.exec(expecting) ?? [];
    const names = list.split(", ");
    const shown = names.slice(0, 6).join(", ") + (names.length > 6 ? ", …" : "");
    const what = got.trim() === "'1'" ? "end of the diagram" : got.trim();
    return `unexpected ${what}; expected ${shown}`;
  }
  const plain = message
    .replace(/^(?:Parsing failed|Parse error|Lexical error)\s*(?:on line \d+)?[:.]*\s*/i, "")
    .replace(/\s*on line \d+, column \d+/gi, "")
    .replace(/\s*on line \d+/gi, "")
    .replace(/\s*at offset: \d+, skipped \d+ characters/gi, "")
    .replace(/\s+/g, " ")
    .trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}
