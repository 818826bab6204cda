import { followProgress } from "./follow-progress.ts";
import { PrintedElement } from "./printed-element.ts";
import { progress } from "./progress.ts";

const steps: Record<string, number | undefined> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Shows on the printed map inside it where the reader is: the first lesson along the path that is not done yet. The map's
 * `.map-node` stand in the order of the path, each with `[data-lessons="id id"]` where lessons are written.
 * - its node, and its link where lessons are listed, get `data-next`; the node also gets a link to the lesson;
 * - a link `[data-start]` leads to it once something is done, and says so.
 * - `[data-resume]` gets a link to the place where reading stopped, unless that lesson is done.
 * Arrow keys walk the nodes in the order of the path. The shares of the modules are progress-marks' work.
 */
export class CourseRoadmap extends PrintedElement {
  #begin: string | null = null;

  constructor() {
    super();
    followProgress(this);
    this.addEventListener("keydown", this.#walk);
  }

  override updated() {
    const lessons = [...this.querySelectorAll<HTMLElement>(".map-node [data-lessons]")].flatMap((share) =>
      (share.dataset.lessons?.match(/\S+/g) ?? []).map((id) => ({ id, node: share.closest(".map-node") })),
    );
    const next = lessons.find(({ id }) => !progress.isDone(id));

    for (const old of this.querySelectorAll("[data-next]")) old.removeAttribute("data-next");
    this.querySelector(".map-next")?.remove();
    if (next) {
      this.querySelector(`[data-lesson="${next.id}"]`)?.setAttribute("data-next", "");
      next.node?.setAttribute("data-next", "");
      next.node?.append(this.#nextLink(next.id));
    }
    this.querySelector("[data-resume]")?.replaceChildren(...resumeLink(lessons.map(({ id }) => id)));
    const start = this.querySelector<HTMLAnchorElement>("[data-start]");
    if (!start || !lessons[0]) return;
    this.#begin ??= start.textContent;
    const target = next?.id ?? lessons[0].id;
    start.href = addressOf(target);
    start.textContent = next
      ? target === lessons[0].id
        ? this.#begin
        : `Продолжить: урок ${numberOf(target)}`
      : "Все написанные уроки пройдены. К первому";
  }

  #nextLink(id: string) {
    const line = document.createElement("p");
    const link = document.createElement("a");
    line.className = "map-next";
    link.href = addressOf(id);
    link.textContent = `Дальше: урок ${numberOf(id)}`;
    line.append(link);
    return line;
  }

  #walk(event: KeyboardEvent) {
    const links = [...this.querySelectorAll<HTMLElement>(".map-node > a")];
    const from = links.indexOf(event.target as HTMLElement);
    const to = links[from + (steps[event.key] ?? NaN)];
    if (from < 0 || !to || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    to.focus();
  }
}

/** The link to the place that `<course-toc>` remembered; none if it is damaged, of no lesson, or of one that is done. */
function resumeLink(lessons: readonly string[]): HTMLAnchorElement[] {
  try {
    const [id, hash, section]: unknown[] = JSON.parse(progress.readSetting("place") ?? "[]");
    if (typeof id !== "string" || typeof hash !== "string" || typeof section !== "string") return [];
    if (!lessons.includes(id) || progress.isDone(id) || !hash.startsWith("#")) return [];
    const link = document.createElement("a");
    link.href = addressOf(id) + hash;
    link.textContent = `Продолжить чтение: урок ${numberOf(id)}, «${section.slice(0, 120)}»`;
    return [link];
  } catch {
    return [];
  }
}

/** `module-1/02-debezium-architecture` → `/debezium-course/course/module-1/02-debezium-architecture/` */
const addressOf = (id: string) => `${document.body.dataset.base}course/${id}/`;

/** `module-1/02-debezium-architecture` → `1.2` */
const numberOf = (id: string) => id.replace(/^module-(\d+)\/0?(\d+).*/, "$1.$2");

customElements.define("course-roadmap", CourseRoadmap);

declare global {
  interface HTMLElementTagNameMap {
    "course-roadmap": CourseRoadmap;
  }
}
