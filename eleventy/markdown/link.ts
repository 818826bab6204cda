import type { MarkdownIt, Token } from "markdown-it";
import { eachInline, type Page, pageOf } from "./page.ts";
import type { SourcePlace } from "./source-place.ts";

/**
 * Puts the base path before site addresses, keeps other sites from reaching back, requires words for images, and
 * writes down every link inside the site for the check after the build.
 * @param base path part of the site's address, begins and ends with "/"
 */
export function links(md: MarkdownIt, base: string): void {
  md.core.ruler.push("links", ({ tokens, env }) => {
    const page = pageOf(env);
    eachInline(tokens, (inline, line) => {
      let at = line;
      for (const token of inline.children) {
        if (token.type === "softbreak" || token.type === "hardbreak") at++;
        if (token.type === "link_open") readLink(token, page, at, base);
        if (token.type === "image") readImage(token, page, at, base);
      }
    });
  });
}

function readLink(token: Token, page: Page, line: number, base: string): void {
  const written = decode(String(token.attrGet("href")));
  if (/^https?:\/\//.test(written)) return;
  const [, path = "", anchor] = /^([^#]*)(?:#(.+))?$/.exec(written) ?? [];
  const place = page.place(line);
  const inSite = path === "" ? anchor !== undefined : isSitePath(path);
  if (!inSite) throw place.error(`link "${written}"`, "/a/path/ from the root of the site, #section, or https://…");
  page.links.push({ path: path || null, anchor: anchor ?? null, written, line });
  if (path) token.attrSet("href", base + String(token.attrGet("href")).slice(1));
}

function readImage(token: Token, page: Page, line: number, base: string): void {
  const written = decode(String(token.attrGet("src")));
  checkImage(token, written, page.place(line));
  page.links.push({ path: written, anchor: null, written, line });
  token.attrSet("src", base + String(token.attrGet("src")).slice(1));
  token.attrSet("loading", "lazy");
}

function checkImage(token: Token, written: string, place: SourcePlace): void {
  if (!token.content.trim())
    throw place.error(`image "${written}" without a description`, `![what it shows](${written})`);
  if (!isSitePath(written)) throw place.error(`image "${written}"`, "/a/path from the root of the site");
}

function isSitePath(path: string): boolean {
  return path.startsWith("/") && !path.startsWith("//");
}

/** markdown-it encodes addresses; messages and ids hold them as written. */
function decode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
