import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { parse } from "yaml";
import { putConnector, readConnectors, removeConnectors } from "../lesson/connectors.ts";
import { compose, connect, inService } from "../lesson/lab.ts";
import { until } from "../wait.ts";

/*
 * The lab's own files, held against the running services: data, connectors, metrics, alerts. Lessons use only some of
 * them, and a mistake in any is to be found with the name of its file.
 */
const labs = join(process.cwd(), "labs");
const read = (file: string) => readFileSync(join(labs, file), "utf8");

/** Rows that shop/data.sql gives, as labs/README.md says. */
const ROWS: Readonly<Record<string, number>> = {
  customers: 50,
  products: 30,
  orders: 100,
  order_items: 186,
  payments: 80,
};

/** Queries on the data that find what cannot be in a shop, by what would be wrong. */
const RULES: Readonly<Record<string, string>> = {
  "orders whose total is not the sum of their items":
    "SELECT count(*) FROM orders o WHERE total <> (SELECT sum(quantity * price) FROM order_items i WHERE i.order_id = o.id)",
  "payments that are not the total of their order":
    "SELECT count(*) FROM payments p JOIN orders o ON o.id = p.order_id WHERE p.amount <> o.total",
};

const SOURCES = [
  { file: "connectors/shop-postgres.json", name: "shop-postgres", prefix: "pg" },
  { file: "connectors/shop-mysql.json", name: "shop-mysql", prefix: "my" },
] as const;

const shell: Readonly<Record<string, (sql: string) => Promise<string>>> = {
  postgres: (sql) =>
    inService(
      "postgres",
      `psql -X -At -v ON_ERROR_STOP=1 -U postgres -d shop -c "SET search_path TO shop" -c "${sql}" | tail -n 1`,
    ),
  mysql: (sql) => inService("mysql", `MYSQL_PWD=$MYSQL_ROOT_PASSWORD mysql -N -B -u root shop -e "${sql}"`),
};

before(async () => {
  await compose("--profile", "mysql", "--profile", "monitoring", "up", "-d", "--wait");
});

after(async () => removeConnectors(await readConnectors()));

for (const [database, query] of Object.entries(shell)) {
  test(`${database}: shop/data.sql gives the rows that the course counts on`, async () => {
    const counts: Record<string, number> = {};
    for (const table of Object.keys(ROWS)) counts[table] = Number(await query(`SELECT count(*) FROM ${table}`));
    assert.deepEqual(counts, ROWS, `labs/shop/data.sql in ${database}`);
    for (const [what, sql] of Object.entries(RULES)) {
      assert.equal((await query(sql)).trim(), "0", `labs/shop/data.sql in ${database}: ${what}`);
    }
  });
}

for (const { file, name, prefix } of SOURCES) {
  test(`labs/${file} delivers every row`, { timeout: 180_000 }, async () => {
    const config = JSON.parse(read(file)) as Record<string, string>;
    await putConnector(name, config);
    await untilDelivered(name, prefix).catch(async (error: Error) => {
      throw new Error(`labs/${file}: ${error.message}\nlog of connect:\n  ${await connectErrors()}`);
    });
    const topic = `${prefix}.shop.orders`;
    const consume = `${KAFKA}/kafka-console-consumer.sh ${SERVER} --topic ${topic} --from-beginning --max-messages 1 --timeout-ms 30000`;
    const event = JSON.parse(await inService("kafka", consume)) as { op: string; after: { id: number } };
    assert.deepEqual(
      [event.op, event.after?.id],
      ["r", 10001],
      "labs/connect/worker.properties: events are JSON without schemas",
    );
  });
}

/** Waits for the snapshot of every table; a failed task ends the wait. */
async function untilDelivered(name: string, prefix: string): Promise<void> {
  let trace: string | undefined;
  const look = async () => {
    const { tasks } = await connect<{ tasks: { trace?: string }[] }>("GET", `/connectors/${name}/status`);
    trace = tasks.find((task) => task.trace)?.trace;
    const line = `${KAFKA}/kafka-get-offsets.sh ${SERVER} --topic '${prefix}[.]shop[.].*'`;
    const ends = (await inService("kafka", line)).matchAll(/\.(\w+):0:(\d+)$/gm);
    const counts = new Map([...ends].map(([, table, end]) => [table, Number(end)]));
    return Object.entries(ROWS).every(([table, rows]) => (counts.get(table) ?? 0) >= rows);
  };
  const broken = () => trace && messages(trace);
  await until("every row is in its topic", look, { limit: 90_000, every: 1000, broken });
}

