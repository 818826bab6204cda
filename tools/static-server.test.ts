import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type StaticServer, serveStatic } from "./static-server.ts";

let folder: string;
let server: StaticServer;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "static-server-"));
  await mkdir(join(folder, "site/курс"), { recursive: true });
  await writeFile(join(folder, "secret.txt"), "secret");
  await writeFile(join(folder, "site/index.html"), "home");
  await writeFile(join(folder, "site/404.html"), "not found");
  await writeFile(join(folder, "site/курс/index.html"), "lesson ".repeat(100));
  server = await serveStatic(join(folder, "site"), "/base/");
});
after(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** Asks for a path exactly as it is written: fetch would resolve the dots in it. */
function ask(path: string): Promise<IncomingMessage> {
  return new Promise((answer, failed) => {
    get(`${server.origin}/`, { path }, (response) => {
      response.resume();
      answer(response);
    }).once("error", failed);
  });
}

test("a folder is answered with its index page, packed", async () => {
  const response = await fetch(encodeURI(`${server.url}курс/`));
  assert.equal(response.status, 200);
  assert.equal(response.headers.get("content-type"), "text/html; charset=utf-8");
  assert.equal(response.headers.get("content-encoding"), "gzip");
  assert.equal(await response.text(), "lesson ".repeat(100));
});

test("a folder without its slash is sent to the address with it", async () => {
  const response = await ask(encodeURI("/base/курс"));
  assert.equal(response.statusCode, 301);
  assert.equal(response.headers.location, encodeURI("/base/курс/"));
});

test("what is not there is answered with the site's own page and status 404", async () => {
  const response = await fetch(`${server.url}nowhere/`);
  assert.equal(response.status, 404);
  assert.equal(await response.text(), "not found");
});

test("nothing outside the site and outside its base path is served", async () => {
  for (const path of [
    "/",
    "/secret.txt",
    "/base/../secret.txt",
    "/base/%2e%2e/secret.txt",
    "/base/..%2fsecret.txt",
    "/base/%",
  ]) {
    assert.equal((await ask(path)).statusCode, 404, path);
  }
});
