import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** Checks the licence of every locked package: run weekly by .github/workflows/audit.yml. */

/** Licences that let a course under Apache-2.0 be built with a package. */
const ALLOWED = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-4.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
  "PSF-2.0",
  "Python-2.0",
  "Unlicense",
  "WTFPL",
]);

/** Packages whose licence is not in the list, by name, and why they may stay. */
const EXCEPTIONS: { name: string; licence: string; because: string }[] = [
  {
    name: "@cspell/dict-ru_ru",
    licence: "GPL-3.0-or-later",
    because: "a word list that only the spelling check reads; nothing of it is distributed",
  },
  {
    name: "@cspell/dict-en-common-misspellings",
    licence: "CC BY-SA 4.0",
    because: "a word list that only the spelling check reads; the name is not written as SPDX asks",
  },
  {
    name: "elkjs",
    licence: "EPL-2.0",
    because: "a layout engine that mermaid-cli brings; it runs while diagrams are rendered and is not distributed",
  },
  { name: "khroma", licence: "none", because: "its package.json names no licence; its licence file is MIT" },
  {
    name: "parse-cache-control",
    licence: "none",
    because: "its package.json has the old field `licenses`; its LICENSE file is BSD-3-Clause",
  },
];

interface Locked {
  version?: string;
  license?: string | { type: string };
}

/**
 * Tells whether one may choose an allowed licence from an SPDX expression.
 * @param expression `MIT`, `(MIT OR GPL-3.0)`, `MIT AND Apache-2.0`
 */
export function isAllowed(expression: string): boolean {
  const plain = expression.replaceAll(/[()]/g, "");
  return plain.split(/ OR /).some((choice) => choice.split(/ AND /).every((licence) => ALLOWED.has(licence.trim())));
}

/**
 * Says which locked packages have a licence that nobody has allowed, and which exceptions nobody needs any more.
 * @param packages of package-lock.json
 * @param manifest reads a package's own package.json where the lock file does not name its licence
 */
export function licenceProblems(
  packages: Record<string, Locked>,
  manifest: (path: string) => Locked,
  exceptions: typeof EXCEPTIONS = EXCEPTIONS,
): string[] {
  const problems: string[] = [];
  const used = new Set<string>();
  for (const [path, locked] of Object.entries(packages)) {
    if (path === "") continue;
    const name = path.replace(/^.*node_modules\//, "");
    const named = locked.license ?? manifest(path).license ?? "none";
    const licence = typeof named === "string" ? named : named.type;
    if (isAllowed(licence)) continue;
    if (exceptions.some((exception) => exception.name === name && exception.licence === licence)) used.add(name);
    else problems.push(`${name} ${locked.version}: licence ${licence}; expected ${[...ALLOWED].join(", ")}`);
  }
  for (const { name, licence } of exceptions) {
    if (!used.has(name)) problems.push(`the exception for ${name} (${licence}) is stale: remove it`);
  }
  return problems;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const manifest = (path: string): Locked => {
    const file = `${path}/package.json`;
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  };
  const problems = licenceProblems(packages, manifest);
  for (const problem of problems) console.error(problem);
  console.log(`${Object.keys(packages).length - 1} packages, ${problems.length} licence problems`);
  process.exitCode = problems.length ? 1 : 0;
}
