import { collectDiagrams, errorOf } from "./collect.ts";
import { compareDiagrams } from "./compare.ts";
import { renderInto } from "./prepare.ts";
import type { Store } from "./store.ts";

export const USAGE = "npm run diagrams [-- --check | --all | --all --compare]";

export interface Command {
  /** Folder with the Markdown files. */
  content: string;
  store: Store;
  /** Takes what to tell the caller, a line each. */
  say: (line: string) => void;
}

/**
 * `npm run diagrams`: renders what is missing and removes what no lesson shows.
 * - `--check` changes nothing and fails on missing or orphan files;
 * - `--all` renders everything again;
 * - `--all --compare` changes nothing and fails if a diagram now comes out differently.
 * @returns whether all is well
 * @throws Error for unknown arguments, or if a browser is needed and there is none
 */
export async function runDiagrams(args: readonly string[], command: Command): Promise<boolean> {
  const options = [...args].sort().join(" ");
  const { store, say } = command;
  const { diagrams, errors } = collectDiagrams(command.content);
  for (const { message } of errors) say(message);
  const wanted = new Set(diagrams.map(({ key }) => key));
  const missing = diagrams.filter(({ key }) => store.read(key) === null);
  const orphans = store.keys().filter((key) => !wanted.has(key));

  switch (options) {
    case "--check":
      for (const { key, fence } of missing)
        say(`${fence.file}:${fence.line}: mermaid: no ${store.pathOf(key)}; run npm run diagrams and commit it`);
      for (const key of orphans)
        say(`${store.pathOf(key)}: shown nowhere; run npm run diagrams and commit its removal`);
      if (missing.length + orphans.length + errors.length === 0) say(`${diagrams.length} diagrams, all rendered`);
      return missing.length + orphans.length + errors.length === 0;
    case "":
    case "--all": {
      const todo = options === "" ? missing : diagrams;
      const faults = await renderInto(store, todo);
      for (const { message } of faults) say(message);
      // A broken lesson hides its diagrams, so nothing is known to be an orphan.
      const removed = errors.length === 0 ? orphans : [];
      for (const key of removed) store.remove(key);
      say(`${diagrams.length} diagrams: ${todo.length - faults.length} rendered, ${removed.length} removed`);
      return errors.length + faults.length === 0;
    }
    case "--all --compare":
      return (await compareAll(diagrams, store, say)) && errors.length === 0;
    default:
      throw new Error(`unknown arguments: ${args.join(" ")}; expected ${USAGE}`);
  }
}

async function compareAll(
  diagrams: ReturnType<typeof collectDiagrams>["diagrams"],
  store: Store,
  say: (line: string) => void,
): Promise<boolean> {
  const { renderDiagrams } = await import("./render.ts");
  const results = await renderDiagrams(diagrams.map(({ diagram }) => diagram));
  let different = 0;
  for (const [index, { key, fence }] of diagrams.entries()) {
    const result = results[index] as (typeof results)[number];
    const before = store.read(key);
    const difference =
      "fault" in result
        ? errorOf(result.fault, fence).message
        : before === null
          ? "was not rendered"
          : compareDiagrams(before, result.svg);
    if (difference === null) continue;
    different++;
    say(`${fence.file}:${fence.line}: mermaid: ${store.pathOf(key)}: ${difference}`);
  }
  say(`${diagrams.length} diagrams compared, ${different} different`);
  return different === 0;
}
