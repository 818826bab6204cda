/** What a change in the signal table means, by its type. */
const MARKS: Readonly<Record<string, string>> = {
  "execute-snapshot": "signal",
  "snapshot-window-open": "open",
  "snapshot-window-close": "close",
};

const OPS: Readonly<Record<string, string>> = { INSERT: "c", UPDATE: "u", DELETE: "d" };

/**
 * Reads a line of test_decoding as the trace tells it: `open`, `u 3 v2`, `d 5`.
 * @returns undefined for what is neither a mark nor a change of a row with an id
 */
export function messageOf(line: string): string | undefined {
  const type = /^table shop\.debezium_signal: INSERT: .* type\[[^\]]*\]:'([^']*)'/.exec(line)?.[1];
  if (type) return MARKS[type];
  const [, name = "", id, body] =
    /^table shop\.\w+: (\w+): id\[integer\]:(-?\d+)(?: body\[text\]:'(v\d+)')?$/.exec(line) ?? [];
  return OPS[name] && [OPS[name], id, body].filter((part) => part !== undefined).join(" ");
}
