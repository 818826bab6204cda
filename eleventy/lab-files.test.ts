import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { unzipSync } from "fflate";
import { isLearners, LabFile, labAddress, labTree, readLab } from "./lab-files.ts";
import { zipLab } from "./lab-zip.ts";
import { fileSize, filesShown } from "./labs.ts";

function project(files: Record<string, string | Uint8Array>): string {
  const root = mkdtempSync(join(tmpdir(), "lab-files-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const paths = (files: readonly LabFile[]) => files.map(({ path }) => path);
const file = (path: string, text = "a\n") => new LabFile(path, new TextEncoder().encode(text));

test("what proves the labs, and what programs leave there, is not the learner's", () => {
  for (const path of [
    "labs/verify/stack/start.ts",
    "labs/python/tests/test_orders.py",
    "labs/python/test_orders.py",
    "labs/tool.test.ts",
    "labs/python/.venv/bin/python",
    "labs/node_modules/x/index.js",
    "labs/python/__pycache__/a.cpython-312.pyc",
    "labs/.DS_Store",
    "labs/connect/connect.log",
  ]) {
    assert.equal(isLearners(path), false, path);
  }
  for (const path of ["labs/.env", "labs/compose.yaml", "labs/python/latest.py", "labs/postgres/verify.sql"]) {
    assert.equal(isLearners(path), true, path);
  }
});

test("an address holds no name that begins with a dot", () => {
  assert.equal(labAddress("labs/.env"), "labs/dot-env");
  assert.equal(labAddress("labs/jupyter/.config/a b.json"), "labs/jupyter/dot-config/a%20b.json");
  assert.equal(file("labs/.env").url, "/labs/dot-env/");
  assert.equal(file("labs/.env").download, "/files/labs/dot-env");
});

test("files are read in one order, without debris", () => {
  const root = project({
    "labs/b.sql": "b",
    "labs/.env": "A=1",
    "labs/a/c.json": "{}",
    "labs/verify/x.ts": "",
    "labs/a/.venv/lib/x.py": "",
  });
  assert.deepEqual(paths(readLab(root)), ["labs/.env", "labs/a/c.json", "labs/b.sql"]);
});

test("in a repository, what Git ignores is left out and what it does not know yet is not", () => {
  const root = project({
    "labs/new.sql": "",
    "labs/secret.env": "",
    "labs/gone.sql": "",
    ".gitignore": "secret.env\n",
  });
  execFileSync("git", ["init", "-q"], { cwd: root });
  assert.deepEqual(paths(readLab(root)), ["labs/gone.sql", "labs/new.sql"]);
});

test("a link out of the labs, and two files of one address, are refused by name", () => {
  const root = project({ "labs/.env": "", "secret.txt": "" });
  symlinkSync(join(root, "secret.txt"), join(root, "labs/a.txt"));
  assert.throws(() => readLab(root), /labs\/a\.txt: the link leads out of labs\//);
  const same = project({ "labs/.env": "", "labs/dot-env": "" });
  assert.throws(() => readLab(same), /labs\/dot-env: has the address \/labs\/dot-env\/ of labs\/\.env/);
});

test("the language follows from the name, else from the extension", () => {
  const languages = ["Dockerfile", "a.yml", "my.cnf", "pom.xml", ".env", "LICENSE", "run.sh", "a.toString"].map(
    (name) => file(`labs/${name}`).language,
  );
  assert.deepEqual(languages, ["docker", "yaml", "ini", "xml", "properties", "text", "bash", "text"]);
});

test("a binary file has no text, and a lock file is known by its name or by its hashes", () => {
  const binary = new LabFile("labs/a.png", Uint8Array.of(0x89, 0x50, 0, 1));
  assert.equal(binary.text, null);
  assert.equal(binary.lines, 0);
  assert.equal(new LabFile("labs/a.txt", Uint8Array.of(0xff, 0xfe)).text, null);
  assert.equal(file("labs/uv.lock").isLock, true);
  assert.equal(file("labs/package-lock.json").isLock, true);
  assert.equal(file("labs/requirements.txt", `a==1 \\\n    --hash=sha256:${"0".repeat(64)}\n`).isLock, true);
  assert.equal(file("labs/requirements.txt", "a==1\n").isLock, false);
});

test("the tree has each folder once", () => {
  const tree = labTree(["labs/.env", "labs/a/b/x.sql", "labs/a/y.sql"].map((path) => file(path)));
  assert.deepEqual(paths(tree.files), ["labs/.env"]);
  assert.deepEqual(
    tree.folders.map(({ name, folders, files }) => [name, folders.map(({ name }) => name), paths(files)]),
    [["a", ["b"], ["labs/a/y.sql"]]],
  );
});

test("the archive unpacks to one folder and has the same bytes whenever and wherever it is made", () => {
  const root = project({ "labs/.env": "A=1", "labs/run.sh": "#!/bin/sh\n" });
  chmodSync(join(root, "labs/run.sh"), 0o755);
  const files = readLab(root);
  const zip = zipLab(files);
  assert.deepEqual(Object.keys(unzipSync(zip)), ["debezium-course-lab/.env", "debezium-course-lab/run.sh"]);
  const zone = process.env.TZ;
  process.env.TZ = "Asia/Vladivostok";
  const again = zipLab(readLab(root));
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  assert.deepEqual(again, zip);
  // Modes stand in the upper half of the external attributes of each entry of the directory at the end.
  const view = new DataView(zip.buffer, zip.byteOffset);
  const modes: string[] = [];
  for (let at = 0; at < zip.length - 4; at++) {
    if (view.getUint32(at, true) === 0x02014b50) modes.push(view.getUint16(at + 40, true).toString(8));
  }
  assert.deepEqual(modes, ["100644", "100755"]);
});

test("a lesson shows the files that its fences name", () => {
  const text =
    '```json file=labs/a.json\n```\n\n- ~~~sql title="x" file="labs/b c.sql" region=d\n  ~~~\n`file=labs/no.json`\n';
  assert.deepEqual([...filesShown(text)], ["labs/a.json"]);
  assert.deepEqual([...filesShown('  ~~~sql file="labs/b c.sql" region=d\n')], ["labs/b c.sql"]);
});

test("sizes are said in Russian", () => {
  assert.deepEqual([237, 1300, 12_345, 2_500_000].map(fileSize), [
    "237\u00a0Б",
    "1,3\u00a0КБ",
    "12\u00a0КБ",
    "2,5\u00a0МБ",
  ]);
});
