import { join } from "node:path";
import type { ComposeFile, Healthcheck, Service } from "../compose-file.ts";
import type { Places } from "../places.ts";
import { multiarch } from "./fetch-debian.ts";
import { ARCHIVES } from "./kafka-tools.ts";
import type { Bind } from "./service-root.ts";
import { DEBIAN, TOOLS } from "./tools.ts";

/** A service of compose.yaml as it is started without Docker. */
export interface PlannedService {
  name: string;
  /** Name and address in the stack's own hosts file. */
  address: string;
  profiles: string[];
  /** May go on running unseen between lessons: it starts slowly, and nothing of it shows in the other services. */
  parks: boolean;
  dependsOn: string[];
  /** What its root shows besides the machine's own files. */
  binds: Bind[];
  /** Folders of its data, made when they are missing and emptied by `down --volumes`. */
  data: string[];
  /** Those of named volumes among them: they stay when the container is removed. */
  named: string[];
  argv: string[];
  env: Record<string, string>;
  stopSignal: NodeJS.Signals;
  healthcheck: Healthcheck | undefined;
  ports: { published: number; target: number }[];
  image: string;
  log: string;
}

/** The whole stack, ready to be started. */
export interface StackPlan {
  /** Compose's project name. */
  project: string;
  services: PlannedService[];
  /** Services that exist only in containers, with the reason. */
  absent: Record<string, string>;
  state: string;
}

/** What differs between the images of the services. */
interface Kind {
  argv: (command: string[]) => string[];
  /** @param tools folder of the programs of the Debian packages, by service */
  binds: (tree: string, tools: string) => Bind[];
  /** Runs as a user without rights, with this number. */
  uid?: number;
  /** Least release of the machine's Java. */
  java?: number;
  stopSignal?: NodeJS.Signals;
  parks?: boolean;
  /** @param address the service's own */
  env?: (address: string) => Readonly<Record<string, string>>;
}

const ENTRY = join(import.meta.dirname, "entry");
const debian = (name: string) => (tree: string, tools: string) => [
  { source: join(tree, "debian", "root"), target: DEBIAN },
  { source: join(tools, name), target: TOOLS },
];
const kafka = (tree: string) => [
  { source: join(tree, "kafka-libs"), target: "/opt/kafka/libs" },
  { source: join(import.meta.dirname, "kafka-config"), target: "/opt/kafka/config" },
];
const entry = { source: ENTRY, target: "/opt/entry" };

const POSTGRES: Kind = {
  argv: (command) => ["docker-entrypoint.sh", ...command],
  binds: (tree, tools) => [
    ...debian("postgres")(tree, tools),
    { source: join(tree, "postgres"), target: "/opt/postgres" },
    { source: join(ENTRY, "postgres.sh"), target: "/usr/local/bin/docker-entrypoint.sh" },
    { source: join(ENTRY, "gosu.sh"), target: "/usr/local/bin/gosu" },
  ],
  uid: 64101,
  // Fast shutdown; SIGTERM would wait for the clients.
  stopSignal: "SIGINT",
};

const KINDS: Readonly<Record<string, Kind>> = {
  // Two servers share one port here. Only the first is found on the machine's own address, too.
  postgres: { ...POSTGRES, env: (address) => ({ LISTEN: `127.0.0.1,${address}` }) },
  "postgres-replica": { ...POSTGRES, env: (address) => ({ LISTEN: address }) },
  mysql: {
    argv: (command) => ["/opt/entry/mysql.sh", ...command],
    binds: (tree, tools) => [...debian("mysql")(tree, tools), entry],
    uid: 64102,
    parks: true,
    // For MariaDB's client, which comes with the old server: it would look elsewhere for both.
    env: () => ({
      MYSQL_UNIX_PORT: "/var/run/mysqld/mysqld.sock",
      MARIADB_PLUGIN_DIR: `${DEBIAN}/usr/lib/${multiarch().libraries}/libmariadb3/plugin`,
    }),
  },
  kafka: { argv: (command) => command, binds: kafka, java: 17 },
  connect: {
    argv: (command) => (command.length > 0 ? command : ["bash", "/opt/connect/start.sh"]),
    binds: (tree) => [
      ...kafka(tree),
      { source: join(tree, "connect", "plugins"), target: "/opt/connect/plugins" },
      { source: join(tree, "connect", "jmx"), target: "/opt/connect/jmx" },
    ],
    java: 17,
  },
  registry: {
    argv: () => ["/opt/entry/registry.sh"],
    binds: (tree, tools) => [
      ...debian("registry")(tree, tools),
      // Where Debian's Java has its settings.
      { source: join(tree, "debian", "root", "etc", "java-21-openjdk"), target: "/etc/java-21-openjdk" },
      { source: join(tree, "registry"), target: "/opt/registry" },
      entry,
    ],
  },
  prometheus: { argv: (command) => ["prometheus", ...command], binds: debian("prometheus") },
  "postgres-exporter": {
    argv: (command) => ["postgres-exporter", ...command],
    binds: debian("postgres-exporter"),
  },
  "mysqld-exporter": {
    argv: (command) => ["mysqld-exporter", ...command],
    binds: debian("mysqld-exporter"),
  },
};

