import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type ComposeFile, readCompose } from "../compose-file.ts";
import type { Source } from "./metrics-places.ts";
import type { StaticCheck } from "./static.ts";

const MONITORING = "labs/monitoring/grafana";

/** What the panels of all dashboards are checked against. */
export interface Provisioned {
  /** uid of every data source. */
  sources: ReadonlySet<string>;
}

/** Checks of Grafana's files that need no Grafana. */
export function dashboardChecks(root: string): StaticCheck[] {
  const files = () => sourcesIn(root, `${MONITORING}/dashboards`, /\.json$/);
  const read = (kind: string) => sourcesIn(root, `${MONITORING}/provisioning/${kind}`, /\.ya?ml$/);
  return [
    {
      name: "dashboards: panels, ids and data sources",
      run: () => wrongDashboards(files(), { sources: dataSources(read("datasources")) }),
    },
    {
      name: "dashboards: Grafana finds what is provisioned",
      run: () =>
        wrongProvisioning(
          { datasources: read("datasources"), providers: read("dashboards") },
          readCompose(join(root, "labs")),
          root,
        ),
    },
  ];
}

function sourcesIn(root: string, folder: string, end: RegExp): Source[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => end.test(name))
    .sort()
    .map((name) => ({ file: `${folder}/${name}`, text: readFileSync(join(path, name), "utf8") }));
}

interface Panel {
  id?: number;
  type?: string;
  title?: string;
  description?: string;
  datasource?: { uid?: string };
  gridPos?: Rectangle;
  targets?: { refId?: string; expr?: string; datasource?: { uid?: string } }[];
  panels?: Panel[];
}

interface Rectangle {
  x: number;
  y: number;
  w: number;
  h: number;
}

interface Dashboard {
  uid?: string;
  title?: string;
  refresh?: string;
  time?: { from?: string };
  links?: { url?: string }[];
  templating?: { list?: { name?: string; datasource?: { uid?: string } }[] };
  panels?: Panel[];
}

/** Panel types that current Grafana has no plug-in for. */
const GONE: Readonly<Record<string, string>> = {
  graph: "timeseries",
  singlestat: "stat",
  "table-old": "table",
  "grafana-piechart-panel": "piechart",
  "grafana-worldmap-panel": "geomap",
};

/** Columns of a dashboard. */
const WIDTH = 24;

/** What is wrong with dashboards, each with its place; all of them together, since ids must differ between them. */
export function wrongDashboards(files: readonly Source[], provisioned: Provisioned): string[] {
  const wrong: string[] = [];
  const boards = files.flatMap(({ file, text }) => {
    try {
      return [{ file, text, board: JSON.parse(text) as Dashboard }];
    } catch (error) {
      wrong.push(`${file}: ${(error as Error).message}`);
      return [];
    }
  });
  for (const field of ["uid", "title"] as const) {
    const seen = new Map<string, string>();
    for (const { file, board } of boards) {
      const value = board[field];
      if (!value) wrong.push(`${file}: no ${field}`);
      else if (seen.has(value)) wrong.push(`${file}: ${field} "${value}" is ${seen.get(value)}'s already`);
      else seen.set(value, file);
    }
  }
  const uids = new Set(boards.map(({ board }) => board.uid));
  for (const { file, text, board } of boards) {
    const at = (name: string, value: unknown) => `${file}:${lineOf(text, name, value)}`;
    if (board.refresh !== "10s") wrong.push(`${at("refresh", board.refresh)}: refresh ${board.refresh}; expected 10s`);
    if (board.time?.from !== "now-1h") wrong.push(`${file}: time from ${board.time?.from}; expected now-1h`);
    for (const { url = "" } of board.links ?? []) {
      const [, uid] = /^\/d\/([^/?]+)/.exec(url) ?? [];
      if (uid && !uids.has(uid)) wrong.push(`${at("url", url)}: link to ${url}; expected ${[...uids].join(", ")}`);
    }
    for (const { name, datasource } of board.templating?.list ?? []) {
      if (datasource) wrong.push(...unknownSource(datasource.uid, `variable ${name}`, file, text, provisioned));
    }
    wrong.push(...wrongPanels(board, file, text, provisioned));
  }
  return wrong;
}

