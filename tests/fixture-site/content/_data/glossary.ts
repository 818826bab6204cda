import type { Term } from "../../../../content/_data/glossary.ts";

/** Two terms of the small course: one that its second lesson uses, one that no lesson links by itself. */
const glossary: Term[] = [
  {
    id: "section",
    term: "раздел",
    english: "section",
    definition: "Часть урока под своим заголовком, `##` в тексте.",
    why: "На раздел можно сослаться.",
    forms: ["раздел", "раздела", "разделу", "разделом", "разделе"],
    synonyms: [],
    rejected: ["секция"],
    lessons: ["module-1/02-second", "module-2/02-planned"],
    sources: [{ title: "CommonMark", url: "https://spec.commonmark.org/" }],
  },
  {
    id: "lesson",
    term: "урок",
    english: "lesson",
    definition: "Одна страница курса.",
    why: "Слово слишком частое, чтобы вести к нему каждый раз.",
    forms: ["урок", "урока"],
    synonyms: [],
    rejected: [],
    lessons: ["module-1/01-first"],
    sources: [{ title: "CommonMark", url: "https://spec.commonmark.org/" }],
    link: false,
  },
];

export default glossary;
