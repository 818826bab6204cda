import { type ChildProcess, execFile, spawn } from "node:child_process";
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { until } from "../wait.ts";
import type { ServiceState, ServiceStatus } from "./control.ts";
import { watchHealth } from "./health.ts";
import { quote } from "./quote.ts";
import type { PlannedService } from "./service-plan.ts";
import { type Entry, fstab, planRoot, ROOT } from "./service-root.ts";
import { TOOLS } from "./tools.ts";

/** As long as Docker waits before it kills. */
const STOP_LIMIT = 10_000;

/** A service and its process; lives inside the namespaces. */
export class RunningService {
  readonly plan: PlannedService;
  private hidden = false;
  private child: ChildProcess | undefined;
  private state: ServiceState = "created";
  private since = Date.now();
  private exitCode: number | null = null;
  private readonly folder: string;
  private readonly changed: () => void;

  /**
   * @param folder for generated files of this service
   * @param changed called when it comes or goes
   */
  constructor(plan: PlannedService, folder: string, changed: () => void) {
    this.plan = plan;
    this.folder = folder;
    this.changed = changed;
  }

  /** It goes on running, but no one is to see it. */
  get parked(): boolean {
    return this.hidden;
  }

  set parked(hidden: boolean) {
    this.hidden = hidden;
    this.changed();
  }

  /** Others can reach it under its name. */
  get reachable(): boolean {
    return this.running && !this.hidden;
  }

  get running(): boolean {
    return this.child !== undefined;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Environment of its container: nothing of this machine's but the language. */
  get env(): Record<string, string> {
    return {
      PATH: `${TOOLS}:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin`,
      LANG: "C.UTF-8",
      TZ: "UTC",
      HOME: "/tmp",
      ...this.plan.env,
    };
  }

  /** Starts its process; it is not healthy yet. */
  start(): void {
    if (this.child) return;
    for (const folder of this.plan.data) mkdirSync(folder, { recursive: true });
    const script = this.writeRootScript();
    const log = openSync(this.plan.log, "a");
    const child = spawn("unshare", ["--mount", "--propagation", "private", "bash", script, ...this.plan.argv], {
      cwd: "/",
      detached: true,
      env: this.env,
      stdio: ["ignore", log, log],
    });
    closeSync(log);
    this.child = child;
    this.exitCode = null;
    this.since = Date.now();
    this.state = "starting";
    this.changed();
    child.on("error", () => this.ended(127));
    child.on("exit", (code, signal) => this.ended(code ?? 128 + (signal === "SIGKILL" ? 9 : 15)));
  }

  /**
   * Waits until its own health check passes, and goes on watching it from then on.
   * @throws Error with the end of its log if it ends instead; at once if it is known to be unhealthy, as Compose does
   */
  async healthy(): Promise<void> {
    if (this.state === "healthy") return;
    if (this.state === "unhealthy") throw new Error(`${this.plan.name} is unhealthy\n${this.logEnd()}`);
    const child = this.child;
    try {
      await until(`${this.plan.name} is healthy`, () => this.check(), {
        every: 150,
        limit: 180_000,
        broken: () => (this.child ? undefined : `it ended with status ${this.exitCode}\n${this.logEnd()}`),
      });
    } catch (error) {
      if (this.child === child && child) this.state = "unhealthy";
      throw error;
    }
    if (this.state !== "starting") return;
    this.state = "healthy";
    const { healthcheck } = this.plan;
    const runs = () => this.child === child;
    const became = (state: "healthy" | "unhealthy") => {
      this.state = state;
    };
    if (healthcheck) void watchHealth(healthcheck, () => this.check(), runs, became);
  }

  /** Runs the health check of compose.yaml beside the service. */
  private check(): Promise<boolean> {
    const { test = [], timeout = 0 } = this.plan.healthcheck ?? {};
    const [program, ...args] = test;
    if (!program) return Promise.resolve(true);
    const words = ["--target", String(this.pid), "--mount", "--root", "--", program, ...args];
    return new Promise((resolve) => {
      execFile("nsenter", words, { env: this.env, cwd: "/", timeout }, (error) => resolve(!error));
    });
  }

  /** Ends it as `docker stop` does: its signal, and the hard way when that takes too long. */
  async stop(): Promise<void> {
    const child = this.child;
    if (!child) return;
    this.signal(this.plan.stopSignal);
    const gone = () => Promise.resolve(this.child !== child);
    await until(`${this.plan.name} stops`, gone, { every: 50, limit: STOP_LIMIT }).catch(() => this.kill("SIGKILL"));
  }

  async kill(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    if (!child) return;
    this.signal(signal);
    if (signal !== "SIGKILL") return;
    await until(`${this.plan.name} is killed`, () => Promise.resolve(this.child !== child), { every: 20 });
  }

  /**
   * Forgets its data, as `down --volumes` does.
   * @param kept folders that stay
   */
  forget(kept: readonly string[] = []): void {
    for (const folder of this.plan.data.filter((one) => !kept.includes(one)))
      rmSync(folder, { recursive: true, force: true });
    rmSync(this.plan.log, { force: true });
    this.state = "created";
    this.since = Date.now();
    this.exitCode = null;
  }

  status(): ServiceStatus {
    const { name, image, ports, log } = this.plan;
    const { state, since, exitCode, parked } = this;
    return { name, image, state, since, exitCode, ports, parked, log, memory: this.memory() };
  }

  private signal(signal: NodeJS.Signals): void {
    try {
      // SIGKILL takes the helpers of a database server too, as the end of a container does.
      if (this.pid) process.kill(signal === "SIGKILL" ? -this.pid : this.pid, signal);
    } catch {
      // It has just ended by itself.
    }
  }

  private ended(code: number): void {
    this.child = undefined;
    this.exitCode = code;
    this.state = "exited";
    this.since = Date.now();
    this.changed();
  }

  private logEnd(): string {
    return readFileSync(this.plan.log, "utf8").trimEnd().split("\n").slice(-15).join("\n");
  }

  /** Process group leader and members: a service is started as a group of its own. */
  private memory(): number {
    if (!this.pid) return 0;
    let pages = 0;
    for (const name of readdirSync("/proc")) {
      if (!/^\d+$/.test(name)) continue;
      try {
        const fields = readFileSync(`/proc/${name}/stat`, "utf8")
          .replace(/^.*\) /, "")
          .split(" ");
        if (Number(fields[2]) !== this.pid && Number(fields[3]) !== this.pid) continue;
        pages += Number(readFileSync(`/proc/${name}/statm`, "utf8").split(" ")[1]);
      } catch {
        // It ended while being looked at.
      }
    }
    return Math.round((pages * 4096) / 2 ** 20);
  }

