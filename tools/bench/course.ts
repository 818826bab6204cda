import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import glossary from "../../content/_data/glossary.ts";
import troubles from "../../content/_data/troubleshooting.ts";
import { CHECKLIST, GOALS } from "../../eleventy/lesson-source.ts";
import { diagramPool } from "./diagrams.ts";
import { Random } from "./random.ts";

/**
 * A course of any size for measuring: lessons of 427 lines and 51 KB, each with its own text, nine pieces of code, tables,
 * callouts, a quiz, sources and two diagrams. The 13 lessons that are written have 549 shorter lines and 46 KB on average.
 *
 * How many different words there are decides what the search index costs. A written lesson has 4,460 words, 1,540 of them
 * different, and all 13 together 8,750. A lesson here has 3,740, only 340 of them different, but names of its own in each
 * paragraph, so that 70 lessons have 7,300: the index of this course is, if anything, the cheaper one, and its pages pack
 * better (what the course's own lessons weigh is measured apart).
 */

const SUBJECTS =
  "журнал слот снимок коннектор брокер топик раздел потребитель схема событие таблица транзакция позиция задержка очередь реплика ключ запись столбец метка индекс поток задача сервер".split(
    " ",
  );
const VERBS =
  "хранит читает пишет ждёт передаёт теряет находит сравнивает повторяет проверяет закрывает открывает удерживает освобождает сохраняет меняет считает пропускает".split(
    " ",
  );
const QUALITIES =
  "последний первый новый старый общий пустой полный внешний внутренний долгий короткий временный постоянный отдельный соседний исходный".split(
    " ",
  );
const LINKS = "потому что, когда, если, пока, хотя, а затем, и поэтому, но".split(", ");

interface Names {
  random: Random;
  lesson: number;
}

function clause({ random }: Names): string {
  return `${random.of(QUALITIES)} ${random.of(SUBJECTS)} ${random.of(VERBS)} ${random.of(QUALITIES)} ${random.of(SUBJECTS)}`;
}

function sentence(names: Names): string {
  const text = `${clause(names)}, ${names.random.of(LINKS)} ${clause(names)}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Unlike any other paragraph of the course: it carries numbers of its own. */
function paragraph(names: Names): string {
  const { random, lesson } = names;
  const id = `\`value_${lesson}_${random.below(100_000)}\``;
  return [
    ...Array.from({ length: 5 }, () => sentence(names)),
    `Здесь ${random.of(SUBJECTS)} получает значение ${id}.`,
  ].join(" ");
}

const CODE: Record<string, (number: number) => string> = {
  sql: (n) =>
    `SELECT id, state, updated_at -- значение ${n}\nFROM orders_${n}\nWHERE state = 'open' AND total > ${n}\nORDER BY updated_at DESC\nLIMIT 20;`,
  json: (n) =>
    `{\n  "name": "connector-${n}",\n  "config": {\n    "topic.prefix": "shop${n}",\n    "tasks.max": "1"\n  }\n}`,
  bash: (n) => `for name in a b c; do\n  echo "$name ${n}" # шаг ${n}\ndone`,
  python: (n) =>
    `def read_${n}(events: list[dict]) -> int:\n    """Считает события."""\n    total = 0\n    for event in events:\n        total += event["op"] == "c"\n    return total + ${n}`,
  yaml: (n) => `services:\n  connect:\n    image: example/connect:${n}\n    ports:\n      - "8083:8083"`,
};

function code({ random }: Names): string[] {
  const [language, write] = random.of(Object.entries(CODE));
  const lines = [1, 2, 3].flatMap(() => write(random.below(1_000_000)).split("\n"));
  return [`\`\`\`${language} norun="замер"`, ...lines, "```", ""];
}

function table(names: Names): string[] {
  const { random } = names;
  const rows = Array.from(
    { length: 6 },
    () => `| \`option.${random.below(9999)}\` | ${random.below(500)} | ${clause(names)} |`,
  );
  return ["| Свойство | Значение | Что делает |", "| --- | ---: | --- |", ...rows, ""];
}

function callout(names: Names): string[] {
  return [
    `::: ${names.random.of(["note", "tip", "warning", "danger"])} ${names.random.of(SUBJECTS)}`,
    paragraph(names),
    ":::",
    "",
  ];
}

function diagram(pool: readonly string[], names: Names): string[] {
  return [`\`\`\`mermaid caption="Схема: ${clause(names)}"`, ...names.random.of(pool).split("\n"), "```", ""];
}

function quiz(names: Names): string[] {
  const option = (mark: string) => [`   - [${mark}] ${clause(names)}`, "", `     ${sentence(names)}`];
  const question = (number: number) => [
    `${number}. ${sentence(names)}`,
    ...option(" "),
    ...option("x"),
    ...option(" "),
    "",
  ];
  return ["::: quiz", ...[1, 2, 3, 4].flatMap(question), ":::", ""];
}

/** Files of labs/ that lessons show; an edit of one must change every page that shows it. */
export const SNIPPET = "labs/connectors/shared.json";

