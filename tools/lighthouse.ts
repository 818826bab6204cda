import lighthouse from "lighthouse";
import puppeteer, { type Browser } from "puppeteer";
import { ensureBrowser } from "./browser.ts";

/** What Lighthouse says of one page, as on a mid-range phone with a slow network (its default). */
export interface Audit {
  /** 0 to 100 by category. */
  scores: Record<string, number>;
  /** Audits that are not perfect, with what they found. */
  faults: string[];
  /** Largest contentful paint, milliseconds. */
  lcp: number;
  /** Total blocking time, milliseconds. */
  tbt: number;
  /** Cumulative layout shift. */
  cls: number;
}

/** A browser for any number of audits; close it afterwards. */
export async function openAuditor(): Promise<Browser> {
  const { path, args } = await ensureBrowser();
  // The server of this machine has a certificate that nobody vouches for.
  return puppeteer.launch({ executablePath: path, args: [...args, "--ignore-certificate-errors"], headless: true });
}

/**
 * Audits one page.
 * @param categories of Lighthouse: accessibility, best-practices, seo, performance
 * @throws Error when the page could not be loaded
 */
export async function audit(browser: Browser, url: string, categories: string[]): Promise<Audit> {
  const port = Number(new URL(browser.wsEndpoint()).port);
  const result = await lighthouse(url, { port, onlyCategories: categories, logLevel: "silent" });
  if (!result) throw new Error(`Lighthouse said nothing about ${url}`);
  const { lhr } = result;
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  const scores = Object.entries(lhr.categories).map(([id, { score }]) => [id, Math.round((score ?? 0) * 100)]);
  const scored = new Set(
    Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs.filter((a) => a.weight > 0).map((a) => a.id)),
  );
  const faults = Object.values(lhr.audits)
    .filter(({ id, score }) => scored.has(id) && score !== null && score < 1)
    .map(
      ({ id, title, details }) =>
        `${id}: ${title} ${JSON.stringify(details && "items" in details ? details.items : "").slice(0, 800)}`,
    );
  const metric = (id: string): number => lhr.audits[id]?.numericValue ?? 0;
  return {
    scores: Object.fromEntries(scores),
    faults,
    lcp: metric("largest-contentful-paint"),
    tbt: metric("total-blocking-time"),
    cls: metric("cumulative-layout-shift"),
  };
}
