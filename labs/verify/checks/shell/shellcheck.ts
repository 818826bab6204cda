import { run } from "../../program.ts";
import type { Finding } from "../findings.ts";
import type { Script } from "./scripts.ts";

interface Comment {
  line: number;
  level: "error" | "warning" | "info" | "style";
  code: number;
  message: string;
}

/** Rules for scripts that mean nothing to a reader who types the blocks of a lesson into a shell. */
const NOT_FOR_LESSONS = [
  "SC1091", // A file that is sourced is not read: it is made by an earlier block.
  "SC2103", // A reader changes the folder back.
  "SC2164", // A folder that cannot be entered is reported at once; `|| exit` would close the reader's shell.
];

/**
 * Checks a script with ShellCheck.
 * @param shellcheck beginning of its command
 * @throws Error where it cannot be started or does not answer in its own format
 */
export async function shellcheck(script: Script, shellcheck: readonly string[]): Promise<Finding[]> {
  const options = ["--format=json1", "--norc"];
  // A script says by its first line which shell it is for; the blocks of a lesson are bash.
  const shell = script.text.startsWith("#!") ? [] : ["--shell=bash", `--exclude=${NOT_FOR_LESSONS.join(",")}`];
  const { stdout, stderr } = await run([...shellcheck, ...options, ...shell, "-"], {
    input: script.text,
    limit: 60_000,
  });
  const { comments } = parse(stdout, stderr);
  return comments.map(({ line, code, level, message }) => ({
    file: script.file,
    line,
    what: `SC${code}`,
    message: `shell, ${level}: ${message} (SC${code})`,
  }));
}

function parse(stdout: string, stderr: string): { comments: Comment[] } {
  try {
    return JSON.parse(stdout) as { comments: Comment[] };
  } catch {
    throw new Error(`shellcheck printed no report: ${stderr || stdout}`);
  }
}
