import type UserConfig from "@11ty/eleventy/UserConfig";
import { bundle } from "./eleventy/bundle.ts";
import { typescriptData } from "./eleventy/data.ts";
import { markdown } from "./eleventy/markdown/plugin.ts";
import { diagrams } from "./eleventy/mermaid/plugin.ts";
import { roadmapMapFilter } from "./eleventy/roadmap-map.ts";
import { search } from "./eleventy/search.ts";
import { readSite, siteData } from "./eleventy/site.ts";

/** Registers, never implements: each plugin is a file in eleventy/ with its test beside it. */
export default function (config: UserConfig) {
  const site = readSite(process.env);
  const output = process.env.SITE_OUT || "_site";

  config.addPlugin(typescriptData);
  config.addPlugin(siteData, site);
  config.addPlugin(bundle, output);
  config.addPlugin(diagrams);
  config.addPlugin(markdown, { base: site.base });
  config.addPlugin(roadmapMapFilter);
  config.addPlugin(search);

  config.addPassthroughCopy({
    "assets/icons": "assets/icons",
    "node_modules/@fontsource/golos-text/files/golos-text-{cyrillic,latin}-400-normal.woff2": "assets/fonts",
  });
  // What a lesson shows of the labs can be downloaded; what proves the labs is not for learners.
  config.addPassthroughCopy({ labs: "files/labs" }, { filter: ["**/*", "!verify/**", "!**/.venv/**", "!**/*.test.*"] });
  config.setServerOptions({ port: Number(process.env.PORT) || 8080, showAllHosts: false });

  return {
    pathPrefix: site.base,
    dir: { input: "content", includes: "../_includes", data: "_data", output },
    templateFormats: ["md", "njk"],
    // Braces in a lesson are just braces.
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}
