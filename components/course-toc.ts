import { PrintedElement } from "./printed-element.ts";
import { progress } from "./progress.ts";

/** Everything above this line of the window has been read or is being read. */
const LINE = "-85%";

/**
 * Marks with `aria-current` the printed link to the section that is being read, and remembers that place quietly, for
 * the home page to lead back to. All links inside it that lead to headings of the page are its table of contents.
 * @attr lesson - id of the lesson; without it no place is remembered
 */
export class CourseToc extends PrintedElement {
  #observer?: IntersectionObserver;

  override connectedCallback() {
    super.connectedCallback();
    // Beside the text the list is always shown, so it must not be called collapsed.
    const fold = this.querySelector("details");
    if (fold) fold.open ||= matchMedia("(min-width: 75em)").matches;
    const links = [...this.querySelectorAll<HTMLAnchorElement>("a[href^='#']")];
    const targets = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    const above = new Set<Element | null>();
    // The margin reaches far above the window, so that a jump over several headings is noticed for each of them.
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) above[isIntersecting ? "add" : "delete"](target);
        const current = targets.findLastIndex((target) => above.has(target));
        links.forEach((link, index) => {
          if (index === current) link.setAttribute("aria-current", "true");
          else link.removeAttribute("aria-current");
        });
        const { hash, text } = links[current] ?? {};
        if (hash) progress.note("place", JSON.stringify([this.getAttribute("lesson"), hash, text]));
      },
      { rootMargin: `999999px 0px ${LINE}` },
    );
    for (const target of targets) if (target) this.#observer.observe(target);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }
}

customElements.define("course-toc", CourseToc);

declare global {
  interface HTMLElementTagNameMap {
    "course-toc": CourseToc;
  }
}
