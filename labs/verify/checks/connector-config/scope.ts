import type { Finding } from "../findings.ts";
import type { Entry, Settings } from "./bodies.ts";
import type { Catalog, ConnectorPlugin } from "./catalog.ts";
import { nearest } from "./nearest.ts";

/** Settings to check. */
export interface Subject {
  file: string;
  settings: Settings;
  /** Connectors that they may belong to: the first is named in messages. */
  classes: readonly string[];
  /** What settings that stand elsewhere add, such as the file that a lesson changes: name → value. */
  context: Readonly<Record<string, string>>;
}

/** Lists of aliases, with what their members configure. */
export const LISTS = [
  {
    list: "transforms",
    prefix: "transforms.",
    what: "transformation",
    base: ["type", "predicate", "negate", "plugin.version"],
  },
  { list: "predicates", prefix: "predicates.", what: "predicate", base: ["type", "plugin.version"] },
  { list: "converters", prefix: "", what: "custom converter", base: ["type"] },
  { list: "post.processors", prefix: "", what: "post processor", base: ["type"] },
] as const;

/** What the rules are applied to: settings together with all that decides about them. */
export interface Scope {
  subject: Subject;
  catalog: Catalog;
  connectors: readonly { name: string; plugin: ConnectorPlugin }[];
  /** All values, those of the context included. */
  written: Readonly<Record<string, string>>;
  aliases: readonly Alias[];
}

/** A name in one of the lists, `unwrap` in `transforms`. */
export interface Alias {
  name: string;
  /** Beginning of its settings: `transforms.unwrap.` */
  prefix: string;
  kind: (typeof LISTS)[number];
}

/** Members of all lists. @param written values by name */
export function aliasesOf(written: Readonly<Record<string, string>>): Alias[] {
  return LISTS.flatMap((kind) =>
    split(written[kind.list]).map((name) => {
      // Post processors are set as `NAME.type` or as `post.processors.NAME.type`.
      const long = `${kind.list}.${name}.`;
      const isLong = kind.prefix === "" && Object.keys(written).some((property) => property.startsWith(long));
      return { name, prefix: isLong ? long : `${kind.prefix}${name}.`, kind };
    }),
  );
}

/** Names of a list, but those that the shell fills in. */
export function split(list: string | undefined): string[] {
  return (list ?? "")
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "" && !word.includes("$"));
}

/**
 * A name that its owner does not know.
 * @param rest the part of the name that is the owner's
 * @param replaced what took its place; otherwise the nearest of the known names is suggested
 */
export function unknown(
  subject: Subject,
  entry: Entry,
  rest: string,
  owner: string,
  known: Iterable<string>,
  replaced?: string,
): Finding {
  const before = entry.name.slice(0, entry.name.length - rest.length);
  const meant = replaced ?? nearest(rest, known);
  const hint = meant ? `; did you mean "${before}${meant}"?` : "";
  return finding(subject, entry, `property "${entry.name}" is unknown to ${owner}${hint}`);
}

/** The end of a message: the known name that was meant, where one is near. */
export function suggest(name: string, known: Iterable<string>): string {
  const meant = nearest(name, known);
  return meant ? `; did you mean "${meant}"?` : "";
}

/** Something wrong with a setting, at its line. */
export function finding({ file }: Subject, { name, line }: Entry, message: string): Finding {
  return { file, line, what: name, message };
}
