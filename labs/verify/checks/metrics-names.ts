import { nearest } from "../../../eleventy/nearest.ts";
import type { Finding } from "./findings.ts";
import type { Mention } from "./metrics-places.ts";

/** What a name may be. */
export interface Known {
  /** Metrics that the running stack has. */
  metrics: ReadonlySet<string>;
  /** Functions, relations, settings and programs of the databases, which begin like metrics: pg_current_wal_lsn. */
  others: ReadonlySet<string>;
}

/** Names that are neither a metric of the running stack nor anything of the databases. */
export function unknownMetrics(mentions: readonly Mention[], { metrics, others }: Known): Finding[] {
  return mentions
    .filter(({ name }) => !metrics.has(name) && !others.has(name))
    .map(({ file, line, name }) => {
      const alike = nearest(name, [...metrics, ...others]);
      return { file, line, what: name, message: `metric ${name} does not exist; nearest is ${alike}` };
    });
}
