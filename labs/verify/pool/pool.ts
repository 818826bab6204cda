import type { Piece } from "./queue.ts";
import { WorkQueue } from "./queue.ts";

/** A running stack that does pieces. */
export interface Stack<Work extends Piece> {
  /** Profiles whose services run in it at present. */
  running: () => Promise<ReadonlySet<string>>;
  /**
   * Does a piece, and counts what it checks.
   * @throws Error where the stack cannot go on
   */
  work: (piece: Work) => Promise<void>;
  /** Never throws. */
  stop: () => Promise<void>;
}

export interface PoolOptions<Stacked extends Piece, Plain extends Piece> {
  /** How many stacks may run at once. */
  size: number;
  /**
   * Starts a stack.
   * @param index from 1 to `size`; no other running stack has it
   */
  start: (index: number, profiles: readonly string[]) => Promise<Stack<Stacked>>;
  /** Does a piece that needs no stack. */
  plain: (piece: Plain) => Promise<void>;
  /** Told of a piece that could not be done, or not to its end. */
  failed: (piece: Stacked | Plain, reason: string) => void;
  /** Told when a piece begins and when it ends; stack 0 is none. */
  begins?: (piece: Stacked | Plain, stack: number) => void;
  ends?: (piece: Stacked | Plain, seconds: number) => void;
}

/** So many stacks in a row that do not work, and a place in the pool is given up. */
const PATIENCE = 2;

/**
 * Does all pieces in a few stacks at once, which start when there is work for them and stop when there is none: while one
 * waits for a database, another has the processor. A stack that fails takes down the piece that it was doing; the next
 * piece gets a new one. Every piece is either done or told of as failed.
 */
export async function runPool<Stacked extends Piece, Plain extends Piece>(
  pieces: readonly (Stacked | Plain)[],
  options: PoolOptions<Stacked, Plain>,
): Promise<void> {
  const { size, start, plain, failed, begins, ends } = options;
  const queue = new WorkQueue(pieces, size);

  const lane = async (index: number): Promise<void> => {
    let stack: Stack<Stacked> | undefined;
    let misfortunes = 0;
    const discard = async () => {
      misfortunes++;
      const broken = stack;
      stack = undefined;
      await broken?.stop();
    };
    try {
      while (misfortunes < PATIENCE) {
        const running = await stack?.running().catch(discard);
        const piece = queue.take(index, running ?? undefined);
        if (!piece) return;
        let begun = Date.now();
        try {
          if (piece.profiles) {
            stack ??= await start(index, piece.profiles);
            begun = Date.now();
            begins?.(piece, index);
            await stack.work(piece as Stacked);
          } else {
            begins?.(piece, 0);
            await plain(piece as Plain);
          }
          misfortunes = 0;
          ends?.(piece, (Date.now() - begun) / 1000);
        } catch (error) {
          failed(piece, (error as Error).message);
          await discard();
        }
      }
    } finally {
      queue.leave(index);
      await stack?.stop();
    }
  };
  await Promise.all(Array.from({ length: size }, (_, index) => lane(index + 1)));
  for (const piece of queue.rest()) failed(piece, "it was not done: no stack works");
}
