import { mkdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import type UserConfig from "@11ty/eleventy/UserConfig";
import * as esbuild from "esbuild";
import { EXTRA_STYLES, extraStyles } from "./styles.ts";

/** What every page loads, the name of its bundle and its source. */
const FIRST = { name: "index.js", source: "components/index.ts" };

type Output = esbuild.Metafile["outputs"][string];

const shared = {
  bundle: true,
  // What an earlier build left may still be in the way.
  write: false,
  minify: true,
  // Cyrillic stays readable and short instead of \u041e.
  charset: "utf8",
  target: "es2022",
  legalComments: "none",
  metafile: true,
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  logLevel: "silent",
} as const satisfies esbuild.BuildOptions;

/** Browser code and styles, bundled with esbuild under names that carry their hash. */
export function bundle(config: UserConfig, output: string): void {
  /** Addresses, without the base path and with the content hash, by name. */
  const bundles = new Map<string, string>();
  const outdir = join(output, "assets");

  config.on("eleventy.before", async ({ runMode }: { runMode: string }) => {
    const building = [
      esbuild.build({
        ...shared,
        outdir,
        entryPoints: {
          index: FIRST.source,
          site: "assets/css/index.css",
          ...Object.fromEntries(Object.keys(EXTRA_STYLES).map((name) => [name, `assets/css/extra/${name}.css`])),
        },
        format: "esm",
        splitting: true,
        // All files import it, so all that it has lies in one chunk, whatever the scripts that are loaded later share with it.
        inject: [FIRST.source],
        external: ["*.woff2"],
      }),
      // Runs before the first paint, so it cannot be a module.
      esbuild.build({ ...shared, outdir, entryPoints: { "theme-boot": "components/theme-boot.ts" }, format: "iife" }),
    ];
    // Names carry hashes, so what an earlier build left would stay for ever.
    const removing = runMode === "build" ? rm(output, { recursive: true, force: true }) : undefined;
    const [results] = await Promise.all([Promise.all(building), removing]);
    const files = results.flatMap(({ outputFiles }) => outputFiles);
    // All that is left in the first script is the import of its chunk.
    await Promise.all(files.filter(({ path }) => nameOf(path) !== FIRST.name).map(writeOutput));
    bundles.clear();
    for (const { metafile } of results) {
      for (const [file, info] of Object.entries(metafile.outputs)) {
        const address = (path: string) => `/${relative(output, path).replaceAll("\\", "/")}`;
        if (!info.entryPoint) continue;
        const name = nameOf(file);
        bundles.set(name, address(name === FIRST.name ? theChunk(info, metafile) : file));
      }
    }
  });

  config.addFilter("asset", (name: string) => {
    const found = bundles.get(name);
    if (!found) throw new Error(`asset "${name}" is not bundled; expected ${[...bundles.keys()].join(", ")}`);
    return found;
  });
  config.addFilter("extraStyles", extraStyles);
  config.addWatchTarget("./components/");
  config.addWatchTarget("./assets/css/");
}

/** `index.js` for `…/index-ABCD1234.js`. */
function nameOf(file: string): string {
  return basename(file).replace(/-[A-Z0-9]{8}(\.\w+)$/, "$1");
}

/** The one chunk that the first script consists of: pages name it at once, so that they wait for one file and not for two. */
function theChunk(first: Output, { outputs }: esbuild.Metafile): string {
  const chunks = (output?: Output) => output?.imports.filter((i) => i.kind === "import-statement" && !i.external) ?? [];
  const [chunk, ...more] = chunks(first);
  more.push(...chunks(outputs[chunk?.path ?? ""]));
  if (!chunk || more.length) throw new Error(`${FIRST.source} should be one chunk; it is ${more.length + 1}`);
  return chunk.path;
}

async function writeOutput({ path, contents }: esbuild.OutputFile): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, contents);
}
