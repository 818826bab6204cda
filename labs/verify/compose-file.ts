import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";

/** A file or folder of the labs that a container sees under another path. */
export interface Mount {
  /** Absolute path on this machine. */
  source: string;
  /** Path in the container. */
  target: string;
}

export interface Port {
  /** Port on the learner's machine. */
  published: number;
  /** Port in the container. */
  target: number;
}

/** Data that outlives a stopped container: a named volume that of any, one without a name its own. */
export interface Volume {
  /** undefined: it can be removed with its container. */
  name: string | undefined;
  /** Path in the container. */
  target: string;
}

/** What tells whether a service is healthy. */
export interface Healthcheck {
  /** Program and arguments, run inside the container. */
  test: string[];
  /** Milliseconds between two checks. */
  interval: number;
  /** Milliseconds after which a check counts as failed. */
  timeout: number;
  /** Failures in a row that make a healthy service unhealthy. */
  retries: number;
}

/** A service as compose.yaml describes it, its variables filled in. */
export interface Service {
  name: string;
  image: string | undefined;
  command: string[];
  environment: Record<string, string>;
  mounts: Mount[];
  volumes: Volume[];
  /** Folders in memory. */
  tmpfs: string[];
  ports: Port[];
  /** Without one it is healthy as soon as it runs. */
  healthcheck: Healthcheck | undefined;
  /** Profiles that start it; none: it is always started. */
  profiles: string[];
  dependsOn: string[];
}

export interface ComposeFile {
  /** Name of the Compose project; begins the names of its containers. */
  project: string;
  services: Map<string, Service>;
}

/** Settings of a Compose .env file. */
export function parseEnv(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    const [, name, value = ""] = /^\s*([A-Za-z_]\w*)=(.*)$/.exec(line) ?? [];
    if (name) values[name] = value.trim().replace(/^(["'])(.*)\1$/, "$2");
  }
  return values;
}

/**
 * Fills `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME-default}` and `${NAME:?message}`; `$$` is a dollar sign.
 * @param missing told each name that has neither a value nor a default
 */
export function fillVariables(
  text: string,
  values: Readonly<Record<string, string>>,
  missing: (name: string) => void = () => {},
): string {
  return text.replace(
    /\$(?:(\$)|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-?])([^}]*))?\})/g,
    (_whole, dollar, plain, braced, sign: string | undefined, rest: string | undefined) => {
      if (dollar) return "$";
      const name: string = plain ?? braced;
      const value = values[name];
      if (value !== undefined && !(value === "" && sign?.startsWith(":"))) return value;
      if (sign?.endsWith("-")) return rest ?? "";
      missing(name);
      return "";
    },
  );
}

/**
 * Reads labs/compose.yaml with labs/.env.
 * @throws Error naming the file for a variable that nothing sets
 */
export function readCompose(labs: string, env: NodeJS.ProcessEnv = {}): ComposeFile {
  const values = { ...parseEnv(readFileSync(join(labs, ".env"), "utf8")), ...(env as Record<string, string>) };
  return parseCompose(readFileSync(join(labs, "compose.yaml"), "utf8"), labs, values);
}

/** @param labs folder against which relative mounts are read */
export function parseCompose(text: string, labs: string, values: Readonly<Record<string, string>>): ComposeFile {
  // Anchors and merge keys first: variables are filled in the values, as Compose does.
  const missing = new Set<string>();
  const fill = (value: string) => fillVariables(value, values, (name) => missing.add(name));
  const document = fillTree(parse(text, { merge: true }), fill) as {
    name?: string;
    services?: Record<string, Raw>;
  } | null;
  if (missing.size > 0) {
    throw new Error(`labs/compose.yaml: nothing sets ${[...missing].join(", ")}; expected a line each in labs/.env`);
  }
  const services = new Map<string, Service>();
  for (const [name, raw] of Object.entries(document?.services ?? {})) services.set(name, readService(name, raw, labs));
  return { project: document?.name ?? "labs", services };
}

type Raw = Record<string, unknown>;

