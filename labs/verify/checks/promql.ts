/** A metric as a PromQL expression selects it. */
export interface Selector {
  metric: string;
  /** Names of the labels that it asks for. */
  labels: string[];
}

const KEYWORDS = /^(and|or|unless|on|ignoring|by|without|group_left|group_right|bool|offset|inf|nan)$/i;

/** The metrics that an expression selects. Functions, keywords and the labels of `on (…)` or `by (…)` are none. */
export function selectors(expression: string): Selector[] {
  const plain = expression.replace(/\b(on|ignoring|by|without|group_left|group_right)\s*\([^)]*\)/gi, " ");
  const found = plain.matchAll(/(?<![\w:"$.])([a-zA-Z_:][\w:]*)\s*(\{[^}]*\}|\()?/g);
  return [...found].flatMap(([, metric = "", rest]) => {
    if (rest === "(" || KEYWORDS.test(metric)) return [];
    const labels = [...(rest ?? "").matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*"/g)].map(([, label]) => label ?? "");
    return [{ metric, labels }];
  });
}

/** A query that counts the series which have all of a selector's labels, whatever their values. */
export function countOf({ metric, labels }: Selector): string {
  return `count({__name__=~"${metric}"${labels.map((label) => `,${label}!=""`).join("")}})`;
}
