import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { ComposeFile } from "../compose-file.ts";
import type { RunnableLesson } from "../lesson/read.ts";

/** A name in a piece of code, and its line there, counted from 0. */
export interface Named {
  name: string;
  line: number;
}

/** Options of Compose commands that take a value in the next word. */
const WITH_VALUE =
  /^(-e|--env|-w|--workdir|-u|--user|-n|--tail|--since|--until|-s|--signal|-t|--timeout|--format|--status|--index)$/;

/** Commands whose words are services. */
const OF_SERVICES = /^(up|exec|run|stop|start|restart|kill|logs|ps|pause|unpause|top|port|build|pull|rm|create|wait)$/;

/**
 * Services, profiles, ports and files of the labs that a lesson's commands name and that are not there.
 * @returns a line for each, with its place
 */
export function unknownNames(root: string, lesson: RunnableLesson, compose: ComposeFile): string[] {
  const services = [...compose.services.keys()];
  const profiles = new Set([...compose.services.values()].flatMap((service) => service.profiles));
  const ports = new Set(
    [...compose.services.values()].flatMap((service) => service.ports.map(({ published }) => published)),
  );
  const folders = readdirSync(join(root, "labs"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const written = new Set(lesson.steps.flatMap(({ block }) => writtenFiles(block.body)));
  const isFile = (name: string) => written.has(name) || existsSync(join(root, "labs", name));
  return lesson.steps.flatMap(({ block, info }) => {
    const wrong = (found: readonly Named[], known: (name: string) => boolean, what: string, expected: string) =>
      found
        .filter(({ name }) => !known(name))
        .map(
          ({ name, line }) => `${lesson.file}:${block.place.line + 1 + line}: ${what} "${name}"; expected ${expected}`,
        );
    const published = [...ports].sort((a, b) => a - b).join(", ");
    const reached = wrong(localPorts(block.body), (name) => ports.has(Number(name)), "port", published);
    if (info.run !== "bash") return info.run === "python" ? reached : [];
    return [
      ...wrong(namedServices(block.body), (name) => services.includes(name), "service", services.join(", ")),
      ...wrong(
        namedProfiles(block.body),
        (name) => profiles.has(name) || name === "*",
        "profile",
        [...profiles].join(", "),
      ),
      ...wrong(namedFiles(block.body, folders), isFile, "file", "a path inside labs/"),
      ...reached,
    ];
  });
}

/** Services that the Compose commands of a shell block name. */
export function namedServices(code: string): Named[] {
  return calls(code).flatMap(({ command, rest, line }) => {
    const words = rest.match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
    const plain: string[] = [];
    for (let i = 0; i < words.length; i++) {
      const word = words[i] ?? "";
      // In `exec`, -t is a switch; in `up`, so is all that is short.
      const takesValue = WITH_VALUE.test(word) && command !== "up" && !(command === "exec" && word === "-t");
      if (takesValue) i++;
      else if (!word.startsWith("-")) plain.push(word);
      // What follows the service is a program of its own with its own words.
      if (/^(exec|run)$/.test(command) && plain.length > 0) break;
    }
    const names =
      command === "cp"
        ? plain.flatMap((word) => /^([a-z][\w-]*):/.exec(word)?.[1] ?? [])
        : OF_SERVICES.test(command)
          ? plain
          : [];
    return names.filter((name) => !name.includes("$")).map((name) => ({ name, line }));
  });
}

/** Profiles that a shell block starts. */
export function namedProfiles(code: string): Named[] {
  return found(code, /docker compose\s[^|;&\n]*?--profile[= ]+["']?([\w*-]+)/g);
}

/** Every `docker compose` of a shell block, with what stands behind its command up to the end of it. */
function calls(code: string): { command: string; rest: string; line: number }[] {
  // A continued line is one command; blanks in place of its end keep every place where it was.
  const joined = code.replace(/\\\n/g, "  ");
  const pattern = /docker compose ((?:--?[a-z-]+[= ]\S+ +)*)(\w+)([^|;&><)\n]*)/g;
  return [...joined.matchAll(pattern)].map(({ 0: whole, 2: command = "", 3: rest = "", index }) => ({
    command,
    // `2>` is a redirection, not a word.
    rest: joined[index + whole.length] === ">" ? rest.replace(/\s\d$/, "") : rest,
    line: lineAt(code, index),
  }));
}

/**
 * Files that a shell block hands to a program: `-d @connectors/orders.json`, `jq . connectors/orders.json`.
 * @param folders those of the labs: a word that begins with one is a path
 */
export function namedFiles(code: string, folders: readonly string[]): Named[] {
  const handed = found(code, /(?<=[\s="'])@([\w./-]+\.[a-z]+)/g);
  const paths = found(code, /(?<=[\s="'])([\w-]+\/[\w./-]*\.[a-z]+)\b/g);
  const all = [...handed, ...paths.filter(({ name }) => folders.includes(name.split("/")[0] ?? ""))];
  return all.filter(
    (one, index) => !one.name.startsWith("/") && all.findIndex(({ name }) => name === one.name) === index,
  );
}

/** Files that a shell block writes: they are there once it has run. */
export function writtenFiles(code: string): string[] {
  return found(code, />\s*([\w./-]+)/g).map(({ name }) => name);
}

/** Ports of this machine that a block reaches for. */
export function localPorts(code: string): Named[] {
  return found(code, /(?:localhost|127\.0\.0\.1):(\d{2,5})\b/g);
}

function found(code: string, pattern: RegExp): Named[] {
  return [...code.matchAll(pattern)].map((match) => ({ name: match[1] ?? "", line: lineAt(code, match.index) }));
}

function lineAt(code: string, index: number): number {
  return code.slice(0, index).split("\n").length - 1;
}
