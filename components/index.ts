/** What every page loads. Rare things (search, backup of progress) are loaded when they are met. */
import "./theme-toggle.ts";
import "./menu-toggle.ts";
import "./search-dialog.ts";
import "./progress-marks.ts";
import "./lesson-complete.ts";
import "./copy-button.ts";
import "./course-callout.ts";
import "./course-toc.ts";
import "./course-quiz.ts";
import "./term-hook.ts";
import { progress } from "./progress.ts";
import { isCommand } from "./single-key.ts";

if (document.querySelector("course-roadmap")) import("./course-roadmap.ts");
if (document.querySelector("progress-backup")) import("./progress-backup.ts");
if (document.querySelector("trouble-finder")) import("./trouble-finder.ts");
if (document.querySelector("event-explorer")) import("./event-explorer.ts");
if (document.querySelector("slot-simulator")) import("./slot-simulator.ts");
if (document.querySelector("watermark-stepper")) import("./watermark-stepper.ts");

document.addEventListener("keydown", (event) => {
  if (event.key === "?" && isCommand(event)) import("./keys-panel.ts").then(({ showKeys }) => showKeys());
});

const { formerly } = document.body.dataset;
if (formerly) import("./progress-migrate.ts").then(({ migrate }) => migrate(progress, JSON.parse(formerly)));
