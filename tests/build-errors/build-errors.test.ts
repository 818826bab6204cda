import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { FixtureSite } from "../support/fixture-site.ts";

/**
 * Each case is the small course with one mistake in it, built by the real command. The build must fail and say where the
 * mistake stands, what is wrong, and what was allowed.
 */
interface Mistake {
  name: string;
  file: string;
  /** A passage of the file, and what the mistaken author wrote instead. */
  passage: string;
  by: string;
  /** Another file that the mistake needs. */
  also?: { file: string; text: string };
  /** The line that the message names must hold this text. */
  at: string;
  /** What the message says, besides the place. */
  says: RegExp[];
}

const FIRST = "content/course/module-1-base/01-first.md";
const SECOND = "content/course/module-1-base/02-second.md";
const THIRD = "content/course/module-2-more/01-third.md";

const frontMatter: Mistake[] = [
  {
    name: "an unknown field of the front matter",
    file: FIRST,
    passage: "difficulty: beginner",
    by: "difficulty: beginner\nauthor: Иван",
    at: "author: Иван",
    says: [/unknown field "author"/, /difficulty.*estimatedTime.*prerequisites/],
  },
  {
    name: "a missing field of the front matter",
    file: FIRST,
    passage: "estimatedTime: 10\n",
    by: "",
    at: "---",
    says: [/"estimatedTime" is missing/, /expected number/],
  },
  {
    name: "a wrong value in the front matter",
    file: SECOND,
    passage: "difficulty: intermediate",
    by: "difficulty: medium",
    at: "difficulty: medium",
    says: [/"medium"/, /beginner, intermediate, advanced/],
  },
  {
    name: "a value of the wrong type in the front matter",
    file: SECOND,
    passage: "estimatedTime: 15",
    by: "estimatedTime: четверть часа",
    at: "estimatedTime: четверть часа",
    says: [/"estimatedTime" is "четверть часа"/, /number/],
  },
  {
    name: "no front matter at all",
    file: SECOND,
    passage: "---\ntitle: Второй урок",
    by: "title: Второй урок",
    at: "title: Второй урок",
    says: [/no front matter/, /---/],
  },
  {
    name: "a prerequisite that is no lesson",
    file: SECOND,
    passage: "prerequisites: [module-1/01-first]",
    by: "prerequisites: [module-1/01-frist]",
    at: "prerequisites: [module-1/01-frist]",
    says: [/"module-1\/01-frist" is no lesson/, /module-1\/01-first\b/],
  },
  {
    name: "a prerequisite that is the lesson itself",
    file: THIRD,
    passage: "  - module-1/02-second\n",
    by: "  - module-2/01-third\n",
    at: "  - module-2/01-third",
    says: [/is the lesson itself/, /an earlier lesson/],
  },
  {
    name: "a prerequisite that lies later on the path",
    file: FIRST,
    passage: "prerequisites: []",
    by: "prerequisites: [module-2/01-third]",
    at: "prerequisites: [module-2/01-third]",
    says: [/later on the path/, /1 → 2/],
  },
];

const sections: Mistake[] = [
  {
    name: "a lesson without its checklist",
    file: SECOND,
    passage: "## Контрольный список",
    by: "## Список",
    at: "---",
    says: [/without the section "Контрольный список"/, /"## Контрольный список" with a list below it/],
  },
  {
    name: "a lesson without its goals",
    file: THIRD,
    passage: "## Что вы будете уметь",
    by: "### Что вы будете уметь",
    at: "---",
    says: [/without the section "Что вы будете уметь"/, /"## Что вы будете уметь" with a list below it/],
  },
  {
    name: "a checklist that is no list",
    file: FIRST,
    passage: "- Код взят из файла.\n- Ссылка",
    by: "Код взят из файла. Ссылка",
    at: "## Контрольный список",
    says: [/section "Контрольный список" holds no list/, /lines such as "- …"/],
  },
];

const body = (text: string) => ({ file: SECOND, passage: "Текст раздела.\n", by: text });

