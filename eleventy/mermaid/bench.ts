import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../../tools/build.ts";
import { chromeArguments, requireChrome } from "../../tools/chrome.ts";
import { renderDiagrams } from "./render.ts";
import { type Diagram, normalise, readDiagram } from "./source.ts";

/** Times of rendering the same diagrams in two ways, in ms. */
export interface DiagramTimes {
  count: number;
  /** By `renderDiagrams`: one browser for all, parsing and flattening included. */
  shared: number;
  /** By one `mmdc` process per diagram. */
  separate: number;
  ratio: number;
}

/**
 * Measures how much faster one shared browser is than one mermaid-cli process per file.
 * @param count how many diagrams, taken in turn from the kinds under fixtures/; the budget speaks of 60
 */
export async function timeDiagrams(count = 60): Promise<DiagramTimes> {
  const folder = fileURLToPath(new URL("fixtures/", import.meta.url));
  const sources = readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"));
  const diagrams = Array.from({ length: count }, (_, index) => {
    const diagram = readDiagram(normalise(sources[index % sources.length] as string));
    if (Array.isArray(diagram)) throw new Error(`fixture: ${diagram[0]?.reason}`);
    return diagram;
  });

  const started = performance.now();
  const results = await renderDiagrams(diagrams);
  const shared = performance.now() - started;
  const broken = results.find((result) => "fault" in result);
  if (broken) throw new Error(`fixture: ${JSON.stringify(broken)}`);
  const separate = await timeSeparately(diagrams);
  return { count, shared, separate, ratio: shared / separate };
}

async function timeSeparately(diagrams: readonly Diagram[]): Promise<number> {
  const scratch = mkdtempSync(join(tmpdir(), "diagrams-"));
  const mmdc = join(dirname(createRequire(import.meta.url).resolve("@mermaid-js/mermaid-cli")), "cli.js");
  const [input, output, config] = ["in.mmd", "out.svg", "puppeteer.json"].map((name) => join(scratch, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(config, JSON.stringify({ executablePath: requireChrome(), args: chromeArguments() }));
  try {
    const started = performance.now();
    for (const { code } of diagrams) {
      writeFileSync(input, code);
      const { code: failed, output: said } = await run(process.execPath, [
        mmdc,
        "-q",
        "-i",
        input,
        "-o",
        output,
        "-p",
        config,
      ]);
      if (failed) throw new Error(`mmdc: ${said}`);
    }
    return performance.now() - started;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