  /** A script that puts the service's root together and gives way to its program. */
  private writeRootScript(): string {
    const plan = planRoot(this.plan.binds, listFolder);
    mkdirSync(this.folder, { recursive: true });
    const write = (name: string, text: string) => {
      const file = join(this.folder, name);
      writeFileSync(file, text);
      return file;
    };
    const folders = write("folders", plan.folders.map((path) => `${ROOT}${path}\0`).join(""));
    const files = write("files", plan.files.map((path) => `${ROOT}${path}\0`).join(""));
    const links = write("links", plan.links.map(({ path, leads }) => `${leads}\0${ROOT}${path}\0`).join(""));
    const table = write("fstab", fstab(plan.binds));
    return write(
      "root.sh",
      `set -euo pipefail
mount -t tmpfs -o mode=755 tmpfs ${ROOT}
xargs -0 -r mkdir -p < ${quote(folders)}
xargs -0 -r touch < ${quote(files)}
xargs -0 -r -n 2 ln -s < ${quote(links)}
mount --all --fstab ${quote(table)}
# As in a container, what a service writes there is its own.
mount -t tmpfs -o mode=1777 tmpfs ${ROOT}/tmp
exec chroot ${ROOT} "$@"
`,
    );
  }
}

function listFolder(folder: string): Entry[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry): Entry[] => {
      const { name } = entry;
      if (entry.isSymbolicLink()) return [{ name, kind: "link", leads: readlinkSync(join(folder, name)) }];
      if (entry.isDirectory()) return [{ name, kind: "folder" }];
      return entry.isFile() ? [{ name, kind: "file" }] : [];
    });
  } catch {
    return [];
  }
}
