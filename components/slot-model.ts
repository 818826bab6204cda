/*
 * A PostgreSQL server with one logical slot, as far as the slot keeps WAL. The rules are those of PostgreSQL 18
 * (https://github.com/postgres/postgres/tree/REL_18_STABLE/src/backend):
 *
 * - KeepLogSeg, GetWALAvailability and CreateCheckPoint in access/transam/xlog.c: what WAL is kept, and until when;
 * - InvalidateObsoleteReplicationSlots in replication/slot.c: how a slot is lost;
 * - LogicalIncreaseRestartDecodingForSlot and LogicalConfirmReceivedLocation in replication/logical/logical.c,
 *   SnapBuildProcessRunningXacts in replication/logical/snapbuild.c: how restart_lsn moves;
 * - pg_get_replication_slots in replication/slotfuncs.c: wal_status and safe_wal_size.
 *
 * What is simpler than in a server:
 *
 * - every operation takes the 15 seconds after which the background writer logs the running transactions anew, and no
 *   transaction outlives its operation;
 * - a checkpoint happens only when it is asked for and at once; a server makes them by time and by volume, spreads them
 *   over minutes, and removes WAL at their end;
 * - small records have one size each; pages and segments have no headers;
 * - there is no other slot, no wal_keep_size, no standby and no idle_replication_slot_timeout;
 * - the consumer confirms, as Debezium does by default, the end of each transaction that holds events for it, and
 *   nothing else; it does so at once, where Debezium waits for Kafka Connect to flush its offsets.
 */

export const MB = 1024 * 1024;

/** Bytes of a WAL file: `wal_segment_size`. */
export const SEGMENT = 16 * MB;

/** `max_wal_size` of the server, in MB; small, so that little has to be written until it counts. */
export const MAX_WAL_SIZE = 128;

/** Bytes of a record without much data: of running transactions, of a checkpoint, of a heartbeat. */
const RECORD = 128;

/** To a table of the publication, to another one of the same database, to another database of the server. */
export type Place = "captured" | "unpublished" | "elsewhere";

/** What can be done; sizes are in MB. */
export type Operation =
  | `write ${number} ${Place}`
  | "pause"
  | "resume"
  | "heartbeat on"
  | "heartbeat off"
  | `limit ${number | "none"}`
  | "checkpoint";

export type WalStatus = "reserved" | "extended" | "unreserved" | "lost";

/** Positions are bytes from the beginning of the segment in which the slot was created. */
export interface Server {
  /** End of WAL. */
  current: number;
  /** Where the recovery from the last checkpoint would begin. */
  redo: number;
  /** Beginning of the oldest segment that is still there. */
  oldest: number;
  /** `restart_lsn`: where decoding would begin; null once the slot is lost. */
  restart: number | null;
  /** `confirmed_flush_lsn`: what the consumer has confirmed. */
  confirmed: number;
  /** `invalidation_reason` */
  reason: "wal_removed" | null;
  /** `max_slot_wal_keep_size` in MB; null is -1, no limit. */
  limit: number | null;
  /** Whether the consumer reads. */
  reading: boolean;
  /** Whether the consumer changes a row of a captured table every now and then. */
  heartbeat: boolean;
  /** Where the running transactions were logged, from `restart` on. */
  snapshots: readonly number[];
  /** Ends of the captured transactions that are not confirmed. */
  commits: readonly number[];
}

/** A server whose slot was created just now, at the beginning of a segment, with a consumer that reads. */
export const CREATED: Server = {
  current: RECORD,
  redo: 0,
  oldest: 0,
  restart: 0,
  confirmed: RECORD,
  reason: null,
  limit: null,
  reading: true,
  heartbeat: false,
  snapshots: [0],
  commits: [],
};

/**
 * Does an operation and lets 15 seconds pass: the running transactions are logged, if anything was written; the
 * heartbeat beats; the consumer reads and confirms.
 */
