import { nearest } from "../../../eleventy/nearest.ts";
import type { Finding } from "./findings.ts";
import type { Expression } from "./metrics-places.ts";
import { inHealth, type Matcher, type Node, print, printSelector, type Selector, selectorsOf } from "./promql-tree.ts";

/** Labels of a series, the metric's name as `__name__`. */
export type Labels = Readonly<Record<string, string>>;

/** What a Prometheus is asked; the real one in the labs, another in tests. */
export interface Prometheus {
  /** @throws Error with Prometheus's own words for an expression that does not parse */
  parse: (expr: string) => Promise<Node>;
  /** The series that an expression has now; a bare number counts as one without labels. */
  query: (expr: string) => Promise<Labels[]>;
  /** Names of all metrics that were ever collected. */
  names: () => Promise<string[]>;
}

/** A state that a healthy stack does not have, and what stands for it when an expression is checked. */
export interface Unhealthy {
  /** As an expression writes it: `kafka_connect_task_status{status="failed"}`. */
  selector: string;
  instead: string;
  because: string;
  /** It can have series in health too. */
  sometimes?: true;
}

/**
 * Checks that expressions parse and that they find series in the running stack. One that is empty while all is well is
 * checked as `inHealth` turns it.
 * @param list file that holds the states that health does not have, for its author: one that nothing needs is an error
 */
export async function checkExpressions(
  expressions: readonly Expression[],
  prometheus: Prometheus,
  unhealthy: readonly Unhealthy[],
  list: string,
): Promise<Finding[]> {
  const known = await prometheus.names();
  const used = new Set<string>();
  const check = async (expression: Expression): Promise<Finding[]> => {
    let tree: Node;
    try {
      tree = await prometheus.parse(expression.expr);
    } catch (error) {
      return [finding(expression, expression.expr, `it does not parse: ${(error as Error).message}`)];
    }
    for (const selector of selectorsOf(tree)) used.add(printSelector(selector));
    return emptyParts(expression, tree, prometheus, unhealthy, known);
  };
  const findings = (await Promise.all(expressions.map(check))).flat();
  return [...findings, ...(await needless(unhealthy, used, prometheus, list))];
}

async function emptyParts(
  expression: Expression,
  tree: Node,
  prometheus: Prometheus,
  unhealthy: readonly Unhealthy[],
  known: readonly string[],
): Promise<Finding[]> {
  const findings = new Map<string, Finding>();
  for (const part of inHealth(tree)) {
    const written = print(part, (selector) => instead(selector, unhealthy));
    // A number, such as the 0 of `or vector(0)`, says nothing about series.
    if (selectorsOf(part).length === 0 || (await prometheus.query(written)).length > 0) continue;
    const empty: Selector[] = [];
    for (const selector of selectorsOf(part)) {
      if ((await prometheus.query(instead(selector, unhealthy))).length === 0) empty.push(selector);
    }
    for (const selector of empty) {
      const what = printSelector(selector);
      const why = await whyEmpty(selector, prometheus, known);
      findings.set(what, finding(expression, what, `${what} has no series: ${why}`));
    }
    if (empty.length === 0) {
      const message = `every part has series, the whole has none: do the labels of both sides match? Asked: ${written}`;
      findings.set(written, finding(expression, expression.expr, message));
    }
  }
  const missing = await missingLabel(expression, tree, prometheus);
  return [...findings.values(), ...(missing ? [missing] : [])];
}

function instead(selector: Selector, unhealthy: readonly Unhealthy[]): string {
  const written = printSelector(selector);
  return unhealthy.find((state) => state.selector === written)?.instead ?? written;
}

/** Tells a name that does not exist from labels that do not match. */
async function whyEmpty(
  { name, matchers }: Selector,
  prometheus: Prometheus,
  known: readonly string[],
): Promise<string> {
  if (!known.includes(name)) return `no metric ${name}; nearest is ${nearest(name, known)}`;
  const series = await prometheus.query(name);
  if (series.length === 0) return `${name} was collected, but not by what runs now`;
  const wrong = matchers.find((matcher) => !series.some((labels) => matches(matcher, labels)));
  if (!wrong) return "no series has all of these labels at once";
  const values = [...new Set(series.map((labels) => labels[wrong.name]).filter((value) => value !== undefined))];
  return values.length > 0
    ? `label ${wrong.name} is ${values.sort().slice(0, 8).join(", ")}`
    : `no label ${wrong.name}; it has ${labelNames(series)}`;
}

function matches({ name, type, value }: Matcher, labels: Labels): boolean {
  const found = labels[name] ?? "";
  if (type === "=") return found === value;
  if (type === "!=") return found !== value;
  return new RegExp(`^(?:${value})$`).test(found) === (type === "=~");
}

/** A dashboard's variable takes its values from a label, which must be there. */
async function missingLabel(expression: Expression, tree: Node, prometheus: Prometheus): Promise<Finding | undefined> {
  const { label } = expression;
  if (!label) return undefined;
  const series = await prometheus.query(print(tree));
  if (series.length === 0 || series.some((labels) => label in labels)) return undefined;
  return finding(expression, label, `no label ${label}; there are ${labelNames(series)}`);
}

function labelNames(series: readonly Labels[]): string {
  return [...new Set(series.flatMap((labels) => Object.keys(labels)))].filter((name) => name !== "__name__").join(", ");
}

async function needless(
  unhealthy: readonly Unhealthy[],
  used: ReadonlySet<string>,
  prometheus: Prometheus,
  list: string,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { selector, sometimes } of unhealthy) {
    const add = (reason: string) =>
      findings.push({ file: list, line: 1, what: selector, message: `${selector}: ${reason}; remove it` });
    if (!used.has(selector)) add("no expression uses it");
    else if (!sometimes && (await prometheus.query(selector)).length > 0) add("it has series while all is well");
  }
  return findings;
}

function finding({ file, line, title, expr }: Expression, what: string, message: string): Finding {
  return { file, line, what, message: `${title}: ${message}\n    in: ${expr.replace(/\s+/g, " ")}` };
}

/**
 * The Prometheus of the running stack.
 * @param base its address
 */
export function prometheusAt(base: string): Prometheus {
  const ask = async <Data>(path: string, parameters: Record<string, string>): Promise<Data> => {
    const response = await fetch(`${base}/api/v1/${path}`, {
      ...(Object.keys(parameters).length > 0 ? { method: "POST", body: new URLSearchParams(parameters) } : {}),
      signal: AbortSignal.timeout(30_000),
    });
    const answer = (await response.json()) as { status: string; data: Data; error?: string };
    if (answer.status !== "success") {
      throw new Error(answer.error?.replace(/^invalid parameter "query": /, "") ?? `HTTP ${response.status}`);
    }
    return answer.data;
  };
  return {
    parse: (query) => ask<Node>("parse_query", { query }),
    query: async (query) => {
      const { resultType, result } = await ask<{ resultType: string; result: unknown[] }>("query", { query });
      if (resultType === "scalar") return [{}];
      return (result as { metric: Labels }[]).map(({ metric }) => metric);
    },
    names: () => ask<string[]>("label/__name__/values", {}),
  };
}
