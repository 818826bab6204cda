/** What is done to each database, and which records of which topic that makes. Run in this order after a snapshot. */
export interface Captured {
  /** Ends the event's id: `postgres-insert`. */
  name: string;
  /** In Russian, as the explorer names it. */
  operation: string;
  /** Executed by the shop's own user; without it the record is one of the snapshot. */
  sql?: string;
  table: "orders" | "payments";
  /** Records that it adds to the table's topic. */
  records: number;
}

/** Rows of the shop's data, and so records of the snapshot. */
export const ROWS = { orders: 100, payments: 80 } as const;

/** Place in the topic of the record that shows a snapshot: neither the first nor the last of its table. */
export const SNAPSHOT_PLACE = 1;

export const PLAN: readonly Captured[] = [
  { name: "read", operation: "снимок", table: "orders", records: 1 },
  {
    name: "insert",
    operation: "вставка",
    sql: "INSERT INTO orders VALUES (20001, 1001, 'new', 1990.50, '2026-11-21 12:00:00.123', '2026-11-21 12:00:00.123')",
    table: "orders",
    records: 1,
  },
  {
    name: "update",
    operation: "обновление",
    sql: "UPDATE orders SET status = 'paid' WHERE id = 20001",
    table: "orders",
    records: 1,
  },
  {
    name: "key-change",
    operation: "смена ключа",
    sql: "UPDATE orders SET id = 20002 WHERE id = 20001",
    table: "orders",
    records: 3,
  },
  {
    name: "delete",
    operation: "удаление",
    sql: "DELETE FROM orders WHERE id = 20002",
    table: "orders",
    records: 2,
  },
  { name: "truncate", operation: "очистка", sql: "TRUNCATE TABLE payments", table: "payments", records: 1 },
];

/** The connectors, as files of the labs, with what they are asked for besides. */
export const SOURCES = [
  { id: "postgres", database: "PostgreSQL", connector: "shop-postgres", prefix: "pg" },
  { id: "mysql", database: "MySQL", connector: "shop-mysql", prefix: "my" },
] as const;

/** Truncations are left out unless this is said. */
export const SETTINGS = { "skipped.operations": "none" };
