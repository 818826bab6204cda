import { inService } from "../lesson/lab.ts";
import type { Row, Source } from "./evidence.ts";

const COLUMNS = `
  id      integer        NOT NULL PRIMARY KEY,
  version integer        NOT NULL,
  amount  decimal(10, 2) NOT NULL,
  note    varchar(40)    NOT NULL`;

/** Database that holds the consumer's copy. */
export const COPY = "drill";

/** Runs SQL as the database's administrator. @returns rows as lines, columns separated by tabs */
export async function sql(source: Source, text: string, database = "shop"): Promise<string> {
  const quiet = "-X -q -At -F $'\\t' -v ON_ERROR_STOP=1 -U postgres";
  const client = {
    postgres: `psql ${quiet} -d ${database}`,
    mysql: `MYSQL_PWD=$MYSQL_ROOT_PASSWORD mysql --user=root --batch --skip-column-names ${database}`,
  }[source];
  return inService(source, `${client} <<'SQL'\n${text}\nSQL`);
}

/** Makes the table of the drill in both databases, and the database of the consumer's copy. */
export async function makeTables(): Promise<void> {
  // The whole row before each change: the judgement follows `before` from event to event.
  await sql(
    "postgres",
    `SET ROLE shop; CREATE TABLE shop.drill (${COLUMNS}); ALTER TABLE shop.drill REPLICA IDENTITY FULL; RESET ROLE;
     ALTER PUBLICATION shop_publication ADD TABLE shop.drill;`,
  );
  await sql("postgres", `CREATE DATABASE ${COPY} OWNER shop`);
  await sql("mysql", `CREATE TABLE drill (${COLUMNS})`);
}

/** Ids of the drill's own rows: from the first on, and the one that ends each topic. The load's are far from both. */
export const FIRST = 1;
export const LAST = 2_147_483_647;

/** Writes one of the drill's own rows. */
export async function writeRow(source: Source, id: number): Promise<void> {
  await sql(source, `INSERT INTO ${nameIn(source)} VALUES (${id}, 1, 0.00, 'mark')`);
}

function nameIn(source: Source): string {
  return source === "postgres" ? "shop.drill" : "drill";
}

export async function readTable(source: Source): Promise<Map<number, Row>> {
  return rowsOf(
    await sql(source, `SELECT id, version, amount, note FROM ${source === "postgres" ? "shop." : ""}drill`),
  );
}

/** @param topic of the source */
export async function readCopy(topic: string): Promise<Map<number, Row>> {
  const query = `SELECT key->>'id', data->>'version', data->>'amount', data->>'note' FROM replica
    WHERE topic = '${topic}' AND data IS NOT NULL`;
  return rowsOf(await sql("postgres", query, COPY));
}

function rowsOf(text: string): Map<number, Row> {
  const rows = new Map<number, Row>();
  for (const line of text.split("\n")) {
    const [id, version = "", amount = "", note = ""] = line.split("\t");
    if (id) rows.set(Number(id), { version, amount, note });
  }
  return rows;
}
