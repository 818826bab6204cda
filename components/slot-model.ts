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
 * What is simpler than in a server with a connector:
 *
 * - after every operation the consumer reads all there is and confirms the end of the last transaction that held events
 *   for it; then others write a little, and the background writer logs the running transactions, which a server does
 *   every 15 seconds if anything was written; no transaction outlives its operation;
 * - Debezium confirms in the same way, but not before Kafka Connect flushes its offsets, and without heartbeats one
 *   transaction less: the offset of an event names the end of the transaction before (3.7.0, seen in the lab);
 * - a checkpoint happens only when it is asked for and at once; a server makes them by time and by volume, spreads them
 *   over minutes, and removes WAL at their end;
 * - small records are of one size; pages and segments have no headers;
 * - there is no other slot, no wal_keep_size, no standby and no idle_replication_slot_timeout.
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
  /** How far the consumer's walsender has decoded. */
  decoded: number;
  /** What `restart` will be once it is confirmed. */
  candidate: number | null;
  /** End of the last captured transaction. */
  commit: number;
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
  decoded: RECORD,
  candidate: null,
  commit: RECORD,
};

/**
 * Does an operation, and what follows from it: the heartbeat beats, the consumer reads and confirms, and the running
 * transactions are logged.
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
    case "resume":
      // A new walsender decodes again from the beginning.
      return pass({ ...server, reading: true, decoded: server.restart ?? 0 });
    default:
      return pass({ ...server, reading: false });
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
  return { ...server, current, commit: captured ? current : server.commit };
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
  const works = server.reading && !server.reason;
  const beaten = works && server.heartbeat ? write(server, RECORD, true) : server;
  const read = works ? confirm(decode(beaten)) : beaten;
  const logged = (read.snapshots.at(-1) ?? 0) + RECORD;
  return read.current > logged ? logRunning(write(read, RECORD, false)) : read;
}

/**
 * Of the records of running transactions one that is confirmed already becomes `restart` at once; of the others only
 * the first one can, when it is confirmed: as long as it waits, the rest is passed over and not looked at again.
 */
function decode(server: Server): Server {
  let { restart, candidate } = server;
  for (const at of server.snapshots) {
    if (at < server.decoded || at <= (restart ?? 0)) continue;
    if (at <= server.confirmed) [restart, candidate] = [at, null];
    else candidate ??= at;
  }
  return { ...server, restart, candidate, decoded: server.current };
}

function confirm(server: Server): Server {
  const { candidate, commit: confirmed, snapshots } = server;
  if (candidate === null || candidate > confirmed) return { ...server, confirmed };
  return {
    ...server,
    confirmed,
    restart: candidate,
    candidate: null,
    snapshots: snapshots.filter((at) => at >= candidate),
  };
}
