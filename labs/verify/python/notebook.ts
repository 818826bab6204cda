import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { StaticCheck } from "../checks/static.ts";
import { connect, inService } from "../lesson/lab.ts";
import type { Places } from "../places.ts";
import { must } from "../program.ts";
import { until } from "../wait.ts";
import { LOCKS, pythonEnvironment } from "./environment.ts";

/** The learner's notebook, relative to the root. */
export const NOTEBOOK = "labs/jupyter/cdc-pandas.ipynb";

/** A notebook file, as far as it matters here. */
interface Notebook {
  cells: { cell_type: string; execution_count?: number | null; outputs?: Output[] }[];
}

interface Output {
  output_type: string;
  text?: string[];
  data?: Record<string, string[]>;
}

/** Cells of a notebook that keep what a run printed: the file would change with every look at it. */
export function keptOutputs(file: string, text: string): string[] {
  const { cells } = JSON.parse(text) as Notebook;
  return cells.flatMap((cell, index) =>
    cell.cell_type === "code" && (cell.execution_count != null || (cell.outputs ?? []).length > 0)
      ? [`${file}: cell ${index + 1} keeps its output; strip it: jupyter nbconvert --clear-output --inplace ${file}`]
      : [],
  );
}

/** The notebook as it is in the tree. */
export function notebookFile(places: Places): StaticCheck {
  return {
    name: `${NOTEBOOK}: outputs are stripped`,
    run: () => keptOutputs(NOTEBOOK, readFileSync(join(places.root, NOTEBOOK), "utf8")),
  };
}

/**
 * Executes the notebook on a stack with the snapshot and one insert, update and delete, and looks at what it finds.
 * To be run inside the stack, in its clean state; it leaves a connector, which the next reset removes.
 */
export function notebookRun(places: Places, say: (line: string) => void): StaticCheck {
  return {
    name: `${NOTEBOOK}: executes on the running stack`,
    run: async () => {
      await produceEvents(places);
      const printed = outputsOf(JSON.parse(await execute(places, say)) as Notebook);
      return EXPECTED.filter((pattern) => !pattern.test(printed)).map(
        (pattern) => `${NOTEBOOK}: nothing that it printed matches ${pattern}; got\n${printed}`,
      );
    },
  };
}

/** What has to be among the outputs: 446 rows of the snapshot, then one event of each kind. */
const EXPECTED = [
  /^событий 449 надгробий 1$/m,
  /^customers +1 +1 +50 +1$/m,
  /^orders +0 +0 +100 +0$/m,
  /^customers +50$/m,
  /^50% +\d+\.\d +\d+\.\d$/m,
];

async function produceEvents({ root }: Places): Promise<void> {
  const config = JSON.parse(readFileSync(join(root, "labs", "connectors", "shop-postgres.json"), "utf8"));
  await connect("PUT", "/connectors/shop-postgres/config", config);
  await untilReached("payments", 80);
  const change = `INSERT INTO customers (id, name, email, city) VALUES (2001, 'Новый клиент', 'new@example.com', 'Омск');
UPDATE customers SET city = 'Томск' WHERE id = 2001;
DELETE FROM customers WHERE id = 2001;`;
  await inService("postgres", `psql -X -q -v ON_ERROR_STOP=1 -U shop -d shop <<'SQL'\n${change}\nSQL`);
  await untilReached("customers", 54);
}

async function untilReached(table: string, count: number): Promise<void> {
  const offsets = `/opt/kafka/bin/kafka-get-offsets.sh --bootstrap-server kafka:29092 --topic pg.shop.${table}`;
  const reached = async () =>
    (await inService("kafka", `${offsets} 2> /dev/null || true`)).trim().endsWith(`:${count}`);
  // Each look starts a JVM.
  await until(`topic of ${table} holds ${count} messages`, reached, { every: 1000 });
}

async function execute(places: Places, say: (line: string) => void): Promise<string> {
  const python = join(await pythonEnvironment(places, LOCKS.jupyter, say), "bin", "python");
  const convert = ["-m", "nbconvert", "--to", "notebook", "--execute", "--stdout", "--log-level", "ERROR"];
  return must([python, ...convert, join(places.root, NOTEBOOK)], { limit: 300_000 });
}

/** All text that the cells printed or returned. */
function outputsOf({ cells }: Notebook): string {
  const outputs = cells.flatMap((cell) => cell.outputs ?? []);
  return outputs.map(({ text, data }) => (text ?? data?.["text/plain"] ?? []).join("")).join("\n");
}
