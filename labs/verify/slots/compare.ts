import {
  CREATED,
  isRefused,
  operate,
  retained,
  SEGMENT,
  type Server,
  safeWalSize,
  walStatus,
} from "../../../components/slot-model.ts";
import type { SlotView, TraceScenario, TraceStep } from "../../../eleventy/slot-trace.ts";

/**
 * How far a position may be from another one, in bytes. A write ends with the row that reaches its size, and what else
 * is written (headers of pages, full images of pages, changes of the catalog) differs a little from run to run; all of
 * it together is far from the 16 MB of a segment and of the smallest write.
 */
export const TOLERANCE = SEGMENT / 64;

/**
 * Holds a freshly recorded trace against the kept one and against the model: the same operations, states and reasons, and
 * every number of bytes within the tolerance, so that the same positions move.
 * @returns what differs, one line each; none: the kept trace and the model are true
 */
export function compareTraces(kept: readonly TraceScenario[], fresh: readonly TraceScenario[]): string[] {
  const names = (trace: readonly TraceScenario[]) => trace.map(({ id }) => id).join(", ");
  if (names(kept) !== names(fresh)) return [`kept are ${names(kept)}; recorded ${names(fresh)}`];
  return fresh.flatMap((scenario, at) => {
    const known = kept[at] as TraceScenario;
    return [...compareScenarios("kept", known, scenario), ...compareScenarios("model", modelled(scenario), scenario)];
  });
}

/** The scenario as the model plays it. */
export function modelled(scenario: TraceScenario): TraceScenario {
  let server = CREATED;
  const steps = scenario.steps.map(({ operation, why }): TraceStep => {
    server = operate(server, operation);
    return { operation, why, view: viewOf(server), ...(isRefused(server) && { error: "" }) };
  });
  return { ...scenario, created: viewOf(CREATED), steps };
}

function viewOf(server: Server): SlotView {
  const { current, oldest, restart, confirmed, reason } = server;
  const [status, safe] = [walStatus(server), safeWalSize(server)];
  return { current, oldest, restart, confirmed, retained: retained(server), status, safe, reason };
}

/**
 * @param name what the expected one is
 * @returns the steps that differ, one line each
 */
export function compareScenarios(
  name: string,
  expected: TraceScenario,
  { id, created, steps }: TraceScenario,
): string[] {
  const wrong: string[] = [];
  const told = (steps: readonly TraceStep[]) => steps.map(({ operation }) => operation).join("; ");
  if (told(expected.steps) !== told(steps))
    return [`${id}: ${name} plays ${told(expected.steps)}; expected ${told(steps)}`];
  for (const [at, step] of [{ operation: "create", view: created }, ...steps].entries()) {
    const other = at === 0 ? { view: expected.created } : (expected.steps[at - 1] as TraceStep);
    const differ = [
      ...FIGURES.filter((figure) => !near(other.view[figure], step.view[figure])),
      ...WORDS.filter((word) => other.view[word] !== step.view[word]),
    ];
    for (const field of differ) {
      wrong.push(
        `${id}, step ${at} (${step.operation}): ${name} has ${field} ${other.view[field]}, PostgreSQL ${step.view[field]}`,
      );
    }
    if ("error" in other !== "error" in step)
      wrong.push(`${id}, step ${at} (${step.operation}): only one of ${name} and PostgreSQL refuses the consumer`);
  }
  return wrong;
}

const FIGURES = ["current", "oldest", "restart", "confirmed", "retained", "safe"] as const;
const WORDS = ["status", "reason"] as const;

function near(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) <= TOLERANCE;
}