export function operate(server: Server, operation: Operation): Server {
  const [name, value = "", place] = operation.split(" ");
  switch (name) {
    case "write":
      return pass(write(server, Number(value) * MB, place === "captured"));
    case "checkpoint":
      return pass(checkpoint(server));
    case "limit":
      return pass({ ...server, limit: value === "none" ? null : Number(value) });
    case "heartbeat":
      return pass({ ...server, heartbeat: value === "on" });
    default:
      return pass({ ...server, reading: name === "resume" });
  }
}

/** `wal_status`, after GetWALAvailability. */
export function walStatus(server: Server): WalStatus {
  const { restart, current, oldest } = server;
  if (restart === null || restart < oldest) return "lost";
  if (segmentOf(restart) < kept(server)) return "unreserved";
  return segmentOf(restart) >= segmentOf(current) - segmentOf(MAX_WAL_SIZE * MB) - 1 ? "reserved" : "extended";
}

/** `safe_wal_size`: bytes that may be written before the slot can be lost; null without a limit or a slot. */
export function safeWalSize({ restart, current, limit }: Server): number | null {
  if (restart === null || limit === null) return null;
  return (segmentOf(restart) + segmentOf(limit * MB) + 1) * SEGMENT - current;
}

/** Bytes of WAL that the slot keeps; null once it is lost. */
export function retained({ restart, current }: Server): number | null {
  return restart === null ? null : current - restart;
}

/** Whether the consumer is turned away: an invalidated slot can only be dropped. */
export function isRefused({ reading, reason }: Server): boolean {
  return reading && reason !== null;
}

function segmentOf(position: number): number {
  return Math.floor(position / SEGMENT);
}

/** The oldest segment that the slot and the limit keep, after KeepLogSeg. */
function kept({ restart, current, limit }: Server): number {
  if (restart === null) return segmentOf(current);
  return Math.max(segmentOf(restart), limit === null ? -Infinity : segmentOf(current) - segmentOf(limit * MB));
}

function write(server: Server, bytes: number, captured: boolean): Server {
  const current = server.current + bytes;
  return { ...server, current, commits: captured ? [...server.commits, current] : server.commits };
}

/** After LogStandbySnapshot: a record from which decoding can begin anew. */
function logRunning(server: Server): Server {
  return write({ ...server, snapshots: [...server.snapshots, server.current] }, RECORD, false);
}

function checkpoint(server: Server): Server {
  const redo = server.current;
  const logged = write(logRunning({ ...server, redo }), RECORD, false);
  const needed = Math.min(segmentOf(redo), kept(logged)) * SEGMENT;
  if (logged.restart === null || logged.restart >= needed)
    return { ...logged, oldest: Math.max(logged.oldest, needed) };
  // Nothing but the recovery from this checkpoint needs WAL any more.
  return { ...logged, restart: null, reason: "wal_removed", oldest: segmentOf(redo) * SEGMENT };
}

function pass(server: Server): Server {
  const last = (server.snapshots.at(-1) ?? 0) + RECORD;
  const logged = server.current > last ? logRunning(server) : server;
  if (!logged.reading || logged.reason) return logged;
  const beaten = logged.heartbeat ? write(logged, RECORD, true) : logged;
  return beaten.commits.reduce(confirm, { ...beaten, commits: [] });
}

/**
 * Decodes from restart_lsn on and confirms all up to a position. A record of running transactions becomes restart_lsn
 * at once if it was confirmed before; of the others the first one does, and only when it is confirmed itself.
 */
function confirm(server: Server, to: number): Server {
  let restart = server.restart ?? 0;
  let candidate: number | undefined;
  for (const at of server.snapshots) {
    if (at >= to) break;
    if (at <= restart) continue;
    if (at <= server.confirmed) restart = at;
    else candidate ??= at;
  }
  const moved = candidate ?? restart;
  return { ...server, restart: moved, confirmed: to, snapshots: server.snapshots.filter((at) => at >= moved) };
}
