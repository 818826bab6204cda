import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { hostname } from "node:os";
import { join } from "node:path";
import { type Answer, controlSocket, type Inside, type Request } from "./control.ts";
import { enterWords, entrance, entrances } from "./entrance.ts";
import { forward } from "./forward.ts";
import { quote } from "./quote.ts";
import { RunningService } from "./running-service.ts";
import type { StackPlan } from "./service-plan.ts";

/**
 * Runs inside the stack's namespaces: starts the services, forwards ports, and does what the stand-in and the command
 * line ask for. Its process is the second one there; when it ends, the namespaces and everything in them end.
 */
class Supervisor {
  private readonly services = new Map<string, RunningService>();
  private readonly plan: StackPlan;

  constructor(plan: StackPlan) {
    this.plan = plan;
    for (const service of plan.services) {
      const folder = join(plan.state, "roots", service.name);
      this.services.set(service.name, new RunningService(service, folder, () => this.changed()));
    }
  }

  private changed(): void {
    this.writeHosts();
    this.writeEntrances();
  }

  /**
   * As in a Compose network, a name exists as long as its container runs. The file is written in place: it is mounted
   * over /etc/hosts, and a new file would not be seen there.
   */
  private writeHosts(): void {
    const reachable = [...this.services.values()].filter((service) => service.reachable);
    const lines = reachable.map(({ plan: { address, name } }) => `${address} ${name}\n`);
    writeFileSync(join(this.plan.state, "hosts"), `127.0.0.1 localhost ${hostname()}\n${lines.join("")}`);
  }

  /** By these files `docker compose exec` needs neither a Node nor this process. */
  private writeEntrances(): void {
    for (const service of this.services.values()) {
      const file = entrance(this.plan.state, service.plan.name);
      if (!service.reachable || !service.pid) {
        rmSync(file, { force: true });
        continue;
      }
      const words = enterWords({ pid: service.pid, env: service.env }).map(quote);
      writeFileSync(`${file}.new`, `exec ${words.join(" ")} "$@"\n`);
      renameSync(`${file}.new`, file);
    }
  }

  async listen(): Promise<void> {
    for (const { name, ports } of this.plan.services) {
      for (const { published, target } of ports) {
        if (published === target) continue;
        await forward(published, name, target, () => this.known(name).reachable);
      }
    }
    const server = createServer((socket) => this.serve(socket));
    server.listen(controlSocket(this.plan.state));
  }

  private serve(socket: Socket): void {
    let text = "";
    const answer = (line: Answer) => socket.writable && socket.write(`${JSON.stringify(line)}\n`);
    socket.on("error", () => {});
    socket.setEncoding("utf8").on("data", async (part: string) => {
      text += part;
      const end = text.indexOf("\n");
      if (end < 0) return;
      const request = JSON.parse(text.slice(0, end)) as Request;
      try {
        const result = await this.handle(request, (say) => answer({ say }));
        answer({ result: result ?? null });
      } catch (error) {
        answer({ error: (error as Error).message });
      }
      socket.end();
      if (request.do === "end") process.exit(0);
    });
  }

  private async handle(request: Request, say: (line: string) => void): Promise<unknown> {
    switch (request.do) {
      case "up":
        return this.up(request, say);
      case "start":
        return this.startAll(this.named(request.services), say, false);
      case "restart":
        for (const service of this.named(request.services)) {
          await service.stop();
          service.start();
          say(`Container ${this.container(service)} Started`);
        }
        return;
      case "stop":
        return this.stopAll(this.named(request.services), say);
      case "kill":
        for (const service of this.named(request.services)) {
          await service.kill(request.signal);
          say(`Container ${this.container(service)} Killed`);
        }
        return;
      case "rm":
        return this.remove(this.named(request.services), say);
      case "down":
        return this.down(request.volumes, say);
      case "ps":
        return [...this.services.values()].map((service) => service.status());
      case "inside":
        return this.inside(request.service);
      case "fresh":
        return this.fresh(say);
      case "end":
        return this.stopAll([...this.services.values()], say);
    }
  }

  /** The services of the asked profiles, those asked by name, and what they depend on. */
  private async up(request: Request & { do: "up" }, say: (line: string) => void): Promise<void> {
    const wanted = new Set<RunningService>();
    const want = (service: RunningService): void => {
      if (wanted.has(service)) return;
      for (const name of service.plan.dependsOn) want(this.known(name));
      wanted.add(service);
    };
    if (request.services.length > 0) for (const service of this.named(request.services)) want(service);
    else {
      for (const service of this.services.values()) {
        const { profiles } = service.plan;
        if (
          profiles.length === 0 ||
          request.profiles.includes("*") ||
          profiles.some((p) => request.profiles.includes(p))
        ) {
          want(service);
        }
      }
    }
    for (const service of wanted) service.parked = false;
    await this.startAll([...wanted], say, request.wait);
  }

