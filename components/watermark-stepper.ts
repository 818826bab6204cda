import { css, html, LitElement, type TemplateResult } from "lit";
import { markStep, panelStyle, reasonOf, scenarioChoice, scenariosOf } from "./scenario-panel.ts";
import { type Action, act, type Row, type State, start } from "./watermark-model.ts";
import { messageText, rowText } from "./watermark-text.ts";

/**
 * Plays a chunk of an incremental snapshot along a printed scenario, forth and back, and marks the row of the step that
 * it shows; what it shows comes from a model, never from the tables.
 * @slot note - what the figures mean
 * @slot - the printed scenarios: `details.scenario[data-rows][data-size]` with `tr[data-action]` in them, each followed by its reason
 * @csspart state - the table, its WAL, the connector's buffer and the topic
 * @csspart status - what the step did, a live region
 * @csspart button - each button
 */
export class WatermarkStepper extends LitElement {
  static override properties = { at: { state: true } };
  static override styles = [
    ...panelStyle,
    css`
      [aria-disabled="true"] { color: var(--muted); border-color: var(--line); cursor: default }
      [role="status"] { margin-block: 0.75rem }
      [role="status"]::first-letter { text-transform: uppercase }
      .state { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr)); gap: 0.75rem 1.5rem }
      .wide { grid-column: 1 / -1 }
      .name { margin: 0 0 0.25rem; font: inherit; color: var(--muted) }
      ul { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem; min-height: 1.9rem; margin: 0; padding: 0; list-style: none }
      li { padding: 0.1rem 0.4rem; border: 1px solid var(--edge); border-radius: 0.3em; background: var(--surface); font: 0.92em/1.5 var(--mono) }
      .new { border-color: var(--accent); background: var(--accent-bg) }
      .gone { border-style: dashed; color: var(--muted) }
      .here { border: 0; background: none; color: var(--accent); font: inherit; font-weight: 600 }
    `,
  ];

  /** How many steps of the scenario are done. */
  declare at: number;
  #scenario: HTMLDetailsElement | undefined;

  constructor() {
    super();
    this.at = 0;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#scenario ??= scenariosOf(this)[0];
  }

  override render() {
    const rows = this.#steps;
    const [done, row] = [rows[this.at - 1], rows[this.at]];
    const name = row ? `Шаг ${this.at + 1} из ${rows.length}: ${row.cells[0]?.textContent}` : "Пройти ещё раз";
    return html`<slot name="note"></slot>
      <section aria-label="Чанк по шагам">
        <div class="row">${scenarioChoice(this, this.#choose)}</div>
        <div class="row">
          <button part="button" aria-disabled=${String(this.at === 0)} @click=${this.#back}>Назад</button>
          <button part="button" @click=${this.#next}>${name}</button>
        </div>
        <p role="status" part="status">${done ? `${done.cells[0]?.textContent}. ${reasonOf(done)}` : "Коннектор читает поток, сигнала ещё нет."}</p>
        ${this.#state()}
        <small>Рамкой выделено новое на этом шаге. Считает модель, сверенная с записями ниже.</small>
      </section>
      <slot></slot>`;
  }

  #state() {
    const [before, now] = [this.#stateAfter(this.at - 1), this.#stateAfter(this.at)];
    const fresh = (rows: readonly Row[]) => (row: Row) =>
      !rows.some(({ id, version }) => id === row.id && version === row.version);
    const later = (length: number) => (_: unknown, at: number) => at >= length;
    const marks = ({ wal }: State) => wal.filter((message) => typeof message === "string");
    const wal = now.wal.map((message, at) => chip(messageText(message), at >= before.wal.length ? "new" : ""));
    const buffer = [
      ...now.buffer.map((row) => ({ row, gone: false })),
      ...now.removed.map((row) => ({ row, gone: true })),
    ];
    return html`<div class="state" part="state">
      ${pane("таблица", chips(now.rows, rowText, fresh(before.rows)))}
      ${pane("таблица сигналов", chips(marks(now), String, later(marks(before).length)))}
      ${pane("WAL", html`${wal.slice(0, now.read)}<li class="here">◂ прочитано коннектором</li>${wal.slice(now.read)}`, "wide")}
      ${pane(
        `буфер, окно ${now.window ? "открыто" : "закрыто"}`,
        buffer
          .sort((a, b) => a.row.id - b.row.id)
          .map(({ row, gone }) =>
            gone
              ? chip(html`<del>${rowText(row)}</del>`, "gone")
              : chip(rowText(row), fresh(before.buffer)(row) ? "new" : ""),
          ),
      )}
      ${pane("топик", chips(now.topic, messageText, later(before.topic.length)))}
    </div>`;
  }

  get #steps(): HTMLTableRowElement[] {
    return [...(this.#scenario?.querySelectorAll<HTMLTableRowElement>("[data-action]") ?? [])];
  }

  #stateAfter(steps: number): State {
    const { rows, size } = this.#scenario?.dataset ?? {};
    return this.#steps
      .slice(0, Math.max(0, steps))
      .reduce((state, { dataset }) => act(state, dataset.action as Action), start(Number(rows), Number(size)));
  }

  #go(at: number) {
    this.at = at;
    markStep(this, this.#steps[at - 1]);
  }

  #next = () => this.#go(this.at < this.#steps.length ? this.at + 1 : 0);

  #back = () => this.#go(Math.max(0, this.at - 1));

  #choose = ({ target }: Event) => {
    this.#scenario = scenariosOf(this)[(target as HTMLSelectElement).selectedIndex];
    if (this.#scenario) this.#scenario.open = true;
    this.#go(0);
    this.requestUpdate();
  };
}

function pane(name: string, items: unknown, width = "") {
  return html`<div class=${width}><p class="name">${name}</p><ul aria-label=${name}>${items}</ul></div>`;
}

function chips<T>(things: readonly T[], text: (thing: T) => string, isNew: (thing: T, at: number) => boolean) {
  return things.map((thing, at) => chip(text(thing), isNew(thing, at) ? "new" : ""));
}

function chip(text: string | TemplateResult, state: "new" | "gone" | "") {
  return html`<li class=${state}>${text}</li>`;
}

customElements.define("watermark-stepper", WatermarkStepper);

declare global {
  interface HTMLElementTagNameMap {
    "watermark-stepper": WatermarkStepper;
  }
}
