import { join } from "node:path";
import { writtenLessons } from "../lesson/course.ts";
import { type RunnableLesson, readLesson } from "../lesson/read.ts";
import type { Places } from "../places.ts";
import { LOCKS, pythonEnvironment } from "../python/environment.ts";
import { checkCommands, checkTerraform, terraformFiles } from "./aws/listings.ts";
import { type Checkers, fetchCheckers } from "./checkers.ts";
import { checkCompose } from "./compose/config.ts";
import { report } from "./findings.ts";
import { checkPython } from "./python/ruff.ts";
import { MEANT_SO } from "./shell/exceptions.ts";
import { allScripts } from "./shell/scripts.ts";
import { shellcheck } from "./shell/shellcheck.ts";
import type { StaticCheck } from "./static.ts";

/** Checks of the labs' files and of lessons by programs made for it, that need no running stack. */
export function programChecks(places: Places, say: (line: string) => void): StaticCheck[] {
  const { root, labs } = places;
  let fetched: Promise<Checkers> | undefined;
  const checkers = () => {
    fetched ??= fetchCheckers(places, say);
    return fetched;
  };
  let read: RunnableLesson[] | undefined;
  const lessons = () => {
    read ??= writtenLessons(root).map(({ file }) => readLesson(root, file));
    return read;
  };
  const awsPython = async () => join(await pythonEnvironment(places, LOCKS.aws, say), "bin", "python");
  return [
    {
      name: "compose.yaml: Docker Compose reads it without an error or a warning",
      run: async () => report(await checkCompose((await checkers()).compose, labs), [], ""),
    },
    {
      name: "shell: ShellCheck finds nothing in scripts and in the blocks of lessons",
      run: async () => {
        const program = (await checkers()).shellcheck;
        const found = await Promise.all(allScripts(root, lessons()).map((script) => shellcheck(script, program)));
        return report(found.flat(), MEANT_SO, "labs/verify/checks/shell/exceptions.ts");
      },
    },
    {
      name: "Python: Ruff finds nothing in the blocks of lessons",
      run: async () => {
        const ruff = join(await pythonEnvironment(places, LOCKS.checks, say), "bin", "ruff");
        return report((await Promise.all(lessons().map((lesson) => checkPython(lesson, ruff)))).flat(), [], "");
      },
    },
    {
      name: "AWS: the AWS CLI accepts every command of scripts and lessons",
      run: async () => report(await checkCommands(allScripts(root, lessons()), await awsPython()), [], ""),
    },
    {
      name: "Terraform: files are HCL, and their resources have such arguments",
      run: async () => report(await checkTerraform(terraformFiles(root), await awsPython()), [], ""),
    },
  ];
}
