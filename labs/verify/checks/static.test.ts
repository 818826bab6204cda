import assert from "node:assert/strict";
import { test } from "node:test";
import { isPinned, namedFiles, namedServices } from "./static.ts";

test("a tag with a version is a pin, a moving name is not", () => {
  assert.ok(isPinned("registry.example:5000/postgres:18"));
  assert.ok(isPinned("quay.io/debezium/connect:3.7.0.Final"));
  assert.ok(!isPinned("postgres"));
  assert.ok(!isPinned("registry.example:5000/postgres"));
  assert.ok(!isPinned("grafana/grafana:latest"));
});

test("the services of Compose commands are found, and their programs are not taken for services", () => {
  const code = `docker compose exec -T -e A=1 kafka /opt/kafka/bin/kafka-topics.sh \\
  --list | sort
docker compose --profile mysql up -d --wait mysql
docker compose logs --tail 5 connect | grep x; docker compose stop postgres && echo done
docker compose ps -a --format '{{.Service}} {{.State}}' kafka
docker compose cp kafka:/tmp/a b`;
  assert.deepEqual(namedServices(code), ["kafka", "mysql", "connect", "postgres", "kafka", "kafka"]);
});

test("the files that curl reads are found", () => {
  assert.deepEqual(namedFiles("curl -d @connectors/a.json -H x:y@z --data=@b.json"), ["connectors/a.json", "b.json"]);
});
