import { setTimeout as pause } from "node:timers/promises";
import type { Healthcheck } from "../compose-file.ts";

/**
 * Watches a service that has become healthy, as Docker does: so many failed checks in a row make it unhealthy, one that
 * passes makes it healthy again.
 * @param check one look; never throws
 * @param goesOn whether the process that is watched still runs
 * @param became told each change
 */
export async function watchHealth(
  { interval, retries }: Pick<Healthcheck, "interval" | "retries">,
  check: () => Promise<boolean>,
  goesOn: () => boolean,
  became: (state: "healthy" | "unhealthy") => void,
): Promise<void> {
  let failures = 0;
  for (;;) {
    await pause(interval, undefined, { ref: false });
    if (!goesOn()) return;
    const passed = await check();
    if (!goesOn()) return;
    if (passed && failures >= retries) became("healthy");
    failures = passed ? 0 : failures + 1;
    if (failures === retries) became("unhealthy");
  }
}
