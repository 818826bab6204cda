import { PrintedElement } from "./printed-element.ts";

/**
 * Makes the printed link inside it a button that opens and closes the menu; Esc closes it and gives the focus back.
 * The menu itself gets `data-open` while it is open.
 * @attr controls - id of the menu
 */
export class MenuToggle extends PrintedElement {
  static override properties = { controls: {}, open: { state: true } };

  declare controls: string;
  declare open: boolean;

  constructor() {
    super();
    this.addEventListener("click", this.#toggle);
    this.addEventListener("keydown", this.#press);
  }

  override connectedCallback() {
    super.connectedCallback();
    document.addEventListener("keydown", this.#onKey);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#onKey);
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
