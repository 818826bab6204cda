import { css, html, LitElement } from "lit";
import { buttonStyle } from "./button-style.ts";
import type { LessonToggle } from "./events.ts";
import { followProgress } from "./follow-progress.ts";
import { progress } from "./progress.ts";

/**
 * Marks a lesson as done, or takes the mark back, and then offers the next lesson.
 * @attr lesson - id of the lesson, `module-1/01-cdc-fundamentals`
 * @slot - what comes next, a printed link: seen without JavaScript, and with it once the lesson is done
 * @csspart button - the button; `aria-pressed` tells its state
 * @fires lesson-toggle - after the state is saved; detail: {id, done}
 */
export class LessonComplete extends LitElement {
  static override properties = { lesson: {} };
  static override styles = [
    buttonStyle,
    css`
      :host { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5em 1em }
      [aria-pressed="false"] { background: var(--accent); color: var(--accent-text) }
    `,
  ];

  declare lesson: string;

  override render() {
    const done = progress.isDone(this.lesson);
    return html`<button part="button" aria-pressed=${done} @click=${() => this.#mark(!done)}>
        ${done ? "✓ Пройдено" : "Отметить пройденным"}</button
      ><div role="status">${done ? html`<slot></slot>` : ""}</div>`;
  }

  /** The opposite of what the reader saw, whatever another tab has saved meanwhile. */
  #mark(done: boolean) {
    const id = this.lesson;
    progress.mark(id, done);
    this.dispatchEvent(
      new CustomEvent<LessonToggle>("lesson-toggle", { detail: { id, done }, bubbles: true, composed: true }),
    );
  }
}

LessonComplete.addInitializer(followProgress);
customElements.define("lesson-complete", LessonComplete);

declare global {
  interface HTMLElementTagNameMap {
    "lesson-complete": LessonComplete;
  }
}
