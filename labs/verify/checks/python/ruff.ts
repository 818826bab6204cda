import type { RunnableLesson } from "../../lesson/read.ts";
import { run } from "../../program.ts";
import type { Finding } from "../findings.ts";
import { inPlace } from "../in-place.ts";

/** What Ruff says of a line. */
interface Diagnostic {
  /** Rule; null for text that is no Python. */
  code: string | null;
  message: string;
  location: { row: number };
}

/**
 * Rules for the blocks of a lesson: mistakes and outdated language, not layout. Together they are one program, in which
 * an import may stand anywhere and a line may only look at a value.
 */
const RULES = [
  "--isolated",
  "--target-version=py311",
  "--select=F,E7,E9,B,PLE,PLW,UP,SIM,RUF",
  // Russian letters in texts are meant.
  "--ignore=B018,RUF001,RUF002,RUF003",
];

/** Python blocks of a lesson: a program for each session, every line where it stands in the file. */
export function lessonPrograms(lesson: RunnableLesson): string[] {
  const sessions = new Map<string, { line: number; body: string }[]>();
  for (const { block, info } of lesson.steps) {
    if (info.run !== "python") continue;
    const name = info.session ?? "";
    sessions.set(name, [...(sessions.get(name) ?? []), { line: block.place.line, body: block.body }]);
  }
  return [...sessions.values()].map(inPlace);
}

/**
 * Checks the Python blocks of a lesson with Ruff.
 * @param ruff its program
 * @throws Error where it cannot be started or prints no report
 */
export async function checkPython(lesson: RunnableLesson, ruff: string): Promise<Finding[]> {
  const argv = [ruff, "check", ...RULES, "--output-format=json", "--stdin-filename=lesson.py", "-"];
  const findings = await Promise.all(
    lessonPrograms(lesson).map(async (input) => {
      const { stdout, stderr } = await run(argv, { input, limit: 60_000 });
      return parse(stdout, stderr).map(({ code, message, location }) => ({
        file: lesson.file,
        line: location.row,
        what: code ?? "syntax",
        message: `Python: ${message} (${code ?? "syntax"})`,
      }));
    }),
  );
  return findings.flat();
}

function parse(stdout: string, stderr: string): Diagnostic[] {
  try {
    return JSON.parse(stdout) as Diagnostic[];
  } catch {
    throw new Error(`ruff printed no report: ${stderr || stdout}`);
  }
}
