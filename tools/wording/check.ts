import type { Term } from "../../content/_data/glossary.ts";
import { ContentError } from "../../eleventy/content-error.ts";
import type { Exception } from "./exceptions.ts";
import type { Prose } from "./prose.ts";
import { doubledWords, type Finding, mixedAlphabets, rejectedNames, untranslatedNames } from "./rules.ts";

/**
 * Holds texts to the glossary and to the rules of spelling that no dictionary knows.
 * @param source file of the exceptions and its text, for messages
 * @returns an error for each word that is wrong, in the order of the texts, and for each exception that nothing needs
 */
export function checkWording(
  texts: readonly Prose[],
  terms: readonly Term[],
  exceptions: readonly Exception[],
  source: { file: string; text: string },
): ContentError[] {
  const rules = [rejectedNames(terms), doubledWords, mixedAlphabets, untranslatedNames(terms)];
  const unused = new Set(exceptions);
  const excepted = (finding: Finding): boolean => {
    const fitting = exceptions.filter(({ file, found }) => file === finding.file && found === finding.found);
    for (const exception of fitting) unused.delete(exception);
    return fitting.length > 0;
  };
  const errors = texts
    .flatMap((prose) => rules.flatMap((rule) => rule(prose)).sort((a, b) => a.line - b.line))
    .filter((finding) => !excepted(finding))
    .map(({ file, line, found, reason, expected }) => new ContentError(file, line, `«${found}» ${reason}`, expected));
  const stale = [...unused].map(({ file, found }) => {
    const line = source.text.slice(0, Math.max(0, source.text.indexOf(JSON.stringify(found)))).split("\n").length;
    return new ContentError(source.file, line, `«${found}» in ${file} is refused by no rule`, "no such exception");
  });
  return [...errors, ...stale];
}
