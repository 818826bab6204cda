/**
 * A day as texts name it: «21 ноября 2026 г.», unbreakable.
 * @param date `2026-11-21`
 */
export function russianDay(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  return day.toLocaleDateString("ru", { dateStyle: "long", timeZone: "UTC" }).replaceAll(" ", "\u00a0");
}
