import { followProgress } from "./follow-progress.ts";
import { PrintedElement } from "./printed-element.ts";
import { progress } from "./progress.ts";

/**
 * Shows on the printed lists of lessons inside it what the reader has done.
 * - `[data-lesson="id"]` gets the attribute `data-done` and a hidden text for screen readers;
 * - `[data-module-progress][data-lessons="id id"]` gets the text «2 из 7», `data-state` (none, some, all) and the
 *   custom property `--done`, the done share from 0 to 1.
 */
export class ProgressMarks extends PrintedElement {
  override updated() {
    for (const link of this.querySelectorAll<HTMLElement>("[data-lesson]")) {
      const done = progress.isDone(link.dataset.lesson as string);
      // The text comes and goes with the attribute, so a wrapper inside a wrapper adds it once.
      if (done === link.hasAttribute("data-done")) continue;
      link.toggleAttribute("data-done");
      if (done) {
        const text = document.createElement("span");
        text.className = "visually-hidden";
        text.textContent = " (пройдено)";
        link.append(text);
      } else link.lastChild?.remove();
    }
    for (const share of this.querySelectorAll<HTMLElement>("[data-module-progress]")) {
      const ids = share.dataset.lessons?.match(/\S+/g) ?? [];
      const done = ids.filter(progress.isDone).length;
      share.textContent = `${done}\u00a0из\u00a0${ids.length}`;
      share.style.setProperty("--done", `${done / ids.length || 0}`);
      share.dataset.state = done ? (done < ids.length ? "some" : "all") : "none";
    }
  }
}

ProgressMarks.addInitializer(followProgress);
customElements.define("progress-marks", ProgressMarks);

declare global {
  interface HTMLElementTagNameMap {
    "progress-marks": ProgressMarks;
  }
}
