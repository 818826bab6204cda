import type { Verification } from "../../../eleventy/verification.ts";
import type { Connectors } from "../lesson/connectors.ts";
import { type Driver, resetLab } from "../lesson/reset.ts";
import type { Places } from "../places.ts";
import type { Piece } from "./queue.ts";

/** What a piece tells while it is done. */
export interface Told {
  say: (line: string) => void;
  /** One check, and whether it passed. */
  count: (passed: boolean, name: string) => void;
  /** A lesson's green run. */
  note: (id: string, verification: Verification) => void;
}

/** The stack in which pieces are done. */
export interface Lab {
  places: Places;
  driver: Driver;
  /** Connectors that were met since the last reset: their positions outlive them. */
  seen: Connectors;
}

/** A piece that is done in a running stack. */
export interface StackPiece extends Piece {
  profiles: readonly string[];
  /** To be called inside the stack, in its clean state. */
  work: (told: Told, lab: Lab) => Promise<void>;
}

/** A piece that needs no stack. */
export interface PlainPiece extends Piece {
  profiles: undefined;
  work: (told: Told) => Promise<void>;
}

/**
 * Does a piece; whatever it throws is a failure of its own.
 * @param clean whether the lab has to be made clean before
 * @returns whether the lab can be used again: not if it could not be made clean
 */
export async function doPiece(piece: StackPiece, told: Told, lab: Lab, clean: boolean): Promise<boolean> {
  try {
    if (clean) {
      const begun = Date.now();
      await resetLab(lab.places.root, lab.driver, lab.seen);
      told.say(`clean after ${((Date.now() - begun) / 1000).toFixed(1)} s`);
    }
  } catch (error) {
    told.count(false, `${piece.name}: the lab cannot be made clean: ${(error as Error).message}`);
    return false;
  }
  lab.seen = {};
  await piece.work(told, lab).catch((error: Error) => told.count(false, `${piece.name}: ${error.message}`));
  return true;
}
