import { PrintedElement } from "./printed-element.ts";
import { isCommand } from "./single-key.ts";

/**
 * Makes the printed link inside it, to the page that tells how to search without JavaScript, the opener of the search,
 * together with Ctrl+K, ⌘K and «/». The search itself is loaded when it is opened for the first time; if that fails, the
 * link leads where it says.
 */
export class SearchDialog extends PrintedElement {
  constructor() {
    super();
    this.addEventListener("click", this.#onClick);
  }

  override connectedCallback() {
    super.connectedCallback();
    document.addEventListener("keydown", this.#onKey);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#onKey);
  }

  // By place as well as by letter: on a Russian keyboard the same keys give «л» and «.».
  #onKey = (event: KeyboardEvent) => {
    const { key, code, altKey, shiftKey } = event;
    const k = (key === "k" || code === "KeyK") && !altKey && !shiftKey;
    const slash = key === "/" || (key === "." && code === "Slash");
    if (event.ctrlKey || event.metaKey ? k : slash && isCommand(event)) this.#open(event);
  };

  /** A click that asks for a new tab gets the page behind the link. */
  #onClick(event: MouseEvent) {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) this.#open(event);
  }

  async #open(event: Event) {
    event.preventDefault();
    try {
      await import("./search-panel.ts");
    } catch {
      location.href = this.querySelector("a")?.href ?? "";
      return;
    }
    (
      document.querySelector("search-panel") ?? document.body.appendChild(document.createElement("search-panel"))
    ).open();
  }
}

customElements.define("search-dialog", SearchDialog);

declare global {
  interface HTMLElementTagNameMap {
    "search-dialog": SearchDialog;
  }
}
