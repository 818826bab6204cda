import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Step } from "./lesson/read.ts";
import { plainPieces, servicesOf, stackPieces } from "./pieces.ts";
import { placesOf, projectRoot } from "./places.ts";

const places = placesOf(projectRoot());

test("no two pieces have one name: work is handed out by it", () => {
  const names = [...stackPieces(places, true), ...plainPieces(places, true)].map(({ name }) => name);
  assert.deepEqual(names, [...new Set(names)]);
});

test("every *.stack.test.ts is done by a piece", () => {
  const text = readFileSync(join(import.meta.dirname, "pieces.ts"), "utf8");
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" });
  const forgotten = files.filter((file) => file.endsWith(".stack.test.ts") && !text.includes(`"${file}"`));
  assert.deepEqual(forgotten, [], "labs/verify/pieces.ts: files that no piece names");
});

/** Steps of bash with these texts. */
const bash = (...texts: string[]) => ({
  steps: texts.map((body) => ({ info: { run: "bash" }, block: { body } })) as unknown as Step[],
});

test("services that a lesson starts by profiles are known beforehand", () => {
  assert.deepEqual(servicesOf(bash("ls", "docker compose --profile mysql --profile registry up -d")), {
    profiles: ["mysql"],
    wipes: false,
  });
  assert.deepEqual(servicesOf(bash("docker compose up -d --wait")), { profiles: [], wipes: false });
});

test("a lesson that removes every service begins better without those of profiles", () => {
  assert.deepEqual(servicesOf(bash("docker compose --profile mysql up -d", "docker compose --profile '*' down -v")), {
    profiles: [],
    wipes: true,
  });
});
