/** `npm run diagrams`; see `runDiagrams` for its arguments. */
import { runDiagrams } from "../eleventy/mermaid/command.ts";
import { Store } from "../eleventy/mermaid/store.ts";

try {
  const well = await runDiagrams(process.argv.slice(2), { content: "content", store: new Store(), say: console.log });
  process.exitCode = well ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