  /** Starts services side by side, each after those it depends on are healthy. */
  private async startAll(services: RunningService[], say: (line: string) => void, wait: boolean): Promise<void> {
    const begun = new Map<RunningService, Promise<void>>();
    const begin = (service: RunningService): Promise<void> => {
      const already = begun.get(service);
      if (already) return already;
      const work = (async () => {
        const before = service.plan.dependsOn
          .map((name) => this.known(name))
          .filter((other) => services.includes(other));
        await Promise.all(before.map(begin));
        const started = Date.now();
        const fresh = !service.running;
        if (fresh) {
          service.start();
          say(`Container ${this.container(service)} Started`);
        }
        const waited = service.healthy();
        if (!wait && !services.some((other) => other.plan.dependsOn.includes(service.plan.name))) {
          // Nobody waits for it; whether it became healthy shows in `ps`.
          waited.catch(() => {});
          return;
        }
        await waited;
        const seconds = fresh ? ` after ${((Date.now() - started) / 1000).toFixed(1)} s` : "";
        say(`Container ${this.container(service)} Healthy${seconds}`);
      })();
      begun.set(service, work);
      return work;
    };
    const done = await Promise.allSettled(services.map(begin));
    const failed = done.filter((result) => result.status === "rejected");
    if (failed.length > 0) throw new Error(failed.map(({ reason }) => (reason as Error).message).join("\n"));
  }

  /** What depends on others first: Connect hangs on its producers once Kafka is gone. */
  private async stopAll(services: RunningService[], say: (line: string) => void): Promise<void> {
    const left = new Set(services.filter((service) => service.running));
    while (left.size > 0) {
      const free = [...left].filter(
        (service) => ![...left].some((other) => other.plan.dependsOn.includes(service.plan.name)),
      );
      await Promise.all(
        free.map(async (service) => {
          await service.stop();
          say(`Container ${this.container(service)} Stopped`);
        }),
      );
      for (const service of free) left.delete(service);
    }
  }

  /** Containers, with the volumes that have no name. */
  private async remove(services: RunningService[], say: (line: string) => void): Promise<void> {
    await this.stopAll(services, say);
    for (const service of services) {
      service.forget(service.plan.named);
      say(`Container ${this.container(service)} Removed`);
    }
  }

  private async down(volumes: boolean, say: (line: string) => void): Promise<void> {
    await this.stopAll([...this.services.values()], say);
    for (const service of this.services.values()) {
      service.parked = true;
      if (volumes) service.forget();
    }
  }

  /**
   * The learner's stack as after `docker compose up`. Services of profiles are no part of it: those that may go on
   * running unseen, because starting them again takes long; the others are stopped with their data.
   */
  private async fresh(say: (line: string) => void): Promise<void> {
    const extra = [...this.services.values()].filter(({ plan }) => plan.profiles.length > 0);
    for (const service of extra) service.parked = true;
    const stopping = extra.filter(({ plan }) => !plan.parks);
    await this.stopAll(stopping, say);
    for (const service of stopping) service.forget();
    const used = extra.filter((service) => service.plan.parks && service.status().state !== "created");
    const always = [...this.services.values()].filter(({ plan }) => plan.profiles.length === 0);
    await this.startAll([...always, ...used], say, true);
  }

  private inside(name: string): Inside {
    const service = this.known(name);
    if (!service.pid || service.parked) throw new Error(`service "${name}" is not running`);
    return { pid: service.pid, env: service.env };
  }

  /** The named services; all that the learner sees if none is named. */
  private named(names: string[]): RunningService[] {
    if (names.length === 0) return [...this.services.values()].filter((service) => !service.parked);
    return names.map((name) => this.known(name));
  }

  private known(name: string): RunningService {
    const service = this.services.get(name);
    if (service) return service;
    const reason = this.plan.absent[name];
    if (reason) throw new Error(`service "${name}" runs only in a container: ${reason}`);
    throw new Error(`no such service: ${name}; expected ${[...this.services.keys()].join(", ")}`);
  }

  private container({ plan }: RunningService): string {
    return `${this.plan.project}-${plan.name}-1`;
  }
}

const file = process.argv[2] ?? "";
const plan = JSON.parse(readFileSync(file, "utf8")) as StackPlan;
rmSync(controlSocket(plan.state), { force: true });
mkdirSync(entrances(plan.state), { recursive: true });
void new Supervisor(plan).listen();
