import assert from "node:assert/strict";
import { test } from "node:test";
import { fillVariables, parseCompose, parseEnv } from "./compose-file.ts";

const COMPOSE = `
services:
  db:
    image: postgres:\${VERSION:?}
    command: [postgres, -c, "x=\${MISSING:-1}"]
    environment: { A: "\${PASSWORD}", COST: "$$5" }
    ports: ["127.0.0.1:\${PORT}:5432"]
    volumes:
      - ./db/init.sql:/init.sql:ro
      - db-data:/var/lib/db
    healthcheck: { test: [CMD, pg_isready, --dbname=shop], interval: 1m5s, retries: 5 }
  web:
    profiles: [extra]
    build: web
    command: bash -c "a b"
    environment: [X=1]
    depends_on: { db: { condition: service_healthy } }
    volumes: [/var/lib/web]
`;
const VALUES = { VERSION: "18", PASSWORD: "p", PORT: "5432" };

test("a service is read with its variables filled in", () => {
  const db = parseCompose(COMPOSE, "/labs", VALUES).services.get("db");
  assert.deepEqual(db, {
    name: "db",
    image: "postgres:18",
    command: ["postgres", "-c", "x=1"],
    environment: { A: "p", COST: "$5" },
    mounts: [{ source: "/labs/db/init.sql", target: "/init.sql" }],
    volumes: [{ name: "db-data", target: "/var/lib/db" }],
    tmpfs: [],
    ports: [{ published: 5432, target: 5432 }],
    healthcheck: { test: ["pg_isready", "--dbname=shop"], interval: 65_000, timeout: 30_000, retries: 5 },
    profiles: [],
    dependsOn: [],
  });
});

test("the other spellings of Compose are understood", () => {
  const web = parseCompose(COMPOSE, "/labs", VALUES).services.get("web");
  assert.deepEqual(web?.command, ["bash", "-c", "a b"]);
  assert.deepEqual(web?.environment, { X: "1" });
  assert.deepEqual(web?.dependsOn, ["db"]);
  assert.deepEqual([web?.mounts, web?.volumes], [[], [{ name: undefined, target: "/var/lib/web" }]]);
  assert.deepEqual(web?.profiles, ["extra"]);
});

test("a variable that nothing sets is an error that names it", () => {
  assert.throws(() => parseCompose(COMPOSE, "/labs", { VERSION: "18" }), /nothing sets PASSWORD, PORT; expected/);
});

test("a port without a published side is refused", () => {
  const text = 'services: { a: { ports: ["5432"] } }';
  assert.throws(() => parseCompose(text, "/labs", {}), /port "5432" of a; expected 127\.0\.0\.1:3307:3306/);
});

test("a time that is none is refused", () => {
  const text = "services: { a: { healthcheck: { test: x, interval: 5 } } }";
  assert.throws(
    () => parseCompose(text, "/labs", {}),
    /interval of the health check of a is "5"; expected a time as 5s/,
  );
});

test("a default stands in for an unset and, with a colon, for an empty variable", () => {
  assert.equal(fillVariables("${A-x} ${A:-y} ${B-z}", { A: "" }), " y z");
});

test("comments and quotes of an .env file do not end up in values", () => {
  assert.deepEqual(parseEnv("# C=1\nA=1\nB='two words'\n"), { A: "1", B: "two words" });
});
