import type { Exception } from "./findings.ts";
import type { Unhealthy } from "./promql.ts";

/** Path of this file, for messages about what it no longer has to hold. */
export const LIST = "labs/verify/checks/metrics-exceptions.ts";

/** States that the running stack does not have while all is well. */
export const UNHEALTHY: readonly Unhealthy[] = [
  {
    selector: 'kafka_connect_connector_status{status="failed"}',
    instead: 'kafka_connect_connector_status{status="running"}',
    because: "no connector has failed",
  },
  {
    selector: 'kafka_connect_task_status{status="failed"}',
    instead: 'kafka_connect_task_status{status="running"}',
    because: "no task has failed",
  },
  {
    selector: 'pg_replication_slot_wal_status{wal_status=~"unreserved|lost"}',
    instead: 'pg_replication_slot_wal_status{wal_status="reserved"}',
    because: "no slot has lost its WAL",
  },
  {
    selector: 'ALERTS{alertstate="firing"}',
    instead: "up",
    because: "Prometheus itself makes this series of the labels of an alert, and only while one fires",
    sometimes: true,
  },
];

/** Names that look like a metric and are none. */
export const NO_METRICS: readonly Exception[] = [
  {
    file: "content/course/module-2-postgresql/01-logical-decoding.md",
    what: "pg_get_wal_records_info",
    because: "a function of the extension pg_walinspect, which exists only while the lesson runs",
  },
];
