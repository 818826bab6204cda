/*
 * Expressions as Prometheus itself parses them: what its API gives for /api/v1/parse_query.
 * https://prometheus.io/docs/prometheus/latest/querying/api/#parsing-a-promql-expressions-into-a-abstract-syntax-tree-ast
 */

export interface Matcher {
  name: string;
  type: "=" | "!=" | "=~" | "!~";
  value: string;
}

/** Where on the time axis a selector or a subquery looks. */
interface When {
  /** Milliseconds back. */
  offset: number;
  startOrEnd: "start" | "end" | null;
  /** Milliseconds since the epoch. */
  timestamp: number | null;
}

export interface Selector extends When {
  type: "vectorSelector" | "matrixSelector";
  name: string;
  matchers: Matcher[];
  /** Milliseconds; of a matrix selector. */
  range?: number;
}

interface Matching {
  card: "one-to-one" | "many-to-one" | "one-to-many" | "many-to-many";
  labels: string[];
  on: boolean;
  include: string[];
}

interface Binary {
  type: "binaryExpr";
  op: string;
  bool: boolean;
  lhs: Node;
  rhs: Node;
  matching: Matching | null;
}

export type Node =
  | Selector
  | Binary
  | { type: "call"; func: { name: string }; args: Node[] }
  | { type: "aggregation"; op: string; expr: Node; param: Node | null; grouping: string[]; without: boolean }
  | ({ type: "subquery"; expr: Node; range: number; step: number } & When)
  | { type: "unaryExpr"; op: string; expr: Node }
  | { type: "parenExpr"; expr: Node }
  | { type: "numberLiteral"; val: string }
  | { type: "stringLiteral"; val: string };

const COMPARISONS = new Set(["==", "!=", ">", "<", ">=", "<="]);

/**
 * What has to have series while all is well, for an expression that then has none. An alert is empty as long as nothing is
 * wrong; so that it can fire at all, the same expression must find series once it no longer sorts them out:
 * a comparison becomes a subtraction (its sides still have to match), `unless` becomes `and`, `absent(x)` becomes `x`,
 * an offset falls away, and each side of `or` stands alone.
 * @returns one expression for every way through the sides of `or`; all must have series
 */
export function inHealth(node: Node): Node[] {
  switch (node.type) {
    case "vectorSelector":
    case "matrixSelector":
      return [{ ...node, offset: 0 }];
    case "parenExpr":
    case "unaryExpr":
    case "subquery":
      return inHealth(node.expr).map((expr) => ({ ...node, expr }));
    case "aggregation":
      return inHealth(node.expr).map((expr) => ({ ...node, expr }));
    case "call":
      return healthOfCall(node);
    case "binaryExpr":
      return healthOfBinary(node);
    default:
      return [node];
  }
}

function healthOfCall(node: Node & { type: "call" }): Node[] {
  const [first] = node.args;
  if (node.func.name === "absent" && first) return inHealth(first);
  const name = node.func.name === "absent_over_time" ? "present_over_time" : node.func.name;
  let lists: Node[][] = [[]];
  for (const arg of node.args) lists = lists.flatMap((args) => inHealth(arg).map((one) => [...args, one]));
  return lists.map((args) => ({ ...node, func: { name }, args }));
}

function healthOfBinary(node: Binary): Node[] {
  if (node.op === "or") return [...inHealth(node.lhs), ...inHealth(node.rhs)];
  const sorts = COMPARISONS.has(node.op) && !node.bool;
  const op = node.op === "unless" ? "and" : sorts ? "-" : node.op;
  return inHealth(node.lhs).flatMap((lhs) => inHealth(node.rhs).map((rhs) => ({ ...node, op, lhs, rhs })));
}

/** All selectors of an expression, in order. */
export function selectorsOf(node: Node): Selector[] {
  switch (node.type) {
    case "vectorSelector":
    case "matrixSelector":
      return [node];
    case "binaryExpr":
      return [...selectorsOf(node.lhs), ...selectorsOf(node.rhs)];
    case "call":
      return node.args.flatMap(selectorsOf);
    case "aggregation":
      return [...(node.param ? selectorsOf(node.param) : []), ...selectorsOf(node.expr)];
    case "parenExpr":
    case "unaryExpr":
    case "subquery":
      return selectorsOf(node.expr);
    default:
      return [];
  }
}

/** A selector as it is written, without range and offset: `up{job="connect"}`. */
export function printSelector({ name, matchers }: Selector): string {
  const labels = matchers
    .filter((matcher) => !(matcher.name === "__name__" && matcher.type === "=" && matcher.value === name))
    .map((matcher) => `${matcher.name}${matcher.type}${JSON.stringify(matcher.value)}`);
  return `${name}${labels.length > 0 ? `{${labels.join(",")}}` : ""}`;
}

/**
 * The expression as text, every operation in brackets.
 * @param selector what to write for a selector, without range and offset
 */
export function print(node: Node, selector: (node: Selector) => string = printSelector): string {
  const inner = (child: Node) => print(child, selector);
  switch (node.type) {
    case "vectorSelector":
      return `${selector(node)}${when(node)}`;
    case "matrixSelector":
      return `${selector(node)}[${node.range}ms]${when(node)}`;
    case "subquery":
      return `${inner(node.expr)}[${node.range}ms:${node.step ? `${node.step}ms` : ""}]${when(node)}`;
    case "call":
      return `${node.func.name}(${node.args.map(inner).join(", ")})`;
    case "aggregation": {
      const param = node.param ? `${inner(node.param)}, ` : "";
      const by =
        node.grouping.length > 0 || node.without ? ` ${node.without ? "without" : "by"} (${node.grouping})` : "";
      return `${node.op}${by} (${param}${inner(node.expr)})`;
    }
    case "binaryExpr":
      return `(${inner(node.lhs)} ${node.op}${node.bool ? " bool" : ""}${matching(node.matching)} ${inner(node.rhs)})`;
    case "unaryExpr":
      return `${node.op}(${inner(node.expr)})`;
    case "parenExpr":
      return inner(node.expr);
    case "numberLiteral":
      return node.val;
    case "stringLiteral":
      return JSON.stringify(node.val);
  }
}

function when({ offset, startOrEnd, timestamp }: When): string {
  const at = startOrEnd ? ` @ ${startOrEnd}()` : timestamp === null ? "" : ` @ ${timestamp / 1000}`;
  return `${at}${offset ? ` offset ${offset}ms` : ""}`;
}

function matching(rule: Matching | null): string {
  if (!rule || (!rule.on && rule.labels.length === 0)) return "";
  const group = { "many-to-one": "group_left", "one-to-many": "group_right", "one-to-one": "", "many-to-many": "" }[
    rule.card
  ];
  return ` ${rule.on ? "on" : "ignoring"} (${rule.labels})${group ? ` ${group} (${rule.include})` : ""}`;
}
