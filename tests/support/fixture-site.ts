import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { buildSite, type Finished } from "../../tools/build.ts";

const PROJECT = resolve(import.meta.dirname, "../..");
/** The small course that every fixture starts from. */
const SMALL = join(PROJECT, "tests/fixture-site");

/** Entries of the project that a course of other content must not share. */
const OWN = new Set(["content", "labs", "assets", "tests", "_site", ".git", ".cache"]);

/**
 * A project of its own in a temporary folder: content and labs of a fixture, everything else (configuration, plugins,
 * templates, elements, styles, packages) the project's own, by symbolic links.
 */
export class FixtureSite {
  readonly root: string;

  private constructor(root: string) {
    this.root = root;
  }

  /** @param source folder with `content/` and `labs/`; the small course by default */
  static async create(source: string = SMALL): Promise<FixtureSite> {
    const root = await mkdtemp(join(tmpdir(), "debezium-course-fixture-"));
    await linkEntries(PROJECT, root, (name) => !OWN.has(name));
    await mkdir(join(root, "assets/diagrams"), { recursive: true });
    await linkEntries(join(PROJECT, "assets"), join(root, "assets"), (name) => name !== "diagrams");
    await cp(source, root, { recursive: true });
    // The pages around the lessons are the project's own.
    await linkEntries(join(PROJECT, "content"), join(root, "content"), (name) => name !== "course" && name !== "_data");
    const shared = (name: string) => !name.startsWith("module-") && name !== "course.ts";
    await linkEntries(join(PROJECT, "content/_data"), join(root, "content/_data"), shared);
    await linkEntries(join(PROJECT, "content/course"), join(root, "content/course"), shared);
    // Pages around the lessons name versions, so these are the project's own too.
    await linkEntries(join(PROJECT, "labs"), join(root, "labs"), (name) => name === ".env");
    return new FixtureSite(root);
  }

  /** Folder the site is built into. */
  get out(): string {
    return join(this.root, "_site");
  }

  read(file: string): Promise<string> {
    return readFile(join(this.root, file), "utf8");
  }

  async write(file: string, text: string): Promise<void> {
    await mkdir(dirname(join(this.root, file)), { recursive: true });
    await writeFile(join(this.root, file), text);
  }

  /**
   * Replaces a passage of a file.
   * @throws Error when the file does not hold the passage exactly once
   */
  async replace(file: string, passage: string, by: string): Promise<void> {
    const parts = (await this.read(file)).split(passage);
    if (parts.length !== 2) throw new Error(`${file} holds "${passage}" ${parts.length - 1} times; expected once`);
    await this.write(file, parts.join(by));
  }

  build(siteUrl = "https://course.example/debezium-course/"): Promise<Finished> {
    return buildSite({ cwd: this.root, out: "_site", siteUrl });
  }

  async remove(): Promise<void> {
    await rm(this.root, { recursive: true, force: true });
  }
}

async function linkEntries(from: string, to: string, choose: (name: string) => boolean): Promise<void> {
  await mkdir(to, { recursive: true });
  const taken = new Set(await readdir(to));
  const names = (await readdir(from)).filter((name) => choose(name) && !taken.has(name));
  await Promise.all(names.map((name) => symlink(join(from, name), join(to, name))));
}
