import { watch } from "node:fs";
import { createServer } from "node:net";
import Eleventy from "@11ty/eleventy";

/**
 * `npm start`: builds the course, serves it with live reload, prints the address. A mistake in a lesson is told, and
 * the server goes on; one that stands there at the start is waited for.
 */

/** The part of Eleventy's server that its types leave out. */
interface EleventyServe {
  server: { ready(): Promise<void> };
}

/** The first free port of 127.0.0.1 from this one on. */
async function freePort(from: number): Promise<number> {
  for (let port = from; port < 65_536; port++) if (await isFree(port)) return port;
  throw new Error(`no port from ${from} on is free`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once("error", () => answer(false));
    // The same address that Eleventy's server listens on.
    probe.listen(port, () => probe.close(() => answer(true)));
  });
}

/** Resolves at the next change of a file that the site is made of. */
function nextChange(): Promise<void> {
  return new Promise((changed) => {
    const watchers = ["content", "labs", "_includes"].flatMap((folder) => {
      try {
        return [watch(folder, { recursive: true })];
      } catch {
        return [];
      }
    });
    for (const watcher of watchers) {
      watcher.once("change", () => {
        for (const other of watchers) other.close();
        changed();
      });
    }
  });
}

const port = await freePort(Number(process.env.PORT) || 8080);
process.env.SITE_URL ||= `http://localhost:${port}/debezium-course/`;
const { pathname } = new URL(process.env.SITE_URL);

for (;;) {
  const eleventy = new Eleventy(undefined, undefined, {
    configPath: "eleventy.config.ts",
    runMode: "serve",
    quietMode: true,
    source: "script",
  });
  try {
    await eleventy.init();
    await eleventy.watch();
    await eleventy.serve(port);
    await (eleventy.eleventyServe as EleventyServe).server.ready();
    break;
  } catch {
    // Eleventy has printed the mistake.
    console.error("Сборка не удалась. Исправьте ошибку: курс соберётся снова, как только файл будет сохранён.");
    await nextChange();
  }
}
console.log(`\nКурс открыт: http://localhost:${port}${pathname}\nСтраницы обновляются сами; остановить: Ctrl+C\n`);
