/** What every page loads. Rare things are loaded when they are wanted. */
import "./theme-toggle.ts";
import "./menu-toggle.ts";
import "./search-dialog.ts";
import "./progress-marks.ts";
import "./lesson-complete.ts";
import "./copy-button.ts";
import "./course-callout.ts";
import "./course-toc.ts";
import "./term-hook.ts";
import { progress } from "./progress.ts";
import { isCommand } from "./single-key.ts";

/** What few pages have, and what a lesson has printed whole: that is loaded when it comes near the window. */
const rare: Record<string, () => Promise<unknown>> = {
  "course-roadmap": () => import("./course-roadmap.ts"),
  "progress-backup": () => import("./progress-backup.ts"),
  "trouble-finder": () => import("./trouble-finder.ts"),
  "course-quiz": () => import("./course-quiz.ts"),
  "event-explorer": () => import("./event-explorer.ts"),
  "slot-simulator": () => import("./slot-simulator.ts"),
  "watermark-stepper": () => import("./watermark-stepper.ts"),
};
const near = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) rare[target.localName]?.();
  },
  { rootMargin: "100%" },
);
for (const found of document.querySelectorAll(`${Object.keys(rare)}`)) {
  if (found.closest("article")) near.observe(found);
  else rare[found.localName]?.();
}

document.addEventListener("keydown", (event) => {
  if (event.key === "?" && isCommand(event)) import("./keys-panel.ts").then(({ showKeys }) => showKeys());
});

const { formerly } = document.body.dataset;
if (formerly) import("./progress-migrate.ts").then(({ migrate }) => migrate(progress, JSON.parse(formerly)));
