import { PrintedElement } from "./printed-element.ts";

/** Shell and database prompts, which a learner must not paste. */
const PROMPT = /^(\$|mysql>|postgres=#) /gm;

/**
 * Copies the code of the figure it stands in, without prompts and without the end of the last line. Where the browser
 * denies the clipboard it selects the code and says so.
 */
export class CopyButton extends PrintedElement {
  static override properties = { said: { state: true } };

  /** What became of the last copy; for two seconds, or until the next one when there is something to do. */
  declare said: string;
  #timer = 0;
  #button = document.createElement("button");
  /** A button's children are mute, so the live region stands beside it. */
  #status = document.createElement("span");

  protected override firstUpdated() {
    this.#button.addEventListener("click", () => this.#copy());
    this.#status.className = "visually-hidden";
    this.#status.setAttribute("role", "status");
    this.append(this.#button, this.#status);
  }

  override updated() {
    this.#button.textContent = this.said || "Копировать";
    this.#status.textContent = this.said || "";
  }

  async #copy() {
    const code = this.closest("figure")?.querySelector("code");
    if (!code) return;
    clearTimeout(this.#timer);
    try {
      await navigator.clipboard.writeText((code.textContent ?? "").replace(PROMPT, "").trimEnd());
      this.said = "Скопировано";
      this.#timer = window.setTimeout(() => {
        this.said = "";
      }, 2000);
    } catch {
      getSelection()?.selectAllChildren(code);
      this.said = "Выделено: нажмите Ctrl+C или ⌘C";
    }
  }
}

customElements.define("copy-button", CopyButton);

declare global {
  interface HTMLElementTagNameMap {
    "copy-button": CopyButton;
  }
}
