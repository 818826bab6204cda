import { PrintedElement } from "./printed-element.ts";

/**
 * A note beside the text: a printed title (`.callout-title`) and text. The page's CSS gives it one look with and without
 * JavaScript; the element tells screen readers that it is a note.
 * @attr kind - note, tip, warning or danger; read by the page's CSS and by tests only
 */
export class CourseCallout extends PrintedElement {
  override connectedCallback() {
    super.connectedCallback();
    this.setAttribute("role", "note");
  }
}

customElements.define("course-callout", CourseCallout);

declare global {
  interface HTMLElementTagNameMap {
    "course-callout": CourseCallout;
  }
}
