import assert from "node:assert/strict";
import { test } from "node:test";
import { parseCompose } from "../compose-file.ts";
import { dataSources, wrongDashboards, wrongProvisioning } from "./dashboards.ts";

const panel = (id: number, title: string, place: number[], more: object = {}) => {
  const [x, y, w, h] = place;
  return {
    id,
    type: "stat",
    title,
    description: "What it shows.",
    datasource: { uid: "prometheus" },
    gridPos: { x, y, w, h },
    targets: [{ refId: "A", expr: "up", datasource: { uid: "prometheus" } }],
    ...more,
  };
};
const board = (panels: object[], more: object = {}) => ({
  file: "board.json",
  text: JSON.stringify({ uid: "u", title: "T", refresh: "10s", time: { from: "now-1h" }, panels, ...more }, null, 2),
});
const check = (...files: { file: string; text: string }[]) =>
  wrongDashboards(files, { sources: new Set(["prometheus"]) });

test("a sound dashboard has nothing to say", () => {
  const row = { id: 1, type: "row", title: "R", gridPos: { x: 0, y: 0, w: 24, h: 1 }, panels: [] };
  assert.deepEqual(check(board([row, panel(2, "a", [0, 1, 12, 4]), panel(3, "b", [12, 1, 12, 4])])), []);
});

test("a panel's mistakes are named with its place", () => {
  const first = panel(1, "first", [0, 0, 12, 4]);
  const planted: [object, RegExp][] = [
    [panel(1, "second", [12, 0, 12, 4]), /^board\.json:\d+: panel "second": id 1 is that of panel "first" already$/],
    [panel(2, "second", [11, 3, 12, 4]), /^board\.json:\d+: panel "second" lies on panel "first"$/],
    [panel(2, "second", [13, 0, 12, 4]), /panel "second" reaches column 25; there are 24$/],
    [
      panel(2, "second", [12, 0, 12, 4], { datasource: { uid: "influx" } }),
      /^board\.json:\d+: panel "second": data source influx; expected prometheus$/,
    ],
    [panel(2, "second", [12, 0, 12, 4], { type: "graph" }), /type graph no longer exists; expected timeseries$/],
    [panel(2, "second", [12, 0, 12, 4], { targets: [] }), /panel "second": no query$/],
    [panel(2, "second", [12, 0, 12, 4], { targets: [{ refId: "A", expr: " " }] }), /query A has no expr$/],
    [panel(2, "second", [12, 0, 12, 4], { description: "" }), /panel "second": no description$/],
  ];
  for (const [second, message] of planted) {
    const [found = "", ...more] = check(board([first, second]));
    assert.match(found, message);
    assert.deepEqual(more, []);
  }
});

test("the line of a mistake is that of its panel", () => {
  const found = check(board([panel(1, "first", [0, 0, 12, 4]), panel(1, "second", [12, 0, 12, 4])]));
  const lines = board([panel(1, "first", [0, 0, 12, 4]), panel(1, "second", [12, 0, 12, 4])]).text.split("\n");
  const line = Number(/:(\d+):/.exec(found[0] ?? "")?.[1]);
  assert.match(lines[line - 1] ?? "", /"title": "second"/);
});

test("two dashboards differ in uid and title, and link only to one that is there", () => {
  const other = { ...board([], { links: [{ url: "/d/gone" }] }), file: "other.json" };
  assert.deepEqual(check(board([]), other), [
    'other.json: uid "u" is board.json\'s already',
    'other.json: title "T" is board.json\'s already',
    "other.json:11: link to /d/gone; expected u",
  ]);
});

test("a file that is no JSON is named", () => {
  assert.match(check({ file: "board.json", text: "{" })[0] ?? "", /^board\.json: /);
});

const DATASOURCES = {
  file: "ds.yml",
  text: "datasources: [{ name: P, uid: prometheus, url: http://prometheus:9090 }]",
};
const PROVIDERS = { file: "lab.yml", text: "providers: [{ name: lab, options: { path: /etc/grafana/dashboards } }]" };
const grafana = (volumes: string[]) =>
  parseCompose(
    JSON.stringify({ services: { prometheus: { image: "p:1" }, grafana: { image: "g:1", volumes } } }),
    "/project/labs",
    {},
  );
const VOLUMES = [
  "./monitoring/grafana/provisioning/datasources:/etc/grafana/provisioning/datasources:ro",
  "./monitoring/grafana/provisioning/dashboards:/etc/grafana/provisioning/dashboards:ro",
  "./monitoring/grafana/dashboards:/etc/grafana/dashboards:ro",
];
const provisioning = (datasources = DATASOURCES, providers = PROVIDERS, volumes = VOLUMES) =>
  wrongProvisioning({ datasources: [datasources], providers: [providers] }, grafana(volumes), "/project");

test("sound provisioning has nothing to say", () => {
  assert.deepEqual(provisioning(), []);
  assert.deepEqual([...dataSources([DATASOURCES])], ["prometheus"]);
});

test("provisioning that Grafana would not find is named", () => {
  const text = DATASOURCES.text.replace("//prometheus", "//elsewhere");
  assert.deepEqual(provisioning({ file: "ds.yml", text }), [
    'ds.yml: data source P: host "elsewhere"; expected prometheus, grafana',
  ]);
  assert.deepEqual(provisioning(DATASOURCES, PROVIDERS, VOLUMES.slice(0, 2)), [
    "lab.yml: provider lab: path /etc/grafana/dashboards; expected one of /etc/grafana/provisioning/datasources, /etc/grafana/provisioning/dashboards",
    "labs/monitoring/grafana/dashboards: no provider shows these dashboards",
  ]);
  assert.deepEqual(provisioning(DATASOURCES, PROVIDERS, VOLUMES.slice(1)), [
    "labs/compose.yaml: grafana has no /etc/grafana/provisioning/datasources from labs/monitoring/grafana/provisioning/datasources",
  ]);
});
