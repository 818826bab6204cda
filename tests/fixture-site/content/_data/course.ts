import type { CoursePlan } from "../../../../content/_data/course.ts";

/** A small course: two modules, three written lessons, one planned. */
const plan: CoursePlan = {
  title: "Малый курс",
  description: "Маленький настоящий курс: на нём тесты сажают по одной ошибке и смотрят, что скажет сборка.",
  path: [1, 2],
  modules: [
    {
      number: 1,
      dir: "module-1-base",
      title: "Первый модуль",
      summary: "Два урока: первый и второй.",
      goals: ["прочитать первый урок"],
      requires: [],
      lessons: ["01-first", "02-second"],
    },
    {
      number: 2,
      dir: "module-2-more",
      title: "Второй модуль",
      summary: "Один урок написан, один только задуман.",
      goals: ["прочитать третий урок"],
      requires: [1],
      lessons: ["01-third", { slug: "02-planned", title: "Задуманный урок", summary: "О чём он будет." }],
    },
  ],
};

export default plan;
