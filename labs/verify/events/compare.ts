import { type CapturedEvent, jsonLines, recordText } from "../../../eleventy/captured-events.ts";

/** Values that differ from run to run: times, positions, and versions, which differ between the drivers. */
const VARIES = [
  /^headers\.__debezium\.context\.runId$/,
  /^value\.ts_\ws$/,
  /^value\.source\.(?:ts_\ws|version|sequence|txId|lsn|gtid|file|pos|thread)$/,
];

/**
 * Holds freshly captured events against the kept ones: the same records, fields, kinds of values, and the same values
 * but for those that differ from run to run.
 * @returns what differs, one line each; none: the kept events are true
 */
export function compareEvents(kept: readonly CapturedEvent[], fresh: readonly CapturedEvent[]): string[] {
  const wrong: string[] = [];
  const left = new Map(kept.map((event) => [event.id, event]));
  for (const event of fresh) {
    const known = left.get(event.id);
    left.delete(event.id);
    if (!known) wrong.push(`${event.id}: not among the kept events`);
    else {
      const [was, is] = [comparable(known), comparable(event)];
      const at = was.findIndex((line, index) => line !== is[index]);
      if (at >= 0 || is.length > was.length) {
        const line = at < 0 ? was.length : at;
        wrong.push(`${event.id}: ${was[line] ?? "(nothing more)"} is now ${is[line] ?? "(nothing more)"}`);
      }
    }
  }
  for (const id of left.keys()) wrong.push(`${id}: kept, but no longer captured`);
  return wrong;
}

function comparable({ database, operation, cause, topic, records }: CapturedEvent): string[] {
  const lines = records.flatMap((record) =>
    jsonLines(recordText(record)).map(({ path, text }) => {
      const varies = text !== "null" && VARIES.some((pattern) => pattern.test(path));
      return `${path} ${varies ? (text.startsWith('"') ? "(text)" : "(number)") : text}`;
    }),
  );
  return [database, operation, cause, topic, ...lines];
}
