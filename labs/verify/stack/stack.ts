import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, openSync, readFileSync } from "node:fs";
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { readCompose } from "../compose-file.ts";
import type { Places } from "../places.ts";
import { LOCKS, pythonEnvironment } from "../python/environment.ts";
import { until } from "../wait.ts";
import { archiveFolder, makeArchives, type Starter } from "./class-archives.ts";
import { ask, isDown, type ServiceStatus } from "./control.ts";
import { dockerScript } from "./entrance.ts";
import { fetchTree } from "./fetch.ts";
import { needJava } from "./java.ts";
import { writeKafkaTools } from "./kafka-tools.ts";
import { requireMachine } from "./requirements.ts";
import { databaseUsers, debianTools, kafkaBin, planStack, type StackPlan } from "./service-plan.ts";
import { writeTools } from "./tools.ts";

export interface UpOptions {
  /** Profiles to start besides the services that have none; "*" is all of them. */
  profiles: string[];
  /** The stack dies with this process, however that ends. Otherwise it runs on until `down`. */
  tied: boolean;
  say: (line: string) => void;
}

/** Whether this checkout's stack is running. */
export async function isUp(places: Places): Promise<boolean> {
  try {
    await ask(places.state, { do: "ps" });
    return true;
  } catch (error) {
    if (isDown(error)) return false;
    throw error;
  }
}

/**
 * Starts the stack from nothing: whatever an earlier one left is removed first.
 * @returns after every service has passed its health check
 */
export async function up(places: Places, options: UpOptions): Promise<void> {
  const { say } = options;
  await requireMachine(say);
  const tree = await fetchTree(places, say);
  const python = await pythonEnvironment(places, LOCKS.lessons, say);
  const compose = readCompose(places.labs);
  const java = (least: number, forWhat: string) => needJava(least, forWhat).home;
  const planFor = (at: Places, archives: string | undefined) =>
    planStack(compose, { places: at, tree: tree.folder, java, root: isRoot(), archives });
  const starter: Starter = {
    start: (at, plan) => start(at, plan, python, { profiles: [], tied: true, say: () => {} }),
    stop: (at) => down(at, () => {}),
    inside: (at, argv) => insideCommand(at, at.labs, argv),
  };
  const wanted = archiveFolder(tree.folder, java(17, "kafka"));
  const archives = await makeArchives(wanted, places, planFor, starter, say);
  await start(places, planFor(places, existsSync(archives) ? archives : undefined), python, options);
}

async function start(places: Places, plan: StackPlan, python: string, options: UpOptions): Promise<void> {
  await prepareState(places, plan);
  const log = join(places.state, "logs", "supervisor.log");
  const child = spawnNamespace(places, python, isRoot(), options.tied, log);
  const broken = () => (child.exitCode === null ? undefined : `it ended\n${readFileSync(log, "utf8")}`);
  await until("the supervisor answers", () => isUp(places), { every: 50, limit: 30_000, broken });
  try {
    await ask(places.state, { do: "up", services: [], profiles: options.profiles, wait: true }, options.say);
  } catch (error) {
    // Half a stack would only be in the way; its logs stay.
    await down(places, () => {});
    throw error;
  }
}

/** Stops every service in order, then the namespaces; nothing is left running. */
export async function down(places: Places, say: (line: string) => void): Promise<void> {
  const pid = namespacePid(places);
  try {
    await ask(places.state, { do: "end" }, say);
  } catch (error) {
    if (!isDown(error)) throw error;
  }
  if (pid) await until("the namespaces end", () => Promise.resolve(hasEnded(pid)), { limit: 20_000 });
}

export function statuses(places: Places): Promise<ServiceStatus[]> {
  return ask<ServiceStatus[]>(places.state, { do: "ps" });
}

/** A process whose parent has not asked for its status yet is still listed, as a zombie. */
function hasEnded(pid: number): boolean {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\)/, ""));
  } catch {
    return true;
  }
}

/** Words that run a command inside the namespaces, with the stand-in as `docker`. */
export function insideCommand(places: Places, folder: string, argv: readonly string[]): string[] {
  const pid = namespacePid(places);
  if (!pid) throw new Error("the stack is not running; start it with: npm run labs -- up");
  // Entering changes to another folder; the PATH of the caller is kept behind the stand-in.
  const script = 'cd "$1" && shift && PATH="$1:$PATH" && shift && exec "$@"';
  const enter = isRoot()
    ? ["nsenter", "--target", String(pid), "--mount", "--net", "--pid", "--"]
    : ["python3", join(import.meta.dirname, "enter.py"), String(pid)];
  return [...enter, "bash", "-c", script, "bash", folder, join(places.state, "bin"), ...argv];
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** First process of the namespaces, as this side sees it. */
function namespacePid(places: Places): number | undefined {
  const file = join(places.state, "unshare.pid");
  if (!existsSync(file)) return undefined;
  const unshare = readFileSync(file, "utf8").trim();
  try {
    const children = readFileSync(`/proc/${unshare}/task/${unshare}/children`, "utf8").trim().split(" ");
    return Number(children[0]) || undefined;
  } catch {
    return undefined;
  }
}

async function prepareState(places: Places, plan: StackPlan): Promise<void> {
  if (await isUp(places)) throw new Error("the stack is already running; stop it with: npm run labs -- down");
  const { state } = places;
  await rm(state, { recursive: true, force: true });
  for (const folder of ["bin", "data", "logs", "scratch"]) await mkdir(join(state, folder), { recursive: true });
  await writeFile(join(state, "plan.json"), JSON.stringify(plan, null, 2));
  await writeFile(join(state, "passwd"), `${readFileSync("/etc/passwd", "utf8").trimEnd()}\n${databaseUsers()}\n`);
  await writeFile(join(state, "hosts"), "");
  await writeKafkaTools(kafkaBin(places));
  await writeTools(debianTools(places));
  await bundle(state);
}

/** The supervisor and the stand-in as plain JavaScript: they start in a fraction of the time. */
async function bundle(state: string): Promise<void> {
  const verify = join(import.meta.dirname, "..");
  await build({
    entryPoints: {
      supervisor: join(verify, "stack", "supervisor.ts"),
      docker: join(verify, "docker", "docker.ts"),
    },
    outdir: join(state, "bin"),
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    format: "cjs",
    logLevel: "warning",
  });
  const docker = join(state, "bin", "docker");
  await writeFile(docker, dockerScript(state, [process.execPath, join(state, "bin", "docker.cjs")]));
  await chmod(docker, 0o755);
}

function spawnNamespace(places: Places, python: string, root: boolean, tied: boolean, logFile: string): ChildProcess {
  const { state } = places;
  const user = root ? [] : ["--user", "--map-current-user", "--keep-caps"];
  const words = [
    // The kernel sends it when the starting process is gone, even by kill -9; unshare passes it on.
    ...(tied ? ["setpriv", "--pdeathsig", "KILL"] : []),
    ...["unshare", ...user, "--mount", "--net", "--pid", "--fork", "--kill-child", "--mount-proc"],
    ...[join(import.meta.dirname, "namespace.sh"), join(state, "hosts"), python, join(places.labs, ".venv")],
    ...[process.execPath, join(state, "bin", "supervisor.cjs"), join(state, "plan.json")],
  ];
  const log = openSync(logFile, "a");
  const child = spawn(words[0] ?? "", words.slice(1), { detached: true, stdio: ["ignore", log, log] });
  child.on("error", () => {});
  void writeFile(join(state, "unshare.pid"), String(child.pid));
  if (!tied) child.unref();
  return child;
}
