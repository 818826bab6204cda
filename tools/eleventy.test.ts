import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { filesOf, run } from "./build.ts";

/** A project with a plug-in, a page that prints what the plug-in says, and this tool. */

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "eleventy-"));
  await mkdir(join(root, "tools"));
  await cp("tools/eleventy.mjs", join(root, "tools/eleventy.mjs"));
  await symlink(resolve("node_modules"), join(root, "node_modules"));
  await writeFile(join(root, "package.json"), '{ "type": "module" }');
  await mkdir(join(root, "content"));
  await mkdir(join(root, "eleventy/search"), { recursive: true });
  await writeFile(join(root, "eleventy/search/index-worker.ts"), "export {};");
  await writeFile(join(root, "content/index.njk"), "{{ word }} {{ bundle }}");
  await writeFile(
    join(root, "eleventy.config.ts"),
    `import { word } from "./plugin.ts";
     export default (config: any) => {
       config.addGlobalData("word", word);
       config.addGlobalData("bundle", process.env.ELEVENTY_BUNDLE);
       return { dir: { input: "content", output: process.env.SITE_OUT } };
     };`,
  );
  await say("first");
});
afterEach(() => rm(root, { recursive: true }));

const say = (word: string) => writeFile(join(root, "plugin.ts"), `export const word: string = "${word}";`);

/** Builds from a folder of its own, and gives the words of the page. */
async function build(): Promise<[word: string | undefined, bundle: string | undefined]> {
  const { code, output } = await run(process.execPath, ["tools/eleventy.mjs"], {
    cwd: root,
    env: { SITE_OUT: "_site" },
  });
  assert.equal(code, 0, output);
  const [word, bundle] = (await readFile(join(root, "_site/index.html"), "utf8")).split(" ");
  return [word, bundle];
}

test("the bundle is used again until a source changes", async () => {
  const [, first] = await build();
  assert.deepEqual(await build(), ["first", first]);
  await say("second");
  const [word, second] = await build();
  assert.equal(word, "second");
  assert.notEqual(second, first);
});

test("two builds may make it at once", async () => {
  const [[one, first], [other, second]] = await Promise.all([build(), build()]);
  assert.deepEqual([one, other, first], ["first", "first", second]);
});

test("no module of the bundle asks where it is, for the answer would be another", async () => {
  const [, name = ""] = await build();
  for (const folder of [join(root, ".cache/eleventy", name), "eleventy"]) {
    for (const file of await filesOf(folder)) {
      if (/\.test\.ts$|^(mermaid|search)\//.test(file)) continue;
      // Packages are found from any folder of the project.
      const text = (await readFile(join(folder, file), "utf8")).replaceAll(/\w*require\w*\(import\.meta\.url\)/gi, "");
      assert.doesNotMatch(text, /import\.meta\.url/, join(folder, file));
    }
  }
});
