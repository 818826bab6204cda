import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { aptErrors, fetchDebian } from "./fetch-debian.ts";

const ARCHIVE = { address: "http://mirror.example/debian", keyring: "/keyring.gpg" };
const WISHES = { needed: ["prometheus"], wanted: ["mysql-server-core"], instead: ["mariadb-client"] };

/** An archive that offers and delivers everything but the packages named, as apt-get tells of it. */
const APT = (unknown: string, broken: string) => `#!/bin/bash
folder=$(dirname "$APT_CONFIG")
for word; do
  case $word in
    update) exit 0 ;;
    ${unknown}) echo "E: Unable to locate package $word" >&2; exit 100 ;;
    ${broken}) echo "E: Failed to fetch $word" >&2; exit 100 ;;
    install|-*) ;;
    *) if [[ $* != *--simulate* ]]; then touch "$folder/cache/archives/\${word}_1_all.deb"; fi ;;
  esac
done
`;

const path = process.env.PATH;
const root = mkdtempSync(join(tmpdir(), "fetch-debian-test-"));
after(() => {
  process.env.PATH = path;
  rmSync(root, { recursive: true });
});

/** Fetches from such an archive. */
function fetchFrom(name: string, unknown: string, broken = "none"): ReturnType<typeof fetchDebian> {
  const bin = join(root, name, "bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, "apt-get"), APT(unknown, broken));
  writeFileSync(join(bin, "dpkg-deb"), "#!/bin/sh\n[ $1 != --field ] || echo 1\n");
  for (const program of ["apt-get", "dpkg-deb"]) chmodSync(join(bin, program), 0o755);
  process.env.PATH = `${bin}:${path}`;
  return fetchDebian(WISHES, ARCHIVE, join(root, name, "apt"));
}

test("packages that the archive offers are taken", async () => {
  assert.deepEqual(await fetchFrom("all", "none"), { versions: { prometheus: "1", "mysql-server-core": "1" } });
});

test("where it does not offer what is wanted, others are taken instead, with the reason", async () => {
  assert.deepEqual(await fetchFrom("without", "mysql-server-core"), {
    versions: { prometheus: "1", "mariadb-client": "1" },
    without: "Unable to locate package mysql-server-core",
  });
});

test("a package without which there is no stack is an error that names it", async () => {
  await assert.rejects(fetchFrom("needed", "prometheus"), /Debian sid: .*Unable to locate package prometheus$/);
});

test("a download that fails is no reason to do without", async () => {
  await assert.rejects(fetchFrom("broken", "none", "prometheus"), /Debian sid: .*Failed to fetch prometheus$/);
});

test("what apt-get says is wrong becomes one line that names the package", () => {
  const unknown = "E: Unable to locate package mysql-server-core\nE: Unable to locate package mysql-server-core\n";
  assert.equal(aptErrors(unknown), "Unable to locate package mysql-server-core");
  const failed = `W: Some index files are old
E: Failed to fetch http://mirror.example/debian/pool/main/p/prometheus/prometheus_3.deb  404  Not Found
E: Unable to fetch some archives, maybe run apt-get update or try with --fix-missing?
`;
  assert.match(aptErrors(failed), /^Failed to fetch \S+\/prometheus_3\.deb {2}404 {2}Not Found; Unable to fetch/);
});

test("packages that cannot be installed together are named", () => {
  const said = ` mysql-server-core : Depends: some-library but it is not installable
E: Unable to correct problems, you have held broken packages.`;
  assert.equal(
    aptErrors(said),
    "mysql-server-core : Depends: some-library but it is not installable; Unable to correct problems, you have held broken packages.",
  );
});