function lessonText(number: number, title: string, order: number, pool: readonly string[]): string {
  const names = { random: new Random(number + 1), lesson: number };
  const lines = [
    "---",
    `title: ${title}`,
    `description: Урок ${number} для замера скорости сборки; его текст, код и таблицы больше нигде не повторяются.`,
    `order: ${order}`,
    `difficulty: ${names.random.of(["beginner", "intermediate", "advanced"])}`,
    "estimatedTime: 30",
    "topics: [замер, скорость]",
    "prerequisites: []",
    "---",
    "",
    paragraph(names),
    "",
    `## ${GOALS}`,
    "",
    ...Array.from({ length: 4 }, () => `- ${clause(names)};`),
    "",
  ];
  for (let section = 1; section <= 16; section++) {
    lines.push(`${section % 3 ? "###" : "##"} ${section}. ${clause(names)}`.replace(/^### 1\./, "## 1."), "");
    lines.push(paragraph(names), "", paragraph(names), "");
    if (section % 2) lines.push(...code(names));
    if (section % 5 === 0) lines.push(...table(names));
    if (section % 4 === 0) lines.push(...callout(names));
    if (section === 3 || section === 11) lines.push(...diagram(pool, names));
    if (section % 3 === 0) lines.push(...Array.from({ length: 5 }, () => `- ${sentence(names)}`), "");
  }
  lines.push("## Файл", "", `\`\`\`json file=${SNIPPET}`, "```", "");
  lines.push(`## ${CHECKLIST}`, "", ...Array.from({ length: 5 }, () => `- ${sentence(names)}`), "");
  lines.push("## Проверьте себя", "", ...quiz(names));
  lines.push(
    "## Источники",
    "",
    `${sentence(names)}[^source]`,
    "",
    "[^source]: [Документация](https://debezium.io/documentation/)",
  );
  return `${lines.join("\n")}\n`;
}

/** Where the parts of the generated course stand. */
export interface GeneratedCourse {
  /** Lesson files, relative to the folder. */
  files: string[];
  /** Addresses of the same lessons without the base path. */
  addresses: string[];
}

/**
 * Writes a course into a folder. Modules and lessons per module grow alike, as the square root of the size.
 * @param folder gets content/ and labs/
 * @param size how many lessons
 */
export async function writeCourse(folder: string, size: number): Promise<GeneratedCourse> {
  const pool = diagramPool(new Random(7));
  const perModule = Math.min(99, Math.ceil(Math.sqrt(size)));
  const course: GeneratedCourse = { files: [], addresses: [] };
  const modules: string[] = [];
  for (let module = 1; course.files.length < size; module++) {
    const dir = `module-${module}-part`;
    await mkdir(join(folder, "content/course", dir), { recursive: true });
    const slugs: string[] = [];
    for (let order = 1; order <= perModule && course.files.length < size; order++) {
      const number = course.files.length;
      const slug = `${String(order).padStart(2, "0")}-lesson-${number}`;
      const file = `content/course/${dir}/${slug}.md`;
      await writeFile(join(folder, file), lessonText(number, `Урок ${number}`, order, pool));
      slugs.push(slug);
      course.files.push(file);
      course.addresses.push(`/course/module-${module}/${slug}/`);
    }
    const requires = module === 1 ? [] : [module - 1];
    modules.push(
      JSON.stringify({
        number: module,
        dir,
        title: `Модуль ${module}`,
        summary: "Для замера.",
        goals: ["измерить"],
        requires,
        lessons: slugs,
      }),
    );
  }
  const path = modules.map((_, index) => index + 1);
  const plan = `export default { title: "Замер", description: "Курс для замера скорости.", path: ${JSON.stringify(path)}, modules: [\n${modules.join(",\n")}\n] };\n`;
  await mkdir(join(folder, "content/_data"), { recursive: true });
  await writeFile(join(folder, "content/_data/course.ts"), plan);
  const change = { id: "start", date: "2026-01-31", title: "Начало", text: "Замер начат.", lessons: [] };
  await writeFile(join(folder, "content/_data/changes.ts"), `export default ${JSON.stringify([change])};\n`);
  // The course's own page about itself links its own lessons.
  await writeFile(
    join(folder, "content/about.md"),
    "---\nlayout: layouts/page.njk\ntitle: О замере\ndescription: Этот курс нужен только для замера.\n---\n\nТекст.\n",
  );
  // The real terms and messages, so that they cost what they cost; only the lessons they name are this course's.
  for (const [name, entries] of Object.entries({ glossary, troubleshooting: troubles })) {
    const lesson = "module-1/01-lesson-0";
    const own = entries.map((entry) => ({
      ...entry,
      lessons: [lesson],
      ...("evidence" in entry && entry.evidence.kind === "lesson" && { evidence: { kind: "lesson", lesson } }),
    }));
    await writeFile(join(folder, `content/_data/${name}.ts`), `export default ${JSON.stringify(own, null, 1)};\n`);
  }
  await mkdir(join(folder, "labs/connectors"), { recursive: true });
  await writeFile(join(folder, SNIPPET), '{\n  "name": "shared",\n  "config": { "topic.prefix": "shared" }\n}\n');
  return course;
}
