import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type UserConfig from "@11ty/eleventy/UserConfig";
import type { Course, Lesson } from "./course.ts";
import { type LabFile, type LabFolder, labTree, readLab } from "./lab-files.ts";
import { zipLab } from "./lab-zip.ts";
import { printFile } from "./markdown/fence.ts";
import { remembered } from "./remembered.ts";
import type { SearchRecord } from "./search/index-builder.ts";
import { sourceText } from "./source-text.ts";

/** Address of the archive, without the base path. */
export const LAB_ZIP = "/files/debezium-course-lab.zip";

/** The lab as templates see it. */
class Lab {
  /** Everything a learner gets, lock files too. */
  readonly files: readonly LabFile[];
  /** What has a page. */
  readonly pages: readonly LabFile[];
  readonly tree: LabFolder;
  readonly zip: Uint8Array;
  readonly zipUrl = LAB_ZIP;

  constructor(files: readonly LabFile[]) {
    this.files = files;
    this.pages = files.filter((file) => !file.isLock);
    this.tree = labTree(this.pages);
    this.zip = zipLab(files);
  }
}

export interface LabOptions {
  /** Path part of the site's address, begins and ends with "/". */
  base: string;
  /** Folder of the built site. */
  output: string;
  /** Project folder that holds labs/. */
  root?: string;
}

/**
 * The learner's files: global data `lab`, the filters `labCode` and `labLessons`, and the files and their archive below
 * `/files/`. Register it before the check of links, which then finds them there.
 */
export function labs(config: UserConfig, { base, output, root = process.cwd() }: LabOptions): void {
  let lab: Lab | undefined;
  const current = () => {
    lab ??= new Lab(readLab(root));
    return lab;
  };
  config.on("eleventy.before", () => {
    lab = undefined;
  });
  config.addGlobalData("lab", current);
  config.addFilter("labCode", (file: LabFile) => (isShown(file) ? printFile(file, base) : ""));
  config.addFilter("labLessons", (course: Course, file: LabFile) => lessonsWith(course, file.path, root));
  config.addFilter("fileSize", fileSize);
  config.on("eleventy.after", ({ outputMode }: { outputMode: string }) => {
    if (outputMode !== "fs") return;
    // Without waiting in between: whoever looks at the site next finds them written.
    for (const file of current().files) write(join(output, decodeURIComponent(file.download)), file.bytes);
    write(join(output, LAB_ZIP), current().zip);
  });
}

/** Longer texts, in characters, are offered for download only. */
const LONGEST = 200_000;

const isShown = ({ text }: LabFile): boolean => !!text?.trim() && text.length <= LONGEST;

/** `1,3 КБ` */
export function fileSize(bytes: number): string {
  const unit = (value: number, name: string) =>
    `${value.toLocaleString("ru", { maximumFractionDigits: value < 10 ? 1 : 0 })}\u00a0${name}`;
  if (bytes < 1000) return unit(bytes, "Б");
  return bytes < 999_500 ? unit(bytes / 1000, "КБ") : unit(bytes / 1_000_000, "МБ");
}

/** A fence that shows a file of the labs; group 1 or 2 is its path. */
const SHOWS = /^[ \t>]*(?:`{3,}|~{3,})[^\n`]*?\sfile=(?:"([^"\n]+)"|([^\s"]+))/gm;

/** Paths of the labs that a lesson shows by `file=` fences. */
export function filesShown(markdown: string): Set<string> {
  return new Set([...markdown.matchAll(SHOWS)].map(([, quoted, bare]) => quoted ?? bare ?? ""));
}

const shownBy = remembered(filesShown);

/** The written lessons that show a file, in the order of the path. */
export function lessonsWith(course: Course, path: string, root: string): Lesson[] {
  return course.lessons.filter(({ file }) => file && shownBy(sourceText(join(root, file))).has(path));
}

/**
 * What search finds of the files: their paths and texts, with the modules of the lessons that show them.
 * @param root project folder that holds labs/
 */
export function labRecords(course: Course, root = process.cwd()): SearchRecord[] {
  return readLab(root)
    .filter((file) => !file.isLock)
    .map((file) => ({
      kind: "file",
      module: [...new Set(lessonsWith(course, file.path, root).map(({ module }) => module.id))],
      url: file.url,
      title: file.path,
      text: isShown(file) ? (file.text ?? "") : "",
    }));
}

function write(file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
