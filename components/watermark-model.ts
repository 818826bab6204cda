/*
 * An incremental snapshot of one table, step by step: the table, WAL, the connector and its topic. The rules are those of
 * Debezium 3.7.0 with `incremental.snapshot.watermarking.strategy=insert_insert`
 * (https://github.com/debezium/debezium/tree/v3.7.0.Final/debezium-connector-common/src/main/java/io/debezium/pipeline/source/snapshot/incremental):
 *
 * - AbstractIncrementalSnapshotChangeEventSource.readChunk: both marks and the query between them, by the thread that
 *   reads the stream, which therefore stands meanwhile; the greatest key is asked for once, before the first chunk; a
 *   chunk without rows ends the table;
 * - processMessage and deduplicateWindow: a key that the stream brings inside of the window is taken out of the buffer;
 * - closeWindow and sendWindowEvents: what is left is sent where the stream brings the mark that closes.
 *
 * What is simpler than in the lab: a change is one transaction, a query sees all that was committed before it and nothing
 * else, the topic has one partition and no tombstones, and nobody pauses, stops or restarts anything.
 */

/** A row; its values are told by their version, which begins with 1 and grows with each change. */
export interface Row {
  id: number;
  version: number;
}

/** What the connector writes of a row; `d` has the version that was deleted. */
export interface RowEvent extends Row {
  op: "r" | "c" | "u" | "d";
}

/** Rows of the signal table. */
export type Mark = "signal" | "open" | "close";

/** A change in WAL. */
export type Message = Mark | RowEvent;

/** What the application does to the row with an id. */
export type Change = `${"insert" | "update" | "delete"} ${number}`;

/** What the connector does in one step: writes a mark, reads a chunk, or reads the next message of the stream. */
export type Work = "open" | "read" | "close" | "stream";

/**
 * What can be done. With `signal` someone asks for the snapshot and the stream is read up to that, with `rest` the
 * connector goes on until there is nothing left.
 */
export type Action = "signal" | Work | "rest" | Change;

export interface State {
  /** `incremental.snapshot.chunk.size` */
  size: number;
  /** The table, by id. */
  rows: readonly Row[];
  wal: readonly Message[];
  /** How many messages of WAL the connector has read. */
  read: number;
  /** What the connector's thread is about to do. */
  work: Work;
  /** Whether the stream is between the two marks of the chunk. */
  window: boolean;
  /** Rows of the chunk, as they were read, without those that the stream has changed since. */
  buffer: readonly Row[];
  /** Rows that were taken out of the buffer in this window. */
  removed: readonly Row[];
  /** Key of the last row that a chunk has read. */
  last: number;
  /** Greatest key of the table when the first chunk was read; undefined before. */
  max: number | undefined;
  /** The table is read to its end. */
  finished: boolean;
  topic: readonly RowEvent[];
}

/** A table with rows 1 … count, each in its first version, and a connector that has nothing to do. */
export function start(count: number, size: number): State {
  return {
    size,
    rows: Array.from({ length: count }, (_, at) => ({ id: at + 1, version: 1 })),
    wal: [],
    read: 0,
    work: "stream",
    window: false,
    buffer: [],
    removed: [],
    last: -Infinity,
    max: undefined,
    finished: true,
    topic: [],
  };
}

/** What the connector does next; undefined if it waits for the stream. */
export function next({ work, read, wal }: State): Work | undefined {
  return work === "stream" && read === wal.length ? undefined : work;
}

/**
 * Does an action.
 * @throws Error if it is not the connector's turn to do that, or the row is not there or is there already
 */
export function act(state: State, action: Action): State {
  switch (action) {
    case "signal":
      if (!state.finished) throw new Error('"signal": the snapshot is running; expected one that has ended');
      return streamAll({ ...state, wal: [...state.wal, "signal"] });
    case "rest": {
      let done = state;
      for (let work = next(done); work; work = next(done)) done = act(done, work);
      return done;
    }
    case "open":
    case "read":
    case "close":
    case "stream":
      if (next(state) !== action) throw new Error(`"${action}": expected ${next(state) ?? "a change"}`);
      return WORK[action](state);
    default:
      return change(state, action);
  }
}

const WORK: Readonly<Record<Work, (state: State) => State>> = {
  open: (state) => ({ ...state, wal: [...state.wal, "open"], work: "read" }),
  read: (state) => {
    const max = state.max ?? state.rows.at(-1)?.id ?? -Infinity;
    const buffer = state.rows.filter(({ id }) => id > state.last && id <= max).slice(0, state.size);
    return { ...state, max, buffer, last: buffer.at(-1)?.id ?? state.last, finished: !buffer.length, work: "close" };
  },
  close: (state) => ({ ...state, wal: [...state.wal, "close"], work: "stream" }),
  stream,
};

function stream(state: State): State {
  const message = state.wal[state.read] as Message;
  const after = { ...state, read: state.read + 1 };
  switch (message) {
    case "signal":
      return { ...after, work: "open", last: -Infinity, max: undefined, finished: false };
    case "open":
      return { ...after, window: true };
    case "close": {
      const events = state.buffer.map((row): RowEvent => ({ op: "r", ...row }));
      const topic = [...state.topic, ...events];
      return { ...after, window: false, buffer: [], removed: [], topic, work: state.finished ? "stream" : "open" };
    }
    default:
      return { ...(state.window ? deduplicate(after, message.id) : after), topic: [...state.topic, message] };
  }
}

function deduplicate(state: State, key: number): State {
  return {
    ...state,
    buffer: state.buffer.filter(({ id }) => id !== key),
    removed: [...state.removed, ...state.buffer.filter(({ id }) => id === key)],
  };
}

/** The connector reads what is in WAL until it has something else to do. */
function streamAll(state: State): State {
  let read = state;
  while (next(read) === "stream") read = stream(read);
  return read;
}

function change(state: State, action: Change): State {
  const [name, id] = [action.split(" ")[0], Number(action.split(" ")[1])];
  const row = state.rows.find((one) => one.id === id);
  if ((name === "insert") === Boolean(row)) throw new Error(`"${action}": row ${id} is ${row ? "" : "not "}there`);
  const others = state.rows.filter((one) => one !== row);
  const changed = { id, version: 1 + latest(state, id) };
  const rows = name === "delete" ? others : [...others, changed].sort((a, b) => a.id - b.id);
  const op = name === "insert" ? "c" : name === "update" ? "u" : "d";
  return { ...state, rows, wal: [...state.wal, op === "d" ? { op, ...(row as Row) } : { op, ...changed }] };
}

/** The last version that a row had, also one that is gone; 0 if there was none. */
function latest({ rows, wal }: State, id: number): number {
  const row = rows.find((one) => one.id === id) ?? wal.findLast((one) => typeof one !== "string" && one.id === id);
  return typeof row === "object" ? row.version : 0;
}
