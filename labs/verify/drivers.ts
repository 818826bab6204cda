import { readCompose } from "./compose-file.ts";
import { compose } from "./lesson/lab.ts";
import type { Driver } from "./lesson/reset.ts";
import type { Places } from "./places.ts";
import { ask } from "./stack/control.ts";

/**
 * What the labs are proved with on this machine: Linux needs no Docker, any other system does.
 * @param platform as `process.platform`
 * @param args of the command line; `--compose` asks for Docker on Linux too
 * @param dockerAnswers asked only where Docker is needed
 * @returns undefined where Docker is needed and does not answer
 */
export async function chooseDriver(
  platform: NodeJS.Platform,
  args: readonly string[],
  dockerAnswers: () => Promise<boolean>,
): Promise<Driver["name"] | undefined> {
  if (platform === "linux" && !args.includes("--compose")) return "native";
  return (await dockerAnswers()) ? "compose" : undefined;
}

/** The stack without Docker; to be used inside its namespaces. */
export function nativeDriver(places: Places): Driver {
  return { name: "native", freshServices: () => ask(places.state, { do: "fresh" }) };
}

/** Real Docker Compose. */
export function composeDriver(places: Places): Driver {
  return {
    name: "compose",
    freshServices: async () => {
      const extra = [...readCompose(places.labs).services.values()].filter(({ profiles }) => profiles.length > 0);
      // Named volumes stay, as learners keep theirs; a service whose data has no name begins anew.
      const remove = ["rm", "--stop", "--force", "--volumes"];
      await compose("--profile", "*", ...remove, ...extra.map(({ name }) => name));
      await compose("up", "-d", "--wait");
    },
  };
}
