import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ask, type Inside, isDown, type ServiceStatus } from "../stack/control.ts";
import { enterWords } from "../stack/entrance.ts";
import { type Parsed, parseOptions } from "./options.ts";
import { align, byTemplate, type Row, rowOf } from "./table.ts";

/**
 * The `docker` of the native stack: what a lesson may type, done to the services that run without Docker. Anything
 * that is not listed here fails and says what is allowed, so that no lesson passes by accident.
 */
const COMMANDS: Readonly<Record<string, (args: string[], profiles: string[]) => Promise<number>>> = {
  up,
  ps,
  exec,
  stop: (args) => act("stop", args),
  start: (args) => act("start", args),
  restart: (args) => act("restart", args),
  kill,
  logs,
  cp,
  rm,
  down,
};

const state = process.env.LABS_STATE ?? "";
const project = (JSON.parse(readFileSync(join(state, "plan.json"), "utf8")) as { project: string }).project;

/** Progress goes to standard error, as with Compose. */
const say = (line: string) => process.stderr.write(` ${line}\n`);

async function up(args: string[], profiles: string[]): Promise<number> {
  const flags = { "-d": "flag", "--detach": "flag", "--wait": "flag", "--build": "flag" } as const;
  const { options, words } = parseOptions(args, "docker compose up", flags, { "-d": "detach" });
  if (!options.detach && !options.wait)
    throw new Error("docker compose up: expected -d or --wait, it would not return");
  await ask(state, { do: "up", services: words, profiles, wait: options.wait !== undefined }, say);
  return 0;
}

async function ps(args: string[]): Promise<number> {
  const kinds = {
    "-a": "flag",
    "--all": "flag",
    "-q": "flag",
    "--quiet": "flag",
    "--services": "flag",
    "--format": "value",
    "--status": "value",
  } as const;
  const { options, words } = parseOptions(args, "docker compose ps", kinds, { "-a": "all", "-q": "quiet" });
  const now = Date.now();
  const services = (await ask<ServiceStatus[]>(state, { do: "ps" })).filter(
    ({ name, parked, state }) => !parked && state !== "created" && (words.length === 0 || words.includes(name)),
  );
  const rows = services
    .map((service) => rowOf(service, project, now))
    .filter((row) => options.all || options.status || row.State === "running")
    .filter((row) => !options.status || options.status.includes(row.State))
    .sort((a, b) => (a.Name < b.Name ? -1 : 1));
  process.stdout.write(printRows(rows, options));
  return 0;
}

function printRows(rows: Row[], options: Parsed["options"]): string {
  const format = options.format?.at(-1) ?? "table";
  if (options.services) return rows.map((row) => `${row.Service}\n`).join("");
  if (options.quiet) return rows.map((row) => `${row.Name}\n`).join("");
  if (format === "json") return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  if (format !== "table") return byTemplate(rows, format);
  const cells = rows.map((row) => [row.Name, row.Image, row.Service, row.Status, row.Ports]);
  return align([["NAME", "IMAGE", "SERVICE", "STATUS", "PORTS"], ...cells]);
}

/** Runs a program in the root of a service, with its environment. */
async function exec(args: string[]): Promise<number> {
  const kinds = {
    "-T": "flag",
    "--no-TTY": "flag",
    "-i": "flag",
    "--interactive": "flag",
    "-t": "flag",
    "--tty": "flag",
    "-e": "value",
    "--env": "value",
    "-w": "value",
    "--workdir": "value",
  } as const;
  const names = { "-e": "env", "-w": "workdir" };
  const { options, words } = parseOptions(args, "docker compose exec", kinds, names, true);
  const [service, ...command] = words;
  if (!service || command.length === 0) throw new Error("docker compose exec: expected a service and a command");
  const inside = await ask<Inside>(state, { do: "inside", service });
  const enter = enterWords(inside, options.workdir?.at(-1), options.env);
  return attach([...enter, ...command], command[0] ?? "");
}

async function act(what: "start" | "stop" | "restart", args: string[]): Promise<number> {
  const kinds = { "-t": "value", "--timeout": "value" } as const;
  const { words } = parseOptions(args, `docker compose ${what}`, kinds);
  await ask(state, { do: what, services: words }, say);
  return 0;
}

async function kill(args: string[]): Promise<number> {
  const kinds = { "-s": "value", "--signal": "value" } as const;
  const { options, words } = parseOptions(args, "docker compose kill", kinds, { "-s": "signal" });
  const signal = (options.signal?.at(-1) ?? "KILL").replace(/^(SIG)?/, "SIG") as NodeJS.Signals;
  await ask(state, { do: "kill", services: words, signal }, say);
  return 0;
}

