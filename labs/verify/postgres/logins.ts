import { inService } from "../lesson/lab.ts";
import type { Login } from "./connection.ts";

/** Users of the lab's server, each with a login to any of its databases. */
export type Logins = Record<"postgres" | "debezium", (database: string) => Login>;

/** Reads the passwords where the server has them; addresses are those that readers type. */
export async function readLogins(): Promise<Logins> {
  const line = 'echo "$POSTGRES_PASSWORD $DEBEZIUM_PASSWORD"';
  const [superuser = "", debezium = ""] = (await inService("postgres", line)).trim().split(" ");
  const login = (user: string, password: string) => (database: string) => ({
    host: "localhost",
    port: 5432,
    database,
    user,
    password,
  });
  return { postgres: login("postgres", superuser), debezium: login("debezium", debezium) };
}
