import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { readCompose } from "../compose-file.ts";
import { readLesson } from "../lesson/read.ts";
import { projectRoot } from "../places.ts";
import { localPorts, namedFiles, namedProfiles, namedServices, unknownNames, writtenFiles } from "./lesson-names.ts";

// Misspelt on purpose. cspell:ignore mysq

const names = (found: readonly { name: string }[]) => found.map(({ name }) => name);

test("the services of Compose commands are found, and their programs are not taken for services", () => {
  const code = `docker compose exec -T -e A=1 kafka /opt/kafka/bin/kafka-topics.sh \\
  --list | sort
docker compose --profile mysql up -d --wait mysql
docker compose logs --tail 5 connect | grep x; docker compose stop postgres && echo done
docker compose ps -a --format '{{.Service}} {{.State}}' kafka
docker compose cp kafka:/tmp/a b
docker compose exec -u root "$service" ls
docker compose restart mysql 2> /dev/null`;
  assert.deepEqual(namedServices(code), [
    { name: "kafka", line: 0 },
    { name: "mysql", line: 2 },
    { name: "connect", line: 3 },
    { name: "postgres", line: 3 },
    { name: "kafka", line: 4 },
    { name: "kafka", line: 5 },
    { name: "mysql", line: 7 },
  ]);
});

test("profiles and ports are found", () => {
  assert.deepEqual(names(namedProfiles("docker compose --profile mysql --profile=x up -d\necho --profile y")), [
    "mysql",
  ]);
  assert.deepEqual(names(localPorts("curl localhost:8083/a http://127.0.0.1:9404 kafka:29092")), ["8083", "9404"]);
});

test("files are found by the mark of curl and by the folder they begin with", () => {
  const folders = ["connectors", "mysql"];
  assert.deepEqual(names(namedFiles("curl -d @connectors/a.json -H x:y@z --data=@b.json @/tmp/c", folders)), [
    "connectors/a.json",
    "b.json",
  ]);
  assert.deepEqual(names(namedFiles("jq . 'connectors/a.json' mysql/my.cnf application/json", folders)), [
    "connectors/a.json",
    "mysql/my.cnf",
  ]);
  assert.deepEqual(names(namedFiles("curl -d @- a | jq '@base64d'", folders)), []);
  assert.deepEqual(writtenFiles("jq . a > connectors/b.json 2> /dev/null"), ["connectors/b.json", "/dev/null"]);
});

test("planted: a wrong service, profile, port and file in a lesson", () => {
  const root = projectRoot();
  const folder = mkdtempSync(join(tmpdir(), "lesson-names-"));
  const file = join(folder, "lesson.md");
  writeFileSync(
    file,
    `\`\`\`bash run=bash
docker compose exec -T postgre psql -c 'SELECT 1'
docker compose --profile mysq up -d
curl -d @connectors/shop-postgre.json localhost:8038/connectors
docker compose restart connect
\`\`\`
`,
  );
  const lines = unknownNames(root, readLesson(root, file), readCompose(join(root, "labs")));
  rmSync(folder, { recursive: true });
  assert.deepEqual(
    lines.map((line) => line.replace(`${file}:`, "").replace(/expected .*, .*/, "expected …")),
    [
      '2: service "postgre"; expected …',
      '3: profile "mysq"; expected …',
      '4: file "connectors/shop-postgre.json"; expected a path inside labs/',
      '4: port "8038"; expected …',
    ],
  );
});
