import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";
import { type Ran, run } from "../program.ts";
import { until } from "../wait.ts";

/*
 * What lessons may expect of `docker compose`. Runs with the stand-in inside the native stack and with real Docker on
 * a Compose stack: whatever answers to `docker` on the PATH. `npm run test:labs` runs it, as every *.stack.test.ts.
 */
const cwd = join(process.cwd(), "labs");
const docker = (...args: string[]): Promise<Ran> => run(["docker", ...args], { cwd, limit: 240_000 });
const compose = (...args: string[]) => docker("compose", ...args);
const sql = (query: string, ...options: string[]) =>
  compose("exec", "-T", ...options, "postgres", "psql", "-X", "-At", "-U", "postgres", "-d", "shop", "-c", query);

before(async () => {
  assert.equal((await compose("up", "-d", "--wait")).status, 0);
});

test("exec runs a program in a service and passes on what it prints and how it ends", async () => {
  const { status, stdout } = await sql("SELECT 40 + 2");
  assert.deepEqual([status, stdout], [0, "42\n"]);
  assert.equal((await compose("exec", "-T", "postgres", "bash", "-c", "exit 3")).status, 3);
});

test("exec leaves the words of the program as they are", async () => {
  const { stdout } = await compose(
    "exec",
    "-T",
    "kafka",
    "bash",
    "-c",
    'printf "%s|" "$@"',
    "x",
    "-T",
    "a  b",
    "$HOME",
    "",
  );
  assert.equal(stdout, "-T|a  b|$HOME||");
});

test("exec passes standard input on", async () => {
  const argv = ["docker", "compose", "exec", "-T", "kafka", "cat"];
  assert.equal((await run(argv, { cwd, input: "line\n" })).stdout, "line\n");
});

test("exec gives a program the service's environment and what -e adds", async () => {
  const { stdout } = await compose(
    "exec",
    "-T",
    "-e",
    "EXTRA=1",
    "connect",
    "bash",
    "-c",
    "echo $KAFKA_HEAP_OPTS $EXTRA",
  );
  assert.equal(stdout, "-Xms256m -Xmx1g 1\n");
});

test("a service sees the files of the labs under the paths of compose.yaml", async () => {
  const { stdout } = await compose("exec", "-T", "connect", "cat", "/etc/connect/worker.properties");
  assert.equal(stdout, readFileSync(join(cwd, "connect", "worker.properties"), "utf8"));
});

test("Kafka's own scripts work in the broker", async () => {
  const topics = "/opt/kafka/bin/kafka-topics.sh";
  const { status, stdout } = await compose(
    "exec",
    "-T",
    "kafka",
    topics,
    "--bootstrap-server",
    "kafka:29092",
    "--list",
  );
  assert.equal(status, 0);
  assert.match(stdout, /^connect-offsets$/m);
});

test("a password is needed over the network and none on the server's own socket", async () => {
  const words = ["psql", "-X", "-w", "-h", "postgres", "-U", "debezium", "-d", "shop", "-c", "SELECT 1"];
  assert.match((await compose("exec", "-T", "postgres", ...words)).stderr, /no password supplied/);
  assert.equal((await sql("SELECT 1")).status, 0);
});

test("ps shows the services that everyone has, and none of a profile", async () => {
  assert.deepEqual((await compose("ps", "--services")).stdout.trim().split("\n").sort(), [
    "connect",
    "kafka",
    "postgres",
  ]);
  const { stdout } = await compose("ps", "--format", "{{.Service}} {{.State}} {{.Health}}", "kafka");
  assert.equal(stdout, "kafka running healthy\n");
});

test("a stopped service is gone until it is started again, and keeps its data", async () => {
  await sql("CREATE TABLE IF NOT EXISTS public.kept AS SELECT 7 AS n");
  assert.equal((await compose("stop", "postgres")).status, 0);
  assert.doesNotMatch((await compose("ps", "--services")).stdout, /postgres/);
  assert.match(
    (await compose("ps", "-a", "--format", "{{.Service}} {{.State}}", "postgres")).stdout,
    /postgres exited/,
  );
  const { status, stderr } = await sql("SELECT 1");
  assert.notEqual(status, 0);
  assert.match(stderr, /service "postgres" is not running/);
  assert.equal((await compose("start", "postgres")).status, 0);
  await until("postgres answers", async () => (await sql("SELECT 1")).status === 0);
  assert.equal((await sql("SELECT n FROM public.kept")).stdout, "7\n");
  await sql("DROP TABLE public.kept");
});

test("a name of the network exists only while its service runs", async () => {
  await compose("stop", "postgres");
  assert.notEqual((await compose("exec", "-T", "kafka", "getent", "hosts", "postgres")).status, 0);
  await compose("up", "-d", "--wait");
  assert.equal((await compose("exec", "-T", "kafka", "getent", "hosts", "postgres")).status, 0);
});

