import { type ChildProcess, spawn } from "node:child_process";
import type { Verification } from "../../../eleventy/verification.ts";
import { readCompose } from "../compose-file.ts";
import { nativeDriver } from "../drivers.ts";
import type { Places } from "../places.ts";
import { ask, type ServiceStatus } from "../stack/control.ts";
import { down, insideCommand, up } from "../stack/stack.ts";
import type { Stack } from "./pool.ts";
import { doPiece, type Lab, type StackPiece, type Told } from "./work.ts";

/** What the process outside sends to the one inside the stack, and what that one answers. */
interface Order {
  piece: string;
  clean: boolean;
}
type Report =
  | { say: string }
  | { count: { passed: boolean; name: string } }
  | { note: { id: string; verification: Verification } }
  | { ready: true }
  | { done: { usable: boolean } };

/**
 * Starts a stack without Docker that does pieces; it dies with this process, however that ends.
 * @param own places of this stack alone
 * @param words that run `serve` inside: the program and its arguments
 * @param tell whom a piece tells
 */
export async function startStack(
  own: Places,
  profiles: readonly string[],
  words: readonly string[],
  tell: (piece: StackPiece) => Told,
): Promise<Stack<StackPiece>> {
  await up(own, { profiles: [...profiles], tied: true, say: () => {} });
  // A piece begins, as a reader does, without the services of profiles: they go on running unseen.
  await nativeDriver(own).freshServices();
  const [name = "", ...args] = insideCommand(own, own.root, words);
  const child = spawn(name, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  child.on("error", () => {});
  await answer(child, SILENT, (report) => "ready" in report);
  let touched = false;
  const running = () => runningProfiles(own);
  return {
    running,
    work: async (piece) => {
      const has = await running();
      if (!piece.profiles.every((profile) => has.has(profile))) {
        await ask(own.state, { do: "up", services: [], profiles: [...piece.profiles], wait: true });
        touched = true;
      }
      const usable = await order(child, { piece: piece.name, clean: touched }, tell(piece));
      touched = true;
      if (!usable) throw new Error("the lab could not be made clean before it");
    },
    stop: async () => {
      if (child.connected) child.disconnect();
      await down(own, () => {});
    },
  };
}

/** Sends an order and passes on what is told until it is done. @returns whether the lab can be used again */
async function order(child: ChildProcess, sent: Order, told: Told): Promise<boolean> {
  const answered = answer(child, told, (report) => "done" in report);
  if (child.connected) child.send(sent);
  const last = await answered;
  return "done" in last && last.done.usable;
}

/** Passes on what a process tells until it tells the last thing. */
function answer(child: ChildProcess, told: Told, isLast: (report: Report) => boolean): Promise<Report> {
  return new Promise((resolve, reject) => {
    const finish = () => child.off("message", hear).off("exit", gone);
    const gone = () => {
      finish();
      reject(new Error("the process inside its stack ended"));
    };
    const hear = (report: Report) => {
      if ("say" in report) told.say(report.say);
      else if ("count" in report) told.count(report.count.passed, report.count.name);
      else if ("note" in report) told.note(report.note.id, report.note.verification);
      if (!isLast(report)) return;
      finish();
      resolve(report);
    };
    if (child.exitCode !== null || !child.connected) gone();
    else child.on("message", hear).on("exit", gone);
  });
}

const SILENT: Told = { say: () => {}, count: () => {}, note: () => {} };

/** Profiles all of whose services run, seen or not. */
async function runningProfiles({ labs, state }: Places): Promise<Set<string>> {
  const profiles = new Map<string, boolean>();
  const services = await ask<ServiceStatus[]>(state, { do: "ps" });
  for (const { name, profiles: its } of readCompose(labs).services.values()) {
    const status = services.find((service) => service.name === name);
    // Those that exist only in containers are missed nowhere.
    if (!status) continue;
    const runs = ["starting", "healthy", "unhealthy"].includes(status.state);
    for (const profile of its) profiles.set(profile, runs && (profiles.get(profile) ?? true));
  }
  return new Set([...profiles].flatMap(([profile, runs]) => (runs ? [profile] : [])));
}

/** Does pieces inside a stack as they are ordered, until the process outside is gone. */
export function serve(own: Places, pieces: readonly StackPiece[]): void {
  // The channel closes even when that one is killed.
  process.on("disconnect", () => process.exit(1));
  const lab: Lab = { places: own, driver: nativeDriver(own), seen: {} };
  const send = (report: Report) => process.send?.(report);
  const told: Told = {
    say: (line) => send({ say: line }),
    count: (passed, name) => send({ count: { passed, name } }),
    note: (id, verification) => send({ note: { id, verification } }),
  };
  process.on("message", async ({ piece: name, clean }: Order) => {
    const piece = pieces.find((one) => one.name === name);
    if (!piece) throw new Error(`no piece "${name}"; expected ${pieces.map((one) => one.name).join(", ")}`);
    send({ done: { usable: await doPiece(piece, told, lab, clean) } });
  });
  send({ ready: true });
}
