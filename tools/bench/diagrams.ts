import type { Random } from "./random.ts";

const NAMES = [
  "Заказ",
  "Клиент",
  "Товар",
  "Склад",
  "Платёж",
  "Слот",
  "Журнал",
  "Снимок",
  "Коннектор",
  "Брокер",
  "Схема",
  "Топик",
];

/** One diagram of each kind that lessons use; names and numbers vary. */
const KINDS: ((name: () => string, number: () => number) => string)[] = [
  (n) =>
    `flowchart LR\n  a["${n()}"] --> b["${n()}"]\n  b --> c{"${n()}?"}\n  c -->|да| d["${n()}"]\n  c -->|нет| e["${n()}"]`,
  (n) =>
    `sequenceDiagram\n  participant A as ${n()}\n  participant B as ${n()}\n  A->>B: ${n()}\n  B-->>A: ${n()}\n  A->>B: ${n()}`,
  (n) => `stateDiagram-v2\n  [*] --> s1\n  s1: ${n()}\n  s1 --> s2: ${n()}\n  s2: ${n()}\n  s2 --> [*]`,
  (_, k) =>
    `erDiagram\n  CUSTOMER ||--o{ ORDER : places\n  ORDER ||--|{ LINE_${k()} : contains\n  ORDER {\n    int id PK\n    string state\n  }`,
  (_, k) =>
    `classDiagram\n  class Source {\n    +connect()\n  }\n  class Reader${k()} {\n    +read()\n  }\n  Source <|-- Reader1`,
  (n, k) =>
    `gantt\n  dateFormat YYYY-MM-DD\n  section ${n()}\n  ${n()} :a, 2026-01-01, ${1 + k()}d\n  ${n()} :after a, ${1 + k()}d`,
  (n, k) => `timeline\n  section ${n()}\n    ${2000 + k()} : ${n()}\n    ${2030 + k()} : ${n()}`,
  (n) => `mindmap\n  root((${n()}))\n    ${n()}\n      ${n()}\n    ${n()}`,
  (n, k) => `pie\n  "${n()} 1" : ${1 + k()}\n  "${n()} 2" : ${1 + k()}\n  "${n()} 3" : ${1 + k()}`,
  (_, k) => `gitGraph\n  commit id: "c${k()}"\n  branch fix\n  commit id: "f${k()}"\n  checkout main\n  merge fix`,
];

/** How many different diagrams the pool has. */
export const POOL_SIZE = 60;

/** The body of each fence of the pool: as many of each kind, each with a title and a description of its own. */
export function diagramPool(random: Random): string[] {
  return Array.from({ length: POOL_SIZE }, (_, index) => {
    const draw = KINDS[index % KINDS.length] as (typeof KINDS)[number];
    const [kind = "", ...lines] = draw(
      () => random.of(NAMES),
      () => random.below(20),
    ).split("\n");
    const names = [
      `  accTitle: Диаграмма ${index + 1}`,
      `  accDescr: Описание диаграммы ${index + 1}: что на ней видно`,
    ];
    return [kind, ...names, ...lines].join("\n");
  });
}
