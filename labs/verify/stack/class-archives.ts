import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Places } from "../places.ts";
import { must } from "../program.ts";
import { until } from "../wait.ts";
import { ask, type ServiceStatus } from "./control.ts";
import { claim } from "./fetch.ts";
import { ARCHIVE_VARIABLE, ARCHIVES } from "./kafka-tools.ts";
import type { StackPlan } from "./service-plan.ts";

/*
 * Archives of the classes that Kafka's programs load (class data sharing, JEP 350). A JVM that has one starts with half
 * of the processor time, and the proof of the labs starts more than a hundred. They are made once for a downloaded tree
 * and a Java, by programs that run as they always do.
 */

/** What the programs do while their classes are noted: what lessons do most. One shell line in the broker's root. */
const EXERCISE = `cd /opt/kafka/bin && set -e
server='--bootstrap-server kafka:29092'
./kafka-topics.sh $server --create --topic exercise
echo one | ./kafka-console-producer.sh $server --topic exercise
./kafka-console-consumer.sh $server --topic exercise --from-beginning --max-messages 1 --group exercise
./kafka-get-offsets.sh $server --topic exercise
./kafka-consumer-groups.sh $server --describe --group exercise
./kafka-configs.sh $server --describe --entity-type topics --entity-name exercise`;

/** Starts and stops a stack of a plan; how is the business of `stack.ts`. */
export interface Starter {
  start: (places: Places, plan: StackPlan) => Promise<void>;
  stop: (places: Places) => Promise<void>;
  /** Words that run a command inside the stack. */
  inside: (places: Places, argv: readonly string[]) => string[];
}

/**
 * Folder of the archives for a tree and a Java. It lies in the tree: archives are of no use to any other.
 * @param home of the Java that runs Kafka
 */
export function archiveFolder(tree: string, home: string): string {
  const release = join(home, "release");
  const java = `${home}\0${existsSync(release) ? readFileSync(release, "utf8") : ""}`;
  return join(tree, "class-archives", createHash("sha256").update(java).digest("hex").slice(0, 16));
}

/**
 * Makes the archives by a stack of its own, unless they are there. Without them everything works, only slower: a failure
 * is told and is none of the caller's.
 * @param places of the stack that is about to be started
 * @param planFor plans a stack whose programs of Kafka see the given archives
 * @returns the folder of the archives
 */
export function makeArchives(...[folder, places, planFor, starter, say]: Parameters<typeof make>): Promise<string> {
  // Several stacks may be about to start at once.
  const making = underWay.get(folder) ?? make(folder, places, planFor, starter, say);
  underWay.set(folder, making);
  return making;
}

const underWay = new Map<string, Promise<string>>();

async function make(
  folder: string,
  places: Places,
  planFor: (places: Places, archives: string) => StackPlan,
  { start, stop, inside }: Starter,
  say: (line: string) => void,
): Promise<string> {
  if (existsSync(folder)) return folder;
  const part = `${folder}.part-${process.pid}`;
  const own = { ...places, state: `${places.state}-archives` };
  say("noting which classes Kafka's programs load, once: they start faster from now on");
  try {
    await rm(part, { recursive: true, force: true });
    await mkdir(part, { recursive: true });
    const plan = planFor(own, part);
    for (const { binds, env } of plan.services)
      if (binds.some(({ target }) => target === ARCHIVES)) env[ARCHIVE_VARIABLE] = "make";
    await start(own, plan);
    try {
      await must(inside(own, ["docker", "compose", "exec", "-T", "kafka", "bash", "-c", EXERCISE]), { limit: 180_000 });
      // By their own signal and not by `stop`, which loses its patience: a JVM writes its archive when it ends.
      for (const service of ["connect", "kafka"]) {
        await ask(own.state, { do: "kill", services: [service], signal: "SIGTERM" });
        const ended = async () => {
          const all = await ask<ServiceStatus[]>(own.state, { do: "ps" });
          return all.some(({ name, state }) => name === service && state === "exited");
        };
        await until(`${service} ends`, ended, { every: 250 });
      }
    } finally {
      await stop(own);
    }
    await claim(part, folder);
  } catch (error) {
    say(`no class archives: ${(error as Error).message}`);
  } finally {
    await rm(part, { recursive: true, force: true });
    await rm(own.state, { recursive: true, force: true });
  }
  return folder;
}
