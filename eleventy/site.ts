import type UserConfig from "@11ty/eleventy/UserConfig";

/** Where the course will stand, derived from the one setting SITE_URL. */
export interface Site {
  /** Absolute address, ends with a slash. */
  url: string;
  /** Path part of it: `/debezium-course/` or `/`. */
  base: string;
  /** Address of the source repository for "edit this page"; null when it is not known. */
  repository: string | null;
}

const DEFAULT_URL = "http://localhost:8080/debezium-course/";

/**
 * @param env SITE_URL: absolute http(s) address of the site; SITE_REPOSITORY or GitHub's own variables name the repository
 * @throws Error if SITE_URL is not an absolute http(s) address, or carries a query or a fragment
 */
export function readSite(env: NodeJS.ProcessEnv): Site {
  const setting = env.SITE_URL || DEFAULT_URL;
  const parsed = URL.canParse(setting) ? new URL(setting) : null;
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.search || parsed.hash) {
    throw new Error(
      `SITE_URL is "${setting}"; expected an absolute address such as https://example.org/debezium-course/`,
    );
  }
  const url = parsed.href.endsWith("/") ? parsed.href : `${parsed.href}/`;
  const github = env.GITHUB_REPOSITORY
    ? `${env.GITHUB_SERVER_URL ?? "https://github.com"}/${env.GITHUB_REPOSITORY}`
    : null;
  return { url, base: new URL(url).pathname, repository: env.SITE_REPOSITORY || github };
}

/** Global data `site` and the filters that need it. */
export function siteData(config: UserConfig, site: Site): void {
  config.addGlobalData("site", () => site);
  // In place of Eleventy's, which parses each address twice: a page asks for some hundred.
  config.addFilter("url", (path: string) => site.base + path.slice(1));
  config.addFilter("absoluteUrl", (path: string) => new URL(path.replace(/^\//, ""), site.url).href);
  // A data block is not run, but the HTML parser still ends it at </script> and reacts to <!--.
  config.addFilter("jsonLd", (value: unknown) => JSON.stringify(value).replace(/</g, "\\u003c"));
}
