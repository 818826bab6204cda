import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Places } from "./places.ts";
import { down, insideCommand, isUp, up } from "./stack/stack.ts";

/** Descriptor on which a process inside learns that the one outside is gone. */
export const LIFELINE = 3;

/**
 * Runs this program again inside the stack's namespaces. A stack that is not running is started for as long as that
 * takes: it dies with this process, however that ends.
 * @param done called before the stack is stopped
 * @returns exit status of the run inside
 */
export async function enterAndRun(
  places: Places,
  args: string[],
  program = "cli.ts",
  done: () => Promise<void> = async () => {},
): Promise<number> {
  const own = !(await isUp(places));
  if (own) await up(places, { profiles: ["mysql", "monitoring"], tied: true, say: console.log });
  try {
    const node = [
      process.execPath,
      "--import",
      import.meta.resolve("tsx"),
      join(import.meta.dirname, program),
      ...args,
    ];
    const [name = "", ...words] = insideCommand(places, places.root, node);
    const child = spawn(name, words, { stdio: ["inherit", "inherit", "inherit", "pipe"] });
    const status = await new Promise<number>((resolve) => child.on("close", (code) => resolve(code ?? 1)));
    await done();
    return status;
  } finally {
    if (own) await down(places, () => {});
  }
}
