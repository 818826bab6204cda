import { html, LitElement } from "lit";

/**
 * Makes the printed link to the menu a button that opens and closes it; Esc closes it and gives the focus back.
 * The menu itself gets `data-open` while it is open.
 * @attr controls - id of the menu
 * @slot - the printed link to the menu
 */
export class MenuToggle extends LitElement {
  static override properties = { controls: {}, open: { state: true } };

  declare controls: string;
  declare open: boolean;

  override connectedCallback() {
    super.connectedCallback();
    document.addEventListener("keydown", this.#onKey);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#onKey);
  }

  override render() {
    return html`<slot @click=${this.#toggle} @keydown=${this.#press}></slot>`;
  }

  override updated() {
    const link = this.querySelector("a");
    link?.setAttribute("role", "button");
    link?.setAttribute("aria-controls", this.controls);
    link?.setAttribute("aria-expanded", `${!!this.open}`);
    document.getElementById(this.controls)?.toggleAttribute("data-open", !!this.open);
  }

  #toggle(event: Event) {
    event.preventDefault();
    this.open = !this.open;
  }

  /** A button answers to the space bar too, a link does not. */
  #press(event: KeyboardEvent) {
    if (event.key === " ") this.#toggle(event);
  }

  #onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !this.open) return;
    this.open = false;
    this.querySelector("a")?.focus();
  };
}

customElements.define("menu-toggle", MenuToggle);

declare global {
  interface HTMLElementTagNameMap {
    "menu-toggle": MenuToggle;
  }
}
