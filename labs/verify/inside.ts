import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Places } from "./places.ts";
import { down, insideCommand, isUp, up } from "./stack/stack.ts";

/** Descriptor on which a process inside learns that the one outside is gone. */
export const LIFELINE = 3;

/**
 * Runs the command line again inside the stack's namespaces. A stack that is not running is started for as long as that
 * takes: it dies with this process, however that ends.
 * @param profiles whose services such a stack has, unseen until they are asked for
 * @returns exit status of the run inside
 */
export async function enterAndRun(places: Places, args: string[], profiles: readonly string[]): Promise<number> {
  const own = !(await isUp(places));
  if (own) await up(places, { profiles: [...profiles], tied: true, say: console.log });
  try {
    const node = [
      process.execPath,
      "--import",
      import.meta.resolve("tsx"),
      join(import.meta.dirname, "cli.ts"),
      ...args,
    ];
    const [name = "", ...words] = insideCommand(places, places.root, node);
    const child = spawn(name, words, { stdio: ["inherit", "inherit", "inherit", "pipe"] });
    return await new Promise<number>((resolve) => child.on("close", (code) => resolve(code ?? 1)));
  } finally {
    if (own) await down(places, () => {});
  }
}
