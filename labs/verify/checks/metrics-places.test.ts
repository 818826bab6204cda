import assert from "node:assert/strict";
import { test } from "node:test";
import { unknownMetrics } from "./metrics-names.ts";
import { expressionsOf, mentionsOf, type Sources } from "./metrics-places.ts";

const sources = (kind: keyof Sources, text: string): Sources => ({
  rules: [],
  dashboards: [],
  lessons: [],
  [kind]: [{ file: "file", text }],
});
const found = (kind: keyof Sources, text: string) =>
  expressionsOf(sources(kind, text)).map(({ line, title, expr }) => [line, title, expr]);

test("the expressions of rules are found with their lines", () => {
  const text = `groups:
  - name: g
    rules:
      - alert: A
        expr: >-
          up
          == 0
      - { record: r, expr: sum(up) }`;
  assert.deepEqual(found("rules", text), [
    [5, "A", "up == 0"],
    [8, "r", "sum(up)"],
  ]);
});

test("a mistake in the syntax of a file is named with its line", () => {
  assert.throws(() => found("rules", 'groups:\n  - "a'), /^Error: file:2: /);
});

const BOARD = `{
  "templating": {"list": [{"type": "query", "name": "c", "query": {"query": "label_values(up{job=\\"x\\"}, job)"}}]},
  "panels": [
    {"title": "row", "panels": [
      {"title": "P", "targets": [
        {"refId": "A", "expr": "rate(a{c=~\\"$c\\"}[$__rate_interval])"},
        {"refId": "B", "expr": "b{c=~\\"\${c:regex}\\"}"}]}]}]
}`;

test("the expressions of panels and variables are found, with Grafana's variables filled in", () => {
  assert.deepEqual(found("dashboards", BOARD), [
    [2, "variable c", 'up{job="x"}'],
    [6, 'panel "P" A', 'rate(a{c=~".+"}[20s])'],
    [7, 'panel "P" B', 'b{c=~".+"}'],
  ]);
  assert.equal(expressionsOf(sources("dashboards", BOARD))[0]?.label, "job");
});

test("a variable that the dashboard does not define is an error", () => {
  assert.throws(
    () => found("dashboards", BOARD.replace("$c", "$connector")),
    /^Error: file:6: variable \$connector; expected \$c$/,
  );
});

test("the expressions of lessons are found in fences of PromQL and in commands", () => {
  const text = `Text with \`up\`.

\`\`\`promql norun="why"
sum(
  up)
\`\`\`

\`\`\`bash run=bash
curl -s localhost:9090/api/v1/query --data-urlencode 'query=up{job="a"}' | jq .
curl 'localhost:9090/api/v1/query?query=up%20%3E%201'
docker compose exec prometheus promtool query instant http://localhost:9090 'up > 0'
\`\`\``;
  assert.deepEqual(found("lessons", text), [
    [4, "lesson", "sum(\n  up)"],
    [9, "lesson", 'up{job="a"}'],
    [10, "lesson", "up > 1"],
    [11, "lesson", "up > 0"],
  ]);
});

test("the names of metrics are found, and what only looks like one is not", () => {
  const text = `Метрика \`debezium_metrics_Connected\`, группа debezium_metrics_*, debezium_metrics_<имя>,
{"expr": "sum(kafka_connect_task_status)"} SELECT pg_current_wal_lsn() FROM shop.pg_x and ./pg_dump/x my_pg_up
jvm_threads_current{} process_cpu_seconds_total mysql_up grep -E '^debezium_metrics_(A|B)'`;
  assert.deepEqual(
    mentionsOf(sources("lessons", text)).map(({ line, name }) => `${line} ${name}`),
    [
      "1 debezium_metrics_Connected",
      "2 kafka_connect_task_status",
      "2 pg_current_wal_lsn",
      "3 jvm_threads_current",
      "3 process_cpu_seconds_total",
      "3 mysql_up",
    ],
  );
});

test("what a lesson defines itself is no metric", () => {
  const names = (text: string) => mentionsOf(sources("lessons", text)).map(({ name }) => name);
  assert.deepEqual(names("mysql_root() { mysql; }\nmysql_root -e 'SELECT 1'"), []);
  assert.deepEqual(names("pg_rows = read()\nfor pg_row in pg_rows: process_event(pg_row)"), []);
  assert.deepEqual(names("mysql_upp == 0 and pg_upp =~ 1"), ["mysql_upp", "pg_upp"]);
});

test("a name that nothing knows is named with the nearest", () => {
  const mentions = mentionsOf(sources("lessons", "debezium_metrics_SecondsBehindMaster\npg_current_wal_lsn pg_up"));
  const known = {
    metrics: new Set(["debezium_metrics_MilliSecondsBehindSource", "debezium_metrics_Connected", "pg_up"]),
    others: new Set(["pg_current_wal_lsn"]),
  };
  assert.deepEqual(unknownMetrics(mentions, known), [
    {
      file: "file",
      line: 1,
      what: "debezium_metrics_SecondsBehindMaster",
      message:
        "metric debezium_metrics_SecondsBehindMaster does not exist; nearest is debezium_metrics_MilliSecondsBehindSource",
    },
  ]);
});

test("a file of settings is no metric, though it begins like one; a metric at the end of a sentence is one", () => {
  const names = mentionsOf(sources("lessons", "`pg_hba.conf`, pg_hba.conf. И pg_up.\n")).map(({ name }) => name);
  assert.deepEqual(names, ["pg_up"]);
});
