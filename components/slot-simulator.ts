import { css, html, LitElement, svg } from "lit";
import { buttonStyle } from "./button-style.ts";
import { explain, megabytes } from "./slot-explain.ts";
import {
  CREATED,
  MB,
  type Operation,
  operate,
  retained,
  SEGMENT,
  type Server,
  safeWalSize,
  walStatus,
} from "./slot-model.ts";

/**
 * Plays with a replication slot, by hand or along a printed scenario, whose rows it marks; the figures come from a model
 * of the server, never from the tables.
 * @slot note - what the figures mean
 * @slot - the printed scenarios: `details.slot-scenario` with `tr[data-operation]` in them, each followed by its reason
 * @csspart wal - the picture of WAL
 * @csspart state - the figures
 * @csspart status - what the last step did, a live region
 * @csspart button - each button
 */
export class SlotSimulator extends LitElement {
  static override properties = { server: { state: true }, said: { state: true }, at: { state: true } };
  static override styles = [
    buttonStyle,
    css`
      :host { display: block }
      section { margin-block: var(--space-4); padding: 1rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--surface-2); font: var(--step--1) / 1.5 var(--sans) }
      .row { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem }
      .row + .row { margin-top: 0.5rem }
      button { background: var(--surface) }
      label { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 0.25em 0.5em; min-height: 2.75rem; max-width: 100% }
      select { min-height: 2.75rem; max-width: 100%; padding: 0.3em 0.5em; color: inherit; background: var(--surface); border: 1px solid var(--edge); border-radius: 0.4em; font: inherit }
      input { width: 1.1rem; height: 1.1rem; margin: 0; accent-color: var(--accent) }
      :is(select, input):focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
      svg { display: block; width: 100%; height: 4.5rem; margin-block: 0.75rem; overflow: visible }
      svg svg { width: auto; height: auto; margin: 0 }
      rect { fill: var(--surface); stroke: var(--edge) }
      .kept { fill: var(--accent-bg); stroke: var(--accent) }
      .restart { stroke: var(--accent); fill: var(--accent) }
      .confirmed { stroke: var(--tip); fill: var(--tip) }
      .current { stroke: var(--text); fill: var(--text) }
      .limit { stroke: var(--danger); fill: none; stroke-dasharray: 4 3 }
      line { stroke-width: 2 }
      dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr)); gap: 0.25rem 1rem; margin: 0 0 0.75rem }
      dl div { display: flex; justify-content: space-between; gap: 0.75rem; border-bottom: 1px solid var(--line) }
      dd { margin: 0; font-variant-numeric: tabular-nums; font-weight: 600; text-align: right }
      dt svg { display: inline-block; width: 0.9em; height: 0.9em; margin: 0 0.3em 0 0 }
      code { font: 0.92em var(--mono) }
      p { min-height: 3lh; margin: 0 }
      [data-status="extended"] { color: var(--warning) }
      :is([data-status="unreserved"], [data-status="lost"]) { color: var(--danger) }
    `,
  ];

  declare server: Server;
  /** What the last step did. */
  declare said: string;
  /** The next step of the chosen scenario. */
  declare at: number;
  #scenario: HTMLDetailsElement | undefined;

  constructor() {
    super();
    this.#restart();
  }

  override render() {
    const { server } = this;
    const status = walStatus(server);
    return html`<slot name="note"></slot>
      <section aria-label="Симулятор слота">
        <div class="row">${this.#choice()}<button part="button" @click=${this.#restart}>Сначала</button></div>
        ${this.#scenario ? this.#nextStep() : this.#operations()}
        ${this.#picture()}
        <dl part="state">
          ${figure("wal_status", html`<span data-status=${status}>${status}</span>`)}
          ${figure("удержано", megabytes(retained(server)))}
          ${figure("restart_lsn", megabytes(server.restart), "restart")}
          ${figure("confirmed_flush_lsn", megabytes(server.confirmed), "confirmed")}
          ${figure("конец WAL", megabytes(server.current), "current")}
          ${figure("safe_wal_size", megabytes(safeWalSize(server)), server.limit === null ? "" : "limit")}
          ${figure("invalidation_reason", server.reason ?? "нет")}
          ${figure("потребитель", server.reading ? (server.reason ? "отказано" : "читает") : "остановлен")}
        </dl>
        <p role="status" part="status">${this.said}</p>
      </section>
      <slot></slot>`;
  }

