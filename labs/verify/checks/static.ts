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
  let compose: ComposeFile | undefined;
  const read = () => {
    compose ??= readCompose(labs);
    return compose;
  };
  return [
    { name: "compose.yaml: every variable has a value", run: () => unreadable(read) },
    { name: "compose.yaml: every mounted file exists", run: () => missingMounts(read(), labs) },
    { name: "compose.yaml: every image is pinned", run: () => unpinnedImages(read(), labs) },
    { name: "Dockerfiles: every base image is pinned", run: () => unpinnedBases(labs) },
    { name: ".env: every version is used, and written nowhere else in the pins", run: () => pinsOf(root) },
    { name: "connectors: every body is a JSON object of strings", run: () => badConnectors(labs) },
    {
      name: "lessons: every service, profile, port and file that a command names exists",
      run: () => writtenLessons(root).flatMap(({ file }) => unknownNames(root, readLesson(root, file), read())),
    },
  ];
}

function unreadable(read: () => ComposeFile): string[] {
  try {
    read();
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
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

function unpinnedImages(compose: ComposeFile, labs: string): string[] {
  return [...compose.services.values()].flatMap(({ name, image }) =>
    image && !isPinned(image)
      ? [
          `${placeIn(labs, `image: ${image.replace(/:[^:/]*$/, "")}`)}: image ${image} of ${name}; expected a tag with a version`,
        ]
      : [],
  );
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

function unpinnedBases(labs: string): string[] {
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
        // A version given as ${…_VERSION} comes from .env through compose.yaml.
        if (!image || stages.has(image) || isPinned(image.replace(/\$\{\w+_VERSION\}/g, "1"))) return [];
        return [`labs/${file}:${index + 1}: base image ${image}; expected a tag with a version`];
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
