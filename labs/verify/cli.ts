import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { CHANGES, drill } from "./drill/drill.ts";
import { composeDriver, nativeDriver } from "./drivers.ts";
import { enterAndRun } from "./inside.ts";
import { changedLessons, chooseLessons } from "./lesson/course.ts";
import { compose } from "./lesson/lab.ts";
import { proveLessons } from "./lesson/prove.ts";
import { readLesson } from "./lesson/read.ts";
import { resetLab } from "./lesson/reset.ts";
import { holdLifeline } from "./lifeline.ts";
import { servicesOf } from "./pieces.ts";
import { placesOf, projectRoot } from "./places.ts";
import { LOCKS, pythonEnvironment } from "./python/environment.ts";
import { down, insideCommand, isUp, statuses, up } from "./stack/stack.ts";

const USAGE = `npm run labs -- <command>
  up [--profile NAME …]   start the stack without Docker (all profiles unless some are named)
  down                    stop it
  status                  what runs, since when, how much memory it takes
  shell                   a shell inside, where docker, localhost:8083 and the rest are the stack's
  lesson ID|FILE …        execute lessons and compare their outputs; --changed: those that changed since their last green run
         [--update]       write what was printed into the lessons
         [--driver NAME]  native (default) or compose
  drill                   20,000 changes in each database while everything is killed: nothing may be lost
        [--driver NAME]   native (default) or compose
        [--changes N]     fewer or more of them; figures are noted from 20,000 on`;

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  up: async (args) => {
    const named = args.flatMap((word, index) => (args[index - 1] === "--profile" ? [word] : []));
    const begun = Date.now();
    await up(places, { profiles: named.length > 0 ? named : ["*"], tied: false, say: console.log });
    console.log(
      `the stack is up after ${((Date.now() - begun) / 1000).toFixed(1)} s; stop it with: npm run labs -- down`,
    );
    return 0;
  },
  down: async () => {
    await down(places, console.log);
    return 0;
  },
  status: async () => {
    if (!(await isUp(places))) {
      console.log("the stack is not running");
      return 1;
    }
    for (const { name, state, memory, log } of await statuses(places)) {
      console.log(`${name.padEnd(18)} ${state.padEnd(10)} ${String(memory).padStart(5)} MB  ${log}`);
    }
    return 0;
  },
  shell: async () => attach(insideCommand(places, places.labs, ["bash", "-i"])),
  lesson: async (args) => {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: LESSON_OPTIONS });
    const chosen = values.changed ? changedLessons(places.root) : chooseLessons(places.root, positionals);
    if (chosen.length === 0) {
      console.log(values.changed ? "no lesson changed" : USAGE);
      return values.changed ? 0 : 2;
    }
    if (values.inside) holdLifeline();
    if (values.driver === "native" && !values.inside) {
      const profiles = chosen.flatMap(({ file }) => servicesOf(readLesson(places.root, file)).profiles);
      return enterAndRun(places, ["lesson", "--inside", ...args], profiles);
    }
    const driver = values.driver === "native" ? nativeDriver(places) : composeDriver(places);
    const results = await proveLessons(places.root, chosen, driver, { update: values.update, say: console.log });
    return [...results.values()].every((failures) => failures.length === 0) ? 0 : 1;
  },
  drill: async (args) => {
    const { values } = parseArgs({ args, options: DRILL_OPTIONS });
    const changes = Number(values.changes);
    if (!Number.isInteger(changes) || changes < 1000) {
      throw new Error(`--changes ${values.changes}: expected a whole number of at least 1000`);
    }
    await pythonEnvironment(places, LOCKS.lessons, console.log);
    if (values.inside) holdLifeline();
    if (values.driver === "native" && !values.inside)
      return enterAndRun(places, ["drill", "--inside", ...args], ["mysql"]);
    const driver = values.driver === "native" ? nativeDriver(places) : composeDriver(places);
    // With MySQL running, so that it is made clean too.
    await compose("--profile", "mysql", "up", "-d", "--wait");
    await resetLab(places.root, driver, {});
    return (await drill(places, driver, { changes, say: console.log })) ? 0 : 1;
  },
};

const LESSON_OPTIONS = {
  changed: { type: "boolean", default: false },
  update: { type: "boolean", default: false },
  driver: { type: "string", default: "native" },
  /** Set by this program itself when it has entered the namespaces. */
  inside: { type: "boolean", default: false },
} as const;

const DRILL_OPTIONS = {
  changes: { type: "string", default: String(CHANGES) },
  driver: { type: "string", default: "native" },
  inside: { type: "boolean", default: false },
} as const;

const places = placesOf(projectRoot());

function attach([name = "", ...args]: string[]): Promise<number> {
  const child = spawn(name, args, { stdio: "inherit" });
  return new Promise((resolve) => child.on("close", (code) => resolve(code ?? 1)));
}

const [name = "", ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (!command) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  command(args).then(
    (status) => {
      process.exitCode = status;
    },
    (error: Error) => {
      console.error(error.message);
      process.exitCode = 1;
    },
  );
}
