import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { writtenLessons } from "../lesson/course.ts";

/** A file whose metrics are checked. */
export interface Source {
  /** Path from the project's root. */
  file: string;
  text: string;
}

/** A PromQL expression where it stands. */
export interface Expression {
  file: string;
  /** 1-based. */
  line: number;
  /** What it belongs to: an alert, a panel, a variable, a lesson. */
  title: string;
  expr: string;
  /** The label that a dashboard's variable takes from it. */
  label?: string;
}

/** A metric's name where it stands. */
export interface Mention {
  file: string;
  line: number;
  name: string;
}

export interface Sources {
  rules: Source[];
  dashboards: Source[];
  lessons: Source[];
}

/** Rules and dashboards of the labs, and all lessons that are written. */
export function readSources(root: string): Sources {
  const folder = (path: string, end: RegExp) =>
    readdirSync(join(root, path))
      .filter((name) => end.test(name))
      .sort()
      .map((name) => read(root, `${path}/${name}`));
  return {
    rules: folder("labs/monitoring/rules", /\.ya?ml$/),
    dashboards: folder("labs/monitoring/grafana/dashboards", /\.json$/),
    lessons: writtenLessons(root).map(({ file }) => read(root, file)),
  };
}

function read(root: string, file: string): Source {
  return { file, text: readFileSync(join(root, file), "utf8") };
}

/**
 * Every expression of rules, dashboards and lessons; Grafana's variables are filled in.
 * @throws Error naming file and line for a Grafana variable that the dashboard does not define
 */
export function expressionsOf({ rules, dashboards, lessons }: Sources): Expression[] {
  return [
    ...rules.flatMap(ruleExpressions),
    ...dashboards.flatMap(dashboardExpressions),
    ...lessons.flatMap(lessonExpressions),
  ];
}

function ruleExpressions(source: Source): Expression[] {
  return mapsOf(source)
    .filter(({ value }) => typeof value.expr === "string" && (value.alert ?? value.record))
    .map(({ value, lineOf }) => ({
      file: source.file,
      line: lineOf("expr"),
      title: String(value.alert ?? value.record),
      expr: String(value.expr),
    }));
}

/** Grafana's own variables: the step of a graph and the shortest range for rate(), with the labs' scrapes every 5 s. */
const BUILT_IN: Readonly<Record<string, string>> = {
  __rate_interval: "20s",
  __interval: "5s",
  __interval_ms: "5000",
  __range: "1h",
  __range_s: "3600",
};

function dashboardExpressions(source: Source): Expression[] {
  const { file } = source;
  const maps = mapsOf(source);
  const variables = maps.filter(({ value }) => value.type === "query" && value.query !== undefined);
  const own = variables.map(({ value }) => String(value.name));
  const fill = (text: string, line: number) =>
    text.replace(/\$(?:\{(\w+)(?::\w+)?\}|(\w+))|\[\[(\w+)\]\]/g, (whole, braced, plain, old) => {
      const name: string = braced ?? plain ?? old;
      const value = own.includes(name) ? ".+" : BUILT_IN[name];
      if (value) return value;
      throw new Error(`${file}:${line}: variable ${whole}; expected ${own.map((one) => `$${one}`).join(", ")}`);
    });
  const panels = maps.filter(({ value }) => Array.isArray(value.targets));
  return [
    ...variables.map(({ value, lineOf }) => {
      const line = lineOf("query");
      const query = String((value.query as { query?: string }).query);
      const [, metric, label] = /^label_values\((.*),\s*(\w+)\)$/s.exec(query) ?? [];
      if (!metric || !label) {
        throw new Error(`${file}:${line}: variable "${query}"; expected label_values(metric, label)`);
      }
      return { file, line, title: `variable ${value.name}`, expr: fill(metric, line), label };
    }),
    ...maps.flatMap(({ value, lineOf }) => {
      if (typeof value.expr !== "string" || typeof value.refId !== "string") return [];
      const line = lineOf("expr");
      const panel = panels.findLast(({ first, last }) => first <= line && line <= last)?.value.title;
      return [{ file, line, title: `panel "${panel}" ${value.refId}`, expr: fill(value.expr, line) }];
    }),
  ];
}

