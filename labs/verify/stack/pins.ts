import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "../compose-file.ts";
import type { DebianWishes } from "./fetch-debian.ts";

/** What is downloaded, by exact version where its source keeps old versions. */
export interface Pins {
  /** Settings for Maven: the versions that labs/.env holds. */
  maven: Record<string, string>;
  debian: DebianWishes;
  /** The text of the two poms. */
  poms: { connect: string; stack: string };
  mysql: string;
}

/**
 * From Debian's unstable suite, because no other registry has them as new as the images of compose.yaml. It moves every
 * day and keeps no old versions: what was installed is read back and written on the verification mark.
 */
const DEBIAN: DebianWishes = {
  needed: [
    "postgresql-client-18",
    "prometheus",
    "prometheus-postgres-exporter",
    "prometheus-mysqld-exporter",
    // For the registry alone: it is compiled for Java 21, and a machine may have 17.
    "openjdk-21-jre-headless",
  ],
  wanted: ["mysql-server-core", "mysql-client-core"],
  // What MySQL 8.0.12 is linked against, and a client for it.
  instead: ["libaio1t64", "libnuma1", "mariadb-client", "mariadb-client-compat"],
};

/**
 * Where the native stack cannot have what the image has: newer releases of these do not resolve from the build
 * machines. Try again at each bump.
 */
export const NATIVE_VERSIONS = {
  "debezium.mysql.version": "3.6.1.Final",
  "debezium.scripting.version": "3.6.1.Final",
} as const;

/** Raised when the layout of the downloaded tree changes. */
const LAYOUT = 1;

export function readPins(labs: string): Pins {
  const env = parseEnv(readFileSync(join(labs, ".env"), "utf8"));
  const connect = readFileSync(join(labs, "connect", "pom.xml"), "utf8");
  const stack = readFileSync(join(import.meta.dirname, "pins", "pom.xml"), "utf8");
  return {
    maven: {
      "debezium.version": setting(env, "DEBEZIUM_VERSION"),
      KAFKA_VERSION: setting(env, "KAFKA_VERSION"),
      APICURIO_VERSION: setting(env, "APICURIO_VERSION"),
      ...NATIVE_VERSIONS,
    },
    debian: DEBIAN,
    poms: { connect, stack },
    mysql: setting(env, "MYSQL_VERSION"),
  };
}

/** Name of the tree that these pins give: the same pins, the same tree. */
export function treeKey(pins: Pins, architecture: string): string {
  return createHash("sha256")
    .update(JSON.stringify([LAYOUT, architecture, pins]))
    .digest("hex")
    .slice(0, 16);
}

function setting(env: Record<string, string>, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`labs/.env: ${name} is not set; the native stack needs it`);
  return value;
}
