/** A setting as it is written. */
export interface Entry {
  name: string;
  /** Text of its value; undefined where a program computes it. */
  value: string | undefined;
  /** 1-based line of its file. */
  line: number;
}

/** Settings that stand together: an object of JSON, of a jq program or of Python. */
export type Settings = Entry[];

const STRING = /"((?:[^"\\\n]|\\.)*)"/y;
const NAME = /(?:"([\w.$*-]+)"|([A-Za-z_]\w*))\s*:/y;
const PLAIN = /(-?\d[\d.]*|true|false|null)\s*(?=[,}\]\n])/y;

/**
 * Finds objects with named values in any text: a JSON file, a heredoc, an argument of curl or jq, a Python dictionary.
 * What is no object (braces of a shell variable, of awk) has no names and is left out.
 * @param first number of the text's first line in its file
 */
export function findObjects(text: string, first = 1): Settings[] {
  const plain = text.replace(/"\{\s*\\"[^\n]*\}"/g, withoutEscapes);
  const scan: Scan = { text: plain, lineOf: lineCounter(plain, first), found: [] };
  for (let at = plain.indexOf("{"); at >= 0; at = plain.indexOf("{", at)) at = readObject(scan, at);
  return scan.found.filter((settings) => settings.length > 0);
}

/** Quotes of JSON that double quotes of the shell need escaped, as plain ones; every place stays where it was. */
function withoutEscapes(text: string): string {
  let open = false;
  return text.replace(/\\"/g, () => {
    open = !open;
    return open ? ' "' : '" ';
  });
}

interface Scan {
  text: string;
  lineOf: (at: number) => number;
  found: Settings[];
}

/** Reads an object that begins at a brace, and the objects in it. @returns place behind what was read */
function readObject(scan: Scan, start: number): number {
  const settings: Settings = [];
  scan.found.push(settings);
  let at = blanks(scan.text, start + 1);
  for (;;) {
    const named = match(NAME, scan.text, at);
    if (!named) return at;
    const name = named[1] ?? named[2] ?? "";
    const entry: Entry = { name, value: undefined, line: scan.lineOf(at) };
    settings.push(entry);
    at = blanks(scan.text, at + named[0].length);
    const string = match(STRING, scan.text, at);
    const plain = match(PLAIN, scan.text, at);
    if (string && /[,}\]\n]/.test(scan.text[blanks(scan.text, at + string[0].length)] ?? "")) {
      entry.value = (string[1] ?? "").replace(/\\(["\\/])/g, "$1");
    } else if (plain) entry.value = plain[1];
    at = blanks(scan.text, behindValue(scan, at));
    if (scan.text[at] !== ",") return scan.text[at] === "}" ? at + 1 : at;
    at = blanks(scan.text, at + 1);
  }
}

/** The comma or bracket that ends a value, whatever the value is. */
function behindValue(scan: Scan, start: number): number {
  let depth = 0;
  for (let at = start; at < scan.text.length; at++) {
    const string = match(STRING, scan.text, at);
    if (string) {
      at += string[0].length - 1;
      continue;
    }
    const letter = scan.text[at] ?? "";
    if (letter === "{") at = readObject(scan, at) - 1;
    else if ("([".includes(letter)) depth++;
    else if (")]}".includes(letter) && depth-- === 0) return at;
    else if (letter === "," && depth === 0) return at;
  }
  return scan.text.length;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function blanks(text: string, at: number): number {
  const blank = /\s*/y;
  return at + (match(blank, text, at)?.[0].length ?? 0);
}

/** Properties that a jq program sets, removes or reads: `."snapshot.mode" = "initial"`, `del(."slot.name")`. */
export function findPaths(text: string, first = 1): Settings {
  const lineOf = lineCounter(text, first);
  const paths = text.matchAll(/\.\\?"([a-z][\w-]*(?:\.[\w-]+)+)\\?"(?:\s*=\s*\\?"([^"\\\n]*)\\?")?/g);
  return [...paths].map(({ 1: name = "", 2: value, index }) => ({ name, value, line: lineOf(index) }));
}

function lineCounter(text: string, first: number): (at: number) => number {
  return (at) => first + (text.slice(0, at).match(/\n/g)?.length ?? 0);
}
