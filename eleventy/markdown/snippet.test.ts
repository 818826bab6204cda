import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { cutRegion, readSnippet } from "./snippet.ts";
import { SourcePlace } from "./source-place.ts";

const place = new SourcePlace("content/a.md", 9);
const cut = (text: string, region?: string) => cutRegion(text, "labs/x", region, place);

describe("a region of a lab file", () => {
  const python =
    "import os\n\ndef poll():\n    # region: loop\n    while True:\n        step()\n\n    # endregion: loop\n    close()\n";

  test("is cut out, moved to the left, and shown without its marks", () => {
    assert.equal(cut(python, "loop"), "while True:\n    step()");
  });

  test("its marks do not show in the whole file either", () => {
    assert.equal(cut(python), "import os\n\ndef poll():\n    while True:\n        step()\n\n    close()");
  });

  test("regions may lie in each other", () => {
    const sql = "-- region: all\na\n-- region: one\nb\n-- endregion: one\n-- endregion: all\n";
    assert.equal(cut(sql, "all"), "a\nb");
    assert.equal(cut(sql, "one"), "b");
  });

  for (const [open, close] of [
    ["#", ""],
    ["//", ""],
    ["--", ""],
    [";", ""],
    ["/*", " */"],
    ["<!--", " -->"],
  ]) {
    test(`is marked by ${open} comments`, () => {
      assert.equal(cut(`no\n${open} region: a${close}\nyes\n${open} endregion: a${close}\n`, "a"), "yes");
    });
  }

  test("is found in a file with Windows line ends", () => {
    assert.equal(cut("# region: a\r\nyes\r\n# endregion: a\r\n", "a"), "yes");
  });

  test("fails when it is missing, and lists those that exist", () => {
    assert.throws(() => cut(python, "lop"), {
      message: 'content/a.md:9: region "lop" of labs/x does not exist; expected loop',
    });
    assert.throws(() => cut("x", "lop"), { message: /this file marks none/ });
  });

  test("fails when it is empty, open, closed without opening, or opened twice", () => {
    assert.throws(() => cut("# region: a\n\n# endregion: a\n", "a"), { message: /region "a" of labs\/x is empty/ });
    assert.throws(() => cut("# region: a\nx\n"), {
      message: /leaves region "a" open; expected a comment "endregion: a"/,
    });
    assert.throws(() => cut("x\n# endregion: a\n"), { message: /ends region "a" that is not open/ });
    assert.throws(() => cut("# region: a\nx\n# endregion: a\n# region: a\n"), { message: /opens region "a" twice/ });
  });
});

describe("a lab file", () => {
  const root = mkdtempSync(join(tmpdir(), "snippet-"));
  mkdirSync(join(root, "labs/sub"), { recursive: true });
  writeFileSync(join(root, "labs/sub/a.sql"), "\nselect 1;\n\n");
  writeFileSync(join(root, "labs/empty.sql"), " \n");
  writeFileSync(join(root, "secret"), "no");
  symlinkSync(join(root, "secret"), join(root, "labs/link"));
  const read = (file: string) => readSnippet(root, file, undefined, place);

  test("is read whole, without empty lines at its ends", () => {
    assert.equal(read("labs/sub/a.sql"), "select 1;");
  });

  test("fails when it is missing, a folder or empty", () => {
    assert.throws(() => read("labs/b.sql"), {
      message: 'content/a.md:9: file "labs/b.sql" does not exist; expected a file of the labs',
    });
    assert.throws(() => read("labs/sub"), { message: /does not exist/ });
    assert.throws(() => read("labs/empty.sql"), { message: /file "labs\/empty.sql" is empty/ });
  });

  for (const file of ["secret", "labs/../secret", "../x", "/etc/passwd"]) {
    test(`fails outside labs/: ${file}`, () => {
      assert.throws(() => read(file), { message: `content/a.md:9: file "${file}"; expected a path inside labs/` });
    });
  }

  test("fails when it is a symbolic link that leads out of labs/", () => {
    assert.throws(() => read("labs/link"), { message: /is a link that leads out/ });
  });
});
