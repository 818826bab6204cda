import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type ComposeFile, parseEnv, readCompose } from "../compose-file.ts";
import { writtenLessons } from "../lesson/course.ts";
import { readLesson } from "../lesson/read.ts";
import { unknownNames } from "./lesson-names.ts";

/** A check that needs no running software. */
export interface StaticCheck {
  name: string;
  /** What is wrong, a line each with its place; none: passed. */
  run: () => string[] | Promise<string[]>;
}

/** All checks of the labs' files and of what lessons name. */
export function staticChecks(root: string): StaticCheck[] {
  const labs = join(root, "labs");
  const compose = readable(labs);
  return [
    { name: "compose.yaml: it can be read, and every variable has a value", run: () => compose.wrong },
    // Where it cannot be read, that one message is enough.
    ...(compose.file ? checksWith(compose.file, root, labs) : []),
    { name: "Dockerfiles: every base image is a known one, its version from .env", run: () => wrongBases(labs) },
    { name: ".env: every version is used, and written nowhere else in the pins", run: () => pinsOf(root) },
    { name: "connectors: every body is a JSON object of strings", run: () => badConnectors(labs) },
  ];
}

function checksWith(compose: ComposeFile, root: string, labs: string): StaticCheck[] {
  return [
    { name: "compose.yaml: every mounted file exists", run: () => missingMounts(compose, labs) },
    { name: "compose.yaml: every image is a known one, and pinned", run: () => wrongImages(compose, labs) },
    {
      name: "lessons: every service, profile, port and file that a command names exists",
      run: () => writtenLessons(root).flatMap(({ file }) => unknownNames(root, readLesson(root, file), compose)),
    },
  ];
}

function readable(labs: string): { file?: ComposeFile; wrong: string[] } {
  try {
    return { file: readCompose(labs), wrong: [] };
  } catch (error) {
    return { wrong: [(error as Error).message] };
  }
}

/**
 * Names of images that were looked up. Nothing here can pull an image, so that a slip of the pen in a name would come to
 * light only at a learner's, or in the workflow that runs the labs with Docker.
 */
const IMAGES = [
  "apache/kafka",
  "apicurio/apicurio-registry",
  "grafana/grafana",
  "maven",
  "mysql",
  "postgres",
  "prom/mysqld-exporter",
  "prom/prometheus",
  "prometheuscommunity/postgres-exporter",
  "python",
];

/** What is wrong with an image's name or tag. */
function wrongImage(image: string): string | undefined {
  if (!isPinned(image)) return `image ${image}; expected a tag with a version`;
  const name = image.replace(/:[^:/]*$/, "");
  return IMAGES.includes(name) ? undefined : `image ${name}; expected one of ${IMAGES.join(", ")}`;
}

/** Mounts of files or folders that are not there. */
export function missingMounts(compose: ComposeFile, labs: string): string[] {
  return [...compose.services.values()].flatMap(({ name, mounts }) =>
    mounts
      .filter(({ source }) => !existsSync(source))
      .map(({ source }) => {
        const path = relative(labs, source);
        return `${placeIn(labs, path)}: ${name} mounts labs/${path}, which does not exist`;
      }),
  );
}

function wrongImages(compose: ComposeFile, labs: string): string[] {
  return [...compose.services.values()].flatMap(({ name, image }) => {
    // Built here from labs/<name>/Dockerfile.
    if (!image || existsSync(join(labs, name, "Dockerfile"))) return [];
    const wrong = wrongImage(image);
    return wrong ? [`${placeIn(labs, `image: ${image.replace(/:[^:/]*$/, "")}`)}: ${name}: ${wrong}`] : [];
  });
}

/** The first line of compose.yaml that holds a text. */
function placeIn(labs: string, text: string): string {
  const before = readFileSync(join(labs, "compose.yaml"), "utf8").split(text);
  return before.length > 1 ? `labs/compose.yaml:${before[0]?.split("\n").length}` : "labs/compose.yaml";
}

/** A tag that names a version: it holds a digit, and is not one of the moving names. */
export function isPinned(image: string): boolean {
  const tag = /:([^:/]+)$/.exec(image.replace(/@sha256:.*/, ""))?.[1] ?? "";
  return /\d/.test(tag) && !/latest|stable|nightly|edge/.test(tag);
}

function wrongBases(labs: string): string[] {
  const files = readdirSync(labs, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.name, "Dockerfile"))
    .filter((file) => existsSync(join(labs, file)));
  return files.flatMap((file) => {
    const stages = new Set<string>();
    return readFileSync(join(labs, file), "utf8")
      .split("\n")
      .flatMap((line, index) => {
        const [, image = "", stage] = /^FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?/i.exec(line) ?? [];
        if (stage) stages.add(stage);
        if (!image || stages.has(image)) return [];
        const place = `labs/${file}:${index + 1}`;
        // Such a version comes from .env through compose.yaml.
        if (!/:[^/]*\$\{\w+_VERSION\}/.test(image))
          return [`${place}: image ${image}; expected its version as \${…_VERSION}`];
        const wrong = wrongImage(image.replace(/\$\{\w+_VERSION\}/g, "1"));
        return wrong ? [`${place}: ${wrong}`] : [];
      });
  });
}

function pinsOf(root: string): string[] {
  const env = parseEnv(readFileSync(join(root, "labs", ".env"), "utf8"));
  const compose = readFileSync(join(root, "labs", "compose.yaml"), "utf8");
  const pom = readFileSync(join(root, "labs", "verify", "stack", "pins", "pom.xml"), "utf8");
  const unused = Object.keys(env).filter((name) => !compose.includes(`{${name}`));
  const binaries = /<postgres\.binaries\.version>([^<]*)</.exec(pom)?.[1] ?? "";
  return [
    ...unused.map((name) => `labs/.env: nothing in compose.yaml uses ${name}`),
    ...(binaries.startsWith(`${env.POSTGRES_VERSION}.`)
      ? []
      : [
          `labs/verify/stack/pins/pom.xml: PostgreSQL ${binaries}; expected a build of ${env.POSTGRES_VERSION}, as labs/.env says`,
        ]),
  ];
}

function badConnectors(labs: string): string[] {
  const folder = join(labs, "connectors");
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  return files.flatMap((name) => {
    try {
      const body = JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, unknown>;
      const wrong = Object.entries(body).filter(([, value]) => typeof value !== "string");
      const unnamed = "connector.class" in body ? [] : [`labs/connectors/${name}: no connector.class`];
      return [...unnamed, ...wrong.map(([key]) => `labs/connectors/${name}: "${key}" is no string`)];
    } catch (error) {
      return [`labs/connectors/${name}: ${(error as Error).message}`];
    }
  });
}
