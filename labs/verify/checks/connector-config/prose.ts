import type { RunnableLesson } from "../../lesson/read.ts";
import type { Finding } from "../findings.ts";
import { type Catalog, knows } from "./catalog.ts";
import { nearest } from "./nearest.ts";
import { successor, successorOfValue } from "./removed.ts";

/** A property, alone or with a value, as it stands in a text: `slot.name`, `"slot.name": "a"`, `slot.name=a`. */
const SPAN = /^"?([a-z][\w]*(?:\.[a-z][\w-]*)+)"?(?:\s*[=:]\s*"?([^"]*)"?)?$/;

/** Misspelt in a text is what differs so little from a known name. Anything else may be a table, a topic, a file. */
const MISSPELT = 2;

/**
 * Names in the text of a lesson that were removed, or that are misspelt names of properties.
 * @param lesson read with the site's own parser; its text is searched for code between single marks
 */
export function checkProse(lesson: RunnableLesson, catalog: Catalog): Finding[] {
  const plugins = [...catalog.connectors.values(), ...catalog.parts.values()];
  const kafka = new Set(Object.values(catalog.kafka).flat());
  const dotted = plugins.flatMap(({ listed, read }) => [...listed, ...read]).filter((name) => name.includes("."));
  return spans(lesson.text).flatMap(({ name, value, line }) => {
    const finding = (message: string) => [{ file: lesson.file, line, what: name, message }];
    const meantValue = successorOfValue(name, value ?? "");
    if (meantValue) return finding(`value "${value}" of "${name}" was removed; did you mean "${meantValue}"?`);
    if (kafka.has(name) || plugins.some((plugin) => knows(plugin, name))) return [];
    const meant = successor(name, "connector") ?? successor(name, "transformation") ?? nearest(name, dotted, MISSPELT);
    return meant ? finding(`property "${name}" is unknown; did you mean "${meant}"?`) : [];
  });
}

interface Span {
  name: string;
  value: string | undefined;
  line: number;
}

/** Properties in code spans outside of fences. */
export function spans(text: string): Span[] {
  const outside = text.replace(/^```[\s\S]*?^```/gm, (fence) => fence.replace(/[^\n]/g, ""));
  return outside.split("\n").flatMap((line, index) =>
    [...line.matchAll(/`([^`]+)`/g)].flatMap(([, code = ""]) => {
      const [, name, value] = SPAN.exec(code) ?? [];
      return name ? [{ name, value, line: index + 1 }] : [];
    }),
  );
}
