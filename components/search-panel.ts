import { html, LitElement, nothing } from "lit";
import { buttonStyle } from "./button-style.ts";
import { type Answer, find } from "./search-client.ts";
import { indexIsMissing, warmUp } from "./search-engine.ts";
import { searchPanelStyle } from "./search-panel-style.ts";
import { counted, resultList } from "./search-results.ts";

/** Pages shown at first, and added by «Показать ещё». */
const STEP = 6;
/** Milliseconds without a key press after which the search starts. */
const PAUSE = 60;
/** Milliseconds after which the reader is told to wait. */
const SLOW = 150;

/**
 * The search dialog: a field and a list of results by page and section. Arrows, Home and End move along the list, Enter
 * opens the chosen result, Esc closes; the browser keeps the focus inside the dialog and gives it back.
 * @csspart dialog - the modal dialog
 */
export class SearchPanel extends LitElement {
  static override properties = { status: { state: true }, answer: { state: true }, active: { state: true } };
  static override styles = [buttonStyle, searchPanelStyle];

  /** What the live region says. */
  declare status: string;
  /** What is shown; null when the search could not be loaded. */
  declare answer: Answer | null;
  /** Index of the chosen result among all options of the list. */
  declare active: number;
  #most = STEP;
  #timer = 0;
  /** Number of the last search: an answer to an earlier one is late. */
  #turn = 0;

  constructor() {
    super();
    this.status = "";
    this.answer = { total: 0, found: [] };
    this.active = 0;
  }

  /** Shows the dialog, the field focused and its text selected. */
  async open(): Promise<void> {
    await this.updateComplete;
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#input.focus();
    this.#input.select();
    warmUp().catch(() => this.#fail());
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector("dialog") as HTMLDialogElement;
  }

  get #input(): HTMLInputElement {
    return this.renderRoot.querySelector("input") as HTMLInputElement;
  }

  get #options(): NodeListOf<HTMLAnchorElement> {
    return this.renderRoot.querySelectorAll<HTMLAnchorElement>("[role=option]");
  }

  override render() {
    const { base } = document.body.dataset;
    const { total, found } = this.answer ?? { total: 0, found: [] };
    const button = (text: string, click: () => void) => html`<button @click=${click}>${text}</button>`;
    return html`<dialog part="dialog" aria-label="Поиск по курсу" @click=${this.#onClick}>
      <div class="bar">
        <input role="combobox" aria-label="Что найти" aria-autocomplete="list" aria-controls="list"
          aria-expanded=${found.length > 0} aria-activedescendant=${found.length ? `option-${this.active}` : nothing}
          placeholder="слот, wal_level, snapshot.mode" maxlength="300" autocomplete="off" autocapitalize="off"
          spellcheck="false" enterkeyhint="go" @input=${this.#onInput} @keydown=${this.#onKey}>
        ${button("Закрыть", () => this.#dialog.close())}
      </div>
      <div class="body">
        <p role="status">${this.status}</p>
        ${found.length ? resultList(found, this.active) : nothing}
        ${this.answer ? nothing : button("Повторить", () => this.#search())}
        ${found.length < total ? button("Показать ещё", () => this.#more()) : nothing}
        ${
          found.length
            ? nothing
            : html`<p class="hint">Ищем в тексте уроков, коде, подписях схем и ответах самопроверки. Все темы по порядку:
              <a href="${base}roadmap/">карта курса</a>, <a href="${base}search/">список уроков</a>.</p>`
        }
      </div>
      <p class="keys"><kbd>↑</kbd> <kbd>↓</kbd> выбрать, <kbd>Enter</kbd> открыть, <kbd>Esc</kbd> закрыть</p>
    </dialog>`;
  }

  override updated() {
    this.#options[this.active]?.scrollIntoView({ block: "nearest" });
  }

  #onInput() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#most = STEP;
      this.active = 0;
      this.#search();
    }, PAUSE);
  }

  #more() {
    this.#most += STEP;
    this.#input.focus();
    this.#search();
  }

  async #search() {
    const turn = ++this.#turn;
    const query = this.#input.value.trim();
    const wait = window.setTimeout(() => {
      this.status = "Ищем…";
    }, SLOW);
    try {
      const answer = await find(query, this.#most);
      if (turn !== this.#turn) return;
      const { total, found } = answer;
      this.answer = answer;
      if (total) this.status = counted(total) + (found.length < total ? `, показано ${found.length}` : "");
      else this.status = query && `По запросу «${query}» ничего не нашлось. Нет ли опечатки? Попробуйте другое слово.`;
    } catch {
      if (turn === this.#turn) await this.#fail();
    } finally {
      clearTimeout(wait);
    }
  }

  async #fail() {
    this.status = (await indexIsMissing())
      ? "Поискового указателя здесь нет. При разработке он появляется через секунду после сборки."
      : "Не удалось загрузить поиск. Проверьте связь.";
    this.answer = null;
  }

  #onKey(event: KeyboardEvent) {
    const count = this.#options.length;
    if (!count || event.isComposing) return;
    const places: Record<string, number> = {
      ArrowDown: (this.active + 1) % count,
      ArrowUp: (this.active + count - 1) % count,
      Home: 0,
      End: count - 1,
    };
    const place = places[event.key];
    if (event.key === "Enter") this.#options[this.active]?.click();
    else if (place === undefined) return;
    else this.active = place;
    event.preventDefault();
  }

  /** Leads to a result, or closes at a click beside the dialog. A link to this very page would leave it open. */
  #onClick(event: MouseEvent) {
    const target = event.target as Element;
    const opened = target.closest("a") && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (opened || target === this.#dialog) this.#dialog.close();
  }
}

customElements.define("search-panel", SearchPanel);

declare global {
  interface HTMLElementTagNameMap {
    "search-panel": SearchPanel;
  }
}
