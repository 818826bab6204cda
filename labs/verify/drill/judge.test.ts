import assert from "node:assert/strict";
import { test } from "node:test";
import { type Evidence, SOURCES, type Source, TOPICS } from "./evidence.ts";
import { greenRun } from "./fixture.ts";
import { judge } from "./judge.ts";

/** The events of a source in the fixture, without what the killed consumer received. */
function events(run: Evidence, source: Source) {
  return run.deliveries.filter(({ topic, process }) => topic === TOPICS[source] && process === 2);
}

/** Takes a message out as if the broker had never had it: the offsets behind it move up. */
function lose(run: Evidence, source: Source, offset: number): void {
  run.deliveries = run.deliveries
    .filter((delivery) => delivery.topic !== TOPICS[source] || delivery.offset !== offset)
    .map((delivery) =>
      delivery.topic === TOPICS[source] && delivery.offset > offset
        ? { ...delivery, offset: delivery.offset - 1 }
        : delivery,
    );
}

test("a run that lost nothing passes, and its figures are counted", () => {
  const { problems, known, figures } = judge(greenRun());
  assert.deepEqual([problems, known], [[], []]);
  const { postgres } = figures;
  assert.deepEqual(
    [postgres.changes, postgres.inserts, postgres.updates, postgres.deletes, postgres.events, postgres.duplicates],
    [20, 6, 9, 5, 23, 3],
  );
  assert.deepEqual([postgres.lost, postgres.rows, postgres.redelivered], [0, 1, 1]);
  assert.deepEqual(postgres.crashes[0], {
    what: "connect",
    inFlight: 3,
    cutTransactions: 0,
    recovery: 1,
    duplicates: 1,
  });
  assert.equal(postgres.crashes[1]?.cutTransactions, 1);
});

for (const source of SOURCES) {
  test(`a change of ${source} that never arrived is found, also without the journal`, () => {
    const run = greenRun();
    // The update between the insert and the deletion of a key.
    lose(run, source, 2);
    const { problems } = judge(run);
    assert.match(problems.join("\n"), new RegExp(`${source}: 1 changes never arrived: u 100 v2`));
    assert.match(
      problems.join("\n"),
      new RegExp(`${source}: 1 broken chains of versions: key 100: version 3 .* after 1`),
    );
    run.journals[source] = run.journals[source].filter(({ id, version }) => id !== 100 || version !== 2);
    assert.match(judge(run).problems.join("\n"), /broken chains of versions/);
  });

  test(`a last change of ${source} that never arrived is found`, () => {
    const run = greenRun();
    const last = events(run, source).findLast(({ value }) => value?.includes('"op":"d"'));
    lose(run, source, last?.offset ?? -1);
    assert.match(judge(run).problems.join("\n"), new RegExp(`${source}: 1 changes never arrived: d 104 v3`));
  });

  test(`two changes of one key of ${source} that changed places are found`, () => {
    const run = greenRun();
    const [one, other] = events(run, source).filter(({ key }) => key === '{"id":100}');
    assert.ok(one && other);
    [one.offset, other.offset] = [other.offset, one.offset];
    assert.match(judge(run).problems.join("\n"), new RegExp(`${source}: key 100: position .* comes behind`));
  });

  test(`a wrong row in the consumer's final state of ${source} is found`, () => {
    const run = greenRun();
    run.replica[source].set(1, { version: "5", amount: "2.00", note: "n" });
    assert.match(
      judge(run).problems.join("\n"),
      new RegExp(`${source}: the consumer's final state differs from the table in 1 rows: 1: table .*1.00.*2.00`),
    );
  });

  test(`a row of ${source} that the consumer failed to delete is found`, () => {
    const run = greenRun();
    run.replica[source].set(100, { version: "2", amount: "1.00", note: "n" });
    assert.match(
      judge(run).problems.join("\n"),
      new RegExp(`${source}: the consumer's final state differs .* 100: table no row`),
    );
  });

  test(`a table of ${source} that is not what the journal says is found`, () => {
    const run = greenRun();
    run.tables[source].delete(1);
    run.replica[source].delete(1);
    assert.match(judge(run).problems.join("\n"), new RegExp(`${source}: the table is not what was committed: keys 1`));
  });

  test(`a killed Connect without duplicates of ${source} has not been tested`, () => {
    const run = greenRun();
    // The copy that came after the third crash.
    const copies = events(run, source).filter(({ appended }) => appended === 1_002_800);
    assert.equal(copies.length, 1);
    lose(run, source, copies[0]?.offset ?? -1);
    assert.match(judge(run).problems.join("\n"), new RegExp(`${source}: crash 3 \\(connect\\) made no duplicates`));
  });

  test(`a crash that interrupted no change of ${source} has not been tested`, () => {
    const run = greenRun();
    for (const line of run.journals[source]) if (line.at >= 1003 && line.at < 1004) line.at += 0.1;
    assert.match(judge(run).problems.join("\n"), new RegExp(`${source}: crash 4 \\(kafka\\) interrupted nothing`));
  });
}

