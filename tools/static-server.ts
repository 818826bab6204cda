import { readFile, stat } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders, type OutgoingHttpHeaders } from "node:http";
import { createSecureServer, type ServerHttp2Session } from "node:http2";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, resolve, sep } from "node:path";
import type { Writable } from "node:stream";
import { gzipSync } from "node:zlib";

/** A built site on a loopback port, served the way GitHub Pages serves it. */
export interface StaticServer {
  /** `http://127.0.0.1:<port>`, or with https */
  origin: string;
  /** Address of the home page: the origin and the base path, ends with a slash. */
  url: string;
  close(): Promise<void>;
}

/** What a server proves itself with, both in PEM. */
export interface Certificate {
  key: string;
  cert: string;
}

/** What the servers of HTTP/1.1 and HTTP/2 have in common. */
interface Asked {
  url?: string;
  headers: IncomingHttpHeaders;
}
interface Answer {
  writeHead(status: number, headers?: OutgoingHttpHeaders): Pick<Writable, "end">;
}

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
};

const PACKED = new Set([".html", ".css", ".js", ".json", ".webmanifest", ".svg", ".xml", ".txt"]);

/**
 * Serves a folder under a base path on a free port of 127.0.0.1: gzip for text, `dir/` for `dir`, the site's own
 * 404.html with status 404 for what is not there.
 * @param folder the built site
 * @param base path the site was built for, with slashes at both ends: `/debezium-course/` or `/`
 * @param certificate for HTTP/2, which browsers speak over TLS only; without it HTTP/1.1 is spoken
 */
export async function serveStatic(folder: string, base: string, certificate?: Certificate): Promise<StaticServer> {
  const root = resolve(folder);
  const packed = new Map<string, Buffer>();

  async function send(response: Answer, status: number, file: string, gzip: boolean): Promise<void> {
    const type = extname(file);
    let body: Buffer = await readFile(file);
    const headers: Record<string, string> = {
      "content-type": TYPES[type] ?? "application/octet-stream",
      "cache-control": "max-age=600",
      vary: "Accept-Encoding",
    };
    if (gzip && PACKED.has(type)) {
      const known = packed.get(file) ?? gzipSync(body);
      packed.set(file, known);
      body = known;
      headers["content-encoding"] = "gzip";
    }
    response.writeHead(status, { ...headers, "content-length": String(body.length) }).end(body);
  }

  const answer = (request: Asked, response: Answer): void => {
    const gzip = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    void (async () => {
      const found = await locate(root, base, new URL(request.url ?? "/", "http://localhost").pathname);
      if (found.redirect) response.writeHead(301, { location: found.redirect }).end();
      else if (found.file) await send(response, 200, found.file, gzip);
      else await send(response, 404, join(root, "404.html"), gzip);
    })().catch(() => response.writeHead(404).end());
  };
  const sessions = new Set<ServerHttp2Session>();
  const server = certificate
    ? createSecureServer(certificate, answer).on("session", (session) => sessions.add(session))
    : createServer(answer);
  await new Promise<void>((ready, failed) => {
    server.once("error", failed);
    server.listen(0, "127.0.0.1", ready);
  });
  const origin = `${certificate ? "https" : "http"}://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    url: origin + base,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        if ("closeAllConnections" in server) server.closeAllConnections();
        for (const session of sessions) session.destroy();
      }),
  };
}

/** The file behind an address; neither a file nor a redirect when there is none, or it lies outside the site. */
async function locate(root: string, base: string, pathname: string): Promise<{ file?: string; redirect?: string }> {
  if (!pathname.startsWith(base)) return {};
  let path: string;
  try {
    path = decodeURIComponent(pathname.slice(base.length));
  } catch {
    return {};
  }
  const file = join(root, normalize(`/${path}`));
  if (file !== root && !file.startsWith(root + sep)) return {};
  const info = await stat(file).catch(() => null);
  if (info?.isFile()) return { file };
  if (!info?.isDirectory()) return {};
  const index = join(file, "index.html");
  if (!(await stat(index).catch(() => null))) return {};
  return pathname.endsWith("/") ? { file: index } : { redirect: `${pathname}/` };
}
