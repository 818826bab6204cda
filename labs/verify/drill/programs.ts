import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Ran, run, tail } from "../program.ts";

/** Starts the programs of labs/python with their environment's interpreter. */
export class Programs {
  private readonly python: string;
  private readonly folder: string;

  /**
   * @param environment folder of the Python environment
   * @param labs folder of the labs
   */
  constructor(environment: string, labs: string) {
    this.python = join(environment, "bin", "python");
    this.folder = join(labs, "python");
  }

  /** @throws Error with what the program said, if it does not end well */
  async load(args: readonly string[]): Promise<string> {
    const ran: Ran = await run([this.python, "load.py", ...args], { cwd: this.folder, limit: 300_000 });
    if (ran.status !== 0) throw new Error(`load.py ${args.join(" ")}: ${tail(ran.stderr || ran.stdout)}`);
    return ran.stdout.trim();
  }

  consumer(args: readonly string[]): ChildProcess {
    return spawn(this.python, ["drill_consumer.py", ...args], { cwd: this.folder, stdio: ["ignore", "pipe", "pipe"] });
  }
}

/**
 * The consumer as a supervisor runs it: whenever it dies it is started again, until it has read everything.
 * Its first process kills itself between applying a batch and committing it.
 */
export class Consumer {
  /** Processes that were killed. */
  readonly killed: number[] = [];
  starts = 0;
  private child: ChildProcess | undefined;
  private finished = false;
  private readonly start: (first: boolean) => ChildProcess;
  private readonly log: string;

  /**
   * @param start starts one process
   * @param log file for what it says
   */
  constructor(start: (first: boolean) => ChildProcess, log: string) {
    this.start = start;
    this.log = log;
  }

  get done(): boolean {
    return this.finished && this.child === undefined;
  }

  /** Keeps it running; returns when it has read everything or is stopped. */
  async supervise(): Promise<void> {
    while (!this.finished) {
      const child = this.start(this.starts++ === 0);
      this.child = child;
      for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part) => appendFileSync(this.log, part));
      const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
        child.on("close", (...how) => resolve(how)),
      );
      this.child = undefined;
      if (signal === "SIGKILL" && child.pid && !this.finished) this.killed.push(child.pid);
      if (code === 0) this.finished = true;
      else if (!this.finished) await pause(200);
    }
  }

  /** Gives up: the drill failed on the way. */
  stop(): void {
    this.finished = true;
    this.child?.kill("SIGKILL");
  }
}
