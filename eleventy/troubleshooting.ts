import * as z from "zod";
import type { Trouble } from "../content/_data/troubleshooting.ts";
import { ContentError, throwAll } from "./content-error.ts";
import { ADDRESS, checkEntries, type EntryFile, ID, plainText, TEXT } from "./entries.ts";
import { nearest } from "./nearest.ts";
import type { SearchRecord } from "./search/index-builder.ts";

/** Names of the sources, in the order of the page's filter. */
const SOURCES: Readonly<Record<Trouble["source"], string>> = {
  debezium: "Debezium",
  connect: "Kafka Connect",
  kafka: "Kafka",
  postgresql: "PostgreSQL",
  mysql: "MySQL",
  client: "драйвер или клиент",
};

/** A message with what the page prints of it. */
export interface PrintedTrouble extends Trouble {
  /** 1-based line of its id in the data file. */
  line: number;
  /** Address without the base path, `/troubleshooting/#slot-active`. */
  url: string;
  sourceName: string;
  /** The message, cut at its placeholders. */
  parts: MessagePart[];
}

/** A piece of a message: its own words, or, between braces, the name of what varies. */
export interface MessagePart {
  text: string;
  varies: boolean;
}

/** The messages as templates see them. A class, because Eleventy deep-copies plain data. */
export class Troubleshooting {
  /** Path of the data file, for messages. */
  readonly file: string;
  /** In the order of the page. */
  readonly entries: readonly PrintedTrouble[];

  constructor(file: string, entries: readonly PrintedTrouble[]) {
    this.file = file;
    this.entries = entries;
  }

  /** Sources that have messages. */
  get sources(): { id: string; name: string }[] {
    return Object.entries(SOURCES)
      .filter(([id]) => this.entries.some(({ source }) => source === id))
      .map(([id, name]) => ({ id, name }));
  }
}

const schema = z.strictObject({
  id: ID,
  message: TEXT,
  source: z.enum(Object.keys(SOURCES) as Trouble["source"][]),
  state: TEXT,
  cause: TEXT,
  fix: TEXT,
  prevention: TEXT,
  lessons: z.array(z.string()).min(1),
  evidence: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("lesson"), lesson: TEXT }),
    z.strictObject({ kind: z.literal("case"), case: TEXT }),
    z.strictObject({ kind: z.literal("source"), url: ADDRESS }),
  ]),
  wrapper: z.literal(true).optional(),
}) satisfies z.ZodType<Trouble>;

const PLACEHOLDER = /(\{[a-z]+\})/;
/** Letters and digits of its own that a message needs in order to be known by them in a log. */
const TELLING = 20;

/**
 * Checks the messages and cuts them at their placeholders.
 * @throws one error with a line for each mistake: a field that is missing, unknown or wrong, an id or a message used
 *   twice, a brace that is no placeholder, a message with too little text of its own, a lesson that is not planned
 */
export function readTroubles(file: EntryFile): Troubleshooting {
  const faults: Error[] = [];
  const messages = new Set<string>();
  const entries = checkEntries(file, "message", schema, faults).map(({ entry, line }) => {
    const parts = messageParts(entry.message);
    const own = parts.filter(({ varies }) => !varies).map(({ text }) => text);
    const fault = (reason: string, expected?: string) =>
      faults.push(new ContentError(file.file, line, `message "${entry.id}": ${reason}`, expected));
    const { evidence } = entry;
    if (evidence.kind === "lesson" && !file.lessons.has(evidence.lesson)) {
      fault(`its evidence, lesson "${evidence.lesson}", is not in the plan`, nearest(evidence.lesson, file.lessons));
    }
    if (/[{}…]/.test(own.join(""))) fault("a brace or an ellipsis", "{placeholder} in small latin letters");
    const telling = own.join("").replace(/[^\p{L}\p{N}]/gu, "").length;
    if (telling < TELLING) fault(`${telling} letters besides its placeholders`, `${TELLING} or more`);
    const known = entry.message.replace(/\{[a-z]+\}/g, "{}");
    if (messages.has(known)) fault("another entry has the same text");
    messages.add(known);
    return { ...entry, line, url: `/troubleshooting/#${entry.id}`, sourceName: SOURCES[entry.source], parts };
  });
  throwAll(faults);
  return new Troubleshooting(file.file, entries);
}

/** Cuts a message at its placeholders; the pieces together are the message. */
export function messageParts(message: string): MessagePart[] {
  return message
    .split(PLACEHOLDER)
    .map((text, index) => ({ text, varies: index % 2 === 1 }))
    .filter(({ text }) => text !== "");
}

/** What the search finds of the messages; each belongs to the module of its main lesson. */
export function troubleRecords({ entries }: Troubleshooting): SearchRecord[] {
  return entries.map(({ lessons, url, message, sourceName, state, cause, fix, prevention }) => ({
    kind: "error",
    module: lessons[0]?.split("/")[0],
    url,
    title: message,
    text: [`${sourceName}, ${state}`, ...[cause, fix, prevention].map(plainText)].join("\n"),
  }));
}