function readService(name: string, raw: Raw, labs: string): Service {
  return {
    name,
    image: raw.image === undefined ? undefined : String(raw.image),
    command: readCommand(raw.command),
    environment: readEnvironment(raw.environment),
    ...readVolumes(list(raw.volumes), labs),
    tmpfs: list(raw.tmpfs).map(String),
    ports: list(raw.ports).map((port) => readPort(port, name)),
    healthcheck: readHealthcheck(raw.healthcheck as Raw | undefined, name),
    profiles: list(raw.profiles).map(String),
    dependsOn: Array.isArray(raw.depends_on) ? raw.depends_on.map(String) : Object.keys(raw.depends_on ?? {}),
  };
}

/** A command written as one line is split at blanks; quotes hold words together. */
function readCommand(raw: unknown): string[] {
  if (Array.isArray(raw)) return raw.map(String);
  const words = String(raw ?? "").match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
  return words.map((word) => word.replace(/^(["'])(.*)\1$/, "$2"));
}

function readEnvironment(raw: unknown): Record<string, string> {
  if (Array.isArray(raw)) return parseEnv(raw.map(String).join("\n"));
  return Object.fromEntries(Object.entries((raw as Raw) ?? {}).map(([name, value]) => [name, String(value ?? "")]));
}

/** With Docker's defaults for what is not said. */
function readHealthcheck(raw: Raw | undefined, service: string): Healthcheck | undefined {
  if (!raw) return undefined;
  const time = (name: string) => readDuration(String(raw[name] ?? "30s"), `${name} of the health check of ${service}`);
  return {
    test: readTest(raw.test),
    interval: time("interval"),
    timeout: time("timeout"),
    retries: Number(raw.retries ?? 3),
  };
}

/** `[CMD, a, b]` or `[CMD-SHELL, line]` or a line. */
function readTest(raw: unknown): string[] {
  if (typeof raw === "string") return ["sh", "-c", raw];
  const [kind, ...words] = list(raw).map(String);
  return kind === "CMD-SHELL" ? ["sh", "-c", ...words] : words;
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** `1m30s` → 90000 milliseconds */
function readDuration(text: string, what: string): number {
  if (!/^(\d+(ms|s|m|h))+$/.test(text)) {
    throw new Error(`labs/compose.yaml: ${what} is "${text}"; expected a time as 5s or 1m30s`);
  }
  return [...text.matchAll(/(\d+)(ms|s|m|h)/g)].reduce(
    (sum, [, number, unit = ""]) => sum + Number(number) * (UNITS[unit] ?? 0),
    0,
  );
}

/** A source that begins with a dot or a slash is a file of this machine, any other the name of a volume; one path alone is a volume without a name. */
function readVolumes(raw: unknown[], labs: string): { mounts: Mount[]; volumes: Volume[] } {
  const mounts: Mount[] = [];
  const volumes: Volume[] = [];
  for (const entry of raw) {
    const { source, target } = (typeof entry === "string" ? splitVolume(entry) : entry) as Record<string, string>;
    if (!source) continue;
    if (!target) volumes.push({ name: undefined, target: source });
    else if (/^[./]/.test(source)) mounts.push({ source: resolve(labs, source), target });
    else volumes.push({ name: source, target });
  }
  return { mounts, volumes };
}

function splitVolume(text: string): Raw {
  const [source, target] = text.split(":");
  return { source, target };
}

function readPort(raw: unknown, service: string): Port {
  const text =
    typeof raw === "object" && raw !== null ? `${(raw as Raw).published}:${(raw as Raw).target}` : String(raw);
  const [, published, target] = /(?:^|:)(\d+):(\d+)$/.exec(text) ?? [];
  if (!published || !target) {
    throw new Error(`labs/compose.yaml: port "${text}" of ${service}; expected 127.0.0.1:3307:3306`);
  }
  return { published: Number(published), target: Number(target) };
}

function list(raw: unknown): unknown[] {
  return Array.isArray(raw) ? raw : [];
}

function fillTree(node: unknown, fill: (value: string) => string): unknown {
  if (typeof node === "string") return fill(node);
  if (Array.isArray(node)) return node.map((item) => fillTree(item, fill));
  if (node && typeof node === "object") {
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, fillTree(value, fill)]));
  }
  return node;
}
