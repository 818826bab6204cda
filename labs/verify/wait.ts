import { setTimeout as pause } from "node:timers/promises";

export interface Waiting {
  /** Milliseconds until the wait is an error; generous, because a busy machine is up to five times slower. */
  limit?: number;
  /** Milliseconds between two looks. */
  every?: number;
  /** Asked before each look: a reason to give up at once. */
  broken?: () => string | undefined;
}

/**
 * Looks again and again until a condition holds; a look that throws counts as "not yet".
 * @param what for the message: "kafka accepts clients"
 * @throws Error when the limit is reached, with the last look's own error
 */
export async function until(what: string, look: () => Promise<unknown>, waiting: Waiting = {}): Promise<void> {
  const { limit = 120_000, every = 100, broken } = waiting;
  const end = Date.now() + limit;
  let last = "";
  for (;;) {
    const reason = broken?.();
    if (reason) throw new Error(`${what}: ${reason}`);
    try {
      if (await look()) return;
    } catch (error) {
      last = `: ${(error as Error).message}`;
    }
    if (Date.now() > end) throw new Error(`${what}: not so after ${limit / 1000} s${last}`);
    await pause(every);
  }
}