/** Fences of PromQL, and what shell commands ask Prometheus. */
function lessonExpressions({ file, text }: Source): Expression[] {
  return fencesOf(text).flatMap(({ language, body, line }) => {
    const at = (index: number) => line + body.slice(0, index).split("\n").length - 1;
    if (language === "promql") return [{ file, line, title: "lesson", expr: body }];
    if (language !== "bash") return [];
    return [...body.matchAll(ASKED)].map((match) => {
      const { plain, quoted, coded, tool } = match.groups ?? {};
      const expr = coded ? decodeURIComponent(coded.replaceAll("+", " ")) : (quoted ?? tool ?? plain ?? "");
      return { file, line: at(match.index), title: "lesson", expr };
    });
  });
}

/** `--data-urlencode 'query=…'`, `…/api/v1/query?query=…`, `promtool query instant ADDRESS '…'`. */
const ASKED =
  /--data-urlencode\s+(?:'query=(?<quoted>[^']*)'|query=(?<plain>[^\s'"|;]+))|\/api\/v1\/query(?:_range)?\?query=(?<coded>[^\s&'"|;]+)|promtool query (?:instant|range)[^'\n]*'(?<tool>[^']*)'/g;

/**
 * Names of metrics in the texts, wherever they stand; `debezium_metrics_*` names none, and neither does what a lesson
 * defines itself, such as a shell function `mysql_root`.
 */
export function mentionsOf({ rules, dashboards, lessons }: Sources): Mention[] {
  return [...rules, ...dashboards, ...lessons].flatMap(({ file, text }) =>
    text
      .split("\n")
      .flatMap((line, index) =>
        [...line.matchAll(NAME)]
          .filter(([name]) => !definition(name).test(text))
          .map(([name]) => ({ file, line: index + 1, name })),
      ),
  );
}

const NAME =
  /(?<![\w./-])(?:debezium_metrics_|kafka_connect_|pg_|mysql_|jvm_|process_(?:cpu|open|max|resident|virtual|start)_)\w*[A-Za-z0-9](?![\w*]|\.conf\b)/g;

/** Where Bash or Python give something this name. */
function definition(name: string): RegExp {
  return new RegExp(
    `\\b(?:def|class|import|as|for|function)\\s+${name}\\b|\\b${name}\\s*(?:\\(\\)\\s*\\{|(?::\\s*\\w+\\s*)?=(?![=~]))`,
  );
}

interface Fence {
  language: string;
  body: string;
  /** 1-based line of the first line of the body. */
  line: number;
}

function fencesOf(text: string): Fence[] {
  const fences: Fence[] = [];
  let open: { marks: string; language: string; line: number; body: string[] } | undefined;
  for (const [index, line] of text.split("\n").entries()) {
    const [, marks = "", language = ""] = /^\s*(`{3,}|~{3,})\s*(\w*)/.exec(line) ?? [];
    if (!open) {
      if (marks) open = { marks, language, line: index + 2, body: [] };
    } else if (marks.startsWith(open.marks) && !language) {
      fences.push({ language: open.language, body: open.body.join("\n"), line: open.line });
      open = undefined;
    } else open.body.push(line);
  }
  return fences;
}

interface Mapping {
  value: Record<string, unknown>;
  first: number;
  last: number;
  /** The line of a key. */
  lineOf: (key: string) => number;
}

/**
 * All mappings of a YAML or JSON file with their lines, outer ones first.
 * @throws Error naming the file and the line of a mistake in its syntax
 */
function mapsOf({ file, text }: Source): Mapping[] {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const [wrong] = document.errors;
  if (wrong) throw new Error(`${file}:${wrong.linePos?.[0].line ?? 1}: ${wrong.message.split("\n")[0]}`);
  const lineAt = (offset: number) => counter.linePos(offset).line;
  const found: Mapping[] = [];
  const visit = (node: unknown): void => {
    if (isSeq(node)) for (const item of node.items) visit(item);
    if (!isMap(node)) return;
    const [start = 0, end = 0] = node.range ?? [];
    found.push({
      value: node.toJS(document) as Record<string, unknown>,
      first: lineAt(start),
      last: lineAt(end),
      lineOf: (key) => {
        const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
        return lineAt((isScalar(pair?.key) ? pair.key.range?.[0] : undefined) ?? start);
      },
    });
    for (const { value } of node.items) visit(value);
  };
  visit(document.contents);
  return found;
}
