/**
 * Finds known messages in a pasted log, stack trace or REST answer. A message is known by its own words, the text between
 * its `{placeholders}`; white space, quotes and escapes are left out on both sides, so that a message is found however
 * it was wrapped, quoted or put into JSON. Takes time in proportion to the text: no regular expression looks at it whole.
 */

/** A known message as the page prints it. */
export interface Message {
  id: string;
  /** With `{placeholder}` for what varies. */
  message: string;
  /** It accompanies other failures, so any other message goes before it. */
  wrapper: boolean;
}

/** A message that a text holds. */
export interface Match {
  id: string;
  /** What the text says, from the first to the last of the message's own words, on one line. */
  text: string;
  /** 1-based line of the text on which it begins. */
  line: number;
}

/** Characters, white space and quotes not counted, that one placeholder can stand for. */
const REACH = 2000;

/** A message's own words, made comparable. */
interface Pattern extends Message {
  pieces: string[];
  /** How much of it is its own words. */
  weight: number;
}

/** What comparable texts lack: white space, quotes, escapes. */
const LEFT_OUT_SIGN = /[\s"'`´«»\u2018-\u201F\u2032\u2033\u2039\u203A\\\p{Cc}\p{Cf}]/u;
/** What stands for another sign after word processors, web pages and JSON. */
const REPLACED: Readonly<Record<string, string>> = { "–": "-", "—": "-", "−": "-", "‑": "-" };
const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: "", apos: "" };

/** Makes patterns of messages; one without words of its own never matches. */
export class TroubleMatcher {
  private readonly patterns: readonly Pattern[];

  constructor(messages: readonly Message[]) {
    this.patterns = messages.map((message) => {
      const pieces = message.message
        .split(/\{[a-z]+\}/)
        .map((piece) => normalize(piece).text)
        .filter(Boolean);
      return { ...message, pieces, weight: pieces.join("").length };
    });
  }

  /** The messages that a text holds: the most specific first, those that only accompany others last. */
  find(source: string): Match[] {
    const { text, places } = normalize(source);
    const found = this.patterns.flatMap((pattern) => {
      const span = locate(text, pattern.pieces);
      return span ? { pattern, start: places[span.start] ?? 0, end: (places[span.end - 1] ?? 0) + 1 } : [];
    });
    found.sort(
      (a, b) =>
        Number(a.pattern.wrapper) - Number(b.pattern.wrapper) ||
        b.pattern.weight - a.pattern.weight ||
        a.start - b.start,
    );
    return found.map(({ pattern, start, end }) => ({
      id: pattern.id,
      text: source.slice(start, end).replace(/\s+/g, " "),
      line: lineOf(source, start),
    }));
  }
}

/**
 * Leaves out of a text what may differ between two prints of one message.
 * @returns the rest, and of each of its characters the place in the text
 */
export function normalize(source: string): { text: string; places: Uint32Array } {
  let text = "";
  const places = new Uint32Array(source.length);
  for (let at = 0; at < source.length; ) {
    const from = at;
    while (kindAt(source, at) === KEPT) at++;
    text += source.slice(from, at);
    for (let place = from, length = text.length - at; place < at; place++) places[length + place] = place;
    if (at === source.length) break;
    const { sign, width } = kindAt(source, at) === SPECIAL ? readSpecial(source, at) : { sign: "", width: 1 };
    places[text.length] = at;
    text += sign;
    at += width;
  }
  return { text, places };
}

const [KEPT, LEFT_OUT, SPECIAL] = [1, 2, 3];
/** What becomes of each character; found out when it is first met. */
const kinds = new Uint8Array(0x10000);

/** @returns undefined behind the end */
function kindAt(source: string, at: number): number | undefined {
  if (at >= source.length) return undefined;
  const code = source.charCodeAt(at);
  kinds[code] ||= kindOf(source.charAt(at));
  return kinds[code];
}

function kindOf(char: string): number {
  if (char === "\\" || char === "&" || Object.hasOwn(REPLACED, char)) return SPECIAL;
  return LEFT_OUT_SIGN.test(char) ? LEFT_OUT : KEPT;
}

/** What a sign that stands for another means, and how many characters it takes. */
function readSpecial(source: string, at: number): { sign: string; width: number } {
  const char = source.charAt(at);
  if (char === "\\") return readEscape(source, at);
  if (char !== "&") return { sign: REPLACED[char] ?? char, width: 1 };
  const [entity, name, code] = /^&(?:(lt|gt|amp|quot|apos)|#(\d{1,4}));/.exec(source.slice(at, at + 7)) ?? [];
  if (!entity) return { sign: char, width: 1 };
  return { sign: name ? (ENTITIES[name] ?? "") : meant(Number(code)), width: entity.length };
}

/** Escapes of JSON, also those of JSON in JSON, where backslashes are doubled. */
function readEscape(source: string, at: number): { sign: string; width: number } {
  let end = at;
  while (source.charAt(end) === "\\") end++;
  const letter = source.charAt(end);
  const code = letter === "u" ? /^[\da-f]{4}/i.exec(source.slice(end + 1, end + 5))?.[0] : undefined;
  if (code) return { sign: meant(Number.parseInt(code, 16)), width: end + 5 - at };
  return { sign: "", width: end - at + (/[nrtbf]/.test(letter) ? 1 : 0) };
}

/** What a character stands for that was written as its number. */
function meant(code: number): string {
  const char = String.fromCharCode(code);
  return LEFT_OUT_SIGN.test(char) ? "" : (REPLACED[char] ?? char);
}

/**
 * Finds pieces in their order, each within reach of the one before it.
 * @returns the first place where all of them are
 */
function locate(text: string, pieces: readonly string[]): { start: number; end: number } | undefined {
  const [first, ...rest] = pieces;
  if (!first) return undefined;
  // Most messages are not in a log; the longest piece tells so at once.
  if (!pieces.every((piece) => text.includes(piece))) return undefined;
  let spans = [...occurrences(text, first)].map((start) => ({ start, end: start + first.length }));
  for (const piece of rest) {
    const longer: typeof spans = [];
    let next = 0;
    for (const at of occurrences(text, piece)) {
      // Of all that ends before this piece the last is the nearest.
      while (next < spans.length && (spans[next]?.end ?? 0) <= at) next++;
      const before = spans[next - 1];
      if (before && at - before.end <= REACH) longer.push({ start: before.start, end: at + piece.length });
    }
    spans = longer;
  }
  return spans[0];
}

function* occurrences(text: string, piece: string): Generator<number> {
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) yield at;
}

/** 1-based line of a place; in a JSON text, where lines are escaped, that of the whole string. */
function lineOf(text: string, place: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < place; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
