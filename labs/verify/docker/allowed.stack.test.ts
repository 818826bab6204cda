import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { run } from "../program.ts";

/* What only the stand-in does: refuse whatever it does not stand in for. Not run against real Docker. */
const docker = (...args: string[]) => run(["docker", ...args], { cwd: join(process.cwd(), "labs") });

test("another command of Docker is refused with those that are known", async () => {
  for (const args of [["run", "x"], ["ps"], []]) {
    const { status, stderr } = await docker(...args);
    assert.equal(status, 1);
    assert.match(stderr, /know only docker compose up\|ps\|exec\|stop\|start\|restart\|kill\|logs\|cp\|rm\|down/);
  }
});

test("another command of Compose is refused with those that are known", async () => {
  assert.match((await docker("compose", "build")).stderr, /docker compose build: expected up, ps, exec, stop/);
});

test("an unknown option is refused with those that are known", async () => {
  assert.match((await docker("compose", "up", "-d", "--scale", "x=2")).stderr, /option --scale; expected -d, --detach/);
});

test("rm is refused unless it takes everything", async () => {
  assert.match(
    (await docker("compose", "rm", "--force", "postgres")).stderr,
    /docker compose rm: expected --stop --force --volumes and services/,
  );
});

test("a service that exists only in a container says why", async () => {
  assert.match(
    (await docker("compose", "exec", "grafana", "ls")).stderr,
    /"grafana" runs only in a container: no package/,
  );
});
