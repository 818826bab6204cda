import type { Course, Lesson } from "../../eleventy/course.ts";

interface LessonPage {
  course: Course;
  page: { inputPath: string };
}

const lessonOf = (data: LessonPage): Lesson | undefined => data.course.lessonOf(data.page.inputPath);

/** What all lessons share; their own front matter is checked in eleventy/front-matter.ts. */
export default {
  layout: "layouts/lesson.njk",
  permalink: (data: LessonPage) => `${lessonOf(data)?.url}index.html`,
  eleventyComputed: { lesson: lessonOf },
};
