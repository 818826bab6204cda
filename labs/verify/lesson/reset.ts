import { readFileSync } from "node:fs";
import { join } from "node:path";
import { placesOf } from "../places.ts";
import { must } from "../program.ts";
import { LOCKS, pythonEnvironment } from "../python/environment.ts";
import { until } from "../wait.ts";
import { type Connectors, removeConnectors } from "./connectors.ts";
import { compose, inService } from "./lab.ts";

/** What differs between the stack without Docker and real Compose. */
export interface Driver {
  name: "native" | "compose";
  /** Brings the services back to what `docker compose up -d --wait` gives: no service of a profile, none stopped. */
  freshServices: () => Promise<void>;
}

/**
 * Brings the lab to the state in which a reader begins a lesson, without restarting it: no connectors, positions, slots,
 * topics or schemas, and the databases as their first scripts leave them.
 * @param seen connectors met since the last reset
 */
export async function resetLab(root: string, driver: Driver, seen: Connectors): Promise<void> {
  const used = (await compose("ps", "--services")).split("\n");
  // Stopped services first: a connector cannot be removed without Connect.
  await compose("up", "-d");
  // Not --wait: that gives up at once on a service that a lesson has left unhealthy and that is about to recover.
  await until("every service is healthy", allHealthy, { limit: 180_000, every: 500 });
  await removeConnectors(seen);
  const rest = async () => {
    if (used.includes("mysql")) await inService("mysql", RESET_MYSQL);
    await driver.freshServices();
    await resetKafka(root);
  };
  await Promise.all([inService("postgres", RESET_POSTGRES), rest()]);
}

/** By a program in Python: Kafka's own tools would start four JVMs for it. */
async function resetKafka(root: string): Promise<void> {
  const python = join(await pythonEnvironment(placesOf(root), LOCKS.lessons, () => {}), "bin", "python");
  await must([python, join(import.meta.dirname, "reset-kafka.py"), ...internalTopics(root)], {
    cwd: join(root, "labs", "python"),
    limit: 60_000,
  });
}

async function allHealthy(): Promise<boolean> {
  const states = (await compose("ps", "--format", "{{.Health}}")).trim().split("\n");
  return states.every((state) => state === "healthy");
}

/** Topics in which Connect keeps its own state. */
export function internalTopics(root: string): string[] {
  const settings = readFileSync(join(root, "labs", "connect", "worker.properties"), "utf8");
  return [...settings.matchAll(/^(?:config|offset|status)\.storage\.topic=(\S+)$/gm)].map(([, name]) => name ?? "");
}

/** Runs the first scripts again, as the image does. */
const FIRST_SCRIPTS = (sql: string) => `
for file in /docker-entrypoint-initdb.d/*; do
  case $file in
    *.sh) if [ -x "$file" ]; then "$file"; else . "$file"; fi ;;
    *.sql) ${sql} ;;
  esac
done`;

/** Every database and role but the superuser's own go; settings made by ALTER SYSTEM too. */
const RESET_POSTGRES = `set -euo pipefail
user=\${POSTGRES_USER:-postgres} database=\${POSTGRES_DB:-postgres}
admin() { psql -X -q -At -v ON_ERROR_STOP=1 -U "$user" -d template1 "$@"; }
admin > /dev/null <<'SQL'
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE pid <> pg_backend_pid() AND backend_type IN ('client backend', 'walsender');
ALTER SYSTEM RESET ALL;
SELECT pg_reload_conf();
SQL
for _ in {1..100}; do
  if [ "$(admin -c "SELECT count(pg_drop_replication_slot(slot_name)) FROM pg_replication_slots WHERE NOT active" \\
    -c "SELECT count(*) FROM pg_replication_slots" | tail -n 1)" = 0 ]; then break; fi
  sleep 0.1
done
admin > /dev/null <<SQL
SELECT format('DROP DATABASE %I WITH (FORCE)', datname) FROM pg_database WHERE datname NOT LIKE 'template_' \\gexec
SELECT format('DROP ROLE %I', rolname) FROM pg_roles WHERE rolname <> '$user' AND rolname !~ '^pg_' \\gexec
CREATE DATABASE postgres;
SELECT 'CREATE DATABASE "$database"' WHERE '$database' <> 'postgres' \\gexec
SQL
${FIRST_SCRIPTS('psql -X -q -v ON_ERROR_STOP=1 -U "$user" -d "$database" -f "$file"')}`;

/** RESET BINARY LOGS AND GTIDS is RESET MASTER before MySQL 8.4. */
const RESET_MYSQL = `set -euo pipefail
admin() { MYSQL_PWD=$MYSQL_ROOT_PASSWORD mysql --user=root --batch --skip-column-names "$@"; }
{
  admin -e "SELECT CONCAT('DROP DATABASE \\\`', schema_name, '\\\`;') FROM information_schema.schemata
    WHERE schema_name NOT IN ('mysql', 'sys', 'information_schema', 'performance_schema')"
  admin -e "SELECT CONCAT('DROP USER ', QUOTE(user), '@', QUOTE(host), ';') FROM mysql.user
    WHERE user <> 'root' AND user NOT LIKE 'mysql.%'"
} | admin
admin -e 'RESET PERSIST'
admin -e 'RESET BINARY LOGS AND GTIDS' 2> /dev/null || admin -e 'RESET MASTER'
if [ -n "\${MYSQL_DATABASE-}" ]; then admin -e "CREATE DATABASE \\\`$MYSQL_DATABASE\\\`"; fi
${FIRST_SCRIPTS('admin --database="${MYSQL_DATABASE-}" < "$file"')}`;
