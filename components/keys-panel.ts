import { css, html, LitElement } from "lit";
import { buttonStyle } from "./button-style.ts";
import { progress } from "./progress.ts";

/** Keys and what they do; the same list is printed at /search/#keys. */
const KEYS: readonly (readonly [keys: readonly string[], what: string])[] = [
  [["Ctrl K", "⌘ K", "/"], "открыть поиск"],
  [["↑", "↓", "Home", "End"], "выбрать результат поиска"],
  [["Enter"], "открыть выбранный результат"],
  [["← ↑ → ↓"], "переходить по модулям, когда выбран модуль на карте"],
  [["Esc"], "закрыть поиск, меню или этот список"],
  [["?"], "показать этот список"],
];

/**
 * The list of keyboard shortcuts, with the switch for those of one key.
 * @csspart dialog - the modal dialog
 */
export class KeysPanel extends LitElement {
  static override styles = [
    buttonStyle,
    css`
      dialog {
        box-sizing: border-box;
        width: min(32rem, 100vw - 1.5rem);
        max-height: 92dvh;
        padding: 1.25rem;
        color: var(--text);
        background: var(--surface);
        border: 1px solid var(--edge);
        border-radius: 0.5rem;
        font: var(--step--1) / 1.5 var(--sans);
      }
      dialog::backdrop { background: rgb(0 0 0 / 0.5) }
      h2 { margin: 0 0 0.75rem; font: 1.25rem / 1.3 var(--serif) }
      dl { display: grid; grid-template-columns: auto 1fr; gap: 0.4rem 1rem; margin: 0 0 1rem }
      dd { margin: 0 }
      kbd { padding: 0 0.4em; border: 1px solid var(--edge); border-radius: 0.25em; font: inherit; white-space: nowrap }
      label { display: flex; gap: 0.6em; align-items: baseline; margin-bottom: 1rem }
      input { accent-color: var(--accent) }
      input:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
    `,
  ];

  async open(): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    const dialog = this.renderRoot.querySelector("dialog");
    if (!dialog?.open) dialog?.showModal();
  }

  override render() {
    const on = progress.readSetting("keys") !== "off";
    const close = () => this.renderRoot.querySelector("dialog")?.close();
    return html`<dialog part="dialog" aria-labelledby="title">
      <h2 id="title">Клавиши</h2>
      <dl>${KEYS.map(
        ([keys, what]) => html`<dt>${keys.map((key, at) => html`${at ? " или " : ""}<kbd>${key}</kbd>`)}</dt>
          <dd>${what}</dd>`,
      )}</dl>
      <label><input type="checkbox" .checked=${on} @change=${this.#toggle}>
        <span>Одиночные клавиши <kbd>/</kbd> и <kbd>?</kbd> включены</span></label>
      <button autofocus @click=${close}>Закрыть</button>
    </dialog>`;
  }

  #toggle(event: Event) {
    progress.writeSetting("keys", (event.target as HTMLInputElement).checked ? "" : "off");
  }
}

customElements.define("keys-panel", KeysPanel);

/** Shows the list; made when it is asked for. */
export function showKeys(): void {
  (document.querySelector("keys-panel") ?? document.body.appendChild(document.createElement("keys-panel"))).open();
}

declare global {
  interface HTMLElementTagNameMap {
    "keys-panel": KeysPanel;
  }
}
