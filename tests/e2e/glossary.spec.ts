import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { LESSON } from "./page-kinds.ts";

const term = (page: Page) => page.locator("a.term").first();
const tip = (page: Page) => page.locator("term-tip");

test("each term of the glossary has an anchor, and each linked term of a lesson leads to one", async ({ page }) => {
  await page.goto(`.${LESSON}`);
  const targets = await page
    .locator("a.term")
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).hash));
  expect(targets.length).toBeGreaterThan(5);
  expect(new Set(targets).size, "each term is linked once").toBe(targets.length);
  await page.goto("./glossary/");
  for (const target of targets) await expect(page.locator(target)).toHaveCount(1);
  expect(await page.locator(".entry").count()).toBeGreaterThanOrEqual(60);
});

test("a link with a term's anchor shows that entry", async ({ page }) => {
  await page.goto("./glossary/#replication-slot");
  const entry = page.locator("#replication-slot");
  await expect(entry).toBeInViewport();
  await expect(entry.getByRole("heading", { name: "слот репликации" })).toBeVisible();
});

test("a lesson loads neither definitions nor what shows them until a term is met", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`.${LESSON}`);
  await page.mouse.move(1, 1);
  expect(asked.filter((path) => /term-tip|glossary/.test(path))).toEqual([]);
  await term(page).hover();
  await expect(tip(page)).toBeVisible();
  expect(asked.filter((path) => /term-tip|glossary/.test(path))).toHaveLength(2);
});

test("a definition opens under the pointer, stays while the pointer is on it, and goes with it", async ({ page }) => {
  await page.goto(`.${LESSON}`);
  await term(page).hover();
  await expect(tip(page)).toBeVisible();
  await expect(tip(page)).toContainText("В глоссарий");
  await tip(page).hover();
  // Longer than the time given to come from the term to its definition.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
  await expect(tip(page)).toBeVisible();
  await page.mouse.move(1, 1);
  await expect(tip(page)).toBeHidden();
});

test("Esc closes a definition and leaves pointer and focus where they are", async ({ page }) => {
  await page.goto(`.${LESSON}`);
  await term(page).hover();
  await expect(tip(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tip(page)).toBeHidden();
});

test("by keyboard the focus opens the definition, which describes the link; Tab goes on, Enter follows", async ({
  page,
}) => {
  await page.goto(`.${LESSON}`);
  const link = term(page);
  // A key press first: only then does the focus count as the keyboard's.
  await page.keyboard.press("Tab");
  await link.focus();
  await expect(tip(page)).toBeVisible();
  await expect(link).toHaveAccessibleDescription(/\S{3}.* \S/);
  await page.keyboard.press("Tab");
  await expect(tip(page)).toBeHidden();
  await expect(link).not.toHaveAttribute("aria-describedby");
  const target = new URL((await link.getAttribute("href")) ?? "", page.url()).href;
  await link.focus();
  await expect(tip(page)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(target);
});

test("a mouse click follows the link at once", async ({ page }) => {
  await page.goto(`.${LESSON}`);
  await term(page).click();
  await expect(page).toHaveURL(/\/glossary\/#/);
});

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } });

  test("a tap opens the definition inside the window, its link leads to the glossary", async ({ page }) => {
    await page.goto(`.${LESSON}`);
    for (const link of (await page.locator("a.term").all()).slice(0, 6)) {
      await link.tap();
      await expect(tip(page)).toBeVisible();
      const box = await tip(page).boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 320, JSON.stringify(box)).toBe(true);
    }
    await expect(page).toHaveURL(new RegExp(`${LESSON}$`));
    await tip(page).getByRole("link").tap();
    await expect(page).toHaveURL(/\/glossary\/#/);
  });

  test("a tap elsewhere closes the definition, a second tap on the term follows its link", async ({ page }) => {
    await page.goto(`.${LESSON}`);
    await term(page).tap();
    await expect(tip(page)).toBeVisible();
    await page.locator("h1").tap();
    await expect(tip(page)).toBeHidden();
    await term(page).tap();
    await expect(tip(page)).toBeVisible();
    await term(page).tap();
    await expect(page).toHaveURL(/\/glossary\/#/);
  });

  test.describe("when definitions cannot be loaded", () => {
    test.use({
      expectedProblems: [{ matching: /Failed to load resource/, because: "the test blocks the file of definitions" }],
    });

    test("a tap follows the link", async ({ page }) => {
      await page.route("**/glossary-*.json", (route) => route.fulfill({ status: 404, body: "" }));
      await page.goto(`.${LESSON}`);
      await term(page).tap();
      await expect(page).toHaveURL(/\/glossary\/#/);
    });
  });
});

for (const theme of ["light", "dark"] as const) {
  test(`an open definition has no violation that axe finds, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.goto(`.${LESSON}`);
    await term(page).hover();
    await expect(tip(page)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`)).toEqual([]);
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a term is a link to its entry, which is complete", async ({ page }) => {
    await page.goto(`.${LESSON}`);
    await term(page).click();
    await expect(page).toHaveURL(/\/glossary\/#/);
    const entry = page.locator(new URL(page.url()).hash);
    await expect(entry).toContainText("Почему это важно");
    await expect(entry).toContainText("Источники");
  });
});
