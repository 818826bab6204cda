import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { renderMermaid } from "@mermaid-js/mermaid-cli";
import { build } from "esbuild";
import puppeteer, { type Browser, type Page } from "puppeteer";
import { chromeArguments, requireChrome } from "../../tools/chrome.ts";
import { escapeQuoted } from "../markup.ts";
import { explain } from "./explain.ts";
import { ID_PLACEHOLDER } from "./figure.ts";
import { fontScript } from "./font.ts";
import type { Workbench } from "./page/workbench.ts";
import { mermaidConfig } from "./settings.ts";
import type { Diagram, Fault } from "./source.ts";
import { PAINTS } from "./theme.ts";

/** What became of a diagram: an SVG with id placeholders, or what is wrong with its source. */
export type Rendered = { svg: string } | { fault: Fault };

/** How many pages draw at once; more do not help on two cores. */
const CONCURRENCY = 2;

/**
 * Renders diagrams, all with one browser.
 * @param diagrams as `readDiagram` returns them
 * @returns results in the order of the diagrams
 * @throws if no browser is found or it cannot be driven; never for a broken diagram
 */
export async function renderDiagrams(diagrams: readonly Diagram[]): Promise<Rendered[]> {
  const browser = await puppeteer.launch({
    executablePath: requireChrome(),
    args: [...chromeArguments(), "--font-render-hinting=none", "--force-device-scale-factor=1"],
    // Gantt charts print dates.
    env: { ...process.env, TZ: "UTC" },
  });
  try {
    const workbench = await openWorkbench(browser);
    const results: Rendered[] = [];
    const queue = diagrams.entries();
    const drawFromQueue = async () => {
      for (const [index, diagram] of queue) results[index] = await renderDiagram(browser, workbench, diagram);
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, drawFromQueue));
    return results;
  } finally {
    await browser.close();
  }
}

async function renderDiagram(browser: Browser, workbench: Page, diagram: Diagram): Promise<Rendered> {
  const complaint = await workbench.evaluate((code) => globalThis.workbench.complaint(code), diagram.code);
  if (complaint) return { fault: explain(complaint, diagram) };

  const code = [diagram.code, ...diagram.kind.footer].join("\n");
  let drawing: string;
  try {
    const { data } = await renderMermaid(withFont(browser), code, "svg", {
      mermaidConfig,
      backgroundColor: "transparent",
      svgId: "diagram",
    });
    drawing = new TextDecoder().decode(data);
  } catch (error) {
    const reason = await workbench.evaluate((text) => globalThis.workbench.drawingComplaint(text), code);
    return { fault: explain(reason ?? { message: String(error), line: null }, diagram) };
  }

  const textPaint = "var(--d-text)";
  const fontSize = mermaidConfig.fontSize as number;
  const flat = await workbench.evaluate((svg, options) => globalThis.workbench.flatten(svg, options), drawing, {
    paints: PAINTS,
    fontSize,
    textPaint,
    idPrefix: ID_PLACEHOLDER,
    columns: /^\S+\s+(?:LR|RL)\b|^\s*direction (?:LR|RL)/m.test(diagram.code),
  });
  const line = diagram.lines[0] as number;
  if (flat.leftovers.length > 0)
    return {
      fault: { line, reason: `${flat.leftovers.join(", ")} cannot be printed; write no colours, links or pictures` },
    };
  const size = `viewBox="0 0 ${flat.width} ${flat.height}" width="${flat.width}" height="${flat.height}"`;
  const names = `role="img" aria-labelledby="${ID_PLACEHOLDER}t" aria-describedby="${ID_PLACEHOLDER}d"`;
  const texts =
    `<title id="${ID_PLACEHOLDER}t">${escapeQuoted(diagram.title)}</title>` +
    `<desc id="${ID_PLACEHOLDER}d">${escapeQuoted(diagram.description)}</desc>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${names} font-size="${fontSize}" fill="${textPaint}">${texts}${flat.body}</svg>\n`;
  return { svg };
}

/** The page that parses and flattens: Mermaid, the diagram font and the code under page/. */
async function openWorkbench(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(fontScript());
  await page.goto("about:blank");
  await page.setContent("<!doctype html><title>workbench</title><main></main>");
  await page.evaluate(fontScript());
  const require = createRequire(createRequire(import.meta.url).resolve("@mermaid-js/mermaid-cli"));
  await page.addScriptTag({ path: require.resolve("mermaid/dist/mermaid.min.js") });
  await page.addScriptTag({ content: await bundleWorkbench() });
  await page.evaluate((config) => {
    (globalThis as unknown as { mermaid: { initialize(config: unknown): void } }).mermaid.initialize(config);
    return Promise.all([...document.fonts].map((font) => font.load()));
  }, mermaidConfig as unknown);
  return page;
}

async function bundleWorkbench(): Promise<string> {
  const entry = fileURLToPath(new URL("page/workbench.ts", import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "iife",
    charset: "utf8",
  });
  return outputFiles[0]?.text ?? "";
}

/** A browser whose pages know the diagram font, and load no icon and formula fonts, which mermaid-cli adds to each. */
function withFont(browser: Browser): Browser {
  const newPage = async () => {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(fontScript());
    page.addStyleTag = async () => null as never;
    return page;
  };
  return { newPage } as Browser;
}

declare global {
  var workbench: Workbench;
}
