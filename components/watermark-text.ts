import type { Message, Row } from "./watermark-model.ts";

/** A row as it is shown: `3`, `3 v2`; the first version goes without saying. */
export function rowText({ id, version }: Row): string {
  return version === 1 ? `${id}` : `${id} v${version}`;
}

/** A message of WAL or an event of the topic as it is shown: `open`, `c 0`, `u 3 v2`, `d 5`. */
export function messageText(message: Message): string {
  if (typeof message === "string") return message;
  return `${message.op} ${message.op === "d" ? message.id : rowText(message)}`;
}
