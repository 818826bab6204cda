import { readdirSync } from "node:fs";
import { join } from "node:path";
import troubles, { type Trouble } from "../../../content/_data/troubleshooting.ts";
import { nativeDriver } from "../drivers.ts";
import { compose, connect, inService } from "../lesson/lab.ts";
import { resetLab } from "../lesson/reset.ts";
import { placesOf, projectRoot } from "../places.ts";
import { run, tail } from "../program.ts";
import { holds } from "./holds.ts";

/*
 * The cases that provoke the messages of content/_data/troubleshooting.ts. Inside the running stack (`npm run labs -- shell`,
 * then `cd ..`) `node --import tsx labs/verify/troubles/prove.ts [CASE …]` runs those named, or all; `--print` shows what they
 * print.
 */

/** A case waits for a message or for the end of a task; on a busy machine both take several times as long. */
const LIMIT = 120_000;

/** One case and what it has to print. */
export interface Case {
  /** Its folder and name: `server/slot-lost`. */
  name: string;
  /** Entries that say to be provoked by it. */
  entries: Trouble[];
}

/** What a case came to. */
export interface Proof {
  name: string;
  seconds: number;
  printed: string;
  /** One line each; none: every message was printed. */
  wrong: string[];
}

/** Every case there is, with the entries that name it; sorted. */
export function readCases(): Case[] {
  return readdirSync(join(import.meta.dirname, "cases"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".sh"))
    .map((file) => file.replaceAll("\\", "/").slice(0, -".sh".length))
    .sort()
    .map((name) => ({
      name,
      entries: troubles.filter(({ evidence }) => evidence.kind === "case" && evidence.case === name),
    }));
}

/** Folders of cases: how many cases of each run at once, and after which other folder. */
export const FOLDERS: Readonly<Record<string, { atOnce: number; after?: string }>> = {
  // These change what the whole PostgreSQL server has: slots of others would be lost, new ones would have to wait.
  server: { atOnce: 1 },
  postgres: { atOnce: 2, after: "server" },
  mysql: { atOnce: 1 },
  clients: { atOnce: 1 },
};

/** Runs cases in the clean lab, the folders side by side. */
export async function proveCases(root: string, cases: readonly Case[], told: (proof: Proof) => void): Promise<void> {
  if (cases.some(({ name }) => name.startsWith("mysql/"))) await compose("--profile", "mysql", "up", "-d", "--wait");
  const done = new Map<string, Promise<unknown>>();
  for (const [folder, { atOnce, after = "" }] of Object.entries(FOLDERS)) {
    const waiting = cases.filter((each) => folderOf(each) === folder);
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) told(await proveCase(root, next));
    };
    const before = done.get(after) ?? Promise.resolve();
    done.set(
      folder,
      before.then(() => Promise.all(Array.from({ length: atOnce }, work))),
    );
  }
  await Promise.all(done.values());
}

/** `postgres` of `postgres/topics` */
export const folderOf = ({ name }: Case): string => name.split("/")[0] ?? "";

async function proveCase(root: string, { name, entries }: Case): Promise<Proof> {
  const begun = Date.now();
  const script = `verify/troubles/cases/${name}.sh`;
  const { status, stdout, stderr } = await run(["bash", script], { cwd: join(root, "labs"), limit: LIMIT });
  const wrong = entries
    .filter(({ message }) => !holds(stdout, message))
    .map(({ id, message }) => `labs/${script}: does not print the message "${id}": ${message}`);
  if (status !== 0) wrong.push(`labs/${script}: ended with status ${status}`);
  if (wrong.length > 0) wrong.push(`it printed:\n${tail(stdout, 60)}\non standard error:\n${tail(stderr)}`);
  return { name, seconds: (Date.now() - begun) / 1000, printed: stdout, wrong };
}

/** What the cases left behind, one line each: they have to remove all that they made but topics. */
export async function leftBehind(): Promise<string[]> {
  const connectors = await connect<string[]>("GET", "/connectors");
  const rest = await inService(
    "postgres",
    `psql -X -At -U postgres -d shop -c "SELECT 'slot ' || slot_name FROM pg_replication_slots UNION ALL
      SELECT 'publication ' || pubname FROM pg_publication WHERE pubname <> 'shop_publication' UNION ALL
      SELECT 'schema ' || nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema|public$|shop$)'"`,
  );
  return [...connectors.map((name) => `connector ${name}`), ...rest.split("\n").filter(Boolean)];
}

async function main(): Promise<number> {
  const places = placesOf(projectRoot());
  const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
  const cases = readCases().filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  await resetLab(places.root, nativeDriver(places), {});
  let failed = 0;
  await proveCases(places.root, cases, ({ name, seconds, printed, wrong }) => {
    if (wrong.length > 0) failed++;
    if (process.argv.includes("--print")) console.log(printed);
    console.log(`${wrong.length === 0 ? "ok    " : "FAILED"} ${name}, ${seconds.toFixed(1)} s`);
    for (const line of wrong) console.log(line);
  });
  const left = await leftBehind();
  for (const line of left) console.log(`left behind: ${line}`);
  return failed + left.length > 0 ? 1 : 0;
}

if (process.argv[1] === import.meta.filename) process.exitCode = await main();
