/** Something wrong at a place in the labs or in a lesson. */
export interface Finding {
  /** Path from the project's root. */
  file: string;
  /** 1-based. */
  line: number;
  /** What an exception names: a property, a rule of a linter. */
  what: string;
  message: string;
}

/** A mistake that is there on purpose. */
export interface Exception {
  file: string;
  /** The finding's `what`. */
  what: string;
  because: string;
}

/**
 * Findings as lines with their places, those left out that are there on purpose.
 * @param list file that holds the exceptions, for its author: one that excuses nothing is an error too
 */
export function report(findings: readonly Finding[], exceptions: readonly Exception[], list: string): string[] {
  const excuses = ({ file, what }: Exception, finding: Finding) => finding.file === file && finding.what === what;
  return [
    ...findings
      .filter((finding) => !exceptions.some((exception) => excuses(exception, finding)))
      .map(({ file, line, message }) => `${file}:${line}: ${message}`),
    ...exceptions
      .filter((exception) => !findings.some((finding) => excuses(exception, finding)))
      .map(({ file, what }) => `${list}: the exception for ${what} in ${file} excuses nothing; remove it`),
  ];
}
