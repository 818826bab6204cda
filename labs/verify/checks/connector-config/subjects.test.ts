import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { readLesson } from "../../lesson/read.ts";
import { projectRoot } from "../../places.ts";
import { labSubjects, lessonSubjects } from "./subjects.ts";

const POSTGRES = "io.debezium.connector.postgresql.PostgresConnector";
const MYSQL = "io.debezium.connector.mysql.MySqlConnector";

function subjects(text: string) {
  const root = projectRoot();
  const folder = mkdtempSync(join(tmpdir(), "subjects-"));
  writeFileSync(join(folder, "lesson.md"), text);
  try {
    return lessonSubjects(root, readLesson(root, join(folder, "lesson.md")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("the bodies of the labs are found", () => {
  const files = labSubjects(projectRoot()).map(({ file }) => file);
  assert.ok(files.includes("labs/connectors/shop-postgres.json"), files.join());
  assert.ok(files.includes("labs/connectors/shop-mysql.json"), files.join());
});

test("a whole body stands for itself, a piece for the file named in its block", () => {
  const found = subjects(`\`\`\`bash run=bash
curl -d '{"name": "x", "config": {"connector.class": "${MYSQL}", "topic.prefix": "my"}}' localhost:8083/connectors
\`\`\`
\`\`\`bash run=bash
jq '. + {"slot.name": "a"}' connectors/shop-postgres.json
curl localhost:8083/connectors | jq '{id, "total": 1}'
curl localhost:8083/admin/loggers | jq '."io.debezium".level'
\`\`\`
`);
  assert.deepEqual(
    found.map(({ classes, settings }) => [classes, settings.map(({ name, line }) => `${name}:${line}`)]),
    [
      [[MYSQL], ["connector.class:2", "topic.prefix:2"]],
      [[POSTGRES], ["slot.name:5"]],
    ],
  );
  assert.equal(found[1]?.context["publication.name"], "shop_publication");
});

test("a piece without a file belongs to the connectors of the lesson, and pieces know each other's aliases", () => {
  const found = subjects(`\`\`\`bash run=bash
jq '. + {"transforms": "a", "transforms.a.type": "A"}' connectors/shop-postgres.json
curl -X PATCH -d '{"transforms": "b", "transforms.b.type": "B"}' localhost:8083/connectors/x/config
\`\`\`
\`\`\`bash run=bash
curl -X PATCH -d '{"transforms.a.x": "1"}' localhost:8083/connectors/x/config
\`\`\`
`);
  const last = found.at(-1);
  assert.deepEqual(last?.classes, [POSTGRES]);
  assert.equal(last?.context.transforms, "a,b");
  assert.equal(last?.context["transforms.a.type"], "A");
});
