import type { LessonToggle } from "./events.ts";
import { followProgress } from "./follow-progress.ts";
import { PrintedElement } from "./printed-element.ts";
import { progress } from "./progress.ts";

/**
 * Marks a lesson as done, or takes the mark back, and then offers what comes next: the printed link inside it, seen
 * without JavaScript, and with it once the lesson is done.
 * @attr lesson - id of the lesson, `module-1/01-cdc-fundamentals`
 * @fires lesson-toggle - after the state is saved; detail: {id, done}
 */
export class LessonComplete extends PrintedElement {
  static override properties = { lesson: {} };

  declare lesson: string;
  #button = document.createElement("button");
  #next = document.createElement("div");

  protected override firstUpdated() {
    // The opposite of what the reader saw, whatever another tab has saved meanwhile.
    this.#button.addEventListener("click", () => this.#mark(this.#button.getAttribute("aria-pressed") !== "true"));
    this.#next.setAttribute("role", "status");
    this.#next.append(...this.childNodes);
    this.append(this.#button, this.#next);
  }

  override updated() {
    const done = progress.isDone(this.lesson);
    this.#button.setAttribute("aria-pressed", `${done}`);
    this.#button.textContent = done ? "✓ Пройдено" : "Отметить пройденным";
    for (const link of this.#next.children) link.toggleAttribute("hidden", !done);
  }

  #mark(done: boolean) {
    const id = this.lesson;
    progress.mark(id, done);
    this.dispatchEvent(new CustomEvent<LessonToggle>("lesson-toggle", { detail: { id, done }, bubbles: true }));
  }
}

LessonComplete.addInitializer(followProgress);
customElements.define("lesson-complete", LessonComplete);

declare global {
  interface HTMLElementTagNameMap {
    "lesson-complete": LessonComplete;
  }
}
