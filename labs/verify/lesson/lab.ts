import { type Ran, run, tail } from "../program.ts";

/** Address of Connect's REST interface, as readers type it. */
export const CONNECT = "http://localhost:8083";

/** Runs a shell line in a service, with the service's own environment. */
export async function inService(service: string, line: string, limit = 120_000): Promise<string> {
  const argv = ["docker", "compose", "exec", "-T", service, "bash", "-c", line];
  const { status, stdout, stderr }: Ran = await run(argv, { cwd: labsFolder(), limit });
  if (status === 0) return stdout;
  throw new Error(`in ${service}: ${line}\n  ended with status ${status}: ${tail(stderr || stdout)}`);
}

/** Runs the learner's own Compose command. */
export async function compose(...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await run(["docker", "compose", ...args], { cwd: labsFolder(), limit: 600_000 });
  if (status === 0) return stdout;
  throw new Error(`docker compose ${args.join(" ")}\n  ended with status ${status}: ${tail(stderr || stdout)}`);
}

/** @throws Error with Connect's own message for anything but a success */
export async function connect<Body>(method: string, path: string, body?: unknown): Promise<Body> {
  const response = await fetch(`${CONNECT}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
    signal: AbortSignal.timeout(60_000),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: HTTP ${response.status} ${text}`);
  return (text ? JSON.parse(text) : undefined) as Body;
}

function labsFolder(): string {
  return `${process.cwd()}/labs`;
}
