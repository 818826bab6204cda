import { css, html, LitElement } from "lit";
import { markStep, panelStyle, reasonOf, scenarioChoice, scenariosOf } from "./scenario-panel.ts";
import { explain, megabytes, transition } from "./slot-explain.ts";
import { CREATED, type Operation, operate, retained, type Server, safeWalSize, walStatus } from "./slot-model.ts";
import { markKey, pictureStyle, walPicture } from "./slot-picture.ts";

/**
 * Plays with a replication slot, by hand or along a printed scenario, whose rows it marks; the figures come from a model
 * of the server, never from the tables.
 * @slot note - what the figures mean
 * @slot - the printed scenarios: `details.scenario` with `tr[data-operation]` in them, each followed by its reason
 * @csspart wal - the picture of WAL
 * @csspart state - the figures
 * @csspart status - what the last step did, a live region
 * @csspart button - each button
 */
export class SlotSimulator extends LitElement {
  static override properties = { server: { state: true }, said: { state: true }, at: { state: true } };
  static override styles = [
    panelStyle,
    pictureStyle,
    css`
      input { width: 1.1rem; height: 1.1rem; margin: 0; accent-color: var(--accent) }
      dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr)); gap: 0.25rem 1rem; margin: 0 0 0.75rem }
      dl div { display: flex; justify-content: space-between; gap: 0.75rem; border-bottom: 1px solid var(--line) }
      dd { margin: 0; font-variant-numeric: tabular-nums; font-weight: 600; text-align: right }
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
    const [status, safe] = [walStatus(server), safeWalSize(server)];
    return html`<slot name="note"></slot>
      <section aria-label="Симулятор слота">
        <div class="row">${scenarioChoice(this, this.#choose, "своими руками")}<button part="button" @click=${this.#restart}>Сначала</button></div>
        ${this.#scenario ? this.#nextStep() : this.#operations()}
        ${walPicture(server)}
        <dl part="state">
          ${figure("wal_status", html`<span data-status=${status}>${status}</span>`)}
          ${figure("удержано", megabytes(retained(server)))}
          ${figure("restart_lsn", megabytes(server.restart), "restart")}
          ${figure("confirmed_flush_lsn", megabytes(server.confirmed), "confirmed")}
          ${figure("конец WAL", megabytes(server.current), "current")}
          ${figure("safe_wal_size", megabytes(safe), safe === null ? "" : "limit")}
          ${figure("invalidation_reason", server.reason ?? "нет")}
          ${figure("потребитель", server.reading ? (server.reason ? "отказано" : "читает") : "остановлен")}
        </dl>
        <p role="status" part="status">${this.said}</p>
        <small>Считает модель, которая повторяет правила PostgreSQL 18 и сверена с записями ниже.</small>
      </section>
      <slot></slot>`;
  }

  #nextStep() {
    const next = this.#steps[this.at];
    const name = next && `Шаг ${this.at + 1} из ${this.#steps.length}: ${next.cells[0]?.textContent}`;
    return html`<div class="row">
      <button part="button" @click=${next ? this.#next : this.#restart}>${name ?? "Пройти ещё раз"}</button>
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
          <select .value=${String(this.server.limit ?? "none")} @change=${this.#limit}>
            ${LIMITS.map((limit) => html`<option value=${limit}>${limit === "none" ? "−1, без предела" : `${limit} МБ`}</option>`)}
          </select></label
        >
      </div>`;
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
    const before = this.server;
    const row = this.#steps[this.at++];
    if (!row) return;
    this.server = operate(before, row.dataset.operation as Operation);
    this.said = `${reasonOf(row)} ${transition(before, this.server)}`;
    markStep(this, row);
  };

  #choose = ({ target }: Event) => {
    this.#scenario = scenariosOf(this)[(target as HTMLSelectElement).selectedIndex - 1];
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
    markStep(this);
  };
}

/** In MB, as `max_slot_wal_keep_size`. */
const LIMITS = ["none", 64, 128, 256, 512] as const;

function figure(name: string, value: unknown, mark = "") {
  const told = /^\w+$/.test(name) ? html`<code>${name}</code>` : html`<span>${name}</span>`;
  return html`<div><dt>${mark && markKey(mark)}${told}</dt><dd>${value}</dd></div>`;
}

customElements.define("slot-simulator", SlotSimulator);

declare global {
  interface HTMLElementTagNameMap {
    "slot-simulator": SlotSimulator;
  }
}
