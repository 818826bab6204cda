/** How many checks of a step passed, failed and were left out. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Reads the totals under a run of node:test. A run that fails without a failed test (a file that does not load, no
 * file at all) counts as one failure.
 * @param output printed with `--test-reporter=spec`
 */
export function countNodeTests({ code, output }: { code: number; output: string }): Counts {
  const total = (name: string): number => Number(new RegExp(`^ℹ ${name} (\\d+)$`, "m").exec(output)?.[1] ?? 0);
  const counts = {
    passed: total("pass"),
    failed: total("fail") + total("cancelled"),
    skipped: total("skipped") + total("todo"),
  };
  return atLeastOneFailure(counts, code);
}

/**
 * Reads the totals of a Playwright run; a test that passed only at a second try counts as failed.
 * @param code exit code
 * @param report what the JSON reporter wrote; empty when Playwright did not come that far
 */
export function countPlaywright(code: number, report: string): Counts {
  const none = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  const stats: typeof none = report ? JSON.parse(report).stats : none;
  const counts = { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
  return atLeastOneFailure(counts, code);
}

function atLeastOneFailure(counts: Counts, code: number): Counts {
  const nothing = counts.passed + counts.failed + counts.skipped === 0;
  return (code !== 0 || nothing) && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
