import { readCompose } from "./compose-file.ts";
import { compose } from "./lesson/lab.ts";
import type { Driver } from "./lesson/reset.ts";
import type { Places } from "./places.ts";
import { ask } from "./stack/control.ts";

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
      await compose("--profile", "*", "stop", ...extra.map(({ name }) => name));
      await compose("up", "-d", "--wait");
    },
  };
}
