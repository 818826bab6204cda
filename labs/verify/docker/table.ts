import type { ServiceStatus } from "../stack/control.ts";

/** Fields of `docker compose ps --format` that a lesson may ask for. */
export type Row = Record<"Name" | "Service" | "Image" | "State" | "Status" | "Health" | "Ports" | "ExitCode", string>;

export function rowOf(service: ServiceStatus, project: string, now: number): Row {
  const running = service.state !== "exited";
  const health = running ? service.state : "";
  return {
    Name: `${project}-${service.name}-1`,
    Service: service.name,
    Image: service.image,
    State: running ? "running" : "exited",
    Health: health,
    Status: running
      ? `Up ${age(now - service.since)} (${service.state === "starting" ? "health: starting" : health})`
      : `Exited (${service.exitCode}) ${age(now - service.since)} ago`,
    Ports: running
      ? service.ports.map(({ published, target }) => `127.0.0.1:${published}->${target}/tcp`).join(", ")
      : "",
    ExitCode: String(service.exitCode ?? 0),
  };
}

/** As Docker says it: "5 seconds", "About a minute", "3 minutes". */
export function age(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  if (seconds < 1) return "Less than a second";
  if (seconds === 1) return "1 second";
  if (seconds < 60) return `${seconds} seconds`;
  const minutes = Math.floor(seconds / 60);
  if (minutes === 1) return "About a minute";
  return minutes < 60 ? `${minutes} minutes` : "About an hour";
}

/**
 * Prints rows by a Go template: `table {{.Service}}\t{{.Status}}` aligned under a heading, without `table` line by line.
 * @throws Error for a field that is not known here
 */
export function byTemplate(rows: Row[], format: string): string {
  const table = format.startsWith("table ");
  const template = format.replace(/^table /, "").replaceAll("\\t", "\t");
  const lines = rows.map((row) => fill(template, (field) => row[field]));
  if (!table) return lines.map((line) => `${line}\n`).join("");
  return align([fill(template, (field) => field.toUpperCase()), ...lines].map((line) => line.split("\t")));
}

function fill(template: string, value: (field: keyof Row) => string): string {
  return template.replace(/\{\{\s*\.(\w+)\s*\}\}/g, (_whole, field: string) => {
    const known: (keyof Row)[] = ["Name", "Service", "Image", "State", "Status", "Health", "Ports", "ExitCode"];
    if (!known.includes(field as keyof Row)) throw new Error(`ps: field .${field}; expected ${known.join(", ")}`);
    return value(field as keyof Row);
  });
}

/** Columns three blanks apart, as Docker prints them. */
export function align(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd((widths[column] ?? 0) + 3))
          .join("")
          .trimEnd()}\n`,
    )
    .join("");
}
