import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { filesOf } from "../../tools/build.ts";
import { builtSites } from "../support/built-site.ts";
import { expect, test } from "./fixture.ts";
import { options, search } from "./search-dialog.ts";

const exercise = (page: Page) => page.locator(".exercise").first();
const solution = (page: Page) => exercise(page).locator("details.solution");

/** Address of the first lesson with an exercise. */
async function lessonWithExercise(): Promise<string> {
  const { folder } = (await builtSites()).base;
  const pages = (await filesOf(folder)).filter((file) => /^course\/module-\d+\/\d\d-[^/]+\/index\.html$/.test(file));
  for (const file of pages.sort()) {
    const html = await readFile(join(folder, file), "utf8");
    if (html.includes('<section class="exercise"')) return `./${file.replace(/index\.html$/, "")}`;
  }
  throw new Error("no lesson has an exercise");
}

/** Every part of a solution is shown, or none. */
async function shows(page: Page, shown: boolean): Promise<void> {
  const parts = await solution(page).locator("> :not(summary)").all();
  expect(parts.length).toBeGreaterThan(0);
  for (const part of parts) await expect(part).toBeVisible({ visible: shown });
}

test.describe("the solution of an exercise", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto(await lessonWithExercise());
    await expect(exercise(page).getByText("Проверка в терминале")).toBeVisible();
    await shows(page, false);
  });

  test("opens and closes by mouse", async ({ page }) => {
    for (const shown of [true, false]) {
      await solution(page).locator("summary").click();
      await shows(page, shown);
    }
  });

  test("opens and closes by keyboard", async ({ page }) => {
    const summary = solution(page).locator("summary");
    for (const [key, shown] of [
      ["Enter", true],
      ["Space", false],
    ] as const) {
      await summary.press(key);
      await shows(page, shown);
    }
  });

  test("is printed on paper without being opened", async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    await shows(page, true);
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("opens by mouse", async ({ page }) => {
      await solution(page).locator("summary").click();
      await shows(page, true);
    });
  });
});

test("a phrase of an exercise's task and one of its solution lead to the exercise", async ({ page }) => {
  await page.goto(await lessonWithExercise());
  const id = await exercise(page).getByRole("heading", { level: 3 }).getAttribute("id");
  const phrase = async (selector: string) => {
    const text = (await exercise(page).locator(selector).first().textContent()) ?? "";
    return text.split(/\s+/).slice(0, 5).join(" ").replace(/[«»"]/g, "");
  };
  for (const query of [await phrase("> p"), await phrase(".solution p")]) {
    await search(page, `«${query}»`);
    const found = options(page).and(page.locator(`[href$="#${encodeURIComponent(id ?? "")}"]`));
    await expect(found.first(), query).toBeVisible();
  }
});
