import { join } from "node:path";
import { ContentError } from "./content-error.ts";
import { remembered } from "./remembered.ts";
import { sourceText } from "./source-text.ts";

/** Version settings by their full name: `{ DEBEZIUM_VERSION: "3.7.0.Final" }`. */
export type Versions = Readonly<Record<string, string>>;

const FILE = "labs/.env";
const SETTING = /^([A-Z][A-Z0-9_]*)=(\S+)$/;

/**
 * Reads the versions out of the text of a Compose `.env` file; its other settings are passed over.
 * @param file path for error messages
 * @throws ContentError for a line that is neither a setting nor a comment, and for a setting written twice
 */
export function parseVersions(text: string, file = FILE): Versions {
  const versions: Record<string, string> = {};
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [, name, value] = SETTING.exec(line) ?? [];
    if (!name || !value) throw new ContentError(file, index + 1, `"${line}"`, "NAME=value or a # comment");
    if (!name.endsWith("_VERSION")) continue;
    if (name in versions) throw new ContentError(file, index + 1, `${name} is set twice`, "one line per version");
    versions[name] = value;
  }
  return versions;
}

const rememberedVersions = remembered((text: string) => parseVersions(text));

/**
 * The versions of the labs, read again only after `labs/.env` was edited.
 * @param root project folder that holds labs/
 */
export function versionsOf(root: string): () => Versions {
  const path = join(root, FILE);
  return () => rememberedVersions(sourceText(path));
}
