import { createConnection } from "node:net";
import { readCompose } from "../compose-file.ts";
import { compose } from "../lesson/lab.ts";

/**
 * Kills services as a power cut would, and tells when each was gone: its connections break at that moment, however long
 * the command takes.
 * @param labs folder of compose.yaml
 * @returns times of death in milliseconds, in the order of the services
 */
export async function kill(labs: string, services: readonly string[]): Promise<number[]> {
  const { services: known } = readCompose(labs);
  const deaths = await Promise.all(services.map((name) => watch(name, known.get(name)?.ports[0]?.published)));
  await compose("kill", ...services);
  return Promise.all(deaths.map((death) => death()));
}

/** Opens a connection. @returns waits until it breaks and tells when that was */
async function watch(service: string, port: number | undefined): Promise<() => Promise<number>> {
  if (!port) throw new Error(`labs/compose.yaml: ${service} publishes no port; expected one`);
  const socket = createConnection({ host: "localhost", port });
  await new Promise((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  const broken = new Promise<number>((resolve) => socket.once("close", () => resolve(Date.now())));
  socket.on("error", () => {}).resume();
  return () => broken;
}
