import { connect } from "node:net";
import { join } from "node:path";

/** What the supervisor can be asked to do. */
export type Request =
  | { do: "up"; services: string[]; profiles: string[]; wait: boolean }
  | { do: "start" | "stop" | "restart"; services: string[] }
  | { do: "kill"; services: string[]; signal: NodeJS.Signals }
  | { do: "rm"; services: string[] }
  | { do: "down"; volumes: boolean }
  | { do: "ps" }
  | { do: "inside"; service: string }
  | { do: "fresh" }
  | { do: "end" };

export type ServiceState = "created" | "starting" | "healthy" | "unhealthy" | "exited";

/** A service as `docker compose ps` shows it. */
export interface ServiceStatus {
  name: string;
  image: string;
  state: ServiceState;
  /** Exit status of its last run; null while it runs, or before it ever did. */
  exitCode: number | null;
  /** Milliseconds since the epoch at which its process started or ended. */
  since: number;
  ports: { published: number; target: number }[];
  /** Not part of the learner's stack at present: running, but unseen until `up` names its profile. */
  parked: boolean;
  log: string;
  /** Resident memory of its processes in MB. */
  memory: number;
}

/** How to run a program beside a service. */
export interface Inside {
  pid: number;
  env: Record<string, string>;
}

/** Lines of an answer: progress while the work goes on, then one result or one error. */
export type Answer = { say: string } | { result: unknown } | { error: string };

export function controlSocket(state: string): string {
  return join(state, "control.sock");
}

/**
 * Asks the supervisor of a running stack.
 * @param say told each line of progress
 * @throws Error with the supervisor's own words; an error with code ENOENT or ECONNREFUSED where no stack runs
 */
export function ask<Result = undefined>(
  state: string,
  request: Request,
  say: (line: string) => void = () => {},
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const socket = connect(controlSocket(state));
    let rest = "";
    socket.setEncoding("utf8");
    socket.on("connect", () => socket.write(`${JSON.stringify(request)}\n`));
    socket.on("error", reject);
    socket.on("data", (text: string) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const answer = JSON.parse(line) as Answer;
        if ("say" in answer) say(answer.say);
        else if ("error" in answer) reject(new Error(answer.error));
        else resolve(answer.result as Result);
      }
    });
    socket.on("close", () => reject(new Error(`the stack ended before it answered "${request.do}"`)));
  });
}

/** Whether an error of `ask` means that no stack is running. */
export function isDown(error: unknown): boolean {
  return ["ENOENT", "ECONNREFUSED"].includes((error as NodeJS.ErrnoException).code ?? "");
}
