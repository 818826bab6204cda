import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { SOURCES } from "./evidence.ts";
import type { Verdict } from "./judge.ts";

const NAMES = { postgres: "PostgreSQL", mysql: "MySQL" };

/** The figures of a run, for people. */
export function reportLines({ problems, known, figures }: Verdict, seconds: number): string[] {
  const lines = SOURCES.flatMap((source) => {
    const f = figures[source];
    return [
      `${NAMES[source]}: ${f.changes} changes (${f.inserts} inserts, ${f.updates} updates, ${f.deletes} deletes), ${f.events} events, ${f.duplicates} duplicates, ${f.lost} lost; ${f.rows} rows equal in table and copy`,
      `  ${f.stepsBack} steps back of the position in the topic, none within a key, ${f.sequenceStepsBack} of source.sequence; ${f.redelivered} messages came to the consumer again`,
      ...f.crashes.map(
        (crash, index) =>
          `  crash ${index + 1}, ${crash.what}: ${crash.inFlight} committed changes in flight, ${crash.cutTransactions} open transactions cut, later changes in Kafka after ${crash.recovery ?? "∞"} s, ${crash.duplicates} duplicates`,
      ),
    ];
  });
  for (const loss of known) {
    lines.push(`${NAMES[loss.source]}: ${loss.changes.length} changes lost, known as ${loss.issue}: ${loss.evidence}`);
  }
  return [
    ...lines,
    ...problems.map((problem) => `FAILED ${problem}`),
    `drill: ${problems.length === 0 ? "passed" : "FAILED"}, ${seconds.toFixed(1)} s`,
  ];
}

/**
 * Notes the figures of a green run, for the course to show.
 * @param root project root (absolute)
 */
export function noteFigures(
  root: string,
  verdict: Verdict,
  run: { seconds: number; versions: Record<string, string>; date: string },
): void {
  const { seconds, versions, date } = run;
  const known = verdict.known.map(({ issue, source, changes, evidence }) => ({
    issue,
    source,
    changes: changes.length,
    evidence,
  }));
  const text = JSON.stringify({ date, seconds: Math.round(seconds), versions, ...verdict.figures, known }, null, 2);
  writeFileSync(join(root, "content", "_data", "drill.json"), `${text}\n`);
}
