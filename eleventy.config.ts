import type UserConfig from "@11ty/eleventy/UserConfig";
import { bundle } from "./eleventy/bundle.ts";
import { changes } from "./eleventy/changes.ts";
import { builtCourse, builtGlossary, builtTroubles, typescriptData } from "./eleventy/data.ts";
import { drill } from "./eleventy/drill.ts";
import { glossaryRecords } from "./eleventy/glossary.ts";
import { labRecords, labs } from "./eleventy/labs.ts";
import { markdown } from "./eleventy/markdown/plugin.ts";
import { diagrams } from "./eleventy/mermaid/plugin.ts";
import { modulePages, summaryRecords } from "./eleventy/module-pages.ts";
import { roadmapMapFilter } from "./eleventy/roadmap-map.ts";
import { search } from "./eleventy/search.ts";
import { readSite, siteData } from "./eleventy/site.ts";
import { termTips } from "./eleventy/term-tips.ts";
import { troubleRecords } from "./eleventy/troubleshooting.ts";
import { verification } from "./eleventy/verification.ts";

/** Registers, never implements: each plugin is a file in eleventy/ with its test beside it. */
export default function (config: UserConfig) {
  const site = readSite(process.env);
  const output = process.env.SITE_OUT || "_site";

  config.addPlugin(typescriptData);
  config.addPlugin(siteData, site);
  config.addPlugin(bundle, output);
  config.addPlugin(diagrams);
  config.addPlugin(labs, { base: site.base, output });
  config.addPlugin(markdown, { base: site.base });
  config.addPlugin(termTips);
  config.addPlugin(roadmapMapFilter);
  config.addPlugin(modulePages, { base: site.base });
  config.addPlugin(verification);
  config.addPlugin(drill);
  config.addPlugin(changes);
  config.addPlugin(search, {
    lessons: () => builtCourse().lessons,
    records: () => [
      ...summaryRecords(builtCourse()),
      ...labRecords(builtCourse()),
      ...glossaryRecords(builtGlossary()),
      ...troubleRecords(builtTroubles()),
    ],
  });

  config.addPassthroughCopy({
    "assets/icons": "assets/icons",
    "node_modules/@fontsource/golos-text/files/golos-text-{cyrillic,latin}-400-normal.woff2": "assets/fonts",
  });
  // How long a saved file must rest before it counts, in milliseconds; Eleventy itself would wait for 150.
  config.setChokidarConfig({ awaitWriteFinish: { stabilityThreshold: 40, pollInterval: 10 } });
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
