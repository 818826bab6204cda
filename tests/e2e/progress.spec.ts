import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";

const id = "module-1/01-cdc-fundamentals";
const lesson = `./course/${id}/`;
const key = `debezium-course:v1:lesson:${id}`;

const button = (page: Page) => page.locator("lesson-complete").getByRole("button");
const share = (page: Page) => page.locator('[data-module-progress="module-1"]').first();
const mark = (page: Page) => page.locator(`progress-marks [data-lesson="${id}"]`).first();
const status = (page: Page) => page.locator("progress-backup").getByRole("status");

/** Chooses a file as a reader does. */
async function choose(page: Page, text: string): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Загрузить из файла" }).click();
  await (await chooser).setFiles({ name: "progress.json", mimeType: "application/json", buffer: Buffer.from(text) });
}

const backup = (...lessons: object[]) => JSON.stringify({ format: "debezium-course-progress", version: 1, lessons });

test("a lesson marked by keyboard is marked in the menu, on the module page, on the roadmap and after a reload", async ({
  page,
}) => {
  await page.goto(lesson);
  await expect(button(page)).toHaveAttribute("aria-pressed", "false");
  await button(page).focus();
  await page.keyboard.press("Enter");
  await expect(button(page)).toHaveAttribute("aria-pressed", "true");
  await expect(button(page)).toBeFocused();
  await expect(mark(page)).toHaveAttribute("data-done");
  for (const address of [lesson, "./course/module-1/", "./roadmap/"]) {
    await page.goto(address);
    await expect(mark(page), address).toHaveAttribute("data-done");
    await expect(mark(page), address).toContainText("пройдено");
  }
  for (const address of ["./course/module-1/", "./roadmap/", "./"]) {
    await page.goto(address);
    await expect(share(page), address).toHaveText(/^1\sиз\s\d+$/);
    await expect(share(page), address).toHaveAttribute("data-state", /some|all/);
  }

  await page.goto(lesson);
  await button(page).press("Space");
  await expect(button(page)).toHaveAttribute("aria-pressed", "false");
  await expect(mark(page)).not.toHaveAttribute("data-done");
  await page.reload();
  await expect(button(page)).toHaveAttribute("aria-pressed", "false");
});

test("a mark made in one tab is seen in the other at once, and after going back", async ({ page, context }) => {
  await page.goto("./course/module-1/");
  const other = await context.newPage();
  await other.goto(lesson);
  await button(other).click();
  await expect(share(page)).toHaveText(/^1\s/);
  await page.goto(lesson);
  await button(page).click();
  await expect(button(other)).toHaveAttribute("aria-pressed", "false");
  await page.goBack();
  await expect(share(page)).toHaveText(/^0\s/);
});

test("progress goes from one browser to another by a file", async ({ page, browser, baseURL }) => {
  await page.goto(lesson);
  await button(page).click();
  await page.goto("./roadmap/#progress");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Скачать прогресс" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^debezium-course-progress-\d{4}-\d\d-\d\d\.json$/);
  const text = await readFile(await file.path(), "utf8");

  const elsewhere = await browser.newContext({ baseURL, locale: "ru-RU" });
  const there = await elsewhere.newPage();
  await there.goto("./roadmap/");
  await choose(there, text);
  await expect(status(there)).toContainText("добавлено — 1");
  await expect(mark(there)).toHaveAttribute("data-done");
  await choose(there, text);
  await expect(status(there)).toContainText("добавлено — 0, обновлено — 0, оставлено как было — 1");
  await elsewhere.close();
});

test("a file dropped on the page is imported too", async ({ page }) => {
  await page.goto("./roadmap/");
  const zone = page.locator("progress-backup .drop");
  const dataTransfer = await page.evaluateHandle(
    (text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "progress.json"));
      return transfer;
    },
    backup({ id, done: true, at: 5 }),
  );
  await zone.dispatchEvent("dragover", { dataTransfer });
  await zone.dispatchEvent("drop", { dataTransfer });
  await expect(status(page)).toContainText("добавлено — 1");
  await expect(mark(page)).toHaveAttribute("data-done");
});

