import { copyFile, mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { must, run, tail } from "../program.ts";
import { needJava } from "./java.ts";
import type { Pins } from "./pins.ts";

/** The executions of labs/connect/pom.xml that resolve everywhere; debezium-scripting comes with the stack's own pom. */
const CONNECT_STEPS = [
  "unpack@connectors",
  "copy@groovy-postgres",
  "copy@groovy-mysql",
  "copy-dependencies@converters",
  "copy@jmx-exporter",
];

/**
 * Downloads what Maven repositories hold: Kafka, the Connect plug-ins, PostgreSQL, the registry.
 * @param tree folder to fill
 * @param repository Maven's local repository, shared by all trees
 * @throws Error naming each coordinate that cannot be had
 */
export async function fetchMaven(pins: Pins, labs: string, tree: string, repository: string): Promise<void> {
  const common = ["-B", "-ntp", "-q", `-Dmaven.repo.local=${repository}`, ...settings(pins.maven)];
  // Copies: Maven writes beside a pom what it has unpacked, and would not unpack it again for another tree.
  const stack = await copyPom(join(import.meta.dirname, "pins", "pom.xml"), join(tree, "build", "stack"));
  const connect = await copyPom(join(labs, "connect", "pom.xml"), join(tree, "build", "connect"));
  const postgres = process.arch === "arm64" ? "arm64v8" : "amd64";
  await maven([...common, "-f", stack, `-Dout=${tree}`, `-Dpostgres.arch=${postgres}`, "package"]);
  await maven([
    ...common,
    "-f",
    connect,
    `-Dout=${tree}/connect`,
    ...CONNECT_STEPS.map((step) => `dependency:${step}`),
  ]);
  await rm(join(tree, "build"), { recursive: true });
  await layOut(tree);
}

/**
 * Downloads one artifact that no pom lists.
 * @param coordinate `group:artifact:version`
 * @returns its file, in the given folder
 */
export async function downloadArtifact(coordinate: string, repository: string, folder: string): Promise<string> {
  const copy = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";
  const artifact = [`-Dartifact=${coordinate}`, `-DoutputDirectory=${folder}`];
  await maven(["-B", "-ntp", "-q", `-Dmaven.repo.local=${repository}`, copy, ...artifact]);
  const [, name, version] = coordinate.split(":");
  return join(folder, `${name}-${version}.jar`);
}

async function copyPom(pom: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await copyFile(pom, join(folder, "pom.xml"));
  return join(folder, "pom.xml");
}

function settings(values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).map(([name, value]) => `-D${name}=${value}`);
}

async function maven(args: string[]): Promise<void> {
  const { status, stdout, stderr } = await run(["mvn", ...args]);
  if (status === 0) return;
  const said = `${stdout}\n${stderr}`;
  const coordinates = missingCoordinates(said);
  throw new Error(
    coordinates.length > 0
      ? `Maven cannot download ${coordinates.join(", ")}`
      : `mvn ${args.join(" ")}\n  ended with status ${status}: ${tail(said)}`,
  );
}

/** The artifacts that Maven names as not found or not transferred. */
export function missingCoordinates(said: string): string[] {
  const named = said.matchAll(
    /(?:find artifact|transfer artifact|descriptor for|download artifact:?|absent:?)\s+([\w.-]+(?::[\w.-]+){2,4})/g,
  );
  return [...new Set([...named].map(([, coordinate]) => coordinate ?? ""))];
}

/** Brings what was unpacked into the places where a service looks for it. */
async function layOut(tree: string): Promise<void> {
  const [archive] = (await readdir(join(tree, "postgres-jar"))).filter((name) => name.endsWith(".txz"));
  if (!archive) throw new Error(`${tree}/postgres-jar: no .txz with PostgreSQL in it`);
  await mkdir(join(tree, "postgres"));
  await must(["tar", "-xJf", join(tree, "postgres-jar", archive), "-C", join(tree, "postgres")]);
  await rm(join(tree, "postgres-jar"), { recursive: true });

  const jars = (await readdir(join(tree, "scripting"), { recursive: true })).filter((name) => name.endsWith(".jar"));
  if (jars.length === 0)
    throw new Error(`${tree}/scripting: no debezium-scripting jar in Debezium Server's distribution`);
  for (const database of ["postgres", "mysql"]) {
    const plugin = join(tree, "connect", "plugins", `debezium-connector-${database}`);
    await must(["cp", ...jars.map((jar) => join(tree, "scripting", jar)), plugin]);
  }
  await rm(join(tree, "scripting"), { recursive: true });

  // As in the image: without this manifest Connect would not see the converter.
  const java = needJava(17, "Kafka");
  const plugins = join(tree, "connect", "plugins");
  const args = ["org.apache.kafka.tools.ConnectPluginPath", "sync-manifests", "--plugin-path", plugins];
  await must([join(java.home, "bin", "java"), "-cp", `${tree}/kafka/libs/*`, ...args]);
  await rename(join(tree, "kafka", "libs"), join(tree, "kafka-libs"));
  await rm(join(tree, "kafka"), { recursive: true });
}
