/**
 * A mistake in the content, said so that an author can mend it: `file:line: reason; expected …`.
 */
export class ContentError extends Error {
  override readonly name = "ContentError";
  readonly file: string;
  readonly line: number;

  /**
   * @param file path of the faulty file, relative to the project root
   * @param line 1-based line in that file
   * @param reason what is wrong, with the offending value
   * @param expected what was allowed, if it can be listed
   */
  constructor(file: string, line: number, reason: string, expected?: string) {
    super(`${file.replace(/^\.\//, "")}:${line}: ${reason}${expected ? `; expected ${expected}` : ""}`);
    this.file = file;
    this.line = line;
    withoutStack(this);
  }
}

/** Several mistakes found in one pass, a line each. */
export function throwAll(errors: readonly Error[]): void {
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) throw new AggregateContentError(errors);
}

class AggregateContentError extends Error {
  override readonly name = "ContentError";
  constructor(errors: readonly Error[]) {
    super(errors.map((error) => error.message).join("\n"));
    withoutStack(this);
  }
}

/** A stack would lead the author into the tool, and not to the mistake. */
function withoutStack(error: Error): void {
  error.stack = error.message;
}
