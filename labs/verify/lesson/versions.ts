import { compose, connect, inService } from "./lab.ts";
import type { Driver } from "./reset.ts";

/** What a verification mark and the drill's figures name: the software that runs now, and the day. */
export async function stampOf(driver: Driver): Promise<{ versions: Record<string, string>; date: string }> {
  const services = (await compose("ps", "--services")).trim().split("\n");
  const versions = { driver: driver.name, ...(await runningVersions(services)) };
  return { versions, date: new Date().toISOString().slice(0, 10) };
}

/** Asks the running services which software they are. */
async function runningVersions(services: readonly string[]): Promise<Record<string, string>> {
  const versions: Record<string, string> = {};
  const server = await connect<{ version: string }>("GET", "/");
  versions.kafka = server.version;
  for (const { class: name, version } of await connect<{ class: string; version: string }[]>(
    "GET",
    "/connector-plugins",
  )) {
    const database = /^io\.debezium\.connector\.(\w+)\./.exec(name)?.[1];
    if (database) versions[`debezium-${database === "postgresql" ? "postgres" : database}`] = version;
  }
  const postgres = await inService(
    "postgres",
    'psql -X -At -U "${POSTGRES_USER:-postgres}" -d template1 -c "SHOW server_version"',
  );
  versions.postgres = firstWord(postgres);
  if (services.includes("mysql")) {
    const mysql = "MYSQL_PWD=$MYSQL_ROOT_PASSWORD mysql --user=root --batch --skip-column-names -e 'SELECT VERSION()'";
    versions.mysql = firstWord(await inService("mysql", mysql));
  }
  if (services.includes("registry")) {
    const response = await fetch("http://localhost:8081/apis/registry/v3/system/info");
    versions.registry = ((await response.json()) as { version: string }).version;
  }
  if (services.includes("prometheus")) {
    const response = await fetch("http://localhost:9090/api/v1/status/buildinfo");
    versions.prometheus = ((await response.json()) as { data: { version: string } }).data.version;
  }
  return versions;
}

/** `18.6 (Debian …)` → `18.6` */
function firstWord(text: string): string {
  return text.trim().split(/[\s(]/)[0] ?? "";
}
