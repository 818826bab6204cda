import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fontFiles } from "./font.ts";
import { mermaidConfig, REVISION } from "./settings.ts";
import { normalise } from "./source.ts";
import { CLASS_STYLES, PAINTS } from "./theme.ts";

let common: string | undefined;

/**
 * The name under which a diagram is stored: 16 hexadecimal digits from its source and from all that shapes its picture,
 * but for the browser, whose updates must not change every file.
 */
export function keyOf(source: string): string {
  common ??= digest([
    JSON.stringify([REVISION, mermaidVersion(), mermaidConfig, PAINTS, CLASS_STYLES]),
    ...fontFiles().map(({ bytes }) => bytes),
  ]);
  return digest([common, normalise(source)]).slice(0, 16);
}

function digest(parts: readonly (string | Buffer)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
}

/** Version of the Mermaid that mermaid-cli draws with. */
function mermaidVersion(): string {
  const require = createRequire(createRequire(import.meta.url).resolve("@mermaid-js/mermaid-cli"));
  return (JSON.parse(readFileSync(require.resolve("mermaid/package.json"), "utf8")) as { version: string }).version;
}
