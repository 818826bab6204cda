import { css, html, LitElement, nothing } from "lit";
import { type Listed, passing, readFilter, type TroubleFilter, writeFilter } from "./trouble-filter.ts";
import { type Match, TroubleMatcher } from "./trouble-match.ts";

/** Characters of a pasted log that are read: its end, where the cause is. */
const MOST = 1 << 20;
/** Characters that are put into the field at once: browsers take minutes to insert ten thousand lines as if typed. */
const MANY = 20_000;

const plural = new Intl.PluralRules("ru");
const FORMS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "запись", few: "записи" };
const entries = (count: number) => `${count}\u00a0${FORMS[plural.select(count)] ?? "записей"}`;

/**
 * Filters the printed messages by source and words, which live in the address, and finds those that a pasted log or
 * stack trace holds. The log stays in the browser and out of the address. Entries that are not asked for are hidden.
 * @attr for - id of what holds the printed entries: `.entry[id][data-source]`, the message in `.message code`,
 *   `data-wrapper` on those that only accompany others
 * @slot - the printed fields, named `q` and `source`, a textarea
 * @csspart status - what was found, a live region
 * @csspart found - the list of messages found in the log, with their lines
 */
export class TroubleFinder extends LitElement {
  static override properties = { status: { state: true }, found: { state: true } };
  static override styles = css`
    div { font: var(--step--1) / 1.45 var(--sans) }
    ol { margin: 0 0 1rem; padding-left: 1.6em }
    li { margin-top: 0.25rem; overflow-wrap: anywhere }
    a { color: var(--accent); font-family: var(--mono) }
    p { margin: 0 0 1rem; color: var(--muted) }
    p:empty { margin: 0 }
  `;

  /** What was found, in words. */
  declare status: string;
  /** What the log holds, the best first; empty without a log. */
  declare found: Match[];
  /** What the entries say; read when something is asked for. */
  #list?: Listed[];
  #matcher?: TroubleMatcher;
  /** The last change of the address was a key press in the same word, which needs no step of its own in the history. */
  #typing = false;

  constructor() {
    super();
    this.status = "";
    this.found = [];
  }

  override connectedCallback() {
    super.connectedCallback();
    addEventListener("popstate", this.#readAddress);
    this.#readAddress();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("popstate", this.#readAddress);
  }

  override render() {
    return html`<slot @input=${this.#input} @change=${this.#change} @paste=${this.#paste}></slot>
      <div>
        <p part="status" role="status">${this.status}</p>
        ${this.found.length ? html`<ol part="found">${this.found.map(line)}</ol>` : nothing}
      </div>`;
  }

  get #entries(): HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>(`#${this.getAttribute("for")} .entry`)];
  }

  get #listed(): Listed[] {
    this.#list ??= this.#entries.map((entry) => ({
      id: entry.id,
      source: entry.dataset.source ?? "",
      text: entry.textContent ?? "",
    }));
    return this.#list;
  }

  get #messages(): TroubleMatcher {
    this.#matcher ??= new TroubleMatcher(
      this.#entries.map((entry) => ({
        id: entry.id,
        message: entry.querySelector(".message code")?.textContent ?? "",
        wrapper: "wrapper" in entry.dataset,
      })),
    );
    return this.#matcher;
  }

  get #words(): HTMLInputElement {
    return this.querySelector("[name=q]") as HTMLInputElement;
  }

  get #source(): HTMLSelectElement {
    return this.querySelector("[name=source]") as HTMLSelectElement;
  }

  get #log(): HTMLTextAreaElement {
    return this.querySelector("textarea") as HTMLTextAreaElement;
  }

  get #filter(): TroubleFilter {
    return { text: this.#words.value, source: this.#source.value };
  }

  #readAddress = () => {
    const { text, source } = readFilter(
      location.search,
      [...this.#source.options].map(({ value }) => value),
    );
    this.#words.value = text;
    this.#source.value = source;
    this.#typing = false;
    this.#apply();
  };

  #input = ({ target }: Event) => {
    if (target === this.#log) this.#readLog();
    else this.#writeAddress(target instanceof HTMLInputElement);
    this.#apply();
  };

  #paste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const log = this.#log;
    if (event.target !== log || text.length < MANY) return;
    event.preventDefault();
    log.setRangeText(text, log.selectionStart, log.selectionEnd, "end");
    log.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };

  /** The field is left or Enter is pressed: what is typed next is another query. */
  #change = () => {
    this.#typing = false;
  };

  #writeAddress(typing: boolean) {
    const address = `${location.pathname}${writeFilter(location.search, this.#filter)}`;
    history[typing && this.#typing ? "replaceState" : "pushState"](null, "", address);
    this.#typing = typing;
  }

  #readLog() {
    this.found = this.#messages.find(this.#log.value.slice(-MOST));
  }

  /** Hides what is not asked for and says how much is left. */
  #apply() {
    const filter = this.#filter;
    const log = this.#log.value.trim();
    if (!filter.text.trim() && !filter.source && !log) {
      for (const entry of this.#entries) entry.hidden = false;
      this.status = "";
      return;
    }
    const asked = passing(this.#listed, filter, new Set(this.#messages.find(filter.text).map(({ id }) => id)));
    const inLog = new Set(this.found.map(({ id }) => id));
    let shown = 0;
    for (const entry of this.#entries) {
      entry.hidden = !asked.has(entry.id) || (log !== "" && !inLog.has(entry.id));
      if (!entry.hidden) shown++;
    }
    this.status = this.#say(log, shown);
  }

  #say(log: string, shown: number): string {
    const cut = log.length > MOST ? " Журнал длиннее 1\u00a0МБ: разобран его конец." : "";
    if (log && !this.found.length) return `В этом тексте нет ни одного из известных сообщений.${cut}`;
    if (!shown) return `Ничего не найдено: попробуйте меньше слов или другой источник.${cut}`;
    return `Показано: ${entries(shown)} из ${this.#listed.length}.${cut}`;
  }
}

const line = ({ id, text, line }: Match) => html`<li><a href="#${id}">${text}</a> — строка ${line}</li>`;

customElements.define("trouble-finder", TroubleFinder);

declare global {
  interface HTMLElementTagNameMap {
    "trouble-finder": TroubleFinder;
  }
}
