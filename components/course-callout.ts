import { html, LitElement } from "lit";

/**
 * A note beside the text. The page's CSS gives it one look with and without JavaScript; the element tells screen
 * readers that it is a note.
 * @attr kind - note, tip, warning or danger; read by the page's CSS and by tests only
 * @slot - the printed title (`.callout-title`) and text
 */
export class CourseCallout extends LitElement {
  override connectedCallback() {
    super.connectedCallback();
    this.setAttribute("role", "note");
  }

  override render() {
    return html`<slot></slot>`;
  }
}

customElements.define("course-callout", CourseCallout);

declare global {
  interface HTMLElementTagNameMap {
    "course-callout": CourseCallout;
  }
}
