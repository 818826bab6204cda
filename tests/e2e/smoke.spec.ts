import { expect, test } from "./fixture.ts";
import { LESSON, PAGES } from "./page-kinds.ts";

/** What must work in every engine; the rest is tested in Chromium. */

for (const { kind, path, bare } of PAGES) {
  test(`${kind} opens without an error`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    if (!bare) await expect(page.locator("theme-toggle").getByRole("button")).toBeVisible();
  });
}

test("a lesson that is marked done stays done after a reload", async ({ page }) => {
  await page.goto(`.${LESSON}`);
  const mark = page.locator(`#course-menu [data-lesson="${LESSON.slice("/course/".length, -1)}"]`);
  await expect(mark).not.toHaveAttribute("data-done");
  await page.locator("lesson-complete").getByRole("button").first().click();
  await expect(mark).toHaveAttribute("data-done");
  await page.reload();
  await expect(mark).toHaveAttribute("data-done");
});

test("the chosen theme stays after a reload", async ({ page }) => {
  await page.goto("./");
  await page.locator("theme-toggle").getByRole("button").click();
  const chosen = await page.locator("html").getAttribute("data-theme");
  expect(["light", "dark"]).toContain(chosen);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", chosen ?? "");
});

test("search finds the lesson", async ({ page }) => {
  await page.goto("./");
  await page.keyboard.press("Control+k");
  await page
    .getByRole("dialog")
    .getByRole("combobox", { name: "Что найти" })
    .or(page.getByRole("dialog").getByRole("searchbox"))
    .fill("журнал");
  await expect(page.getByRole("dialog").locator(`a[href*="${LESSON}"]`).first()).toBeVisible();
});