const exercise = (task: string) =>
  `:::: exercise Слот\n${task}\n\n::: solution\n\`\`\`bash run=bash\ntrue\n\`\`\`\n:::\n::::\n`;

const text: Mistake[] = [
  {
    name: "an unknown callout",
    ...body("Текст.\n\n::: warn Осторожно\nВрезка.\n:::\n"),
    at: "::: warn Осторожно",
    says: [/callout "warn"/, /note, tip, warning, danger/],
  },
  {
    name: "a callout that is not closed",
    ...body("Текст.\n\n::: note Заметка\nВрезка без конца.\n"),
    at: "::: note Заметка",
    says: [/never closed/, /:::/],
  },
  {
    name: "an exercise without a check",
    ...body(exercise("```bash run=bash\ntrue\n```")),
    at: ":::: exercise Слот",
    says: [/an exercise without a check/, /run=bash check above its solution/],
  },
  {
    name: "a check that is not run in the shell",
    ...body(exercise("```sql run=postgres check\nSELECT 1;\n```")),
    at: "```sql run=postgres check",
    says: [/check without run=bash/, /run=bash check/],
  },
  {
    name: "a solution outside of an exercise",
    ...body("::: solution\nТекст.\n:::\n"),
    at: "::: solution",
    says: [/a solution outside of an exercise/, /it at the end of an :::: exercise/],
  },
  {
    name: "a snippet of a file that does not exist",
    ...body("```json file=labs/connectors/order.json\n```\n"),
    at: "```json file=labs/connectors/order.json",
    says: [/"labs\/connectors\/order\.json" does not exist/, /a file of the labs/],
  },
  {
    name: "a snippet of a region that does not exist",
    ...body("```python file=labs/reader.py region=loops\n```\n"),
    at: "```python file=labs/reader.py region=loops",
    says: [/region "loops"/, /\bloop\b/],
  },
  {
    name: "a snippet of an empty region",
    ...body("```python file=labs/empty.py region=nothing\n```\n"),
    also: { file: "labs/empty.py", text: "# region: nothing\n# endregion: nothing\n" },
    at: "```python file=labs/empty.py region=nothing",
    says: [/region "nothing"/, /empty/],
  },
  {
    name: "a snippet from outside labs/",
    ...body("```json file=labs/../package.json\n```\n"),
    at: "```json file=labs/../package.json",
    says: [/package\.json/, /labs\//],
  },
  {
    name: "an unknown language of a fence",
    ...body('```postgres-sql norun="пример"\nSELECT 1;\n```\n'),
    at: "```postgres-sql",
    says: [/"postgres-sql"/, /\bsql\b/],
  },
  {
    name: "an unknown version placeholder",
    ...body("Версия %DEBEZUM_VERSION%.\n"),
    at: "Версия %DEBEZUM_VERSION%.",
    says: [/DEBEZUM_VERSION/, /DEBEZIUM_VERSION/],
  },
  {
    name: "a link to a page that does not exist",
    ...body("[Урок](/course/module-1/07-nowhere/)\n"),
    at: "[Урок](/course/module-1/07-nowhere/)",
    says: [/\/course\/module-1\/07-nowhere\//],
  },
  {
    name: "a link to a lesson that is only planned",
    ...body("[Урок](/course/module-2/02-planned/)\n"),
    at: "[Урок](/course/module-2/02-planned/)",
    says: [/\/course\/module-2\/02-planned\//],
  },
  {
    name: "a link to a section that does not exist",
    ...body("[Раздел](/course/module-1/01-first/#врезки)\n"),
    at: "[Раздел](/course/module-1/01-first/#врезки)",
    says: [/врезки/, /врезка/],
  },
  {
    name: "two headings of the same id",
    ...body("Текст.\n\n## Раздел второго урока\n\nЕщё текст.\n"),
    at: "## Раздел второго урока",
    says: [/has the id "раздел-второго-урока" of line \d+/, /another wording/],
  },
];

const titled = "accTitle: Название\naccDescr: Описание";
const diagram = (...lines: string[]) => body(`\`\`\`mermaid caption="Схема"\n${lines.join("\n")}\n\`\`\`\n`);

const diagrams: Mistake[] = [
  {
    name: "a broken flowchart",
    ...diagram("flowchart LR", titled, "  a[Начало --> b"),
    at: "  a[Начало --> b",
    says: [/a\[Начало|pars|expect/i],
  },
  {
    name: "a broken pie chart, of which mermaid-cli makes a picture of an error",
    ...diagram("pie", titled, '  "Вставки" : сорок'),
    at: '  "Вставки" : сорок',
    says: [/pars|expect|lexer/i],
  },
  {
    name: "a broken git graph, of which mermaid-cli makes a picture of an error",
    ...diagram("gitGraph", titled, "  commit", "  branch ветка"),
    at: "  branch ветка",
    says: [/pars|expect|lexer/i],
  },
  {
    name: "a diagram of no known kind",
    ...diagram("flowchrat LR", titled, "  a --> b"),
    at: "flowchrat LR",
    says: [/flowchrat/, /flowchart/],
  },
  {
    name: "a diagram without a title",
    ...diagram("flowchart LR", "accDescr: Описание", "  a --> b"),
    at: "flowchart LR",
    says: [/accTitle/],
  },
  {
    name: "a diagram without a description",
    ...diagram("flowchart LR", "accTitle: Название", "  a --> b"),
    at: "flowchart LR",
    says: [/accDescr/],
  },
  {
    name: "a diagram with a literal colour",
    ...diagram("flowchart LR", titled, "  a --> b", "  style a fill:#ffe8cc"),
    at: "  style a fill:#ffe8cc",
    says: [/style; colours come from the site's theme/, /:::accent, :::muted, :::warn, :::ok/],
  },
  {
    name: "a diagram with a class of literal colours",
    ...diagram("flowchart LR", titled, "  a --> b", "  classDef hot fill:#f00"),
    at: "  classDef hot fill:#f00",
    says: [/classDef; colours come from the site's theme/, /:::accent, :::muted, :::warn, :::ok/],
  },
];

/** 1-based numbers of the lines that hold a text. */
function linesWith(source: string, wanted: string): number[] {
  return source.split("\n").flatMap((line, index) => (line.startsWith(wanted) ? [index + 1] : []));
}

for (const [group, mistakes] of Object.entries({ "front matter": frontMatter, sections, text, diagrams })) {
  describe(`the build fails, with place, reason and what was allowed: ${group}`, { concurrency: 2 }, () => {
    for (const { name, file, passage, by, also, at, says } of mistakes) {
      test(name, async (context) => {
        const site = await FixtureSite.create();
        context.after(() => site.remove());
        await site.replace(file, passage, by);
        if (also) await site.write(also.file, also.text);
        const places = linesWith(await site.read(file), at).map((line) => `${file}:${line}:`);
        assert.notEqual(places.length, 0, `the fixture has no line "${at}"`);

        const { code, output } = await site.build();

        assert.notEqual(code, 0, `the build passed\n${output}`);
        const message = output.split("\n").find((line) => places.some((place) => line.includes(place)));
        assert.ok(message, `no line names ${places.join(" or ")}\n${output}`);
        // What was allowed may be listed under the line that names the place.
        const said = output.slice(output.indexOf(message));
        for (const words of says) assert.match(said, words);
      });
    }
  });
}

test("a mistake in the content is told without a stack, which would lead into the tool and not to the mistake", async (context) => {
  const site = await FixtureSite.create();
  context.after(() => site.remove());
  await site.replace(SECOND, "difficulty: intermediate", "difficulty: medium");
  assert.doesNotMatch((await site.build()).output, /^\S*\s+at .*\.[jt]s:\d/m);
});

test("the small course builds without a mistake in it", async (context) => {
  const site = await FixtureSite.create();
  context.after(() => site.remove());
  const { code, output } = await site.build();
  assert.equal(code, 0, output);
});