async function logs(args: string[]): Promise<number> {
  const kinds = {
    "-n": "value",
    "--tail": "value",
    "-f": "flag",
    "--follow": "flag",
    "--no-log-prefix": "flag",
    "--no-color": "flag",
  } as const;
  const { options, words } = parseOptions(args, "docker compose logs", kinds, { "-n": "tail", "-f": "follow" });
  const all = (await ask<ServiceStatus[]>(state, { do: "ps" })).filter(({ parked }) => !parked);
  const services =
    words.length === 0 ? all : words.map((name) => all.find((service) => service.name === name) ?? missing(name));
  const amount = options.tail?.at(-1) ?? "all";
  if (options.follow) {
    const [only] = services;
    if (services.length !== 1 || !only) throw new Error("docker compose logs --follow: expected one service");
    return attach(["tail", "-n", amount === "all" ? "+1" : amount, "-F", only.log], "tail");
  }
  const width = Math.max(...services.map(({ name }) => name.length)) + 2;
  for (const { name, log } of services) {
    const lines = readFileSync(log, "utf8").replace(/\n$/, "").split("\n");
    const prefix = options["no-log-prefix"] ? "" : `${`${name}-1`.padEnd(width)}  | `;
    for (const line of amount === "all" ? lines : lines.slice(-Number(amount)))
      process.stdout.write(`${prefix}${line}\n`);
  }
  return 0;
}

function missing(name: string): never {
  throw new Error(`no such service: ${name}`);
}

/** Copies between the labs' folder and the root of a service. */
async function cp(args: string[]): Promise<number> {
  const { words } = parseOptions(args, "docker compose cp", {});
  const [from, to] = words;
  if (!from || !to || words.length !== 2) throw new Error("docker compose cp: expected a source and a destination");
  const place = async (word: string): Promise<string> => {
    const [, service, path] = /^([a-z][\w-]*):(\/.*)$/.exec(word) ?? [];
    if (!service || !path) return word;
    const { pid } = await ask<Inside>(state, { do: "inside", service });
    return `/proc/${pid}/root${path}`;
  };
  if (/^[a-z][\w-]*:/.test(from) === /^[a-z][\w-]*:/.test(to)) {
    throw new Error("docker compose cp: expected one side as SERVICE:/path");
  }
  return attach(["cp", "-r", await place(from), await place(to)], "cp");
}

/** Only in full: what is left of a container without its data would be no fresh start. */
async function rm(args: string[]): Promise<number> {
  const kinds = {
    "-s": "flag",
    "--stop": "flag",
    "-f": "flag",
    "--force": "flag",
    "-v": "flag",
    "--volumes": "flag",
  } as const;
  const names = { "-s": "stop", "-f": "force", "-v": "volumes" };
  const { options, words } = parseOptions(args, "docker compose rm", kinds, names);
  if (!options.stop || !options.force || !options.volumes || words.length === 0) {
    throw new Error("docker compose rm: expected --stop --force --volumes and services");
  }
  await ask(state, { do: "rm", services: words }, say);
  return 0;
}

async function down(args: string[]): Promise<number> {
  const kinds = { "-v": "flag", "--volumes": "flag", "--remove-orphans": "flag" } as const;
  const { options, words } = parseOptions(args, "docker compose down", kinds, { "-v": "volumes" });
  if (words.length > 0) throw new Error("docker compose down: expected no service names");
  await ask(state, { do: "down", volumes: options.volumes !== undefined }, say);
  return 0;
}

function attach(argv: string[], name: string): Promise<number> {
  const child = spawn(argv[0] ?? "", argv.slice(1), { stdio: "inherit" });
  return new Promise((resolve) => {
    child.on("error", (error) => {
      process.stderr.write(`${name}: ${error.message}\n`);
      resolve(127);
    });
    child.on("close", (code, signal) => resolve(code ?? (signal === "SIGKILL" ? 137 : 130)));
  });
}

async function main(): Promise<number> {
  const [word, ...rest] = process.argv.slice(2);
  if (word !== "compose")
    throw new Error(`docker ${word ?? ""}: the labs know only docker compose ${Object.keys(COMMANDS).join("|")}`);
  const profile = { "--profile": "value" } as const;
  const { options, words } = parseOptions(rest, "docker compose", profile, {}, true);
  const [command = "", ...args] = words;
  const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (!run) throw new Error(`docker compose ${command}: expected ${Object.keys(COMMANDS).join(", ")}`);
  const profiles = [...(options.profile ?? []), ...(process.env.COMPOSE_PROFILES ?? "").split(",").filter(Boolean)];
  return run(args, profiles);
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: Error) => {
    process.stderr.write(`${isDown(error) ? "the stack is not running" : error.message}\n`);
    process.exitCode = 1;
  },
);
