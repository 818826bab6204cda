/** A part of the proof that needs nothing of any other. */
export interface Piece {
  /** As its results name it: `lesson module-1/04-first-connector`. */
  name: string;
  /** About how many seconds it takes; a run that measured it knows better. */
  seconds: number;
  /** Profiles whose services it wants to find running; undefined where it needs no stack at all. */
  profiles: readonly string[] | undefined;
  /** It removes whatever services of profiles are running. */
  wipes?: boolean;
  /** It waits more than it works: it goes before all that keeps the processors busy. */
  waits?: boolean;
}

/**
 * Pieces that are to be done. The longest go first, so that the last ones are short and all stacks end at about the same
 * time; among them those that find the services they need.
 */
export class WorkQueue<Work extends Piece> {
  private readonly waiting: Work[];
  /** Profiles that some stack was started with. */
  private readonly served = new Set<string>();

  constructor(pieces: readonly Work[]) {
    this.waiting = [...pieces].sort(
      (a, b) => Number(b.waits ?? false) - Number(a.waits ?? false) || b.seconds - a.seconds,
    );
  }

  /**
   * Takes the next piece out of the queue.
   * @param running profiles whose services run in the stack that asks; undefined while it has not been started
   */
  take(running: ReadonlySet<string> | undefined): Work | undefined {
    const fits = (piece: Work) => {
      if (!piece.profiles) return !running;
      if (running) return piece.profiles.every((name) => running.has(name)) && !(piece.wipes && running.size > 0);
      return !piece.profiles.some((name) => this.served.has(name));
    };
    const withoutStack = running ? undefined : this.waiting.find(({ profiles }) => !profiles);
    const piece =
      withoutStack ?? this.waiting.find(fits) ?? this.waiting.find(({ profiles }) => profiles) ?? this.waiting[0];
    if (!piece) return undefined;
    this.waiting.splice(this.waiting.indexOf(piece), 1);
    for (const name of piece.profiles ?? []) this.served.add(name);
    return piece;
  }
}
