import type { StaticCheck } from "../checks/static.ts";
import { run } from "../program.ts";
import type { Told } from "./work.ts";

/** Runs checks one after another and counts them; one that throws has failed. */
export async function runChecks({ say, count }: Pick<Told, "say" | "count">, checks: readonly StaticCheck[]) {
  for (const { name, run } of checks) {
    let wrong: string[];
    try {
      wrong = await run();
    } catch (error) {
      wrong = [(error as Error).message];
    }
    count(wrong.length === 0, name);
    for (const line of wrong) say(`    ${line}`);
  }
}

/** Runs test files in a process of their own and counts their tests. */
export async function runTests({ say, count }: Pick<Told, "say" | "count">, ...files: string[]): Promise<void> {
  const node = [
    process.execPath,
    "--import",
    import.meta.resolve("tsx"),
    "--test",
    "--test-concurrency=1",
    "--test-reporter=tap",
  ];
  const { stdout, stderr } = await run([...node, ...files], { limit: 900_000 });
  for (const [line, not, name] of stdout.matchAll(/^(not )?ok \d+ - (.*)$/gm)) {
    if (!line.includes("# SKIP")) count(!not, name ?? "");
  }
  for (const [failure] of stdout.matchAll(/^not ok [\s\S]*?^ {2}\.\.\.$/gm)) say(failure);
  if (!/^# pass/m.test(stdout)) {
    say(`${stdout}\n${stderr}`);
    count(false, `${files.join(", ")}: the tests ended without a result`);
  }
}
