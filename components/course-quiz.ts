import { css, html, LitElement } from "lit";
import { buttonStyle } from "./button-style.ts";

/**
 * Counts a printed quiz: of each question the answer that is opened first. The question gets `data-result` (right or
 * wrong) and that answer `data-chosen`; the other answers can still be opened to read why.
 * @slot - the printed questions: `.quiz-question` with `details.quiz-option[data-answer]` in them
 * @csspart score - the line with the score
 * @csspart button - starts the quiz anew
 */
export class CourseQuiz extends LitElement {
  static override properties = { last: { state: true } };
  static override styles = [
    buttonStyle,
    css`div { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5em 1em }`,
  ];

  /** Result of the last answer, empty before the first. */
  declare last: string | undefined;

  override render() {
    const { last } = this;
    return html`<slot @click=${this.#answer}></slot>
      <div>
        <span role="status" part="score">${last && this.#score(last)}</span>
        ${last && html`<button part="button" @click=${this.#reset}>Сбросить</button>`}
      </div>`;
  }

  #score(last: string): string {
    const count = (selector: string) => this.querySelectorAll(selector).length;
    const total = count(".quiz-question");
    const rest = total - count("[data-result]");
    return `${last === "right" ? "Верно" : "Неверно"}. Верных ответов: ${count("[data-result=right]")} из ${total}${rest ? `, осталось вопросов: ${rest}` : ""}.`;
  }

  // A click, also one made by the keyboard, and not the toggle event: the browser's own search in the page opens answers.
  #answer(event: Event) {
    const option = (event.target as Element).closest("summary")?.closest<HTMLDetailsElement>(".quiz-option");
    const question = option?.closest<HTMLElement>(".quiz-question");
    if (!option || !question || option.open || question.dataset.result) return;
    this.last = question.dataset.result = option.dataset.answer;
    option.dataset.chosen = "";
    this.requestUpdate();
  }

  #reset() {
    for (const { dataset } of this.querySelectorAll<HTMLElement>("[data-result]")) delete dataset.result;
    for (const option of this.querySelectorAll<HTMLDetailsElement>(".quiz-option")) {
      option.open = false;
      delete option.dataset.chosen;
    }
    this.last = "";
    this.querySelector("summary")?.focus();
  }
}

customElements.define("course-quiz", CourseQuiz);

declare global {
  interface HTMLElementTagNameMap {
    "course-quiz": CourseQuiz;
  }
}
