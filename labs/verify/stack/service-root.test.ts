import assert from "node:assert/strict";
import { test } from "node:test";
import { type Entry, fstab, planRoot } from "./service-root.ts";

const MACHINE: Record<string, Entry[]> = {
  "/": [
    { name: "etc", kind: "folder" },
    { name: "bin", kind: "link", leads: "usr/bin" },
    { name: "mnt", kind: "folder" },
    { name: "usr", kind: "folder" },
  ],
  "/etc": [
    { name: "passwd", kind: "file" },
    { name: "kafka", kind: "folder" },
  ],
  "/etc/kafka": [{ name: "old.properties", kind: "file" }],
  "/project": [{ name: "server.properties", kind: "file" }],
};
const list = (folder: string) => MACHINE[folder] ?? [];

test("a file is put below a folder that the machine has, and its neighbours stay visible", () => {
  const plan = planRoot([{ source: "/project/server.properties", target: "/etc/kafka/lab/server.properties" }], list);
  assert.deepEqual(plan.folders, ["/etc", "/etc/kafka", "/etc/kafka/lab", "/usr"]);
  assert.deepEqual(plan.files, ["/etc/kafka/lab/server.properties", "/etc/kafka/old.properties", "/etc/passwd"]);
  assert.deepEqual(plan.links, [{ path: "/bin", leads: "usr/bin" }]);
  assert.deepEqual(plan.binds, [
    { source: "/project/server.properties", target: "/etc/kafka/lab/server.properties" },
    { source: "/etc/kafka/old.properties", target: "/etc/kafka/old.properties" },
    { source: "/etc/passwd", target: "/etc/passwd" },
    { source: "/usr", target: "/usr" },
  ]);
});

test("a path at the top that the machine does not have is made", () => {
  const plan = planRoot([{ source: "/data", target: "/prometheus" }], list);
  assert.ok(plan.folders.includes("/prometheus"));
  assert.deepEqual(plan.binds.at(-2), { source: "/data", target: "/prometheus" });
});

test("a file of the machine can be replaced", () => {
  const plan = planRoot([{ source: "/project/server.properties", target: "/etc/passwd" }], list);
  assert.deepEqual(
    plan.binds.filter(({ target }) => target === "/etc/passwd"),
    [{ source: "/project/server.properties", target: "/etc/passwd" }],
  );
});

test("the folder in which the root is built is not shown inside it", () => {
  assert.ok(!planRoot([], list).folders.includes("/mnt"));
});

test("blanks in paths survive the table of mounts", () => {
  assert.equal(fstab([{ source: "/a b", target: "/c" }]), "/a\\040b /mnt/c none rbind 0 0\n");
});
