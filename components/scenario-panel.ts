import { css, html, type TemplateResult } from "lit";
import { buttonStyle } from "./button-style.ts";

/** What the elements that play printed scenarios have in common. */

/** The look of the panel with which scenarios are played; colours and sizes are the page's custom properties. */
export const panelStyle = [
  buttonStyle,
  css`
    :host { display: block }
    section { margin-block: var(--space-4); padding: 1rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--surface-2); font: var(--step--1) / 1.5 var(--sans) }
    .row { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem }
    .row + .row { margin-top: 0.5rem }
    button { background: var(--surface) }
    label { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 0.25em 0.5em; min-height: 2.75rem; max-width: 100% }
    select { min-height: 2.75rem; max-width: 100%; padding: 0.3em 0.5em; color: inherit; background: var(--surface); border: 1px solid var(--edge); border-radius: 0.4em; font: inherit }
    :is(select, input):focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
    code { font: 0.92em var(--mono) }
    [role="status"] { min-height: 3lh; margin: 0 }
    small { display: block; margin-top: 0.75rem; color: var(--muted); font-size: inherit }
  `,
];

/** The scenarios that are printed in an element. */
export function scenariosOf(element: Element): HTMLDetailsElement[] {
  return [...element.querySelectorAll<HTMLDetailsElement>(".scenario")];
}

/** A choice among the printed scenarios, after others that are named here. */
export function scenarioChoice(element: Element, choose: (event: Event) => void, ...others: string[]): TemplateResult {
  const titles = scenariosOf(element).map((one) => one.querySelector("summary")?.textContent);
  return html`<label
    >Сценарий
    <select @change=${choose}>
      ${[...others, ...titles].map((title) => html`<option>${title}</option>`)}
    </select></label
  >`;
}

/** What is printed below a step: why it is so. */
export function reasonOf(row: HTMLTableRowElement): string {
  return row.nextElementSibling?.textContent?.trim() ?? "";
}

/** Marks a printed step as the one that is shown; none without it. */
export function markStep(element: Element, row?: HTMLTableRowElement): void {
  for (const old of element.querySelectorAll("[aria-current]")) old.removeAttribute("aria-current");
  row?.setAttribute("aria-current", "step");
}
