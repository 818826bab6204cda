import { css, html, LitElement } from "lit";

/**
 * Shows one of the printed events at a time, and of its fields' explanations the one that is pointed at or focused.
 * Database and operation are chosen by radio buttons; arrow keys walk through the fields; an address that names an
 * event or an explanation shows it.
 * @slot - the printed events, `details.event[id][data-database][data-operation]` whose links name fields, and the list
 *   of explanations, `dl.fields > div[id]`
 * @csspart choice - each group of radio buttons
 */
export class EventExplorer extends LitElement {
  static override properties = { shown: { state: true } };
  static override styles = css`
    :host { display: block }
    fieldset { display: flex; flex-wrap: wrap; gap: 0.25em 1.1em; margin: 0 0 0.5rem; padding: 0; border: 0; font: var(--step--1) / 1.6 var(--sans) }
    legend { float: left; margin-right: 1.1em; color: var(--muted) }
    label { display: inline-flex; align-items: center; gap: 0.4em; min-height: 1.75rem; cursor: pointer }
    input { accent-color: var(--accent); margin: 0 }
    input:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
    p { margin: 0; color: var(--muted); font: var(--step--1) / 1.45 var(--sans) }
  `;

  /** The event that is shown. */
  declare shown: HTMLDetailsElement | undefined;

  override connectedCallback() {
    super.connectedCallback();
    addEventListener("hashchange", this.#readAddress);
    this.#show(this.#events[0]);
    this.#readAddress();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.#readAddress);
  }

  // The explanation sticks to the window's edge inside the last box only, and so never covers the choice.
  override render() {
    return html`${this.#choice("database", "База")} ${this.#choice("operation", "Операция")}
      <p>Наведите указатель на поле или нажмите его. С клавиатуры: Tab, затем стрелки вверх и вниз.</p>
      <div><slot @focusin=${this.#point} @pointerover=${this.#point} @click=${this.#point} @keydown=${this.#walk}></slot></div>`;
  }

  get #events(): HTMLDetailsElement[] {
    return [...this.querySelectorAll<HTMLDetailsElement>(".event")];
  }

  #choice(what: "database" | "operation", legend: string) {
    const values = new Set(this.#events.map(({ dataset }) => dataset[what]));
    return html`<fieldset part="choice" @change=${this.#choose}>
      <legend>${legend}</legend>
      ${[...values].map(
        (value) =>
          html`<label><input type="radio" name=${what} .value=${value} .checked=${this.shown?.dataset[what] === value} />${value}</label>`,
      )}
    </fieldset>`;
  }

  #choose = ({ target }: Event) => {
    const { name, value } = target as HTMLInputElement;
    const wanted = { ...this.shown?.dataset, [name]: value };
    this.#show(
      this.#events.find(
        ({ dataset }) => dataset.database === wanted.database && dataset.operation === wanted.operation,
      ),
    );
  };

  #show(shown: HTMLDetailsElement | undefined) {
    if (!shown) return;
    this.shown = shown;
    for (const event of this.#events) {
      event.hidden = event !== shown;
      event.open = event === shown;
    }
    const links = this.#links;
    // The same field of the event before, where there is one.
    const field = this.querySelector("dl > [data-shown]")?.id;
    const kept =
      links.find(({ hash }) => hash === `#${field}`) ?? links.find(({ textContent }) => textContent === '"op"');
    this.#explain(kept ?? links[0]);
  }

  get #links(): HTMLAnchorElement[] {
    return [...(this.shown?.querySelectorAll<HTMLAnchorElement>("pre a") ?? [])];
  }

  /** Shows the explanation that a link names, and makes that link the one to which Tab leads. */
  #explain(link: HTMLAnchorElement | undefined) {
    if (!link) return;
    const { hash } = link;
    for (const text of this.querySelectorAll<HTMLElement>("dl > div"))
      text.toggleAttribute("data-shown", `#${text.id}` === hash);
    for (const one of this.#links) {
      one.tabIndex = one === link ? 0 : -1;
      one.toggleAttribute("data-shown", one === link);
    }
    link.setAttribute("aria-describedby", hash.slice(1));
  }

  #point(event: Event) {
    const link = (event.target as Element).closest<HTMLAnchorElement>("pre a");
    if (!link) return;
    // The explanation is in sight: there is nowhere to go.
    if (event.type === "click") event.preventDefault();
    this.#explain(link);
  }

  #walk(event: KeyboardEvent) {
    const links = this.#links;
    const at = links.indexOf(event.target as HTMLAnchorElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
    if (at < 0 || to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    links[to]?.focus();
  }

  #readAddress = () => {
    const named = location.hash && this.querySelector<HTMLElement>(`[id="${CSS.escape(location.hash.slice(1))}"]`);
    if (!named) return;
    if (named instanceof HTMLDetailsElement) this.#show(named);
    else {
      const link = this.querySelector<HTMLAnchorElement>(`pre a[href="${CSS.escape(location.hash)}"]`);
      const event = link?.closest<HTMLDetailsElement>(".event");
      if (event && event !== this.shown) this.#show(event);
      this.#explain(link ?? undefined);
    }
    named.scrollIntoView();
  };
}

customElements.define("event-explorer", EventExplorer);

declare global {
  interface HTMLElementTagNameMap {
    "event-explorer": EventExplorer;
  }
}
