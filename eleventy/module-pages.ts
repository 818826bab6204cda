import type UserConfig from "@11ty/eleventy/UserConfig";
import type { Course, Lesson, Module } from "./course.ts";
import { SECTION_IDS } from "./lesson-source.ts";
import type { PrintedMarkdown } from "./markdown/plugin.ts";
import { type TocEntry, tocOf } from "./markdown/toc.ts";
import { onPaper, quoteSection } from "./paper.ts";
import { remembered } from "./remembered.ts";
import type { SearchRecord } from "./search/index-builder.ts";

/** Answers kept while the course is served: each holds a lesson. */
const KEPT = 200;
const rememberedPaper = remembered(
  (html: string, prefix: string, name: string, lessons: string) =>
    onPaper(html, { prefix, name, lessons: new Map(JSON.parse(lessons)) }),
  KEPT,
);
const rememberedToc = remembered(tocOf, KEPT);

/**
 * What the pages of a module say of its lessons, out of the lessons' own printed Markdown. Only layouts may ask: they
 * are printed when the Markdown of all pages is.
 *
 * Filters of a lesson: `quotedSection("goals")`, `quotedSection("checklist")`, `onPaper`, `paperId`, `lessonSections`.
 * @param base path part of the site's address, begins and ends with "/"
 */
export function modulePages(config: UserConfig, { base }: { base: string }): void {
  const printed = new Map<string, string>();
  const htmlOf = ({ id }: Lesson): string => {
    const html = printed.get(id);
    if (html === undefined) throw new Error(`lesson ${id} is not printed yet; expected its html in a layout only`);
    return html;
  };
  const addressOf = ({ url }: Lesson): string => base + url.slice(1);

  config.on("markdown.printed", ({ data, html }: PrintedMarkdown) => {
    const lesson = data.lesson as Lesson | undefined;
    if (lesson) printed.set(lesson.id, html);
  });
  config.addFilter("quotedSection", (lesson: Lesson, name: keyof typeof SECTION_IDS) =>
    quoteSection(htmlOf(lesson), SECTION_IDS[name], addressOf(lesson)),
  );
  config.addFilter(
    "sectionUrl",
    (lesson: Lesson, name: keyof typeof SECTION_IDS) => `${lesson.url}#${SECTION_IDS[name]}`,
  );
  config.addFilter("paperId", paperId);
  config.addFilter("lessonSections", (lesson: Lesson): TocEntry[] => rememberedToc(htmlOf(lesson)));
  config.addFilter("onPaper", (lesson: Lesson) => {
    const { module, order } = lesson;
    const lessons = module.written.map((other) => [addressOf(other), paperId(other)]);
    const name = `урок ${module.number}.${order}`;
    return rememberedPaper(htmlOf(lesson), `${paperId(lesson)}-`, name, JSON.stringify(lessons));
  });
}

/** Id of a lesson on the page that holds all of its module. */
function paperId({ order }: Lesson): string {
  return `l${order}`;
}

/**
 * What the search finds of the summaries: their names, and what a module says of itself. What they quote is found in
 * the lessons, section by section, and would only be found twice.
 */
export function summaryRecords({ begun }: Course): SearchRecord[] {
  return begun.map((module) => ({
    kind: "summary",
    module: module.id,
    url: module.summaryUrl,
    title: summaryTitle(module),
    text: [`${module.summary} Умения и контрольные списки уроков на одной странице.`, ...module.goals].join("\n"),
  }));
}

function summaryTitle({ number, title }: Module): string {
  return `Итоги модуля ${number}. ${title}`;
}
