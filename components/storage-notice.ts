import { css, html, LitElement } from "lit";

/** Why nothing can be saved: no room, or the browser forbids it. */
type Trouble = "full" | "denied";

const reasons: Record<Trouble, string> = {
  full: "В хранилище браузера нет места",
  denied: "Браузер запрещает сайту хранить данные",
};

/**
 * Says politely, at the foot of the page, that nothing can be saved. Loaded only when that happens.
 * @attr reason - `full` or `denied`; without it the notice is empty and takes no place
 * @csspart notice - the box
 */
export class StorageNotice extends LitElement {
  static override properties = { reason: { reflect: true } };
  static override styles = css`
    :host { position: fixed; inset: auto 0 0; z-index: 10 }
    div:has(button) {
      display: flex; flex-wrap: wrap; gap: 0.5em 1em; align-items: center; justify-content: center; padding: 0.75em 1em;
      color: var(--text); background: var(--surface); border-top: 3px solid var(--warning);
    }
    p { margin: 0; max-width: 60ch }
    button { font: inherit; color: inherit; background: none; border: 1px solid; border-radius: 0.4em; padding: 0.4em 1em }
    button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
    @media print { :host { display: none } }
  `;

  declare reason: Trouble | undefined;

  override render() {
    const text = this.reason && `${reasons[this.reason]}: изменения действуют, только пока открыта эта страница.`;
    return html`<div part="notice">
      <p role="status">${text}</p>
      ${text && html`<button @click=${() => this.remove()}>Понятно</button>`}
    </div>`;
  }
}

customElements.define("storage-notice", StorageNotice);

/**
 * Shows the notice. The empty live region comes first: screen readers announce only what changes in it.
 * @param error what the Storage threw; browsers name a lack of room QuotaExceededError or NS_ERROR_DOM_QUOTA_REACHED
 */
export async function announce(error: unknown): Promise<void> {
  const notice = document.body.appendChild(document.createElement("storage-notice"));
  await notice.updateComplete;
  requestAnimationFrame(() => {
    notice.reason = /quota/i.test(String(error)) ? "full" : "denied";
  });
}

declare global {
  interface HTMLElementTagNameMap {
    "storage-notice": StorageNotice;
  }
}
