import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";

interface Rules {
  groups: {
    rules: { alert?: string; for?: string; labels?: { severity?: string }; annotations?: { summary?: string } }[];
  }[];
}

interface UnitTests {
  tests: { alert_rule_test: { alertname: string; exp_alerts: unknown[] }[] }[];
}

const folder = join(import.meta.dirname, "..", "..", "monitoring", "rules");
const rules = parse(readFileSync(join(folder, "cdc.yml"), "utf8")) as Rules;
const units = parse(readFileSync(join(folder, "tests", "cdc.yml"), "utf8")) as UnitTests;
const alerts = rules.groups.flatMap((group) => group.rules);
const cases = units.tests.flatMap((unit) => unit.alert_rule_test);

test("every alert has a severity and says what happened", () => {
  for (const { alert, labels, annotations } of alerts) {
    assert.match(labels?.severity ?? "", /^(critical|warning)$/, alert);
    assert.match(annotations?.summary ?? "", /\{\{ \$labels\.\w+ \}\}/, alert);
  }
});

test("every alert is proved to fire and to be silent", () => {
  for (const { alert } of alerts) {
    const own = cases.filter(({ alertname }) => alertname === alert);
    assert.ok(
      own.some(({ exp_alerts }) => exp_alerts.length > 0),
      `${alert}: no case in which it fires`,
    );
    assert.ok(
      own.some(({ exp_alerts }) => exp_alerts.length === 0),
      `${alert}: no case in which it is silent`,
    );
  }
});

test("every case belongs to an alert", () => {
  const names = alerts.map(({ alert }) => alert);
  assert.deepEqual(
    [...new Set(cases.map(({ alertname }) => alertname))].filter((name) => !names.includes(name)),
    [],
  );
});