test("a file that is no export is refused in words, and changes nothing", async ({ page }) => {
  await page.goto("./roadmap/");
  for (const [text, words] of [
    ["<html>", "не выгрузка прогресса"],
    ["{}", "не выгрузка прогресса"],
    [backup().replace('"version":1', '"version":2'), "более новой версией"],
    [" ".repeat(10 * 1024 * 1024 + 1), "больше 10"],
  ] as const) {
    await choose(page, text);
    await expect(status(page)).toContainText(words);
    await expect(status(page)).toContainText("Прогресс не изменён");
  }
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("nothing in a file becomes markup", async ({ page }) => {
  await page.goto("./roadmap/");
  const nasty = "<img src=x onerror=alert(1)>";
  const images = await page.locator("img").count();
  await choose(page, backup({ id: nasty, done: true, at: 5 }, { id: `module-1/01-${nasty}`, done: true, at: 5 }));
  await expect(status(page)).toContainText("пропущено — 2");
  expect(await page.locator("img").count()).toBe(images);
});

test("a reset can be undone, also after a reload", async ({ page }) => {
  await page.goto(lesson);
  await button(page).click();
  await page.goto("./roadmap/");
  await page.getByRole("button", { name: "Сбросить прогресс" }).click();
  await expect(status(page)).toContainText("Сброшено");
  await expect(mark(page)).not.toHaveAttribute("data-done");
  await page.reload();
  await page.getByRole("button", { name: "Вернуть сброшенное" }).press("Enter");
  await expect(mark(page)).toHaveAttribute("data-done");
  await expect(page.getByRole("button", { name: "Вернуть сброшенное" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Сбросить прогресс" })).toBeFocused();
});

test("a damaged value does not disturb the page, and is set aside when the lesson is marked", async ({ page }) => {
  await page.addInitScript(([name]) => localStorage.setItem(name as string, '{"done":tru'), [key]);
  await page.goto(lesson);
  await expect(page.locator("h1")).toBeVisible();
  await expect(button(page)).toHaveAttribute("aria-pressed", "false");
  await button(page).click();
  await expect(button(page)).toHaveAttribute("aria-pressed", "true");
  const values = await page.evaluate(() => Object.values({ ...localStorage }));
  expect(values).toContain('{"done":tru');
  expect(values).toContainEqual(expect.stringMatching(/^\{"done":true,"at":\d+\}$/));
});

test.describe("storage that cannot save", () => {
  const works = async (page: Page, reason: string) => {
    await button(page).click();
    const notice = page.locator("storage-notice");
    await expect(notice.getByRole("status")).toContainText(reason);
    await expect(button(page)).toHaveAttribute("aria-pressed", "true");
    await expect(mark(page)).toHaveAttribute("data-done");
    await notice.getByRole("button").click();
    await button(page).click();
    await expect(button(page)).toHaveAttribute("aria-pressed", "false");
    await expect(notice).toHaveCount(0);
  };

  test("because it is forbidden says so once, and the page works on", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      });
    });
    await page.goto(lesson);
    await works(page, "Браузер запрещает");
  });

  test("because it is full says so once, and the page works on", async ({ page }) => {
    await page.goto(lesson);
    await page.evaluate(() => {
      // Halving steps fill the last characters too.
      for (let size = 8 * 1024 * 1024, n = 0; size >= 1; n++) {
        try {
          localStorage.setItem(`another-site-${n}`, "x".repeat(size));
        } catch {
          size = Math.floor(size / 2);
        }
      }
    });
    await works(page, "нет места");
  });
});

test.describe("the theme", () => {
  test.use({ colorScheme: "light" });

  test("chosen is there before the page is parsed, on every page and in every tab", async ({ page, context }) => {
    await context.addInitScript(() => {
      document.addEventListener("readystatechange", () => {
        if (document.readyState === "interactive")
          sessionStorage.setItem("early", `${document.documentElement.dataset.theme}`);
      });
    });
    const other = await context.newPage();
    await other.goto("./about/");
    await page.goto("./");
    const toggle = page.locator("theme-toggle").first().getByRole("button");
    await expect(toggle).toHaveAccessibleName("Тема: как в системе");
    await toggle.press("Enter");
    await expect(toggle).toHaveAccessibleName("Тема: тёмная");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(other.locator("html")).toHaveAttribute("data-theme", "dark");
    await page.goto(lesson);
    expect(await page.evaluate(() => sessionStorage.getItem("early"))).toBe("dark");
    await toggle.click();
    await expect(toggle).toHaveAccessibleName("Тема: светлая");
    await toggle.click();
    await expect(toggle).toHaveAccessibleName("Тема: как в системе");
    await expect(page.locator("html")).not.toHaveAttribute("data-theme");
  });

  test("of an unknown name is the system's", async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem("debezium-course:v1:setting:theme", "__proto__"));
    await page.goto(lesson);
    await expect(page.locator("theme-toggle").first().getByRole("button")).toHaveAccessibleName("Тема: как в системе");
    await expect(page.locator("html")).not.toHaveAttribute("data-theme");
  });
});
