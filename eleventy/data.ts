import { statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type UserConfig from "@11ty/eleventy/UserConfig";
import { buildCourse } from "./course.ts";

/**
 * TypeScript data files (`_data/*.ts`, `*.11tydata.ts`). The plan of the course is completed with the
 * front matter of its lessons on its way to the templates.
 */
export function typescriptData(config: UserConfig): void {
  config.addDataExtension("ts", {
    read: false,
    parser: async (path: string) => {
      const value = await importFresh(path);
      return basename(path) === "course.ts"
        ? buildCourse(value as Parameters<typeof buildCourse>[0], process.cwd())
        : value;
    },
  });
}

/** Imports a module's default export again after each edit: Node keeps a module for good under one address. */
async function importFresh(path: string): Promise<unknown> {
  const file = resolve(path);
  const url = pathToFileURL(file);
  url.searchParams.set("edited", String(statSync(file).mtimeMs));
  return (await import(url.href)).default;
}
