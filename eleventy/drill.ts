import type UserConfig from "@11ty/eleventy/UserConfig";
import type { CrashFigures, SourceFigures } from "../labs/verify/drill/judge.ts";
import { russianDay } from "./russian-day.ts";
import { softwareOf } from "./verification.ts";

/** What the last green run of the drill noted, in content/_data/drill.json. */
export interface Drill extends Record<"postgres" | "mysql", SourceFigures> {
  /** Day of the run, `2026-11-21`. */
  date: string;
  seconds: number;
  versions: Record<string, string>;
}

/** One row of a table: what is told, and its cells. */
interface Row {
  what: string;
  cells: string[];
}

const KILLED: Readonly<Record<CrashFigures["what"], string>> = {
  connect: "Kafka Connect",
  databases: "сервер базы",
  kafka: "брокер Kafka",
};

const number = (value: number): string => value.toLocaleString("ru");

/** Totals of both databases, PostgreSQL first. */
export function drillTotals({ postgres, mysql }: Drill): Row[] {
  const row = (what: string, cell: (figures: SourceFigures) => string): Row => ({
    what,
    cells: [postgres, mysql].map(cell),
  });
  return [
    row("изменений зафиксировано", ({ changes }) => number(changes)),
    row("из них вставок, обновлений, удалений", (f) => [f.inserts, f.updates, f.deletes].map(number).join(", ")),
    row("событий в Kafka", ({ events }) => number(events)),
    row("повторов среди них", ({ duplicates }) => number(duplicates)),
    row("изменений потеряно", ({ lost }) => number(lost)),
    row("сообщений пришло потребителю ещё раз", ({ redelivered }) => number(redelivered)),
    row("строк в таблице и в копии, все равны", ({ rows }) => number(rows)),
  ];
}

/** The crashes in their order; each cell tells of PostgreSQL and MySQL. */
export function drillCrashes({ postgres, mysql }: Drill): Row[] {
  return postgres.crashes.map((crash, index) => {
    const both = [crash, mysql.crashes[index]].filter((one) => one !== undefined);
    const cell = (value: (one: CrashFigures) => number | null) =>
      both.map((one) => value(one)?.toLocaleString("ru") ?? "—").join(" / ");
    return {
      what: KILLED[crash.what],
      cells: [
        cell(({ inFlight }) => inFlight),
        cell(({ cutTransactions }) => cutTransactions),
        cell(({ recovery }) => recovery),
        cell(({ duplicates }) => duplicates),
      ],
    };
  });
}

/** The filters `drillTotals`, `drillCrashes`, `drillDay` and `drillSoftware`. */
export function drill(config: UserConfig): void {
  config.addFilter("drillTotals", drillTotals);
  config.addFilter("drillCrashes", drillCrashes);
  config.addFilter("drillDay", ({ date }: Drill) => russianDay(date));
  config.addFilter("drillSoftware", ({ versions }: Drill) => softwareOf(versions));
}
