import type UserConfig from "@11ty/eleventy/UserConfig";
import { prepareDiagrams } from "./index.ts";

/** Has every diagram of the content at hand before a build begins; what is new is rendered. */
export function diagrams(config: UserConfig): void {
  config.on("eleventy.before", ({ directories }: { directories: { input: string } }) =>
    prepareDiagrams(directories.input),
  );
}
