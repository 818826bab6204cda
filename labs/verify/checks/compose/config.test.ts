import assert from "node:assert/strict";
import { test } from "node:test";
import { lineOf, messages } from "./config.ts";

// Misspelt on purpose. cspell:ignore memlimit

const COMPOSE = `services:
  db:
    image: postgres:\${VERSION:?}
    memlimit: 1g
    ports: ["a", "b"]
  web:
    depends_on:
      dbb: { condition: service_healthy }
    volumes:
      - web-data:/data
`;

test("warnings and errors are read, each once", () => {
  const stderr = `time="x" level=warning msg="The \\"A\\" variable is not set. Defaulting to a blank string."
time="y" level=warning msg="The \\"A\\" variable is not set. Defaulting to a blank string."
decoding failed due to the following error(s):

validating /labs/compose.yaml: services.db additional properties 'memlimit' not allowed
`;
  assert.deepEqual(messages(stderr, "/labs/compose.yaml"), [
    'The "A" variable is not set. Defaulting to a blank string.',
    "validating services.db additional properties 'memlimit' not allowed",
  ]);
});

test("the line is found by the path, the variable or the name in a message", () => {
  assert.equal(lineOf("services.db additional properties 'memlimit' not allowed", COMPOSE), 4);
  assert.equal(lineOf("services.db.ports.1 must be a string", COMPOSE), 5);
  assert.equal(lineOf("'services[web].depends_on' is wrong", COMPOSE), 7);
  assert.equal(lineOf("services.db.unwritten must be a string", COMPOSE), 2);
  assert.equal(lineOf("required variable VERSION is missing a value", COMPOSE), 3);
  assert.equal(lineOf('The "VERSION" variable is not set.', COMPOSE), 3);
  assert.equal(lineOf('service "web" depends on undefined service "dbb": invalid compose project', COMPOSE), 8);
  assert.equal(lineOf('service "web" refers to undefined volume web-data: invalid compose project', COMPOSE), 10);
  assert.equal(lineOf("something else", COMPOSE), 1);
});
