/** What an option of a command takes: nothing, or a value. */
export type OptionKinds = Readonly<Record<string, "flag" | "value">>;

export interface Parsed {
  /** Values of options by their long name; a flag is "true". */
  options: Record<string, string[]>;
  words: string[];
}

/**
 * Reads options as Docker's command line does: `-d`, `-it`, `-n 5`, `--tail=5`, `--tail 5`; the first other word ends them
 * where `first` is set, so that a program's own options stay untouched.
 * @param kinds allowed options by spelling, `-d` and `--detach` alike
 * @param names long name of each short spelling
 * @throws Error naming what is allowed
 */
export function parseOptions(
  args: readonly string[],
  command: string,
  kinds: OptionKinds,
  names: Readonly<Record<string, string>> = {},
  first = false,
): Parsed {
  const parsed: Parsed = { options: {}, words: [] };
  const keep = (spelling: string, value: string) => {
    const name = names[spelling] ?? spelling.replace(/^--/, "");
    parsed.options[name] = [...(parsed.options[name] ?? []), value];
  };
  const rest = args.flatMap((arg, index) => (isBundle(arg, kinds, args, index, first) ? splitBundle(arg) : [arg]));
  while (rest.length > 0) {
    const arg = rest.shift() ?? "";
    if (arg === "--") {
      parsed.words.push(...rest);
      break;
    }
    if (!arg.startsWith("-") || arg === "-") {
      parsed.words.push(arg);
      if (first) {
        parsed.words.push(...rest);
        break;
      }
      continue;
    }
    const [, spelling = arg, inline] = /^(--[^=]+)=(.*)$/s.exec(arg) ?? [];
    const kind = kinds[spelling];
    if (!kind) throw new Error(`${command}: option ${spelling}; expected ${Object.keys(kinds).join(", ") || "none"}`);
    if (kind === "flag") keep(spelling, inline ?? "true");
    else {
      const value = inline ?? rest.shift();
      if (value === undefined) throw new Error(`${command}: option ${spelling} without its value`);
      keep(spelling, value);
    }
  }
  return parsed;
}

/** `-it`: several short flags in one word, before the first other word. */
function isBundle(arg: string, kinds: OptionKinds, args: readonly string[], index: number, first: boolean): boolean {
  if (!/^-[a-zA-Z]{2,}$/.test(arg)) return false;
  if (first && args.slice(0, index).some((word) => !word.startsWith("-"))) return false;
  return splitBundle(arg).every((flag) => kinds[flag] === "flag");
}

function splitBundle(arg: string): string[] {
  return [...arg.slice(1)].map((letter) => `-${letter}`);
}