/** The last reasons that Connect's log gives: an error that it tries to get over is in no status. */
async function connectErrors(): Promise<string> {
  const log = await compose("logs", "--no-color", "--no-log-prefix", "--tail", "1000", "connect");
  const reasons = log.split("\n").filter((line) => line.startsWith("Caused by: "));
  return [...new Set(reasons.reverse())].slice(0, 3).reverse().join("\n  ");
}

/** The messages of a Java stack trace, without its places. */
function messages(trace: string): string {
  return [...new Set(trace.split("\n").filter((line) => line.trim() && !/^\s+(at |\.\.\. )/.test(line)))].join("\n  ");
}

const KAFKA = "/opt/kafka/bin";
const SERVER = "--bootstrap-server kafka:29092";

async function prometheus<Data>(path: string): Promise<Data> {
  const response = await fetch(`http://localhost:9090/api/v1/${path}`);
  const { data, error } = (await response.json()) as { data: Data; error?: string };
  if (error) throw new Error(error);
  return data;
}

test("every target of labs/monitoring/prometheus.yml is up", async () => {
  interface Target {
    health: string;
    scrapeUrl: string;
    lastError: string;
  }
  let down = ["Prometheus told of none"];
  const look = async () => {
    const { activeTargets } = await prometheus<{ activeTargets: Target[] }>("targets?state=active");
    down = activeTargets
      .filter(({ health }) => health !== "up")
      .map(({ scrapeUrl, lastError }) => `${scrapeUrl}: ${lastError || "not asked yet"}`);
    return activeTargets.length > 0 && down.length === 0;
  };
  await until("every target is up", look, { limit: 30_000 }).catch(() => {});
  assert.deepEqual(down, [], "labs/monitoring/prometheus.yml: targets that are not up");
});

test("every rule of labs/connect/jmx-exporter.yml gives metrics", async () => {
  interface Rule {
    name: string;
    labels?: Record<string, string>;
  }
  const { rules } = parse(read("connect/jmx-exporter.yml")) as { rules: Rule[] };
  const seriesOf = ({ name, labels = {} }: Rule) => {
    const present = Object.keys(labels).map((label) => `,${label}!=""`);
    return `count({__name__=~"${name.replace(/\$\d/g, ".+")}"${present.join("")}})`;
  };
  let empty = rules.map(seriesOf);
  const look = async () => {
    const found = await Promise.all(
      empty.map((query) => prometheus<{ result: unknown[] }>(`query?query=${encodeURIComponent(query)}`)),
    );
    empty = empty.filter((_, index) => found[index]?.result.length === 0);
    return empty.length === 0;
  };
  await until("every rule has series", look, { limit: 30_000, every: 500 }).catch(() => {});
  assert.deepEqual(empty, [], "labs/connect/jmx-exporter.yml: rules without a metric");
});

test("Prometheus has loaded every alert of labs/monitoring/rules", async () => {
  interface Group {
    rules: { alert: string }[];
  }
  const files = readdirSync(join(labs, "monitoring", "rules")).filter((file) => file.endsWith(".yml"));
  const alerts = files.flatMap((file) =>
    (parse(read(`monitoring/rules/${file}`)) as { groups: Group[] }).groups.flatMap(({ rules }) => rules),
  );
  const { groups } = await prometheus<{ groups: { rules: { health: string; name: string; lastError?: string }[] }[] }>(
    "rules",
  );
  const loaded = groups.flatMap(({ rules }) => rules);
  assert.deepEqual(
    loaded.map(({ name }) => name),
    alerts.map(({ alert }) => alert),
  );
  assert.deepEqual(
    loaded.filter(({ health }) => health === "err"),
    [],
  );
});
