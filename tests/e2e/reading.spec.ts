import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { LESSON } from "./page-kinds.ts";

test.describe("copying code", () => {
  const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

  test.beforeEach(({ page }) => page.goto(`.${LESSON}`));

  test("by mouse and by keyboard it puts the text of the block into the clipboard and says so", async ({
    page,
    context,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const figures = page.locator("figure.code:has(copy-button)");
    const blocks = Math.min(2, await figures.count());
    expect(blocks).toBeGreaterThan(0);
    for (let index = 0; index < blocks; index++) {
      const figure = figures.nth(index);
      const button = figure.locator("copy-button").getByRole("button");
      if (index) await button.press("Enter");
      else await button.click();
      await expect(figure.locator("copy-button").getByRole("status")).toHaveText("Скопировано");
      await expect(button).toHaveText("Скопировано");
      const code = (await figure.locator("code").textContent()) ?? "";
      expect(await copied(page)).toBe(code.replace(/^(\$|mysql>|postgres=#) /gm, "").trimEnd());
      await expect(button).toHaveText("Копировать");
    }
  });

  test("where the clipboard is denied it selects the text and says what to press", async ({ page }) => {
    await page.evaluate(() => {
      const denied = { writeText: () => Promise.reject(new DOMException("denied", "NotAllowedError")) };
      Object.defineProperty(navigator, "clipboard", { value: denied });
    });
    const figure = page.locator("figure.code:has(copy-button)").first();
    await figure.locator("copy-button").getByRole("button").click();
    await expect(figure.locator("copy-button").getByRole("status")).toContainText("Выделено");
    const selected = await page.evaluate(() => String(getSelection()));
    expect(selected.trim()).toBe(((await figure.locator("code").textContent()) ?? "").trim());
  });
});

test.describe("the menu on a phone", () => {
  test.use({ viewport: { width: 390, height: 800 } });

  const menu = (page: Page) => page.locator("#course-menu");
  const button = (page: Page) => page.getByRole("button", { name: "Меню" });

  test("opens and closes by mouse", async ({ page }) => {
    await page.goto(`.${LESSON}`);
    await expect(menu(page)).toBeHidden();
    await expect(button(page)).toHaveAttribute("aria-expanded", "false");
    await button(page).click();
    await expect(menu(page)).toBeVisible();
    await expect(button(page)).toHaveAttribute("aria-expanded", "true");
    await button(page).click();
    await expect(menu(page)).toBeHidden();
  });

  test("opens by Enter and by the space bar, closes by Esc and gives the focus back", async ({ page }) => {
    await page.goto(`.${LESSON}`);
    for (const key of ["Enter", "Space"]) {
      await button(page).press(key);
      await expect(menu(page)).toBeVisible();
      await menu(page).getByRole("link").first().focus();
      await page.keyboard.press("Escape");
      await expect(menu(page)).toBeHidden();
      await expect(button(page)).toBeFocused();
    }
    await expect(button(page)).toHaveAttribute("aria-controls", "course-menu");
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("is reached by its printed link", async ({ page }) => {
      await page.goto(`.${LESSON}`);
      await page.getByRole("link", { name: "Меню" }).click();
      await expect(menu(page).getByRole("link").first()).toBeInViewport();
    });
  });
});

test("the table of contents follows the reading, down, up and over a jump", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(`.${LESSON}`);
  const links = page.locator("course-toc a");
  const current = page.locator("course-toc [aria-current]");
  await expect(current).toHaveCount(0);
  const last = (await links.count()) - 1;
  expect(last).toBeGreaterThan(2);
  for (const index of [1, last - 2, 2, 1]) {
    const address = (await links.nth(index).getAttribute("href")) ?? "";
    await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), decodeURIComponent(address.slice(1)));
    await expect(current).toHaveCount(1);
    await expect(current).toHaveAttribute("href", address);
  }
  await page.evaluate(() => scrollTo(0, 0));
  await expect(current).toHaveCount(0);
});

test.describe("the quiz", () => {
  const quiz = (page: Page) => page.locator("course-quiz").first();
  const questions = (page: Page) => quiz(page).locator(".quiz-question");
  const answer = (page: Page, question: number, kind: "right" | "wrong") =>
    questions(page).nth(question).locator(`.quiz-option[data-answer=${kind}] summary`).first();
  const score = (page: Page) => quiz(page).getByRole("status");

  test("counts the first answer to each question, by mouse and by keyboard, and can be started anew", async ({
    page,
  }) => {
    await page.goto(`.${LESSON}`);
    const total = await questions(page).count();
    expect(total).toBeGreaterThan(1);
    await expect(score(page), "nothing is loaded for it before it comes near").toHaveCount(0);
    await questions(page).first().scrollIntoViewIfNeeded();
    await expect(score(page)).toHaveText("");

    await answer(page, 0, "wrong").click();
    await expect(questions(page).first()).toHaveAttribute("data-result", "wrong");
    await expect(score(page)).toHaveText(new RegExp(`^\\s*Неверно\\. Верных ответов: 0 из ${total}`));
    await answer(page, 0, "right").click();
    await expect(questions(page).first().locator(".quiz-why").nth(0)).toBeVisible();
    await expect(questions(page).first(), "a second answer does not count").toHaveAttribute("data-result", "wrong");

    for (let index = 1; index < total; index++) await answer(page, index, "right").press("Enter");
    await expect(score(page)).toHaveText(new RegExp(`^\\s*Верно\\. Верных ответов: ${total - 1} из ${total}\\.\\s*$`));

    await quiz(page).getByRole("button", { name: "Сбросить" }).press("Enter");
    await expect(score(page)).toHaveText("");
    await expect(quiz(page).locator("[data-result], [data-chosen], details[open]")).toHaveCount(0);
    await expect(quiz(page).locator("summary").first()).toBeFocused();
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("shows why an answer is right or wrong", async ({ page }) => {
      await page.goto(`.${LESSON}`);
      await answer(page, 0, "wrong").click();
      await expect(questions(page).first().locator("details[open] .quiz-why")).toContainText("Неверно");
    });
  });
});

test("a callout is a note, and looks the same with and without JavaScript", async ({ page, browser, baseURL }) => {
  const look = (target: Page) =>
    target
      .locator("course-callout")
      .first()
      .evaluate((callout) => {
        const { display, padding, margin, backgroundColor, borderLeft, font } = getComputedStyle(callout);
        const { width, height } = callout.getBoundingClientRect();
        return { display, padding, margin, backgroundColor, borderLeft, font, width, height };
      });
  await page.goto(`.${LESSON}`);
  await expect(page.getByRole("note").first()).toBeVisible();

  const context = await browser.newContext({ ...(baseURL && { baseURL }), javaScriptEnabled: false });
  const printed = await context.newPage();
  await printed.setViewportSize(page.viewportSize() ?? { width: 1280, height: 720 });
  await printed.goto(`.${LESSON}`);
  expect(await look(page)).toEqual(await look(printed));
  await context.close();
});

for (const [path, targets] of [
  ["./glossary/", ".entry"],
  ["./troubleshooting/", ".entry"],
  ["./course/module-1/print/", "h3[id]"],
] as const) {
  test(`a link into ${path} leads to what it names, however far down that is`, async ({ page, context }) => {
    await page.goto(path);
    const ids = await page.locator(targets).evaluateAll((found) => found.map(({ id }) => id));
    for (const place of [0.5, 0.9]) {
      const id = ids[Math.floor(ids.length * place)] ?? "";
      const other = await context.newPage();
      await other.goto(`${path}#${encodeURIComponent(id)}`);
      const top = () => other.locator(`[id="${id}"]`).evaluate((found) => found.getBoundingClientRect().top);
      await expect.poll(top, { message: id }).toBeLessThan(100);
      expect(await top(), id).toBeGreaterThanOrEqual(0);
      await other.close();
    }
  });
}
