import { strangeCharacter } from "./font.ts";
import { CLASS_NAMES, type Kind } from "./kinds.ts";

const ALLOWED = CLASS_NAMES.map((name) => `:::${name}`).join(", ");

/** Why colours are refused, and what to do. */
const NO_COLOURS = `colours come from the site's theme; mark what matters with ${ALLOWED} (flowchart, classDiagram, stateDiagram-v2, erDiagram)`;

/** A colour as CSS writes it, except by name. `#35;` is a character, not a colour. */
const COLOUR = /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b(?!;)|\b(?:rgb|hsl)a?\(/i;

/** Statements that set styles, by the kind whose language has them. */
const STYLING = /^\s*(classDef|style|linkStyle|UpdateElementStyle)\s+\S/;

/**
 * Applies the course's own rules to one line of a diagram.
 * @param text the line as written
 * @param kind the diagram's kind; undefined when it is unknown
 * @returns what is wrong with it, or null
 */
export function checkLine(text: string, kind: Kind | undefined): string | null {
  if (/^\s*%%\{/.test(text))
    return `directive ${text.trim().slice(0, 40)}; settings are the same for all diagrams, and ${NO_COLOURS}`;
  if (/^---\s*$/.test(text))
    return "front matter; settings are the same for all diagrams, and the caption is the fence's caption=";
  if (kind?.classes) {
    const styling = STYLING.exec(text);
    if (styling) return `${styling[1]}; ${NO_COLOURS}`;
  }
  if (kind?.name === "sequenceDiagram" && /^\s*(rect|box)\s/.test(text) && COLOUR.test(text)) {
    return `colour "${COLOUR.exec(text)?.[0]}…"; ${NO_COLOURS}`;
  }
  if (kind?.name === "sequenceDiagram" && /^\s*rect\b/.test(text))
    return `rect; it only paints a background; use box, alt, opt or Note`;
  if (kind?.name === "gantt" && /^\s*todayMarker\b/.test(text))
    return "todayMarker; the picture must not depend on the day it is rendered";
  return checkCharacters(text) ?? checkClasses(text, kind);
}

/** Characters that the diagram font lacks would be drawn with, and be as wide as in, a font of each reader's own. */
function checkCharacters(text: string): string | null {
  const decoded = text.replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)));
  const character = strangeCharacter(decoded);
  if (character === null) return null;
  const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0");
  return `character "${character}" (U+${code}); expected characters of the diagram font: Russian and English letters, digits and punctuation`;
}

/** Names used as `A:::name`, `class A,B name` and `cssClass "A,B" name`. */
function checkClasses(text: string, kind: Kind | undefined): string | null {
  const bare = text.replace(/"[^"]*"/g, '""');
  const used = [...bare.matchAll(/:::\s*([^\s:;,[\](){}<>=-]+)/g)].map((match) => match[1] as string);
  const statement =
    kind?.name === "flowchart" || kind?.name === "stateDiagram-v2"
      ? /^\s*class\s+\S.*?\s+(\S+?);?\s*$/
      : /^\s*cssClass\s+\S.*?\s+(\S+?);?\s*$/;
  const assigned = kind?.classes ? statement.exec(bare)?.[1] : undefined;
  if (assigned) used.push(assigned);
  if (used.length > 0 && kind && !kind.classes) return `class "${used[0]}"; a ${kind.name} has no classes`;
  const unknown = used.find((name) => !CLASS_NAMES.includes(name));
  return unknown === undefined ? null : `class "${unknown}"; expected ${CLASS_NAMES.join(", ")}`;
}
