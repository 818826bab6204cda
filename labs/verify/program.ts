import { type SpawnOptions, spawn } from "node:child_process";

export interface Ran {
  status: number;
  stdout: string;
  stderr: string;
}

export interface RunOptions extends SpawnOptions {
  /** Text for its standard input. */
  input?: string;
  /** Milliseconds until it is killed. */
  limit?: number;
}

/** Runs a program to its end and keeps what it printed; a program that cannot be started is an error. */
export function run(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { input, limit, ...rest } = options;
  const [name = "", ...args] = argv;
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, { ...rest, stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    const timer = limit
      ? setTimeout(() => {
          stderr += `\nkilled after ${limit / 1000} s`;
          child.kill("SIGKILL");
        }, limit)
      : undefined;
    child.stdout?.setEncoding("utf8").on("data", (text) => {
      stdout += text;
    });
    child.stderr?.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(new Error(`${name} cannot be started: ${error.message}`));
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ status: code ?? 1, stdout, stderr });
    });
    if (input !== undefined) {
      // A program that ends without reading all of its input is judged by its status.
      child.stdin?.on("error", () => {});
      child.stdin?.end(input);
    }
  });
}

/**
 * Runs a program that has to succeed.
 * @returns what it printed on standard output
 * @throws Error with the command, its status and the end of what it said
 */
export async function must(argv: readonly string[], options: RunOptions = {}): Promise<string> {
  const { status, stdout, stderr } = await run(argv, options);
  if (status !== 0) throw new Error(`${argv.join(" ")}\n  ended with status ${status}: ${tail(stderr || stdout)}`);
  return stdout;
}

/** The last lines of a text. */
export function tail(text: string, lines = 20): string {
  return text.trimEnd().split("\n").slice(-lines).join("\n");
}
