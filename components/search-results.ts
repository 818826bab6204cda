import { html, type TemplateResult } from "lit";
import type { Found } from "./search-client.ts";
import type { Part } from "./search-excerpt.ts";

const plurals = new Intl.PluralRules("ru");
const forms: Record<string, string> = { one: "результат", few: "результата", many: "результатов" };

/** «Найдено 5 результатов» */
export const counted = (count: number): string => {
  const form = plurals.select(count);
  return `${form === "one" ? "Найден" : "Найдено"} ${count} ${forms[form]}`;
};

/** Names of the kinds, of many and of one; in the order in which they are offered. */
export const KINDS: Readonly<Record<string, readonly [many: string, one: string]>> = {
  lesson: ["Уроки", "Урок"],
  summary: ["Итоги", "Итоги модуля"],
  term: ["Термины", "Термин"],
  error: ["Ошибки", "Ошибка"],
  file: ["Файлы", "Файл лаборатории"],
};

const marked = (parts: readonly Part[]) => parts.map(({ text, hit }) => (hit ? html`<mark>${text}</mark>` : text));

/**
 * The list of results: a group for each page, in it the page and its sections.
 * @param active index of the chosen one among all options
 */
export function resultList(found: readonly Found[], active: number): TemplateResult {
  let index = -1;
  const option = (name: string, href: string, title: unknown, excerpt: readonly Part[] = []) => {
    index++;
    return html`<a role="option" tabindex="-1" id="option-${index}" class=${name} href=${href}
      aria-selected=${index === active}>${title}${marked(excerpt)}</a>`;
  };
  return html`<div id="list" role="listbox" aria-label="Результаты поиска">
    ${found.map(({ url, title, kind, module, sections }) => {
      const top = sections.find(({ id }) => !id);
      const from = [kind !== "lesson" && KINDS[kind ?? ""]?.[1], module?.replace("module-", "Модуль\u00a0")];
      const place = html`<span class="place">${from.filter(Boolean).join(" · ")}</span>`;
      return html`<div role="group" aria-label=${title}>
        ${option("page", url, html`${place}<span class="title">${title}</span>`, top?.excerpt)}
        ${sections
          .filter(({ id }) => id)
          .map((section) => {
            const heading = html`<span class="title">${marked(section.title)}</span>`;
            return option("section", `${url}#${encodeURIComponent(section.id)}`, heading, section.excerpt);
          })}
      </div>`;
    })}
  </div>`;
}
