import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSite } from "../../tools/build.ts";

/** The project's own site, built for one address. */
export interface BuiltSite {
  /** Absolute address it was built for, ends with a slash. */
  url: string;
  /** Path part of it, with slashes at both ends. */
  base: string;
  /** Folder it was written to, absolute. */
  folder: string;
}

/** Both addresses the site is tested at, and the variables that name a finished build of each. */
const ADDRESSES = [
  { url: "https://course.example/debezium-course/", variable: "TEST_SITE_BASE" },
  { url: "https://course.example/", variable: "TEST_SITE_ROOT" },
] as const;

/**
 * The site at base `/debezium-course/` and at base `/`. `npm test` builds both once and names the folders in the
 * environment; a test started by hand builds them itself.
 */
export async function builtSites(): Promise<{ base: BuiltSite; root: BuiltSite }> {
  const [base, root] = await Promise.all(
    ADDRESSES.map(async ({ url, variable }) => {
      process.env[variable] ??= await build(url);
      return { url, base: new URL(url).pathname, folder: process.env[variable] };
    }),
  );
  if (!base || !root) throw new Error("unreachable: there are two addresses");
  return { base, root };
}

async function build(siteUrl: string): Promise<string> {
  const out = await mkdtemp(join(tmpdir(), "debezium-course-site-"));
  const { code, output } = await buildSite({ out, siteUrl });
  if (code !== 0) throw new Error(`the build for ${siteUrl} failed with exit code ${code}\n${output}`);
  return out;
}
