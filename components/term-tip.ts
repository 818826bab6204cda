import { css, html, LitElement, nothing } from "lit";
import type { TermTips } from "../eleventy/term-tips.ts";

/** Milliseconds that a pointer rests on a term before its definition is shown, so that passing by shows nothing. */
const REST = 150;
/** Milliseconds to move the pointer from the term to its definition. */
const GRACE = 300;
/** Pixels between the term and its definition, and between the definition and the window's edge. */
const GAP = 6;

let loaded: Promise<TermTips> | undefined;

/** Loads the definitions of all terms, once. @throws if they cannot be loaded; the next call tries again */
function load(): Promise<TermTips> {
  loaded ??= fetch(document.body.dataset.terms ?? "").then((response) => {
    if (!response.ok) throw new Error(`definitions of terms: HTTP ${response.status}`);
    return response.json();
  });
  loaded.catch(() => {
    loaded = undefined;
  });
  return loaded;
}

/**
 * The definition of a term, beside its printed link, above everything else of the page. It goes when neither pointer nor
 * keyboard is at the term and the pointer is not on the definition; Esc closes it at once. Its text is the description of
 * the link, so it does not take the focus; one element serves all terms of a page.
 * @csspart link - leads to the glossary, where a tap cannot
 */
export class TermTip extends LitElement {
  static override properties = { tip: { state: true } };
  static override styles = css`
    :host {
      position: absolute; inset: auto; box-sizing: border-box; width: max-content; max-width: min(26rem, 100vw - 12px);
      margin: 0; padding: 0.75rem 1rem; border: 1px solid var(--edge); border-radius: 4px;
      background: var(--surface); color: var(--text); box-shadow: 0 2px 12px rgb(0 0 0 / 0.2);
      font: var(--step--1) / 1.5 var(--sans); text-align: left; white-space: normal; overflow-wrap: break-word;
    }
    p { margin: 0 0 0.4em }
    i { color: var(--muted) }
    code { font-family: var(--mono); font-size: 0.93em; font-variant-ligatures: none }
    a { display: inline-block; padding-block: 0.2rem; color: var(--accent) }
    @media (prefers-reduced-motion: no-preference) {
      :host { animation: appear 0.12s }
    }
    @media print {
      :host { display: none }
    }
    @keyframes appear { from { opacity: 0 } }
  `;

  /** What is shown. */
  declare tip: TermTips[string] | undefined;
  #term: HTMLAnchorElement | undefined;
  /** A finger opened it, so only a finger elsewhere, or Esc, closes it. */
  #tapped = false;
  #timer = 0;

  override connectedCallback() {
    super.connectedCallback();
    this.id = "term-tip";
    this.popover = "manual";
    for (const type of EVENTS) document.addEventListener(type, this.#onEvent);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    for (const type of EVENTS) document.removeEventListener(type, this.#onEvent);
  }

  override render() {
    const [term, english, definition] = this.tip ?? ["", "", []];
    const name = term === english ? nothing : html` (<i lang="en">${english}</i>)`;
    return html`<p><strong>${term}</strong>${name}</p>
      <p>${definition.map((part, index) => (index % 2 ? html`<code>${part}</code>` : part))}</p>
      <a part="link" tabindex="-1" href=${this.#term?.href ?? nothing}>В глоссарий</a>`;
  }

  /**
   * Shows the definition of a term, or keeps showing it.
   * @throws if it cannot be loaded, or the browser cannot show it
   */
  async show(term: HTMLAnchorElement, tapped: boolean): Promise<void> {
    if (this.#term === term) return;
    const id = term.hash.slice(1);
    const tip = (await load())[id];
    if (!tip) throw new Error(`term "${id}" has no definition`);
    // Meanwhile the reader may have gone on.
    if (!tapped && !wanted(term)) return;
    this.hide();
    this.#term = term;
    this.#tapped = tapped;
    this.tip = tip;
    // Behind the term, so that it is the next thing that a screen reader reads.
    term.after(this);
    await this.updateComplete;
    this.showPopover();
    term.setAttribute("aria-describedby", this.id);
    this.#place(term);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#term?.removeAttribute("aria-describedby");
    this.#term = undefined;
    this.remove();
  }

  /** Below the line on which the term is, or above it where there is more room; never beyond the window's sides. */
  #place(term: HTMLAnchorElement) {
    // The first of several lines of a broken term, unless the pointer is on another.
    const line = term.getClientRects()[0] ?? term.getBoundingClientRect();
    const last = [...term.getClientRects()].at(-1) ?? line;
    const { offsetWidth: width, offsetHeight: height } = this;
    const below = last.bottom + GAP + height <= innerHeight || line.top < innerHeight - last.bottom;
    const top = below ? last.bottom + GAP : line.top - GAP - height;
    const left = Math.max(
      GAP,
      Math.min((below ? last : line).left, document.documentElement.clientWidth - width - GAP),
    );
    this.style.top = `${top + scrollY}px`;
    this.style.left = `${left + scrollX}px`;
  }

  #onEvent = (event: Event) => {
    const inside = event.composedPath().some((target) => target === this || target === this.#term);
    if (event.type === "keydown") {
      if ((event as KeyboardEvent).key === "Escape") this.hide();
    } else if (event.type === "pointerdown") {
      if (!inside) this.hide();
    } else if (!this.#tapped) {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => {
        if (this.#term && !wanted(this.#term) && !this.matches(":hover")) this.hide();
      }, GRACE);
    }
  };
}

const EVENTS = ["keydown", "pointerdown", "pointerover", "focusout"];

/** Whether the reader is at a term, by pointer or by keyboard. */
const wanted = (term: HTMLAnchorElement) => term.matches(":hover,:focus-visible");

let tip: TermTip | undefined;
let timer = 0;

/**
 * Shows the definition of a term: at once if it was tapped or the keyboard is at it, after a moment if the pointer is on
 * it. What else happens to a term (a finger that scrolls over it, a click of a mouse) shows nothing.
 * @throws if a tapped term cannot show its definition
 */
export async function showTip(term: HTMLAnchorElement, tapped: boolean): Promise<void> {
  tip ??= document.createElement("term-tip");
  clearTimeout(timer);
  if (tapped) return tip.show(term, true);
  const pause = term.matches(":focus-visible") ? 0 : REST;
  timer = window.setTimeout(() => {
    // Without a definition the link is still a link.
    if (wanted(term)) tip?.show(term, false).catch(() => {});
  }, pause);
}

customElements.define("term-tip", TermTip);

declare global {
  interface HTMLElementTagNameMap {
    "term-tip": TermTip;
  }
}
