/** What the reader asks of the list of messages; kept in the address. */
export interface TroubleFilter {
  /** Words that a message or its explanation must hold, or a line of a log. */
  text: string;
  /** Id of the source; empty for any. */
  source: string;
}

/** A message with all that is said of it. */
export interface Listed {
  id: string;
  source: string;
  text: string;
}

const NAMES = { text: "q", source: "source" } as const;

/** Reads a filter from an address's query; a source that is not offered is any source. */
export function readFilter(query: string, sources: readonly string[]): TroubleFilter {
  const parameters = new URLSearchParams(query);
  const source = parameters.get(NAMES.source) ?? "";
  return { text: parameters.get(NAMES.text) ?? "", source: sources.includes(source) ? source : "" };
}

/**
 * Writes a filter into an address's query and leaves what else is there.
 * @returns the query with its `?`; empty if nothing is left
 */
export function writeFilter(query: string, filter: TroubleFilter): string {
  const parameters = new URLSearchParams(query);
  for (const field of ["text", "source"] as const) {
    if (filter[field].trim()) parameters.set(NAMES[field], filter[field]);
    else parameters.delete(NAMES[field]);
  }
  const written = parameters.toString();
  return written && `?${written}`;
}

/** Ids of what a filter lets through: all words are there, in any case, ё and е alike, or `found` knows the entry. */
export function passing(
  list: readonly Listed[],
  { text, source }: TroubleFilter,
  found: ReadonlySet<string>,
): Set<string> {
  const words = fold(text).split(" ").filter(Boolean);
  return new Set(
    list
      .filter((entry) => !source || entry.source === source)
      .filter((entry) => found.has(entry.id) || words.every((word) => fold(entry.text).includes(word)))
      .map(({ id }) => id),
  );
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ");
}
