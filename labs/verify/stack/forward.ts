import { connect, createServer, type Server } from "node:net";

/**
 * Passes connections to a port of the learner's machine on to a service, where Compose maps one port to another.
 * @param open whether the service can be reached at present
 */
export function forward(from: number, host: string, port: number, open: () => boolean): Promise<Server> {
  const server = createServer((client) => {
    if (!open()) {
      client.destroy();
      return;
    }
    const target = connect({ host, port });
    client.pipe(target).pipe(client);
    // A service that is down looks like a closed port: the client's connection breaks.
    target.on("error", () => client.destroy());
    client.on("error", () => target.destroy());
    target.on("close", () => client.destroy());
    client.on("close", () => target.destroy());
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(from, "127.0.0.1", () => resolve(server));
  });
}
