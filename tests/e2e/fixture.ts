import { type BrowserContext, expect, test as playwright } from "@playwright/test";
import { type StaticServer, serveStatic } from "../../tools/static-server.ts";
import { builtSites } from "../support/built-site.ts";

export { expect };

export type Base = "/debezium-course/" | "/";

/** A problem that a test provokes on purpose; one that does not occur fails the test too. */
export interface ExpectedProblem {
  matching: RegExp;
  because: string;
}

interface Options {
  /** Base path of the site under test; `test.use({ siteBase: "/" })` changes it. */
  siteBase: Base;
  expectedProblems: ExpectedProblem[];
}

interface Guards {
  /** Console errors, page errors, CSP violations and requests to other origins so far; must be empty at the end. */
  problems: string[];
}

/**
 * Playwright's `test` over the built site: `page.goto("./course/module-1/")` is relative to the site's base, and a test
 * fails when a page of its context logs an error, throws, violates the CSP or asks another origin for anything.
 */
export const test = playwright.extend<Options & Guards, { servers: Record<Base, StaticServer> }>({
  siteBase: ["/debezium-course/", { option: true }],
  expectedProblems: [[], { option: true }],

  servers: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const { base, root } = await builtSites();
      const servers = {
        "/debezium-course/": await serveStatic(base.folder, base.base),
        "/": await serveStatic(root.folder, root.base),
      };
      await use(servers);
      await Promise.all(Object.values(servers).map((server) => server.close()));
    },
    { scope: "worker" },
  ],

  baseURL: async ({ servers, siteBase }, use) => {
    await use(servers[siteBase].url);
  },

  problems: [
    async ({ context, servers, siteBase, expectedProblems }, use) => {
      const problems: string[] = [];
      await watch(context, servers[siteBase].origin, problems);
      await use(problems);
      const unexpected = problems.filter((problem) => !expectedProblems.some(({ matching }) => matching.test(problem)));
      expect(unexpected, "problems that the browser reported").toEqual([]);
      const stale = expectedProblems.filter(({ matching }) => !problems.some((problem) => matching.test(problem)));
      expect(stale, "problems that were expected and did not occur").toEqual([]);
    },
    { auto: true },
  ],
});

/** Notes what goes wrong in any page of a context; for contexts that a test opens itself. */
export async function watch(context: BrowserContext, origin: string, problems: string[]): Promise<void> {
  context.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => problems.push(`page error: ${error.error().stack ?? error.error().message}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== origin) problems.push(`third party: ${request.url()}`);
  });
  await context.exposeBinding("reportViolation", (_source, violation: string) => {
    problems.push(`CSP: ${violation}`);
  });
  await context.addInitScript(() => {
    const { reportViolation } = window as unknown as { reportViolation(violation: string): void };
    document.addEventListener("securitypolicyviolation", (event) => {
      reportViolation(
        `${event.violatedDirective} blocked ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`,
      );
    });
  });
}
