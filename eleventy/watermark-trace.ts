import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Action, RowEvent } from "../components/watermark-model.ts";

/** Where the recorded trace is kept, from the project's root; written by labs/verify/watermarks/record.ts only. */
export const WATERMARK_FILE = "content/_data/watermark-trace.json";

/** What the stack has shown after a step; everything that the connector reads of the stream belongs to the step before it. */
export interface WatermarkStep {
  action: Action;
  /** What it wrote to WAL: `open`, `u 3 v2`; several joined by commas. */
  wal: string;
  /** What it made the connector write to the topic, `u 3 v2, d 5`, by the time at which the connector made the events. */
  topic: string;
}

export interface WatermarkScenario {
  id: string;
  title: string;
  /** In Russian, with code in backticks. */
  lead: string;
  /** Rows 1 … rows of the table, all in their first version. */
  rows: number;
  /** `incremental.snapshot.chunk.size` */
  size: number;
  steps: WatermarkStep[];
  /** The table in the end: `1 v1, 3 v2`. */
  table: string;
}

/** @param root project folder */
export function readWatermarks(root: string): WatermarkScenario[] {
  return JSON.parse(readFileSync(join(root, WATERMARK_FILE), "utf8"));
}

/** A row as the trace tells it: `3 v2`. */
export function tracedRow({ id, version }: { id: number; version: number }): string {
  return `${id} v${version}`;
}

/** An event as the trace tells it: `u 3 v2`, `d 5`. */
export function tracedEvent(event: RowEvent): string {
  return event.op === "d" ? `d ${event.id}` : `${event.op} ${tracedRow(event)}`;
}