test("a copy that differs from the first event is found", () => {
  const run = greenRun();
  const [copy] = events(run, "mysql").filter(({ appended }) => appended === 1_000_800);
  assert.ok(copy?.value);
  copy.value = copy.value.replace('"amount":"1.00"', '"amount":"9.00"');
  assert.match(judge(run).problems.join("\n"), /mysql: key 1: offsets 0 and 4 have one position and two contents/);
});

test("an event that nobody committed is found", () => {
  const run = greenRun();
  run.journals.postgres = run.journals.postgres.filter(({ id }) => id !== 104);
  assert.match(judge(run).problems.join("\n"), /postgres: 3 events of changes that were never committed: c 104 v1/);
});

test("messages that the consumer never received are found by the gap in the offsets", () => {
  const run = greenRun();
  run.deliveries = run.deliveries.filter(({ topic, offset }) => topic !== TOPICS.postgres || offset !== 7);
  assert.match(judge(run).problems.join("\n"), /postgres: the consumer never received offsets 7 to 7/);
});

test("a drill in which no consumer was killed has not tested it", () => {
  const run = greenRun();
  run.killedConsumers = [];
  assert.match(judge(run).problems.join("\n"), /no consumer was killed/);
});

test("a consumer that commits before it processes is found by what never comes again", () => {
  const run = greenRun();
  run.deliveries = run.deliveries.filter(
    ({ process, topic, offset }) => process === 1 || topic !== TOPICS.postgres || offset !== 0,
  );
  assert.deepEqual(judge(run).problems, [
    "consumer 1 was killed with pg.shop.drill offset 0 in hand, and nobody received it again",
  ]);
});

test("a database that died with an open transaction was interrupted, although every commit was in Kafka", () => {
  const run = greenRun();
  for (const line of run.journals.mysql) if (line.at >= 1001 && line.at < 1001.05) line.at += 0.1;
  assert.deepEqual(judge(run).problems, []);
  for (const line of run.journals.mysql) if (line.interrupted) line.statements = 0;
  assert.match(judge(run).problems.join("\n"), /mysql: crash 2 \(databases\) interrupted nothing/);
});

test("a drill that ended early fails, and what was seen until then is judged", () => {
  const run = { ...greenRun(), aborted: "row 3 of mysql arrives: not so after 120 s" };
  assert.deepEqual(judge(run).problems, ["the drill ended early: row 3 of mysql arrives: not so after 120 s"]);
});

test("a snapshot in place of changes is named", () => {
  const run = greenRun();
  for (const delivery of events(run, "mysql")) delivery.value = delivery.value?.replace('"op":"u"', '"op":"r"') ?? null;
  assert.match(
    judge(run).problems.join("\n"),
    /mysql: 11 events that are no changes, from offset 2: op r; expected c, u or d/,
  );
});
