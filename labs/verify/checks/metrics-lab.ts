import { readFileSync } from "node:fs";
import { join } from "node:path";
import { putConnector, removeConnectors } from "../lesson/connectors.ts";
import { compose, inService } from "../lesson/lab.ts";
import { until } from "../wait.ts";
import type { Prometheus } from "./promql.ts";

/** Connectors of the labs, by the names of their bodies. */
const NAMES = ["shop-postgres", "shop-mysql"];

/**
 * Starts both connectors of the labs and changes a row of each kind in both databases, so that every metric of a snapshot
 * and of streaming exists, and waits until Prometheus can tell rates.
 * @param root project root
 */
export async function startConnectors(root: string, prometheus: Prometheus): Promise<void> {
  await compose("--profile", "mysql", "--profile", "monitoring", "up", "-d", "--wait");
  // One that has its positions would skip the snapshot, and metrics of an earlier one would be taken for the new one's.
  await removeConnectors({});
  const connected = 'debezium_metrics_Connected{context="streaming"}';
  await until("Prometheus sees no connector", async () => (await prometheus.query(connected)).length === 0);
  await Promise.all(
    NAMES.map(async (name) => {
      const body = JSON.parse(readFileSync(join(root, "labs", "connectors", `${name}.json`), "utf8"));
      await putConnector(name, body);
    }),
  );
  const has = (expr: string) => async () => (await prometheus.query(expr)).length >= NAMES.length;
  await until("both connectors stream", has(`${connected} == 1`));
  await Promise.all([
    inService("postgres", `psql -X -q -U postgres -d shop -v ON_ERROR_STOP=1 -c "${CHANGES}"`),
    inService("mysql", `MYSQL_PWD=$MYSQL_ROOT_PASSWORD mysql --user=root shop -e "${CHANGES}"`),
  ]);
  // The quantiles of the lag exist from the first change on.
  await until("both connectors saw a change", has("debezium_metrics_MilliSecondsBehindSourceP95"));
  for (const metric of ["debezium_metrics_MilliSecondsBehindSourceP95", 'up{job=~"postgres|mysql"}']) {
    await until(`Prometheus has two samples of ${metric}`, has(`rate(${metric}[20s])`));
  }
}

/** Removes the connectors with their positions; slots, topics and rows are the next reset's. */
export async function stopConnectors(): Promise<void> {
  await removeConnectors({});
}

/** One change of each kind. */
const CHANGES = `
INSERT INTO shop.customers (id, name, email, city) VALUES (990001, 'Metrics', 'metrics@example.com', 'Metrics');
UPDATE shop.customers SET city = 'Changed' WHERE id = 990001;
DELETE FROM shop.customers WHERE id = 990001;`;

/** What the databases call by a name that begins like a metric. */
export async function namesOfDatabases(): Promise<Set<string>> {
  const postgres = await inService(
    "postgres",
    `psql -X -q -At -U postgres -d shop -c "
      SELECT proname FROM pg_proc UNION SELECT relname FROM pg_class UNION SELECT name FROM pg_settings
      UNION SELECT rolname FROM pg_roles UNION SELECT nspname FROM pg_namespace
      UNION SELECT name FROM pg_available_extensions UNION SELECT pg_ls_dir('.')"; compgen -c pg_`,
  );
  const mysql = await inService(
    "mysql",
    `MYSQL_PWD=$MYSQL_ROOT_PASSWORD mysql --user=root --batch --skip-column-names -e "
      SELECT plugin_name FROM information_schema.plugins UNION SELECT table_name FROM information_schema.tables
      UNION SELECT variable_name FROM performance_schema.global_variables"; compgen -c mysql`,
  );
  return new Set(`${postgres}\n${mysql}`.split("\n").filter(Boolean));
}