/** Services of compose.yaml that no package registry holds. */
const ABSENT: Readonly<Record<string, string>> = {
  grafana: "no package registry has Grafana; its dashboards are checked against Prometheus instead",
  jupyter: "its programs run in a virtual environment",
};

/** Folders that images have and that hold nothing worth keeping. */
const SCRATCH: Readonly<Record<string, string>> = {
  postgres: "/run/postgresql",
  "postgres-replica": "/run/postgresql",
  mysql: "/run/mysqld",
};

export interface PlanInputs {
  places: Places;
  tree: string;
  /** Java home for a least release. */
  java: (least: number, forWhat: string) => string;
  /** The stack is started by root. */
  root: boolean;
  /** Folder of the class archives of Kafka's programs, where there is one. */
  archives?: string | undefined;
}

/** Where a stack's state holds Kafka's scripts. */
export function kafkaBin(places: Places): string {
  return join(places.state, "kafka-bin");
}

/** Where a stack's state holds the programs of the Debian packages, by service. */
export function debianTools(places: Places): string {
  return join(places.state, "tools");
}

/**
 * Plans every service of compose.yaml that runs natively.
 * @throws Error for a service that is neither known here nor listed as absent
 */
export function planStack(compose: ComposeFile, inputs: PlanInputs): StackPlan {
  const services = [...compose.services.values()].filter(({ name }) => !(name in ABSENT));
  return {
    project: compose.project,
    services: services.map((service, index) => planService(service, index, inputs)),
    absent: Object.fromEntries(Object.entries(ABSENT).filter(([name]) => compose.services.has(name))),
    state: inputs.places.state,
  };
}

function planService(service: Service, index: number, inputs: PlanInputs): PlannedService {
  const { name } = service;
  const kind = KINDS[name];
  if (!kind) {
    const known = [...Object.keys(KINDS), ...Object.keys(ABSENT)].join(", ");
    throw new Error(`labs/compose.yaml: the native stack does not know the service "${name}"; expected ${known}`);
  }
  const { places, tree, root } = inputs;
  const address = `127.0.1.${index + 1}`;
  const data = service.volumes.map((volume) => ({
    source: join(places.state, "data", volume.name ?? name),
    target: volume.target,
    named: volume.name !== undefined,
  }));
  const scratch = SCRATCH[name] ? [{ source: join(places.state, "scratch", name), target: SCRATCH[name] }] : [];
  const users = kind.uid && root ? [{ source: join(places.state, "passwd"), target: "/etc/passwd" }] : [];
  const own =
    name === "connect" ? [{ source: join(places.labs, "connect", "start.sh"), target: "/opt/connect/start.sh" }] : [];
  const programs = kind.java
    ? [
        { source: kafkaBin(places), target: "/opt/kafka/bin" },
        ...(inputs.archives ? [{ source: inputs.archives, target: ARCHIVES }] : []),
      ]
    : [];
  return {
    name,
    address,
    profiles: service.profiles,
    parks: kind.parks ?? false,
    dependsOn: service.dependsOn,
    binds: [
      ...kind.binds(tree, debianTools(places)),
      ...programs,
      ...own,
      ...service.mounts,
      ...data,
      ...scratch,
      ...users,
    ],
    data: [...data, ...scratch].map(({ source }) => source),
    named: data.filter(({ named }) => named).map(({ source }) => source),
    argv: kind.argv(service.command),
    env: {
      ...(kind.java ? { JAVA_HOME: inputs.java(kind.java, name) } : {}),
      ...(kind.uid ? runAs(kind.uid, root) : {}),
      ...kind.env?.(address),
      ...service.environment,
    },
    stopSignal: kind.stopSignal ?? "SIGTERM",
    healthcheck: service.healthcheck,
    ports: service.ports,
    image: service.image ?? name,
    log: join(places.state, "logs", `${name}.log`),
  };
}

/** Words that give up root before a database server starts: it refuses to run as root. */
function runAs(uid: number, root: boolean): Record<string, string> {
  if (!root) return { RUN_AS: "", RUN_UID: "" };
  return { RUN_AS: `setpriv --reuid=${uid} --regid=${uid} --clear-groups`, RUN_UID: `${uid}:${uid}` };
}

/** Users of the databases, for a password file of the stack's own: the machine's is left alone. */
export function databaseUsers(): string {
  return Object.entries(KINDS)
    .flatMap(([name, { uid }]) => (uid ? [`${name}:x:${uid}:${uid}:lab:/tmp:/bin/sh`] : []))
    .join("\n");
}
