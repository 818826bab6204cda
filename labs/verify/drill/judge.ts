import {
  type Committed,
  type Crash,
  committed,
  type Evidence,
  type Row,
  SOURCES,
  type Source,
  TOPICS,
} from "./evidence.ts";
import { explainLosses, type KnownLoss } from "./known-issues.ts";
import { type ChangeEvent, comparePositions, type Deduplicated, dropSeen, readTopic } from "./stream.ts";

/** What a run showed of one source. */
export interface SourceFigures {
  changes: number;
  inserts: number;
  updates: number;
  deletes: number;
  /** Change events in the topic, copies included. */
  events: number;
  duplicates: number;
  /** Changes that no event showed; every one of them is explained by a known issue. */
  lost: number;
  /** Rows in the table and in the consumer's state at the end. */
  rows: number;
  /** Messages that the consumer received again after its own deaths. */
  redelivered: number;
  /** Neighbours in the topic, copies dropped, whose positions go back: transactions that ran side by side. */
  stepsBack: number;
  /** The same of `source.sequence`, which only PostgreSQL has. */
  sequenceStepsBack: number;
  crashes: CrashFigures[];
}

/** What a crash did to one source. */
export interface CrashFigures {
  what: Crash["what"];
  /** Changes whose commit was confirmed before it and that reached Kafka after it. */
  inFlight: number;
  /** Transactions of the load that were open on the server when it died. */
  cutTransactions: number;
  /** Seconds from the death of the process until a change committed after it was in Kafka; null: none ever was. */
  recovery: number | null;
  /** Events sent again between this crash and the next. */
  duplicates: number;
}

export interface Verdict {
  /** Reasons why the drill failed; none: nothing was lost. */
  problems: string[];
  /** Losses that Debezium's own issues explain. */
  known: KnownLoss[];
  figures: Record<Source, SourceFigures>;
}

/** Holds everything that was recorded against what must be true: nothing lost, nothing out of order, states equal. */
export function judge(evidence: Evidence): Verdict {
  const problems: string[] = evidence.aborted ? [`the drill ended early: ${evidence.aborted}`] : [];
  const known: KnownLoss[] = [];
  const strange = new Set(
    evidence.deliveries.map(({ topic }) => topic).filter((topic) => !Object.values(TOPICS).includes(topic)),
  );
  for (const topic of strange) problems.push(`messages of an unexpected topic: ${topic}`);
  if (evidence.killedConsumers.length === 0) problems.push("no consumer was killed between processing and commit");
  const figures = Object.fromEntries(
    SOURCES.map((source) => [source, judgeSource(source, evidence, problems, known)]),
  ) as Record<Source, SourceFigures>;
  problems.push(...consumerProblems(evidence));
  return { problems, known, figures };
}

function judgeSource(source: Source, evidence: Evidence, problems: string[], known: KnownLoss[]): SourceFigures {
  const changes = committed(evidence.journals[source]);
  const topic = readTopic(
    source,
    evidence.deliveries.filter((delivery) => delivery.topic === TOPICS[source]),
  );
  const stream = dropSeen(source, topic.events);
  problems.push(...topic.problems, ...stream.problems);

  const missing = missingChanges(changes, stream.kept);
  const explained = explainLosses({
    source,
    missing,
    changes,
    kept: stream.kept,
    log: evidence.connectLog,
    version: evidence.connectors[source],
  });
  known.push(...explained);
  const excused = new Set(explained.flatMap((loss) => loss.changes.map(nameOf)));
  const unexplained = missing.filter((change) => !excused.has(nameOf(change)));
  if (unexplained.length > 0) {
    problems.push(`${source}: ${unexplained.length} changes never arrived: ${some(unexplained.map(nameOf))}`);
  }
  const expected = new Set(changes.map(nameOf));
  const invented = stream.kept.filter((event) => !expected.has(nameOf(event)));
  if (invented.length > 0)
    problems.push(
      `${source}: ${invented.length} events of changes that were never committed: ${some(invented.map(nameOf))}`,
    );
  problems.push(
    ...chainProblems(source, stream.kept, excused),
    ...stateProblems(source, evidence, changes, missing, excused),
  );

  const crashes = evidence.crashes.map((_, index) => crashFigures(source, index, evidence, changes, stream));
  problems.push(...crashProblems(source, crashes));
  const load = changes.filter(({ writer }) => writer >= 0);
  const count = (op: string) => load.filter((change) => change.op === op).length;
  return {
    changes: load.length,
    inserts: count("c"),
    updates: count("u"),
    deletes: count("d"),
    events: topic.events.length,
    duplicates: stream.duplicates.length,
    lost: missing.length,
    rows: evidence.tables[source].size,
    redelivered: topic.redelivered,
    stepsBack: stepsBack(stream.kept.map(({ position }) => position)),
    sequenceStepsBack: stepsBack(stream.kept.map(({ sequence }) => sequence ?? [])),
    crashes,
  };
}

/** What a consumer had received when it was killed, before its commit, has to come again. */
function consumerProblems({ deliveries, killedConsumers }: Evidence): string[] {
  return killedConsumers.flatMap((pid) => {
    const last = deliveries.findLast(({ process }) => process === pid);
    if (!last) return [`consumer ${pid} was killed before it received anything`];
    const { topic, offset } = last;
    const again = deliveries.some((other) => other.process !== pid && other.topic === topic && other.offset === offset);
    return again
      ? []
      : [`consumer ${pid} was killed with ${topic} offset ${offset} in hand, and nobody received it again`];
  });
}

