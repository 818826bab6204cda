import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A Java installation of this machine. */
export interface Java {
  home: string;
  /** 17 for 17.0.15. */
  major: number;
}

/**
 * The oldest one that is new enough: the one on which the software was tried.
 * @param least Java release that the software is compiled for
 */
export function chooseJava(found: readonly Java[], least: number): Java | undefined {
  return found.filter(({ major }) => major >= least).sort((a, b) => a.major - b.major)[0];
}

export function installedJava(folder = "/usr/lib/jvm", env: NodeJS.ProcessEnv = process.env): Java[] {
  const homes = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  return [...homes, ...(env.JAVA_HOME ? [env.JAVA_HOME] : [])].flatMap((home) => {
    const major = existsSync(join(home, "bin", "java")) ? readMajor(join(home, "release")) : undefined;
    return major ? [{ home, major }] : [];
  });
}

function readMajor(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const [, first, second] = /^JAVA_VERSION="(\d+)(?:\.(\d+))?/m.exec(readFileSync(file, "utf8")) ?? [];
  return first === "1" ? Number(second) : Number(first) || undefined;
}

/** @throws Error that says which release is missing, and how to get it */
export function needJava(least: number, forWhat: string): Java {
  const java = chooseJava(installedJava(), least);
  if (java) return java;
  throw new Error(`no Java ${least} or newer under /usr/lib/jvm for ${forWhat}; install a JDK ${least}+ package`);
}
