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

/** So many stacks at once have services of profiles, which take half a gigabyte and several seconds to start. */
const SERVING = 2;

const isPlain = ({ profiles }: Piece) => profiles === undefined;
const isServed = ({ profiles }: Piece) => profiles !== undefined && profiles.length > 0;
const isBare = ({ profiles }: Piece) => profiles?.length === 0;

/**
 * Pieces that are to be done. The longest go first, so that the last ones are short and all stacks end at about the same
 * time. Few stacks get the services of profiles: what needs them is done there, and there first, because it can be done
 * nowhere else.
 */
export class WorkQueue<Work extends Piece> {
  private readonly waiting: Work[];
  private readonly lanes: number;
  /** Lanes whose stack has services of profiles. */
  private readonly serving = new Set<number>();

  /** @param lanes how many take pieces, each with a stack of its own */
  constructor(pieces: readonly Work[], lanes: number) {
    this.lanes = lanes;
    this.waiting = [...pieces].sort(
      (a, b) => Number(b.waits ?? false) - Number(a.waits ?? false) || b.seconds - a.seconds,
    );
  }

  /**
   * Takes the next piece out of the queue.
   * @param lane who asks, from 1
   * @param running profiles whose services run in its stack; undefined while it has none
   * @returns undefined where nothing is left for this lane
   */
  take(lane: number, running: ReadonlySet<string> | undefined): Work | undefined {
    if (!running?.size) this.serving.delete(lane);
    for (const wanted of this.wishes(running)) {
      const piece = this.waiting.find(wanted);
      if (!piece) continue;
      this.waiting.splice(this.waiting.indexOf(piece), 1);
      if (isServed(piece)) this.serving.add(lane);
      return piece;
    }
    return undefined;
  }

  /** A lane has given up: whatever is left is for the others. */
  leave(lane: number): void {
    this.serving.delete(lane);
  }

  /** Everything that is left, for whoever can do no more than name it. */
  rest(): Work[] {
    return this.waiting.splice(0);
  }

  /** What a lane is to do, the best first. */
  private wishes(running: ReadonlySet<string> | undefined): ((piece: Piece) => boolean)[] {
    const ifFew = (most: number) => (piece: Piece) => this.serving.size < most && isServed(piece);
    if (!running) return [isPlain, ifFew(this.fairShare()), isBare, ifFew(SERVING)];
    if (running.size === 0) return [isBare, ifFew(SERVING), isPlain];
    // What removes the services comes last.
    return [isServed, (piece) => isBare(piece) && !piece.wipes, isBare, isPlain];
  }

  /** Lanes that have enough to do with what needs services. */
  private fairShare(): number {
    const sum = (pieces: readonly Piece[]) => pieces.reduce((total, { seconds }) => total + seconds, 0);
    const all = sum(this.waiting.filter((piece) => !isPlain(piece)));
    return Math.min(SERVING, Math.ceil((this.lanes * sum(this.waiting.filter(isServed))) / all));
  }
}
