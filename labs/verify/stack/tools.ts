import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { multiarch } from "./fetch-debian.ts";

/** Where a service's root shows the Debian files, and where its own programs. */
export const DEBIAN = "/opt/debian";
export const TOOLS = "/opt/tools";

const POSTGRES = Object.fromEntries(
  [
    "psql",
    "pg_basebackup",
    "pg_dump",
    "pg_dumpall",
    "pg_restore",
    "pg_isready",
    "createdb",
    "dropdb",
    "pg_recvlogical",
    "pgbench",
  ].map((name) => [name, `usr/lib/postgresql/18/bin/${name}`]),
);

/**
 * Programs of the Debian packages that a service has on its PATH, as its image has them. ARCH stands for Debian's name of
 * the processor.
 */
const PROGRAMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  postgres: POSTGRES,
  "postgres-replica": POSTGRES,
  mysql: {
    mysqld: "usr/sbin/mysqld",
    ...Object.fromEntries(
      ["mysql", "mysqladmin", "mysqldump", "mysqlbinlog", "mysqlcheck"].map((name) => [name, `usr/bin/${name}`]),
    ),
  },
  prometheus: { prometheus: "usr/bin/prometheus", promtool: "usr/bin/promtool" },
  registry: { java: "usr/lib/jvm/java-21-openjdk-ARCH/bin/java" },
  "postgres-exporter": { "postgres-exporter": "usr/bin/prometheus-postgres-exporter" },
  "mysqld-exporter": { "mysqld-exporter": "usr/bin/prometheus-mysqld-exporter" },
};

/**
 * Writes the programs of every service.
 * @param tools theirs in a stack's state; it is made if it is missing
 */
export async function writeTools(tools: string): Promise<void> {
  for (const [service, programs] of Object.entries(PROGRAMS)) {
    const folder = join(tools, service);
    await mkdir(folder, { recursive: true });
    for (const [name, path] of Object.entries(programs)) await writeScript(join(folder, name), debianProgram(path));
  }
}

/** Debian sid's programs need sid's C library: its own loader starts them. */
function debianProgram(path: string): string {
  const { name, loader, libraries } = multiarch();
  const folders = [`usr/lib/${libraries}`, "usr/lib/mysql/private"].map((folder) => `${DEBIAN}/${folder}`);
  return `#!/bin/sh
exec ${DEBIAN}/${loader} --library-path ${folders.join(":")} --argv0 "$0" ${DEBIAN}/${path.replace("ARCH", name)} "$@"
`;
}

/** Writes a program of its own. */
export async function writeScript(path: string, text: string): Promise<void> {
  await writeFile(path, text);
  await chmod(path, 0o755);
}