function wrongPanels(board: Dashboard, file: string, text: string, provisioned: Provisioned): string[] {
  const wrong: string[] = [];
  const ids = new Map<number, string>();
  const flat = (board.panels ?? []).flatMap((panel) => [panel, ...(panel.panels ?? [])]);
  for (const panel of flat) {
    const { id, type = "", title, targets = [] } = panel;
    const name = `panel "${title}"`;
    const where = `${file}:${lineOf(text, "title", title)}`;
    const add = (reason: string) => wrong.push(`${where}: ${name}: ${reason}`);
    if (!title) add("no title");
    if (id === undefined) add("no id");
    else if (ids.has(id)) add(`id ${id} is that of panel "${ids.get(id)}" already`);
    else ids.set(id, title ?? "");
    if (GONE[type]) add(`type ${type} no longer exists; expected ${GONE[type]}`);
    if (type === "row" || type === "text") continue;
    if (!panel.description) add("no description");
    if (targets.length === 0) add("no query");
    const refs = new Set<string>();
    for (const { refId = "", expr, datasource } of targets) {
      if (!expr?.trim()) add(`query ${refId} has no expr`);
      if (!refId || refs.has(refId)) add(`refId "${refId}" twice or missing`);
      refs.add(refId);
      if (datasource) wrong.push(...unknownSource(datasource.uid, `${name} ${refId}`, file, text, provisioned));
    }
    wrong.push(...unknownSource(panel.datasource?.uid, name, file, text, provisioned));
  }
  return [...wrong, ...overlaps(board.panels ?? [], file, text)];
}

function unknownSource(
  uid: string | undefined,
  name: string,
  file: string,
  text: string,
  { sources }: Provisioned,
): string[] {
  if (uid && sources.has(uid)) return [];
  const line = lineOf(text, "uid", uid);
  return [`${file}:${line}: ${name}: data source ${uid}; expected ${[...sources].join(", ")}`];
}

function overlaps(panels: readonly Panel[], file: string, text: string): string[] {
  const wrong: string[] = [];
  for (const [index, panel] of panels.entries()) {
    const add = (reason: string) =>
      wrong.push(`${file}:${lineOf(text, "title", panel.title)}: panel "${panel.title}" ${reason}`);
    const { gridPos: own } = panel;
    if (!own) {
      add("has no gridPos");
      continue;
    }
    if (own.x < 0 || own.w < 1 || own.x + own.w > WIDTH) add(`reaches column ${own.x + own.w}; there are ${WIDTH}`);
    for (const other of panels.slice(0, index)) {
      if (other.gridPos && meet(own, other.gridPos)) add(`lies on panel "${other.title}"`);
    }
    wrong.push(...overlaps(panel.panels ?? [], file, text));
  }
  return wrong;
}

function meet(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/** The first line of a JSON text that gives a key this value. */
function lineOf(text: string, key: string, value: unknown): number {
  const index = text.split("\n").findIndex((line) => line.includes(`"${key}": ${JSON.stringify(value)}`));
  return Math.max(index, 0) + 1;
}

interface Provisioning {
  datasources: readonly Source[];
  /** Files that say where dashboards lie. */
  providers: readonly Source[];
}

/** uid of every data source that Grafana's provisioning files define. */
export function dataSources(files: readonly Source[]): Set<string> {
  return new Set(files.flatMap(({ text }) => list(parse(text)?.datasources).map(({ uid }) => String(uid))));
}

/**
 * What keeps Grafana from finding data sources and dashboards: folders that are not mounted, providers that look
 * elsewhere, addresses that are no service.
 */
export function wrongProvisioning(files: Provisioning, compose: ComposeFile, root: string): string[] {
  const wrong: string[] = [];
  const mounts = compose.services.get("grafana")?.mounts ?? [];
  for (const kind of ["datasources", "dashboards"]) {
    const target = `/etc/grafana/provisioning/${kind}`;
    const source = mounts.find((mount) => mount.target === target)?.source;
    const expected = join(root, MONITORING, "provisioning", kind);
    if (source !== expected)
      wrong.push(`labs/compose.yaml: grafana has no ${target} from ${MONITORING}/provisioning/${kind}`);
  }
  for (const { file, text } of files.datasources) {
    for (const { name, url } of list(parse(text)?.datasources)) {
      const host = URL.canParse(String(url)) ? new URL(String(url)).hostname : String(url);
      if (!compose.services.has(host)) {
        wrong.push(`${file}: data source ${name}: host "${host}"; expected ${[...compose.services.keys()].join(", ")}`);
      }
    }
  }
  const shown = new Set<string>();
  for (const { file, text } of files.providers) {
    for (const { name, options } of list(parse(text)?.providers)) {
      const path = String((options as Record<string, unknown> | undefined)?.path);
      const mount = mounts.find(({ target }) => target === path);
      if (mount) shown.add(mount.source);
      else
        wrong.push(
          `${file}: provider ${name}: path ${path}; expected one of ${mounts.map(({ target }) => target).join(", ")}`,
        );
    }
  }
  if (!shown.has(join(root, MONITORING, "dashboards"))) {
    wrong.push(`${MONITORING}/dashboards: no provider shows these dashboards`);
  }
  return wrong;
}

function list(raw: unknown): Record<string, unknown>[] {
  return Array.isArray(raw) ? raw : [];
}
