import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { compose } from "../lesson/lab.ts";
import { projectRoot } from "../places.ts";
import { report } from "./findings.ts";
import { LIST, NO_METRICS, UNHEALTHY } from "./metrics-exceptions.ts";
import { namesOfDatabases, startConnectors, stopConnectors } from "./metrics-lab.ts";
import { unknownMetrics } from "./metrics-names.ts";
import { expressionsOf, mentionsOf, readSources, type Sources } from "./metrics-places.ts";
import { checkExpressions, prometheusAt } from "./promql.ts";

/*
 * Metrics and PromQL of rules, dashboards and lessons against the running stack with both connectors at work.
 * `npm run test:labs` runs it, as every *.stack.test.ts.
 */
const root = projectRoot();
const prometheus = prometheusAt("http://localhost:9090");
const sources = readSources(root);

before(() => startConnectors(root, prometheus));
after(stopConnectors);

test("every unit test of the alert rules passes", async () => {
  const tests = "/etc/prometheus/rules/tests/cdc.yml";
  assert.match(await compose("exec", "-T", "prometheus", "promtool", "test", "rules", tests), /SUCCESS/);
});

test("every metric that rules, dashboards and lessons name exists", async () => {
  const known = { metrics: new Set(await prometheus.names()), others: await namesOfDatabases() };
  const wrong = report(unknownMetrics(mentionsOf(sources), known), NO_METRICS, LIST);
  assert.deepEqual(wrong, [], wrong.join("\n"));
});

test("every expression of rules, dashboards and lessons parses and finds series", async () => {
  const findings = await checkExpressions(expressionsOf(sources), prometheus, UNHEALTHY, LIST);
  const wrong = report(findings, [], LIST);
  assert.deepEqual(wrong, [], wrong.join("\n"));
});

test("planted mistakes are found and named", async () => {
  const planted: Sources = {
    rules: [{ file: "rules.yml", text: PLANTED_RULES }],
    dashboards: [{ file: "board.json", text: PLANTED_BOARD }],
    lessons: [{ file: "lesson.md", text: PLANTED_LESSON }],
  };
  const known = { metrics: new Set(await prometheus.names()), others: new Set(["pg_replication_slots"]) };
  assert.deepEqual(report(unknownMetrics(mentionsOf(planted), known), [], LIST), [
    "rules.yml:2: metric debezium_metrics_SecondsBehindMaster does not exist; nearest is debezium_metrics_MilliSecondsBehindSource",
  ]);
  const needless = [
    { selector: 'up{job="connect"}', instead: "up", because: "planted" },
    { selector: "nobody_asks", instead: "up", because: "planted" },
  ];
  const found = await checkExpressions(expressionsOf(planted), prometheus, needless, LIST);
  assert.deepEqual(
    found.map(({ file, line, message }) => `${file}:${line}: ${message.split("\n")[0]}`),
    [
      "rules.yml:2: Gone: debezium_metrics_SecondsBehindMaster has no series: no metric debezium_metrics_SecondsBehindMaster; nearest is debezium_metrics_MilliSecondsBehindSource",
      'rules.yml:3: Context: debezium_metrics_Connected{context="stream"} has no series: label context is streaming',
      "rules.yml:4: Sides: every part has series, the whole has none: do the labels of both sides match? Asked: (kafka_connect_task_status and pg_up)",
      'rules.yml:5: Bracket: it does not parse: 1:8: parse error: unexpected "(" in grouping opts, expected label',
      'board.json:3: panel "Lag" A: up{connector=~".+"} has no series: no label connector; it has instance, job',
      'lesson.md:2: lesson: pg_replication_slots{slot_name=~"x.*"} has no series: no metric pg_replication_slots; nearest is pg_replication_slots_active',
      `${LIST}:1: up{job="connect"}: it has series while all is well; remove it`,
      `${LIST}:1: nobody_asks: no expression uses it; remove it`,
    ],
  );
});

const PLANTED_RULES = `groups: [{ name: planted, rules: [
  { alert: Gone, expr: debezium_metrics_SecondsBehindMaster > 60 },
  { alert: Context, expr: 'debezium_metrics_Connected{context="stream"} == 0' },
  { alert: Sides, expr: kafka_connect_task_status unless pg_up },
  { alert: Bracket, expr: "sum by((up" },
  { alert: Fine, expr: 'up{job="connect"} == 0 or absent(pg_up) or pg_up offset 1d > 5' },
 ] }]`;

const PLANTED_BOARD = `{"panels": [{"title": "Lag", "targets": [
  {"refId": "B", "expr": "rate(kafka_connect_source_task_source_record_write[$__rate_interval])"},
  {"refId": "A", "expr": "up{connector=~\\"$connector\\"}"}]}],
  "templating": {"list": [{"type": "query", "name": "connector",
    "query": {"query": "label_values(kafka_connect_task_status, connector)"}}]}}`;

const PLANTED_LESSON = `\`\`\`promql
pg_replication_slots{slot_name=~"x.*"}
\`\`\`
`;
