import type { Committed, Source } from "./evidence.ts";
import type { ChangeEvent } from "./stream.ts";

/** A loss that one of Debezium's own issues explains, with what shows that it is that issue. */
export interface KnownLoss {
  issue: string;
  source: Source;
  changes: Committed[];
  evidence: string;
}

/** What is known of the changes of one source that never arrived. */
export interface Losses {
  source: Source;
  /** Everything that was committed, each writer's changes in its own order. */
  changes: readonly Committed[];
  missing: readonly Committed[];
  /** First copies of all events, in the order of the topic. */
  kept: readonly ChangeEvent[];
  /** Log of Kafka Connect. */
  log: readonly string[];
  /** Version of the connector. */
  version: string;
}

/**
 * Explains losses by known issues. What no rule explains completely is not explained at all.
 *
 * dbz#2359, fixed in 3.7.0.CR1: the binlog client of the MySQL connector reconnects by itself, and rows that it was
 * reading are lost. Shown by: an older connector; one gap in the topic that holds everything that is missing; and a
 * reconnection in the log, behind the last commit that is missing and before the first event behind the gap.
 */
export function explainLosses(losses: Losses): KnownLoss[] {
  const { source, missing, log, version } = losses;
  if (source !== "mysql" || missing.length === 0 || !isOlder(version, [3, 7, 0])) return [];
  const gap = findGap(losses);
  if (!gap) return [];
  const last = Math.max(...missing.map(({ at }) => at));
  const reconnected = reconnections(log).find((time) => time >= last && time <= (gap.behind?.appended ?? 0));
  if (reconnected === undefined) return [];
  const evidence =
    `connector ${version}; all of them lie between offsets ${gap.before?.offset ?? "none"} and ${gap.behind?.offset}, ` +
    `where the binlog client reconnected at ${new Date(reconnected).toISOString()}`;
  return [{ issue: "debezium/dbz#2359", source, changes: [...missing], evidence }];
}

interface Gap {
  before: ChangeEvent | undefined;
  behind: ChangeEvent | undefined;
}

/**
 * The one place in the topic where everything that is missing belongs. A writer's changes are committed in its own
 * order, so the place lies behind all that it committed before the missing ones and before all that it committed later.
 */
function findGap({ changes, missing, kept }: Losses): Gap | undefined {
  const lost = new Set(missing);
  const arrived = new Map(kept.map((event) => [`${event.id} ${event.version}`, event]));
  let before: ChangeEvent | undefined;
  let behind: ChangeEvent | undefined;
  for (const writer of new Set(missing.map((change) => change.writer))) {
    const own = changes.filter((change) => change.writer === writer);
    const places = own.flatMap((change, index) => (lost.has(change) ? [index] : []));
    const [first = 0] = places;
    const last = places.at(-1) ?? 0;
    if (last - first + 1 !== places.length) return;
    for (const change of own.slice(0, first)) before = later(before, arrived.get(`${change.id} ${change.version}`));
    for (const change of own.slice(last + 1)) behind = sooner(behind, arrived.get(`${change.id} ${change.version}`));
  }
  return behind && (before?.offset ?? -1) < behind.offset ? { before, behind } : undefined;
}

function later(one: ChangeEvent | undefined, other: ChangeEvent | undefined): ChangeEvent | undefined {
  return (other?.offset ?? -1) > (one?.offset ?? -1) ? other : one;
}

function sooner(one: ChangeEvent | undefined, other: ChangeEvent | undefined): ChangeEvent | undefined {
  return (other?.offset ?? Number.POSITIVE_INFINITY) < (one?.offset ?? Number.POSITIVE_INFINITY) ? other : one;
}

/** Times (ms) at which the binlog client restored a lost connection; the log is in UTC. */
function reconnections(log: readonly string[]): number[] {
  const times: number[] = [];
  let lost = false;
  for (const line of log) {
    if (line.includes("Keepalive: Trying to restore lost connection")) lost = true;
    const at = /^(\S+T\S+),(\d{3}) .*Connected to binlog at /.exec(line);
    if (lost && at) {
      times.push(Date.parse(`${at[1]}.${at[2]}Z`));
      lost = false;
    }
  }
  return times;
}

/** @param version `3.6.1.Final` */
function isOlder(version: string, than: readonly number[]): boolean {
  const parts = version.split(".").map(Number);
  for (const [index, part] of than.entries()) {
    const own = parts[index] ?? 0;
    if (own !== part) return own < part;
  }
  return false;
}
