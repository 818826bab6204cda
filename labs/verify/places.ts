import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Folder of the downloads and of the running stack; nothing of it lies in the repository. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "debezium-course-labs");
}

/** Where the parts of one project's stack lie on this machine. */
export interface Places {
  /** Project root (absolute): holds labs/ and content/. */
  root: string;
  labs: string;
  cache: string;
  /** Data, logs, sockets and generated files of this checkout's stack. */
  state: string;
}

/** @param root absolute project root; two checkouts have two stacks and never meet */
export function placesOf(root: string, env: NodeJS.ProcessEnv = process.env): Places {
  const cache = cacheFolder(env);
  const name = createHash("sha256").update(root).digest("hex").slice(0, 8);
  return { root, labs: join(root, "labs"), cache, state: join(cache, "stacks", name) };
}

/** @throws Error where the current folder is not the project's root */
export function projectRoot(): string {
  const root = process.cwd();
  if (!existsSync(join(root, "labs", "compose.yaml"))) {
    throw new Error(`${root}: no labs/compose.yaml here; expected to be run from the project's root`);
  }
  return root;
}
