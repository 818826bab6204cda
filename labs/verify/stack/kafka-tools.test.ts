import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { run } from "../program.ts";
import { ARCHIVE_VARIABLE, ARCHIVES, kafkaScript } from "./kafka-tools.ts";

const folder = mkdtempSync(join(tmpdir(), "kafka-tools-"));
after(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, "bin"));
writeFileSync(join(folder, "bin", "java"), '#!/bin/sh\nprintf "%s\\n" "$@"\n');
chmodSync(join(folder, "bin", "java"), 0o755);
writeFileSync(join(folder, "tool.sh"), kafkaScript("kafka-topics", "a.TopicCommand"));

/** Words with which the script starts Java. */
async function words(env: Record<string, string>, ...args: string[]): Promise<string[]> {
  const { stdout } = await run(["sh", join(folder, "tool.sh"), ...args], { env: { JAVA_HOME: folder, ...env } });
  return stdout.trimEnd().split("\n");
}

test("a program gets the settings of its environment and its words as they are", async () => {
  const found = await words({ KAFKA_HEAP_OPTS: "-Xmx1g", KAFKA_OPTS: "-Da=1 -Db=2" }, "--topic", "a  b");
  assert.equal(found[0], "-Xmx1g");
  assert.deepEqual(found.slice(-7), [
    "-Da=1",
    "-Db=2",
    "-cp",
    "/opt/kafka/libs/*",
    "a.TopicCommand",
    "--topic",
    "a  b",
  ]);
  assert.ok(!found.some((word) => word.includes("Archive")), "there is no archive");
});

test("an archive is made only when asked for, and without agents", async () => {
  const found = await words({ [ARCHIVE_VARIABLE]: "make", KAFKA_OPTS: "-javaagent:x.jar" });
  assert.ok(found.includes(`-XX:ArchiveClassesAtExit=${ARCHIVES}/kafka-topics.jsa`));
  assert.ok(!found.includes("-javaagent:x.jar"));
});
