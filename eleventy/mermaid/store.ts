import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Folder of rendered diagrams, relative to the project root. */
export const STORE = "assets/diagrams";

const NAME = /^([0-9a-f]{16})\.svg$/;

/** A folder of rendered diagrams, `<key>.svg` each. */
export class Store {
  readonly folder: string;

  constructor(folder: string = STORE) {
    this.folder = folder;
  }

  keys(): string[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder)
      .flatMap((name) => NAME.exec(name)?.[1] ?? [])
      .sort();
  }

  /** Path of a diagram's file, whether or not it exists. */
  pathOf(key: string): string {
    return join(this.folder, `${key}.svg`).replaceAll("\\", "/");
  }

  /** The diagram, or null if it is not stored. */
  read(key: string): string | null {
    const path = this.pathOf(key);
    return existsSync(path) ? readFileSync(path, "utf8") : null;
  }

  /** Stores a diagram whole or not at all, since a build may be stopped at any time. */
  write(key: string, svg: string): void {
    mkdirSync(this.folder, { recursive: true });
    const path = this.pathOf(key);
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, svg);
    renameSync(unfinished, path);
  }

  remove(key: string): void {
    rmSync(this.pathOf(key));
  }
}
