import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type UserConfig from "@11ty/eleventy/UserConfig";
import * as esbuild from "esbuild";
import { EXTRA_STYLES, extraStyles } from "./styles.ts";

interface Bundle {
  /** Address without the base path, with the content hash. */
  path: string;
  /** Addresses of the chunks it imports at once. */
  imports: string[];
}

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
  const bundles = new Map<string, Bundle>();
  const outdir = join(output, "assets");

  config.on("eleventy.before", async ({ runMode }: { runMode: string }) => {
    const building = [
      esbuild.build({
        ...shared,
        outdir,
        entryPoints: {
          index: "components/index.ts",
          site: "assets/css/index.css",
          ...Object.fromEntries(Object.keys(EXTRA_STYLES).map((name) => [name, `assets/css/extra/${name}.css`])),
        },
        format: "esm",
        splitting: true,
        external: ["*.woff2"],
      }),
      // Runs before the first paint, so it cannot be a module.
      esbuild.build({ ...shared, outdir, entryPoints: { "theme-boot": "components/theme-boot.ts" }, format: "iife" }),
    ];
    // Names carry hashes, so what an earlier build left would stay for ever.
    const removing = runMode === "build" ? rm(output, { recursive: true, force: true }) : undefined;
    const [results] = await Promise.all([Promise.all(building), removing]);
    await Promise.all(results.flatMap(({ outputFiles }) => outputFiles).map(writeOutput));
    bundles.clear();
    for (const { metafile } of results) {
      for (const [file, info] of Object.entries(metafile.outputs)) {
        const address = (path: string) => `/${relative(output, path).replaceAll("\\", "/")}`;
        if (!info.entryPoint) continue;
        const name = file.replace(/^.*\//, "").replace(/-[A-Z0-9]{8}(\.\w+)$/, "$1");
        const imports = info.imports.filter((i) => i.kind === "import-statement" && !i.external);
        bundles.set(name, { path: address(file), imports: imports.map((i) => address(i.path)) });
      }
    }
  });

  const find = (name: string): Bundle => {
    const found = bundles.get(name);
    if (!found) throw new Error(`asset "${name}" is not bundled; expected ${[...bundles.keys()].join(", ")}`);
    return found;
  };
  config.addFilter("asset", (name: string) => find(name).path);
  config.addFilter("extraStyles", extraStyles);
  config.addFilter("assetImports", (name: string) => find(name).imports);
  config.addWatchTarget("./components/");
  config.addWatchTarget("./assets/css/");
}

async function writeOutput({ path, contents }: esbuild.OutputFile): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, contents);
}
