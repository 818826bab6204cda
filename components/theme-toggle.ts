import { followProgress } from "./follow-progress.ts";
import { PrintedElement } from "./printed-element.ts";
import { progress } from "./progress.ts";

/** The empty one is the system's. */
type Theme = "" | "light" | "dark";

/** Name and picture (a path in a square of 24) of each theme. */
const themes: Record<Theme, readonly [name: string, picture: string]> = {
  "": ["как в системе", "M12 3a9 9 0 1 0 .1 0zm0 2a7 7 0 0 1 0 14z"],
  light: ["светлая", "M12 7a5 5 0 1 0 .1 0zM11 1h2v4h-2zm0 18h2v4h-2zM1 11h4v2H1zm18 0h4v2h-4z"],
  dark: ["тёмная", "M20 14A8.5 8.5 0 1 1 10 4a7 7 0 0 0 10 10z"],
};

/** The theme the reader chose; an unknown value is no choice. */
const chosen = (): Theme => {
  const saved = progress.readSetting("theme");
  return saved === "light" || saved === "dark" ? saved : "";
};

/**
 * Switches the theme by the printed button inside it: as the system has it, the opposite, then the system's present one
 * made permanent. Names the button and draws its printed `path`.
 * Sets `data-theme` on the root element (absent: as the system); theme-boot.ts does so before the first paint.
 */
export class ThemeToggle extends PrintedElement {
  constructor() {
    super();
    this.addEventListener("click", this.#next);
  }

  override updated() {
    const theme = chosen();
    const [name, picture] = themes[theme];
    const button = this.querySelector("button");
    for (const attribute of ["title", "aria-label"]) button?.setAttribute(attribute, `Тема: ${name}`);
    this.querySelector("path")?.setAttribute("d", picture);
    const { dataset } = document.documentElement;
    if (theme) dataset.theme = theme;
    else delete dataset.theme;
  }

  #next() {
    const theme = chosen();
    const [own, other] = matchMedia("(prefers-color-scheme:dark)").matches ? ["dark", "light"] : ["light", "dark"];
    progress.writeSetting("theme", theme === own ? "" : theme ? own : other);
  }
}

ThemeToggle.addInitializer(followProgress);
customElements.define("theme-toggle", ThemeToggle);

declare global {
  interface HTMLElementTagNameMap {
    "theme-toggle": ThemeToggle;
  }
}
