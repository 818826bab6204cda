import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Operation, WalStatus } from "../components/slot-model.ts";

/** Where the recorded trace is kept, from the project's root; written by labs/verify/slots/record.ts only. */
export const TRACE_FILE = "content/_data/slot-trace.json";

/** What PostgreSQL told of its slot. Positions are bytes from the beginning of the segment in which it was created. */
export interface SlotView {
  /** pg_current_wal_lsn() */
  current: number;
  /** Beginning of the oldest WAL file. */
  oldest: number;
  /** restart_lsn */
  restart: number | null;
  /** confirmed_flush_lsn */
  confirmed: number;
  /** current - restart */
  retained: number | null;
  /** wal_status */
  status: WalStatus;
  /** safe_wal_size */
  safe: number | null;
  /** invalidation_reason */
  reason: string | null;
}

export interface TraceStep {
  operation: Operation;
  /** In Russian, with code in backticks. */
  why: string;
  view: SlotView;
  /** What the server answered the consumer instead of events. */
  error?: string;
}

export interface TraceScenario {
  id: string;
  title: string;
  lead: string;
  /** As the slot was created. */
  created: SlotView;
  steps: TraceStep[];
}

/** @param root project folder */
export function readTrace(root: string): TraceScenario[] {
  return JSON.parse(readFileSync(join(root, TRACE_FILE), "utf8"));
}