/** A change by its key, number and kind. */
export function nameOf({ id, version, op }: { id: number; version: number; op: string }): string {
  return `${op} ${id} v${version}`;
}

function some(names: string[]): string {
  return names.length > 5 ? `${names.slice(0, 5).join(", ")} …` : names.join(", ");
}

function missingChanges(changes: readonly Committed[], kept: readonly ChangeEvent[]): Committed[] {
  const arrived = new Set(kept.map(nameOf));
  return changes.filter((change) => !arrived.has(nameOf(change)));
}

/**
 * The chain of each key, independent of positions and of the journal: versions are 1, 2, 3 … and each event's `before`
 * is what the event before it left.
 * @param excused names of changes whose loss is explained: a step over them is no second problem
 */
function chainProblems(source: Source, kept: readonly ChangeEvent[], excused: ReadonlySet<string>): string[] {
  const broken: string[] = [];
  const last = new Map<number, number>();
  for (const event of kept) {
    const from = last.get(event.id) ?? 0;
    const skipped = Array.from({ length: Math.max(0, event.version - from - 1) }, (_, index) => from + 1 + index);
    const excusable = skipped.every((version) =>
      [..."cud"].some((op) => excused.has(nameOf({ id: event.id, version, op }))),
    );
    const beforeFits = event.op === "c" ? event.before === null : event.before === event.version - 1;
    if (event.version <= from || !excusable || !beforeFits) {
      broken.push(
        `key ${event.id}: version ${event.version} (offset ${event.offset}, before: ${event.before ?? "none"}) after ${from}`,
      );
    }
    last.set(event.id, Math.max(from, event.version));
  }
  return broken.length > 0 ? [`${source}: ${broken.length} broken chains of versions: ${some(broken)}`] : [];
}

/** The table is what the journal says, and the consumer's state is what the table is. */
function stateProblems(
  source: Source,
  evidence: Evidence,
  changes: readonly Committed[],
  missing: readonly Committed[],
  excused: ReadonlySet<string>,
): string[] {
  const problems: string[] = [];
  const table = evidence.tables[source];
  const replica = evidence.replica[source];
  const latest = new Map<number, Committed>();
  for (const change of changes) {
    if (change.version > (latest.get(change.id)?.version ?? 0)) latest.set(change.id, change);
  }
  const wrong = [...latest.values()].filter(({ id, op, version }) =>
    op === "d" ? table.has(id) : table.get(id)?.version !== String(version),
  );
  const foreign = [...table.keys()].filter((id) => !latest.has(id));
  if (wrong.length + foreign.length > 0) {
    problems.push(
      `${source}: the table is not what was committed: keys ${some([...wrong.map(({ id }) => String(id)), ...foreign.map(String)])}`,
    );
  }
  const excusedKeys = new Set(missing.filter((change) => excused.has(nameOf(change))).map(({ id }) => id));
  const different = [...new Set([...table.keys(), ...replica.keys()])].filter(
    (id) => !sameRow(table.get(id), replica.get(id)) && !excusedKeys.has(id),
  );
  if (different.length > 0) {
    const examples = different
      .slice(0, 3)
      .map((id) => `${id}: table ${show(table.get(id))}, consumer ${show(replica.get(id))}`);
    problems.push(
      `${source}: the consumer's final state differs from the table in ${different.length} rows: ${examples.join("; ")}`,
    );
  }
  return problems;
}

function show(row: Row | undefined): string {
  return row ? JSON.stringify(row) : "no row";
}

function sameRow(one: Row | undefined, other: Row | undefined): boolean {
  if (!one || !other) return one === other;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

function crashFigures(
  source: Source,
  index: number,
  evidence: Evidence,
  changes: readonly Committed[],
  stream: Deduplicated,
): CrashFigures {
  const { what, died } = evidence.crashes[index] as Crash;
  const death = died[source];
  const next = evidence.crashes[index + 1]?.died[source] ?? Number.POSITIVE_INFINITY;
  const appended = new Map(stream.kept.map((event) => [nameOf(event), event.appended]));
  const later = stream.kept.filter((event) => event.committed > death);
  const recovered = later.reduce((first, event) => Math.min(first, event.appended), Number.POSITIVE_INFINITY);
  const within = (time: number) => time > death && time <= next;
  return {
    what,
    inFlight: changes.filter((change) => change.at <= death && (appended.get(nameOf(change)) ?? 0) > death).length,
    cutTransactions: evidence.journals[source].filter(({ at, statements }) => statements && within(at * 1000)).length,
    recovery: later.length > 0 ? Math.round((recovered - death) / 100) / 10 : null,
    duplicates: stream.duplicates.filter(({ copy }) => within(copy.appended)).length,
  };
}

/** A crash that found nothing to interrupt proves nothing. */
function crashProblems(source: Source, crashes: readonly CrashFigures[]): string[] {
  return crashes.flatMap(({ what, inFlight, cutTransactions, duplicates }, index) => {
    const name = `${source}: crash ${index + 1} (${what})`;
    const problems: string[] = [];
    if (inFlight + cutTransactions === 0) {
      problems.push(`${name} interrupted nothing: no transaction was open, and every committed change was in Kafka`);
    }
    if (what === "connect" && duplicates === 0)
      problems.push(`${name} made no duplicates, although positions are saved only every 20 seconds`);
    return problems;
  });
}

function stepsBack(places: readonly (readonly number[])[]): number {
  return places.filter((place, index) => index > 0 && comparePositions(places[index - 1] ?? [], place) > 0).length;
}
