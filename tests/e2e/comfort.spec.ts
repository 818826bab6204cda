import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { LESSON } from "./page-kinds.ts";

/** Scrolls to a heading of the lesson. @returns its address and text in the table of contents */
async function readTo(page: Page, index: number): Promise<{ hash: string; text: string }> {
  const link = page.locator("course-toc a").nth(index);
  const hash = (await link.getAttribute("href")) ?? "";
  await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), decodeURIComponent(hash.slice(1)));
  await expect(page.locator("course-toc [aria-current]")).toHaveAttribute("href", hash);
  return { hash, text: (await link.textContent()) ?? "" };
}

test.describe("continuing to read", () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test("the home page leads back to the section, until the lesson is done", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto("./");
    await expect(page.locator("[data-resume] a")).toHaveCount(0);
    await page.goto(`.${LESSON}`);
    const { hash, text } = await readTo(page, 4);
    await page.goto("./");
    const resume = page.locator("[data-resume] a");
    await expect(resume).toHaveText(`Продолжить чтение: урок 1.1, «${text}»`);
    await resume.click();
    await expect(page).toHaveURL((url) => url.pathname.endsWith(LESSON) && decodeURIComponent(url.hash) === hash);

    await page.locator("lesson-complete").getByRole("button").click();
    await page.goto("./");
    await expect(page.locator("[data-start]")).not.toHaveText("Начать первый урок");
    await expect(page.locator("[data-resume] a")).toHaveCount(0);
  });

  test("a damaged or foreign place is no place", async ({ page }) => {
    await page.goto("./");
    for (const value of [
      "{",
      "[]",
      '["module-9/01-x","#a","b"]',
      `["${LESSON.slice(8, -1)}","javascript:x","b"]`,
      "[1,2,3]",
    ]) {
      await page.evaluate((place) => localStorage.setItem("debezium-course:v1:setting:place", place), value);
      await page.reload();
      await expect(page.locator("[data-next]").first()).toBeAttached();
      await expect(page.locator("[data-resume] a"), value).toHaveCount(0);
    }
  });

  test("where storage is denied nothing is said while reading", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("denied", "SecurityError");
        },
      });
    });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(`.${LESSON}`);
    await readTo(page, 3);
    await expect(page.locator("storage-notice")).toHaveCount(0);
  });
});

test("a lesson says how long its reading takes, apart from its practice", async ({ page }) => {
  await page.goto(`.${LESSON}`);
  await expect(page.locator(".facts li").first()).toHaveText(/^чтение ~\d+\sмин, с\sпрактикой \d+\sмин$/);
});

test.describe("the list of keys", () => {
  const list = (page: Page) => page.getByRole("dialog", { name: "Клавиши" });

  test("opens by ?, closes by Esc, and gives the focus back", async ({ page }) => {
    await page.goto(`.${LESSON}`);
    const link = page.locator("course-toc a").first();
    await link.focus();
    await page.keyboard.press("?");
    await expect(list(page)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(list(page)).toBeHidden();
    await expect(link).toBeFocused();
  });

  test("keys pressed alone can be switched off for good; ? in a field is a letter", async ({ page }) => {
    await page.goto("./");
    await page.keyboard.press("?");
    await list(page).getByRole("checkbox").uncheck();
    await list(page).getByRole("button", { name: "Закрыть" }).click();
    await page.reload();
    await page.keyboard.press("/");
    await page.keyboard.press("?");
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog", { name: "Поиск по курсу" })).toBeVisible();
    await page.keyboard.type("?");
    await expect(list(page)).toBeHidden();
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("is printed where the footer leads", async ({ page }) => {
      await page.goto("./");
      await page.getByRole("contentinfo").getByRole("link", { name: "Клавиши" }).click();
      await expect(page.getByRole("heading", { name: "Клавиши" })).toBeInViewport();
    });
  });
});

test("motion is left out where it is not wanted, and smooth elsewhere", async ({ page }) => {
  const behaviour = () => page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(`.${LESSON}`);
  expect(await behaviour()).toBe("auto");
  await page.emulateMedia({ reducedMotion: "no-preference" });
  expect(await behaviour()).toBe("smooth");
});

test("every control that Tab reaches shows its focus", async ({ page }) => {
  await page.goto("./changes/");
  for (let presses = 0; presses < 25; presses++) {
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      return focused && focused !== document.body ? getComputedStyle(focused).outlineStyle : "solid";
    });
    expect(outline).not.toBe("none");
  }
});

test("the changes have a page and a feed that is well formed and leads back to it", async ({ page, baseURL }) => {
  await page.goto("./changes/");
  const feed = await page.locator('link[type="application/atom+xml"]').getAttribute("href");
  const response = await page.request.get(new URL(feed ?? "", baseURL).href);
  const xml = await response.text();
  const entries = await page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, "application/xml");
    if (document.querySelector("parsererror")) return null;
    return [...document.querySelectorAll("entry")].map((entry) => ({
      id: entry.querySelector("id")?.textContent ?? "",
      updated: entry.querySelector("updated")?.textContent ?? "",
      title: entry.querySelector("title")?.textContent ?? "",
    }));
  }, xml);
  expect(entries?.length).toBeGreaterThan(0);
  for (const { id, updated, title } of entries ?? []) {
    expect(updated).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
    const anchor = new URL(id).hash;
    await expect(page.locator(`main h2${anchor}`)).toContainText(title);
  }
});
