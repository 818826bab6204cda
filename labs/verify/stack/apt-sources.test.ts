import assert from "node:assert/strict";
import { test } from "node:test";
import { findArchive } from "./apt-sources.ts";

const STANZAS = `Types: deb
# http://snapshot.example/debian
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/own.gpg

Types: deb
URIs: http://mirror.example/debian-security
Suites: bookworm-security
Components: main
`;

test("the archive is found in a deb822 file, with its keyring", () => {
  assert.deepEqual(findArchive({ "debian.sources": STANZAS }, "bookworm"), {
    address: "http://mirror.example/debian",
    keyring: "/usr/share/keyrings/own.gpg",
  });
});

test("the archive is found in a one-line file", () => {
  const text =
    "deb-src http://a.example/debian trixie main\ndeb [arch=amd64] http://b.example/debian/ trixie main contrib\n";
  assert.equal(findArchive({ "sources.list": text }, "trixie")?.address, "http://b.example/debian/");
});

test("other vendors' sources are passed over", () => {
  const text = "deb http://node.example/deb nodistro main\ndeb http://b.example/ubuntu noble main\n";
  assert.equal(findArchive({ "sources.list": text }, "noble"), undefined);
});
