import { readdirSync } from "node:fs";
import { extname, join } from "node:path";

/**
 * Files of the labs that people wrote. Hidden folders and dependencies are not entered: they hold thousands of others'.
 * @param extensions with their dot: `.sh`
 * @returns paths from the project's root, sorted
 */
export function labFiles(root: string, extensions: readonly string[], folder = "labs"): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && name !== "node_modules" && name !== "__pycache__")
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return labFiles(root, extensions, path);
      return extensions.includes(extname(entry.name)) ? [path] : [];
    })
    .sort();
}
