import { Socket } from "node:net";
import { LIFELINE } from "./inside.ts";

/** Ends this process when the one that started it from outside the namespaces is gone, even by kill -9. */
export function holdLifeline(): void {
  const line = new Socket({ fd: LIFELINE, readable: true, writable: false });
  line.on("close", () => process.exit(1));
  line.resume();
  line.unref();
}
