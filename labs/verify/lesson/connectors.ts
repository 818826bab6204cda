import { readFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "../wait.ts";
import { connect } from "./lab.ts";

/** Settings of connectors by name. */
export type Connectors = Record<string, Record<string, string>>;

/** The connectors that exist now; none where Connect does not answer. */
export async function readConnectors(): Promise<Connectors> {
  try {
    const found = await connect<Record<string, { info: { config: Record<string, string> } }>>(
      "GET",
      "/connectors?expand=info",
    );
    return Object.fromEntries(Object.entries(found).map(([name, { info }]) => [name, info.config]));
  } catch {
    return {};
  }
}

/**
 * Creates a connector or gives it other settings. Java remembers for ten seconds that a host had no address, so that a
 * database which has just been started may be refused once.
 */
export async function putConnector(name: string, config: Record<string, string>): Promise<void> {
  const put = async () => {
    await connect("PUT", `/connectors/${encodeURIComponent(name)}/config`, config);
    return true;
  };
  await until(`Connect takes the connector ${name}`, put, { limit: 30_000, every: 1000 });
}

/** Bodies in labs/connectors by the class of their connector. */
const BODIES: Readonly<Record<string, string>> = {
  "io.debezium.connector.postgresql.PostgresConnector": "shop-postgres.json",
  "io.debezium.connector.mysql.MySqlConnector": "shop-mysql.json",
};

/**
 * Settings with which a connector can be made once more: the positions belong to its name, and Connect refuses settings
 * whose database or certificate the lesson has taken away.
 */
function standIn(config: Record<string, string>): Record<string, string> {
  const body = BODIES[config["connector.class"] ?? ""];
  if (!body) return config;
  return JSON.parse(readFileSync(join(import.meta.dirname, "..", "..", "connectors", body), "utf8"));
}

/**
 * Removes connectors together with their positions. Positions outlive a connector, so that one of the same name would
 * go on where an earlier lesson stopped: those of connectors that a lesson deleted itself are removed too.
 * @param seen every connector that was met during the lesson
 */
export async function removeConnectors(seen: Connectors): Promise<void> {
  const present = await readConnectors();
  for (const [name, config] of Object.entries(seen)) {
    if (name in present) continue;
    await connect("POST", "/connectors", { name, config: standIn(config), initial_state: "STOPPED" });
    present[name] = config;
  }
  for (const name of Object.keys(present)) {
    const path = `/connectors/${encodeURIComponent(name)}`;
    await connect("PUT", `${path}/stop`);
    await until(`connector ${name} is stopped`, async () => {
      const { connector, tasks } = await connect<{ connector: { state: string }; tasks: unknown[] }>(
        "GET",
        `${path}/status`,
      );
      return connector.state === "STOPPED" && tasks.length === 0;
    });
    await until(`the positions of ${name} are removed`, async () => {
      await connect("DELETE", `${path}/offsets`);
      return true;
    });
    await connect("DELETE", path);
  }
  await until(
    "no connector is left",
    async () => Object.keys(await connect<object>("GET", "/connectors")).length === 0,
  );
}
