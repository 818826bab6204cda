import type { Finding } from "../findings.ts";
import type { Entry } from "./bodies.ts";
import { type Catalog, knows } from "./catalog.ts";
import { successor } from "./removed.ts";
import { type Alias, finding, type Scope, type Subject, split, suggest, unknown } from "./scope.ts";

/** Properties that name a converter; what begins with one of them is the converter's. */
export const CONVERTERS = ["key.converter", "value.converter", "header.converter"];

/** Converters that hand on what begins with a prefix: to a class, or to the one that the prefix itself names. */
const DELEGATES: readonly { of: RegExp; prefix: string; type?: string }[] = [
  { of: /\.(ByteArray|BinaryData)Converter$/, prefix: "delegate.converter.type." },
  { of: /\.CloudEventsConverter$/, prefix: "json.", type: "org.apache.kafka.connect.json.JsonConverter" },
  { of: /\.CloudEventsConverter$/, prefix: "avro.", type: "io.apicurio.registry.utils.converter.AvroConverter" },
];

/** A setting of a member of a list: known to its class, or to every member. */
export function checkPart(scope: Scope, entry: Entry, prefix: string, kind: Alias["kind"]): Finding[] {
  const rest = entry.name.slice(prefix.length);
  if (rest === "predicate" && kind.list === "transforms") return checkPredicate(scope, entry);
  if ((kind.base as readonly string[]).includes(rest)) return [];
  const type = scope.written[`${prefix}type`];
  // Its absence is reported once, with the list.
  return type ? checkAgainst(scope, entry, rest, type, kind.what) : [];
}

function checkPredicate({ subject, written }: Scope, entry: Entry): Finding[] {
  const known = split(written.predicates);
  if (!entry.value || entry.value.includes("$") || known.includes(entry.value)) return [];
  const said = `predicate "${entry.value}" of "${entry.name}" is not in "predicates"`;
  return [finding(subject, entry, `${said}${suggest(entry.value, known)}`)];
}

function checkAgainst({ subject, catalog }: Scope, entry: Entry, rest: string, type: string, what: string): Finding[] {
  if (type.includes("$")) return [];
  const part = catalog.parts.get(type);
  // An unknown class is reported once, with the list or where it stands.
  if (!part || knows(part, rest)) return [];
  const replaced = what === "transformation" ? successor(rest, "transformation") : undefined;
  return [unknown(subject, entry, rest, type, [...part.listed, ...part.read], replaced)];
}

/** A setting of a converter, or of the converter that it hands its work to. */
export function checkConverter(scope: Scope, entry: Entry, prefix: string, type: string): Finding[] {
  const rest = entry.name.slice(prefix.length);
  const delegate = DELEGATES.find((one) => one.of.test(type) && rest.startsWith(one.prefix));
  if (!delegate) return checkAgainst(scope, entry, rest, type, "converter");
  const inner = delegate.type ?? scope.written[`${prefix}${delegate.prefix.slice(0, -1)}`] ?? "$unknown";
  return checkAgainst(scope, entry, rest.slice(delegate.prefix.length), inner, "converter");
}

/** `transforms.unwrap.type` without `unwrap` in `transforms`: Connect ignores it. */
export function checkUnlisted({ subject, written }: Scope, entry: Entry, kind: Alias["kind"]): Finding[] {
  const name = entry.name.slice(kind.prefix.length).split(".")[0] ?? "";
  if ((written[kind.list] ?? "").includes("$")) return [];
  const said = `${kind.what} "${name}" of "${entry.name}" is not in "${kind.list}"`;
  return [finding(subject, entry, `${said}${suggest(name, split(written[kind.list]))}`)];
}

/** Every member of a list needs a class, and one that exists. */
export function checkLists({ subject, catalog, written, aliases }: Scope): Finding[] {
  const classes: Finding[] = CONVERTERS.flatMap((name) => checkClass(subject, catalog, name, "converter"));
  return [
    ...classes,
    ...aliases.flatMap(({ name, prefix, kind }) => {
      const entry = subject.settings.find((setting) => setting.name === kind.list);
      if (entry && written[`${prefix}type`] === undefined) {
        return [finding(subject, entry, `${kind.what} "${name}" has no class: "${prefix}type" is missing`)];
      }
      return checkClass(subject, catalog, `${prefix}type`, kind.what);
    }),
  ];
}

function checkClass(subject: Subject, catalog: Catalog, property: string, what: string): Finding[] {
  return subject.settings
    .filter(({ name, value }) => name === property && value && !value.includes("$") && !catalog.parts.has(value))
    .map((entry) =>
      finding(
        subject,
        entry,
        `${what} class "${entry.value}" is unknown${suggest(entry.value ?? "", catalog.parts.keys())}`,
      ),
    );
}
