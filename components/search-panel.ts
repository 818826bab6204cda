import { html, LitElement, nothing } from "lit";
import { buttonStyle } from "./button-style.ts";
import { type Answer, find } from "./search-client.ts";
import { type Filters, indexIsMissing, kindsOfIndex } from "./search-engine.ts";
import { filterBar } from "./search-filters.ts";
import { searchPanelStyle } from "./search-panel-style.ts";
import { forgetQueries, recentQueries, rememberQuery } from "./search-recent.ts";
import { counted, resultList } from "./search-results.ts";
import { suggestions } from "./search-suggest.ts";

/** Pages shown at first, and added by «Показать ещё». */
const STEP = 6;
/** Milliseconds without a key press after which the search starts. */
const PAUSE = 60;
/** Milliseconds after which the reader is told to wait. */
const SLOW = 150;

const NOTHING: Answer = { total: 0, found: [], partly: false };

/**
 * The search dialog: a field, filters, and a list of results by page and section; before a query, the last ones. Arrows, Home and End move along the list, Enter
 * opens the chosen result, Esc closes; the browser keeps the focus inside the dialog and gives it back.
 * @csspart dialog - the modal dialog
 */
export class SearchPanel extends LitElement {
  static override properties = {
    status: { state: true },
    answer: { state: true },
    active: { state: true },
    kinds: { state: true },
    filters: { state: true },
    offers: { state: true },
  };
  static override styles = [buttonStyle, searchPanelStyle];

  /** What the live region says. */
  declare status: string;
  /** What is shown; null when the search could not be loaded. */
  declare answer: Answer | null;
  /** Index of the chosen result among all options of the list. */
  declare active: number;
  /** Kinds that the index holds. */
  declare kinds: string[];
  declare filters: Filters;
  /** Other queries: the last ones, or ones for a query that found nothing. */
  declare offers: string[];
  #most = STEP;
  #timer = 0;
  /** Number of the last search: an answer to an earlier one is late. */
  #turn = 0;

  constructor() {
    super();
    this.status = "";
    this.answer = NOTHING;
    this.active = 0;
    this.kinds = [];
    this.filters = {};
    this.offers = [];
  }

  /** Shows the dialog, the field focused and its text selected. */
  async open(): Promise<void> {
    await this.updateComplete;
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#input.focus();
    this.#input.select();
    if (!this.#query) this.offers = recentQueries();
    try {
      this.kinds = await kindsOfIndex();
    } catch {
      await this.#fail();
    }
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector("dialog") as HTMLDialogElement;
  }

  get #input(): HTMLInputElement {
    return this.renderRoot.querySelector("input") as HTMLInputElement;
  }

  get #query(): string {
    return this.#input.value.trim();
  }

  get #options(): NodeListOf<HTMLAnchorElement> {
    return this.renderRoot.querySelectorAll<HTMLAnchorElement>("[role=option]");
  }

  override render() {
    const { total, found } = this.answer ?? NOTHING;
    const button = (text: string, click: () => void) => html`<button @click=${click}>${text}</button>`;
    return html`<dialog part="dialog" aria-label="Поиск по курсу" @click=${this.#onClick}>
      <div class="bar">
        <input role="combobox" aria-label="Что найти" aria-autocomplete="list" aria-controls="list"
          aria-expanded=${found.length > 0} aria-activedescendant=${found.length ? `option-${this.active}` : nothing}
          placeholder="слот, wal_level, строка журнала" maxlength="2000" autocomplete="off" autocapitalize="off"
          spellcheck="false" enterkeyhint="go" @input=${this.#onInput} @keydown=${this.#onKey}>
        ${button("Закрыть", () => this.#dialog.close())}
      </div>
      ${filterBar(this.kinds, this.filters, (filters) => this.#narrow(filters))}
      <div class="body">
        <p role="status">${this.status}</p>
        ${found.length ? resultList(found, this.active) : nothing}
        ${this.answer ? nothing : button("Повторить", () => this.open().then(() => this.#search()))}
        ${found.length < total ? button("Показать ещё", () => this.#more()) : nothing}
        ${found.length ? nothing : this.#help()}
      </div>
      <p class="keys"><kbd>↑</kbd> <kbd>↓</kbd> выбрать, <kbd>Enter</kbd> открыть, <kbd>Esc</kbd> закрыть</p>
    </dialog>`;
  }

  /** What stands where results would: other queries, other ways. */
  #help() {
    const { base } = document.body.dataset;
    const asked = this.status !== "";
    const narrowed = asked && (this.filters.kind || this.filters.module);
    return html`
      ${narrowed ? html`<button @click=${() => this.#narrow({})}>Искать во всём курсе</button>` : nothing}
      ${
        this.offers.length
          ? html`<p class="offers">${asked ? "Может быть:" : "Недавно:"}
              ${this.offers.map((query) => html`<button @click=${() => this.#ask(query)}>${query}</button>`)}
              ${asked ? nothing : html`<button class="forget" @click=${this.#forget}>Забыть запросы</button>`}</p>`
          : nothing
      }
      <p class="hint">Ищем в тексте уроков, коде, подписях схем и ответах самопроверки, в глоссарии, сообщениях об ошибках и
        файлах лаборатории. Всё по порядку: <a href="${base}roadmap/">карта курса</a>,
        <a href="${base}search/">список уроков</a>, <a href="${base}labs/">файлы</a>.</p>`;
  }

  override updated() {
    this.#options[this.active]?.scrollIntoView({ block: "nearest" });
  }

  #onInput() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#start(), PAUSE);
  }

  #start() {
    this.#most = STEP;
    this.active = 0;
    this.#search();
  }

  #ask(query: string) {
    this.#input.value = query;
    this.#input.focus();
    this.#start();
  }

  #narrow(filters: Filters) {
    this.filters = filters;
    this.#start();
  }

  #forget() {
    forgetQueries();
    this.offers = [];
    this.#input.focus();
  }

  #more() {
    this.#most += STEP;
    this.#input.focus();
    this.#search();
  }

  async #search() {
    const turn = ++this.#turn;
    const query = this.#query;
    const wait = window.setTimeout(() => {
      this.status = "Ищем…";
    }, SLOW);
    try {
      const answer = await find(query, this.#most, this.filters);
      const offers = answer.total ? [] : query ? await suggestions(query, this.filters) : recentQueries();
      if (turn !== this.#turn) return;
      const { total, found, partly } = answer;
      this.answer = answer;
      this.offers = offers;
      if (partly) this.status = "Все слова вместе не встретились. Вот где их больше всего:";
      else if (total) this.status = counted(total) + (found.length < total ? `, показано ${found.length}` : "");
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
    if (target.closest("[role=option]")) rememberQuery(this.#query);
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
