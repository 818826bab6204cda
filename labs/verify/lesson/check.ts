import { normalize } from "./match.ts";
import type { Step } from "./read.ts";
import type { Printed } from "./session.ts";

/** A check has to answer in a few seconds, also on a busy machine. */
export const CHECK_LIMIT = 60_000;

/** The code of a check, to be executed where it can leave nothing behind, not even by `exit`. */
export function apart(code: string): string {
  return `(\n${code}\n)`;
}

/**
 * What is wrong with how an exercise's check ended; undefined if nothing is. It has to fail before the solution is
 * executed, and to succeed and say something after it.
 */
export function judgeCheck({ block }: Step, solved: boolean, printed: Printed): string | undefined {
  const wrong = solved ? wrongSolved(printed) : wrongUnsolved(printed);
  if (!wrong) return undefined;
  const lines = [...normalize(printed.text), ...normalize(printed.aside)].map((line) => `    ${line}`);
  const said = lines.length > 0 ? `it printed\n${lines.join("\n")}` : "it printed nothing";
  return `${block.place.error(wrong.reason, wrong.expected).message}; ${said}`;
}

function wrongUnsolved({ status }: Printed) {
  const expected = "an exit status other than 0 until the solution has been executed";
  return status === 0 ? { reason: "the exercise's check passes before it is solved", expected } : undefined;
}

function wrongSolved({ status, text }: Printed) {
  const reason = "the exercise's check fails after the solution";
  if (status !== 0) return { reason: `${reason} with exit status ${status}`, expected: "0" };
  if (normalize(text).length > 0) return undefined;
  return { reason: "the exercise's check says nothing once it is solved", expected: "a line on standard output" };
}
