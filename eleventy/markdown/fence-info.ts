import { LANGUAGE_NAMES, LANGUAGES } from "./languages.ts";
import type { SourcePlace } from "./source-place.ts";

/** Where a block can be run in the labs, and what readers are told. */
export const RUN_PLACES = {
  postgres: "Выполнить в postgres",
  mysql: "Выполнить в mysql",
  bash: "Выполнить в терминале",
  python: "Выполнить в Python",
} as const;

export type RunPlace = keyof typeof RUN_PLACES;

/** Code or configuration: typed in the lesson, or taken from a file of the labs. */
export interface CodeInfo {
  kind: "code";
  language: string;
  /** Path under labs/ whose text is shown instead of a body. */
  file?: string;
  /** Part of that file, between its region marks. */
  region?: string;
  /** Where the lesson runner executes it. */
  run?: RunPlace;
  /** Tells by its exit status whether the exercise is solved that it stands in. */
  check?: true;
  /** Name of the parallel session that runs it, where a lesson needs more than one. */
  session?: string;
  /** Why it cannot be executed here. */
  norun?: string;
  /** 1-based lines of the shown text to highlight. */
  mark: number[];
  title?: string;
}

/** Code that is a file of the labs, or a part of one. */
export type FileInfo = CodeInfo & { file: string };

/** What the block above printed when it was run. */
export interface OutputInfo {
  kind: "output";
  language: string;
  mark: number[];
}

/** A Mermaid diagram. */
export interface DiagramInfo {
  kind: "diagram";
  caption: string;
}

export type FenceInfo = CodeInfo | OutputInfo | DiagramInfo;

/** Attributes that are given without a value. */
const FLAGS: readonly string[] = ["check"];

const KEYS = {
  code: ["file", "region", "run", "session", "check", "norun", "mark", "title"],
  output: ["lang", "mark"],
  diagram: ["caption"],
} as const;

/**
 * Reads what stands behind the opening marks of a fence: `sql run=postgres mark=2,4-6 title="Все слоты"`.
 * The site and the lesson runner both understand fences through this function only.
 * @throws ContentError at `place` for anything that is not allowed there
 */
export function parseFenceInfo(info: string, place: SourcePlace): FenceInfo {
  const [word = "", ...rest] = info.trim().split(/(?=\s)/);
  const kind = word === "output" ? "output" : word === "mermaid" ? "diagram" : "code";
  if (kind === "code" && !Object.hasOwn(LANGUAGES, word)) {
    const reason = word === "" ? "a fence without a language" : `fence language "${word}"`;
    throw place.error(reason, `${LANGUAGE_NAMES}, output, mermaid`);
  }
  const values = parseAttributes(rest.join(""), KEYS[kind], word, place);
  const mark = parseMark(values.mark, place);
  if (kind === "output") {
    const language = values.lang ?? "text";
    if (!Object.hasOwn(LANGUAGES, language)) throw place.error(`output language "${language}"`, LANGUAGE_NAMES);
    return { kind, language, mark };
  }
  if (kind === "diagram") {
    if (!values.caption) throw place.error("a diagram without a caption", 'caption="…" after mermaid');
    return { kind, caption: values.caption };
  }
  return { kind, language: word, mark, ...codeValues(values, place) };
}

function parseAttributes(text: string, allowed: readonly string[], word: string, place: SourcePlace) {
  const values: Partial<Record<string, string>> = {};
  const pair = /\s+(?:([a-z]+)=(?:"([^"]+)"|([^\s"]+))(?=\s|$)|(\S+))/y;
  for (let match = pair.exec(text); match; match = pair.exec(text)) {
    const [, named, quoted, bare, other = ""] = match;
    const key = named ?? (FLAGS.includes(other) ? other : undefined);
    if (!key) throw place.error(`"${other}" behind ${word}`, 'key=value or key="some words"');
    if (!allowed.includes(key)) throw place.error(`attribute "${key}" of ${word}`, allowed.join(", "));
    if (named && FLAGS.includes(named)) throw place.error(`a value of "${named}"`, `${named} alone`);
    if (values[key] !== undefined) throw place.error(`attribute "${key}" is given twice`, "one value");
    values[key] = quoted ?? bare ?? "";
  }
  return values;
}

function codeValues(values: Partial<Record<string, string>>, place: SourcePlace) {
  const { file, region, run, session, check, norun, title } = values;
  if (region && !file) throw place.error(`region "${region}" without a file`, "file=labs/… beside it");
  if (title && file) throw place.error("title= beside file=", "one of them: a file is shown under its own name");
  if (run && norun) throw place.error("run= beside norun=", "one of them");
  if (session && !run) throw place.error(`session "${session}" without run=`, "run=… beside it");
  if (run && !isRunPlace(run)) throw place.error(`run place "${run}"`, Object.keys(RUN_PLACES).join(", "));
  if (check !== undefined && run !== "bash") throw place.error("check without run=bash", "run=bash check");
  const flags = check === undefined ? {} : { check: true as const };
  return { file, region, run: run as RunPlace | undefined, session, ...flags, norun, title };
}

function isRunPlace(name: string): name is RunPlace {
  return Object.hasOwn(RUN_PLACES, name);
}

/** `2,4-6` → 2, 4, 5, 6 */
function parseMark(text: string | undefined, place: SourcePlace): number[] {
  if (!text) return [];
  return text.split(",").flatMap((part) => {
    const [, from, to = from] = /^([1-9]\d{0,3})(?:-([1-9]\d{0,3}))?$/.exec(part) ?? [];
    if (!from || Number(to) < Number(from)) throw place.error(`marked lines "${text}"`, "lines such as 2,4-6");
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index);
  });
}