test("kill ends a service at once, and up brings it back", async () => {
  assert.equal((await compose("kill", "connect")).status, 0);
  const killed = await compose("ps", "-a", "--format", "{{.State}} {{.ExitCode}}", "connect");
  assert.equal(killed.stdout, "exited 137\n");
  assert.equal((await compose("up", "-d", "--wait")).status, 0);
  assert.equal((await fetch("http://localhost:8083/")).status, 200);
});

test("Connect without Kafka becomes unhealthy, and healthy again when Kafka is back", async () => {
  const health = async () => (await compose("ps", "--format", "{{.Health}}", "connect")).stdout.trim();
  await compose("kill", "kafka");
  assert.equal(await health(), "healthy", "one failed check is not enough");
  await until("connect is unhealthy", async () => (await health()) === "unhealthy");
  assert.match((await compose("ps", "--format", "{{.Status}}", "connect")).stdout, /^Up .* \(unhealthy\)$/m);
  assert.equal((await compose("up", "-d")).status, 0);
  await until("connect is healthy", async () => (await health()) === "healthy");
});

test("restart gives a service a new process", async () => {
  const started = async () => (await sql("SELECT pg_postmaster_start_time()")).stdout;
  const before = await started();
  assert.equal((await compose("restart", "postgres")).status, 0);
  await until("postgres answers", async () => (await sql("SELECT 1")).status === 0);
  assert.notEqual(await started(), before);
});

test("logs shows what a service wrote, with its name in front unless told otherwise", async () => {
  assert.match((await compose("logs", "--no-color", "postgres")).stdout, /^postgres-1 +\| .*database system is ready/m);
  const { stdout } = await compose("logs", "--no-log-prefix", "--tail", "1", "kafka");
  assert.equal(stdout.trimEnd().split("\n").length, 1);
  assert.doesNotMatch(stdout, /\|/);
});

test("cp copies a file out of a service and into it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "contract-"));
  const file = join(folder, "file.txt");
  writeFileSync(file, "copied\n");
  assert.equal((await compose("cp", file, "kafka:/tmp/contract.txt")).status, 0);
  assert.equal((await compose("exec", "-T", "kafka", "cat", "/tmp/contract.txt")).stdout, "copied\n");
  assert.equal((await compose("cp", "kafka:/tmp/contract.txt", join(folder, "back.txt"))).status, 0);
  assert.equal(readFileSync(join(folder, "back.txt"), "utf8"), "copied\n");
  rmSync(folder, { recursive: true });
});

test("a service of a profile comes with its profile", async () => {
  assert.notEqual((await compose("exec", "-T", "mysql", "true")).status, 0);
  assert.equal((await compose("--profile", "mysql", "up", "-d", "--wait")).status, 0);
  assert.equal((await compose("exec", "-T", "mysql", "true")).status, 0);
  assert.equal((await compose("--profile", "mysql", "stop", "mysql")).status, 0);
});

test("rm takes a replica's data with it: promoted, removed and started again, it is a replica once more", async () => {
  const ask = (query: string) =>
    compose("exec", "-T", "postgres-replica", "psql", "-X", "-At", "-U", "postgres", "-d", "shop", "-c", query);
  const start = () => compose("--profile", "replica", "up", "-d", "--wait", "postgres-replica");
  const remove = () => compose("--profile", "replica", "rm", "--stop", "--force", "--volumes", "postgres-replica");
  assert.equal((await start()).status, 0);
  assert.equal((await ask("SELECT pg_is_in_recovery(), count(*) > 0 FROM orders")).stdout, "t|t\n");
  assert.equal((await ask("SELECT pg_promote(), pg_is_in_recovery()")).stdout, "t|f\n");
  assert.equal((await remove()).status, 0);
  assert.doesNotMatch((await compose("--profile", "*", "ps", "-a", "--services")).stdout, /replica/);
  assert.equal((await start()).status, 0);
  assert.equal((await ask("SELECT pg_is_in_recovery()")).stdout, "t\n");
  assert.equal((await sql("SELECT state FROM pg_stat_replication")).stdout, "streaming\n");
  assert.equal((await remove()).status, 0);
  await sql("SELECT pg_drop_replication_slot('replica_slot')");
});

test("an unknown service is an error", async () => {
  const { status, stderr } = await compose("restart", "postgre");
  assert.notEqual(status, 0);
  assert.match(stderr, /no such service: postgre/);
});

test("down -v forgets the data, and up begins anew", async () => {
  await sql("CREATE TABLE public.forgotten AS SELECT 7 AS n");
  assert.equal((await compose("down", "-v")).status, 0);
  assert.equal((await compose("ps", "--services")).stdout.trim(), "");
  assert.equal((await compose("up", "-d", "--wait")).status, 0);
  assert.equal(
    (await sql("SELECT to_regclass('public.forgotten') IS NULL, count(*) > 0 FROM shop.orders")).stdout,
    "t|t\n",
  );
});
