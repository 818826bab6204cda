import { css, html, LitElement } from "lit";
import { buttonStyle } from "./button-style.ts";

/** Shell and database prompts, which a learner must not paste. */
const PROMPT = /^(\$|mysql>|postgres=#) /gm;

/**
 * Copies the code of the figure it stands in, without prompts and without the end of the last line. Where the browser
 * denies the clipboard it selects the code and says so.
 * @csspart button - the button
 */
export class CopyButton extends LitElement {
  static override properties = { said: { state: true } };
  static override styles = [
    buttonStyle,
    css`
      button { min-height: 2rem; padding: 0 0.7em }
      span { position: absolute; width: 1px; overflow: hidden; clip-path: inset(50%) }
    `,
  ];

  /** What became of the last copy; for two seconds, or until the next one when there is something to do. */
  declare said: string;
  #timer = 0;

  override render() {
    // A button's children are mute, so the live region stands beside it.
    return html`<button part="button" @click=${this.#copy}>${this.said || "Копировать"}</button
      ><span role="status">${this.said}</span>`;
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
