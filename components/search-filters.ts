import { html, nothing, type TemplateResult } from "lit";
import type { Filters } from "./search-engine.ts";
import { KINDS } from "./search-results.ts";

/** Modules as the printed menu lists them: id and name. */
function modules(): [id: string, name: string][] {
  const links = document.querySelectorAll<HTMLAnchorElement>(".menu-modules > li > a");
  return [...links].map((link) => [
    /module-\d+/.exec(link.href)?.[0] ?? "",
    (link.textContent ?? "").trim().replace(/\s+/, ". "),
  ]);
}

/**
 * What results can be narrowed to: a kind of those that there are, and a module.
 * @param kinds kinds that the index holds
 * @param change called with the new choice
 */
export function filterBar(
  kinds: readonly string[],
  filters: Filters,
  change: (filters: Filters) => void,
): TemplateResult | typeof nothing {
  if (kinds.length < 2) return nothing;
  const shown = Object.keys(KINDS).filter((kind) => kinds.includes(kind));
  const radio = (kind: string | undefined, name: string | undefined) => html`<label><input type="radio" name="kind"
    .checked=${filters.kind === kind} @change=${() => change({ ...filters, kind })}><span>${name}</span></label>`;
  const choose = (event: Event) =>
    change({ ...filters, module: (event.target as HTMLSelectElement).value || undefined });
  return html`<div class="filters">
    <fieldset><legend>Что искать</legend>
      ${radio(undefined, "Всё")}${shown.map((kind) => radio(kind, KINDS[kind]?.[0]))}
    </fieldset>
    <select aria-label="Модуль" @change=${choose}>
      <option value="" .selected=${!filters.module}>Все модули</option>
      ${modules().map(([id, name]) => html`<option value=${id} .selected=${filters.module === id}>${name}</option>`)}
    </select>
  </div>`;
}
