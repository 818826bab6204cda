import { join } from "node:path";
import type { Inside } from "./control.ts";
import { quote } from "./quote.ts";

/** Words that run a program in the root of a service, with its environment; the program's own follow. */
export function enterWords({ pid, env }: Inside, folder = "/", more: readonly string[] = []): string[] {
  const settings = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const enter = ["nsenter", "--target", String(pid), "--mount", "--root", "--"];
  return [...enter, "env", "-i", "-C", folder, ...settings, ...more];
}

/** Folder of the shell files that enter running services. */
export function entrances(state: string): string {
  return join(state, "entrances");
}

/** Shell file that enters a service and runs the words that follow; there is none while it cannot be entered. */
export function entrance(state: string, service: string): string {
  return join(entrances(state), `${service}.sh`);
}

/**
 * The program `docker`: `docker compose exec`, which lessons call more often than all the rest, is done at once; anything
 * else, and any mistake, is the stand-in's.
 * @param standIn words that run it
 */
export function dockerScript(state: string, standIn: readonly string[]): string {
  return `#!/bin/sh
if [ "\${1-} \${2-}" = 'compose exec' ] && [ $# -gt 3 ]; then
  if [ "$3" = -T ]; then service=$4 words=4; else service=$3 words=3; fi
  case $service in
    *[!a-z0-9-]* | -*) ;;
    *)
      entrance=${quote(entrances(state))}/$service.sh
      if [ $# -gt $words ] && [ -r "$entrance" ]; then shift $words; . "$entrance"; fi
      ;;
  esac
fi
LABS_STATE=${quote(state)} exec ${standIn.map(quote).join(" ")} "$@"
`;
}