  #choice() {
    const titles = this.#scenarios.map((one) => one.querySelector("summary")?.textContent);
    return html`<label
      >Сценарий
      <select @change=${this.#choose}>
        <option>своими руками</option>
        ${titles.map((title) => html`<option>${title}</option>`)}
      </select></label
    >`;
  }

  #nextStep() {
    const next = this.#steps[this.at];
    return html`<div class="row">
      <button part="button" ?disabled=${!next} @click=${this.#next}>
        ${next ? `Шаг ${this.at + 1} из ${this.#steps.length}: ${next.cells[0]?.textContent}` : "Сценарий пройден"}
      </button>
    </div>`;
  }

  #operations() {
    const { reading, heartbeat } = this.server;
    const button = (operation: Operation, name: string) =>
      html`<button part="button" @click=${() => this.#operate(operation)}>${name}</button>`;
    return html`<div class="row">
        ${button("write 16 captured", "Записать 16 МБ в наблюдаемую таблицу")}
        ${button("write 64 elsewhere", "Записать 64 МБ в чужую базу")}
        ${button(reading ? "pause" : "resume", reading ? "Остановить потребителя" : "Пустить потребителя")}
        ${button("checkpoint", "Контрольная точка")}
      </div>
      <div class="row">
        <label
          ><input type="checkbox" .checked=${heartbeat} @change=${this.#beat} />Пульс <code>heartbeat.action.query</code></label
        >
        <label
          ><code>max_slot_wal_keep_size</code>
          <select @change=${this.#limit}>
            ${LIMITS.map((limit) => html`<option value=${limit}>${limit === "none" ? "−1, без предела" : `${limit} МБ`}</option>`)}
          </select></label
        >
      </div>`;
  }

  /** WAL files from the oldest one to the end, with the positions in them. */
  #picture() {
    const { server } = this;
    const { oldest, current, restart, confirmed, limit } = server;
    const first = Math.min(oldest, segment(confirmed));
    const length = Math.max(segment(current) + SEGMENT - first, 10 * SEGMENT);
    const place = (position: number) => `${(((position - first) / length) * 100).toFixed(2)}%`;
    const files = [];
    for (let file = oldest; file <= current; file += SEGMENT) files.push(file);
    const mark = (name: string, position: number | null, shape = SHAPES[name], y = 0) =>
      position === null || position < first
        ? ""
        : svg`<g class=${name}><line x1=${place(position)} x2=${place(position)} y1=${y} y2="60" />
            <svg x=${place(position)} y=${y} overflow="visible">${shape}</svg></g>`;
    const failing = limit === null ? null : segment(current) - limit * MB;
    return svg`<svg part="wal" aria-hidden="true">
      ${files.map(
        (file) => svg`<rect x=${place(file)} y="20" height="32" width=${place(first + SEGMENT)}
        class=${restart !== null && file >= segment(restart) ? "kept" : ""} />`,
      )}
      ${mark("limit", failing)} ${mark("current", current, SHAPES.current, 16)}
      ${mark("confirmed", confirmed, SHAPES.confirmed, 8)} ${mark("restart", restart)}
    </svg>`;
  }

  get #scenarios(): HTMLDetailsElement[] {
    return [...this.querySelectorAll<HTMLDetailsElement>(".slot-scenario")];
  }

  /** Rows of the chosen scenario but for the first, where the slot is created. */
  get #steps(): HTMLTableRowElement[] {
    return [...(this.#scenario?.querySelectorAll<HTMLTableRowElement>("[data-operation]") ?? [])].slice(1);
  }

  #operate(operation: Operation) {
    const before = this.server;
    this.server = operate(before, operation);
    this.said = explain(before, this.server, operation);
  }

  #next = () => {
    const row = this.#steps[this.at++];
    if (!row) return;
    this.#operate(row.dataset.operation as Operation);
    this.#mark(row);
    this.said = row.nextElementSibling?.textContent ?? "";
  };

  #choose = ({ target }: Event) => {
    this.#scenario = this.#scenarios[(target as HTMLSelectElement).selectedIndex - 1];
    this.requestUpdate();
    if (this.#scenario) this.#scenario.open = true;
    this.#restart();
  };

  #beat = ({ target }: Event) => this.#operate(`heartbeat ${(target as HTMLInputElement).checked ? "on" : "off"}`);

  #limit = ({ target }: Event) => this.#operate(`limit ${(target as HTMLSelectElement).value}` as Operation);

  #restart = () => {
    this.server = CREATED;
    this.at = 0;
    this.said = "Слот только что создан, потребитель читает.";
    this.#mark(undefined);
    const limit = this.renderRoot?.querySelector<HTMLSelectElement>("label:not(:first-child) select");
    if (limit) limit.value = "none";
  };

  #mark(row: HTMLTableRowElement | undefined) {
    for (const old of this.querySelectorAll("[aria-current]")) old.removeAttribute("aria-current");
    row?.setAttribute("aria-current", "step");
  }
}

/** In MB, as `max_slot_wal_keep_size`. */
const LIMITS = ["none", 64, 128, 256, 512] as const;

/** What stands over a position, and beside its name. */
const SHAPES: Readonly<Record<string, unknown>> = {
  restart: svg`<path d="M-6 0H6L0 9Z" />`,
  confirmed: svg`<circle cy="3" r="4" />`,
  current: svg`<path d="M-4 -4H4V4H-4Z" />`,
  limit: svg`<path d="M-5 -4L5 4M5 -4L-5 4" />`,
};

function segment(position: number): number {
  return position - (position % SEGMENT);
}

function figure(name: string, value: unknown, shape = "") {
  const key = shape && svg`<svg class=${shape} viewBox="-6 -5 12 14" aria-hidden="true">${SHAPES[shape]}</svg>`;
  return html`<div><dt>${key}<code>${name}</code></dt><dd>${value}</dd></div>`;
}

customElements.define("slot-simulator", SlotSimulator);

declare global {
  interface HTMLElementTagNameMap {
    "slot-simulator": SlotSimulator;
  }
}
