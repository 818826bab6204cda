// Runs Eleventy's own command line with this project's configuration, out of one bundle: a build would otherwise spend
// a third of its time on finding and compiling some 700 modules, and on hooks that compile TypeScript. Plain
// JavaScript, for nothing compiles it.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";

// A build is too short for most optimised code to pay: V8's compiler took a quarter of its processor time.
setFlagsFromString("--interrupt-budget=600000");

const PROJECT = join(import.meta.dirname, "..");
const CACHE = join(PROJECT, ".cache/eleventy");
/** Names of the project's files that the last bundle was made of, relative to the project. */
const SOURCES = join(CACHE, "sources.json");

/** Packages that look for files beside their own, those that few builds load, and those that are one big file already. */
const APART = [
  "@11ty/eleventy-dev-server",
  "@mermaid-js/mermaid-cli",
  "acorn",
  "esbuild",
  "liquidjs",
  "luxon",
  "pagefind",
  "prismjs",
  "puppeteer",
];

/**
 * Names the bundle of what is installed and written now.
 * @param {readonly string[]} sources
 */
function keyOf(sources) {
  const hash = createHash("sha256");
  for (const file of ["node_modules/.package-lock.json", "tools/eleventy.mjs", ...sources]) {
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(PROJECT, file)))
      .update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}

/** The folder of the bundle that an earlier build left; null when nothing fits. */
function kept() {
  try {
    const key = keyOf(JSON.parse(readFileSync(SOURCES, "utf8")));
    return readdirSync(CACHE).includes(key) ? join(CACHE, key) : null;
  } catch {
    // Never bundled, or a source is gone.
    return null;
  }
}

/** Modules that may ask where they are: few, for each is handed over by this process. */
const ASKING =
  /[\\/]eleventy[\\/](?:mermaid|search)[\\/][^\\/]+\.ts$|[\\/]src[\\/]Util[\\/](?:EsmResolverPortAdapter|ImportJsonSync|Require)\.js$/;

/** They get the answer that they had as files. */
const places = {
  name: "places",
  /** @param {import("esbuild").PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: ASKING }, ({ path }) => {
      const contents = readFileSync(path, "utf8").replaceAll(
        "import.meta.url",
        JSON.stringify(pathToFileURL(path).href),
      );
      return { contents, loader: path.endsWith(".ts") ? "ts" : "js" };
    });
  },
};

/** Makes the bundle, and returns its folder. */
async function bundle() {
  const { build } = await import("esbuild");
  // It gets its name when it is whole: another build may be looking for it.
  const whole = join(CACHE, `${process.pid}`);
  const { metafile } = await build({
    absWorkingDir: PROJECT,
    entryPoints: {
      config: "eleventy.config.ts",
      eleventy: "node_modules/@11ty/eleventy/cmd.cjs",
      "index-worker": "eleventy/search/index-worker.ts",
    },
    outdir: whole,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    // What is loaded late stays apart.
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    charset: "utf8",
    metafile: true,
    logLevel: "warning",
    external: APART,
    plugins: [places],
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
  });
  const sources = Object.keys(metafile.inputs).filter((file) => !file.includes("node_modules/"));
  const key = keyOf(sources);
  const stale = readdirSync(CACHE).filter((name) => name !== key && !/^\d+$/.test(name));
  for (const name of stale) rmSync(join(CACHE, name), { recursive: true, force: true });
  try {
    renameSync(whole, join(CACHE, key));
  } catch {
    // Another build was faster.
    rmSync(whole, { recursive: true });
  }
  writeFileSync(SOURCES, JSON.stringify(sources));
  return join(CACHE, key);
}

const folder = kept() ?? (await bundle());
// Nothing is edited during a build: Eleventy needs no hooks of its own that load an edited module again.
process.env.ELEVENTY_SKIP_ESM_RESOLVER = "1";
// What the plug-ins keep from build to build is good for this program only.
process.env.ELEVENTY_BUNDLE = basename(folder);
process.argv.push(`--config=${relative(process.cwd(), join(folder, "config.mjs"))}`, "--quiet");
await import(pathToFileURL(join(folder, "eleventy.mjs")).href);
