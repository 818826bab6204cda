import { createHash } from "node:crypto";
import { resolve } from "node:path";
import type UserConfig from "@11ty/eleventy/UserConfig";
import type { Lesson } from "./course.ts";
import type { LabFile } from "./lab-files.ts";
import { russianDay } from "./russian-day.ts";
import { sourceText } from "./source-text.ts";

/** What a green run of the labs' proof noted of a lesson, in content/_data/verified.json. */
export interface Verification {
  /** `lessonHash` at the time of the run. */
  hash: string;
  /** What it ran on: the driver, and software by its key in NAMES with its version. */
  versions: Record<string, string>;
  /** Day of the run, `2026-11-21`. */
  date: string;
}

/** A verification that still holds, as its mark prints it. */
export interface VerificationMark {
  /** «21 ноября 2026 г.», unbreakable */
  day: string;
  /** «PostgreSQL 18.6», in the order in which changes pass through the software. */
  software: string[];
}

const NAMES: Readonly<Record<string, string>> = {
  postgres: "PostgreSQL",
  mysql: "MySQL",
  "debezium-postgres": "Debezium для PostgreSQL",
  "debezium-mysql": "Debezium для MySQL",
  kafka: "Kafka",
  registry: "Apicurio Registry",
  prometheus: "Prometheus",
};

/**
 * What a lesson's verification is valid for: it changes with the lesson's text and with every file of the labs it stands on.
 * @param text the lesson as it is written
 * @param files the learner's files
 * @returns 16 hexadecimal digits
 */
export function lessonHash(text: string, files: readonly LabFile[]): string {
  const hash = createHash("sha256").update(text);
  for (const { path, bytes } of files) {
    if (isUsed(path, text)) hash.update(`\0${path}\0`).update(bytes);
  }
  return hash.digest("hex").slice(0, 16);
}

/** The stack is used by every lesson; a connector by those that name it, programs by those that name their folder. */
function isUsed(path: string, text: string): boolean {
  const [, folder = ""] = path.split("/");
  if (folder === "connectors") return text.includes(path.slice("labs/".length));
  if (folder === "python" || folder === "jupyter") return text.includes(`${folder}/`);
  return !path.endsWith(".md");
}

/**
 * Whether a lesson is verified as it stands.
 * @returns null where there was no green run, and where something changed since
 */
export function verificationMark(
  verification: Verification | undefined,
  text: string,
  files: readonly LabFile[],
): VerificationMark | null {
  if (!verification || verification.hash !== lessonHash(text, files)) return null;
  return { day: russianDay(verification.date), software: softwareOf(verification.versions) };
}

/** The software of a run, «PostgreSQL 18.6»; the MySQL connector only where there was a MySQL for it. */
export function softwareOf(versions: Record<string, string>): string[] {
  const used = Object.keys(NAMES).filter((key) => versions[key] && (key !== "debezium-mysql" || versions.mysql));
  return used.map((key) => `${NAMES[key]} ${versions[key]}`);
}

/** Verifications by lesson id; there are none before the first run. */
type Noted = Record<string, Verification> | undefined;

/** The filter `verificationMark`: of a lesson, by what was noted and the files of the labs. */
export function verification(config: UserConfig): void {
  config.addFilter("verificationMark", ({ id, file }: Lesson, noted: Noted, files: readonly LabFile[]) =>
    noted?.[id] && file ? verificationMark(noted[id], sourceText(resolve(file)), files) : null,
  );
}
