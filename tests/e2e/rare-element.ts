import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";

/** Leads a reader to an element of the page, where it is loaded, and waits for that. */
export async function comeNear(page: Page, name: string): Promise<void> {
  await page.locator(name).first().scrollIntoViewIfNeeded();
  await page.evaluate((tag) => customElements.whenDefined(tag).then(() => {}), name);
}

/**
 * What holds for every element that few pages have.
 * @param name its tag
 * @param open leads to a page that has it, and waits for it
 * @param states what a reader does with it, one after the other; after each, nothing may be wrong
 */
export function testRareElement(
  name: string,
  open: (page: Page) => Promise<unknown>,
  states: readonly ((page: Page) => Promise<unknown>)[],
): void {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [320, 1280]) {
      test(`nothing is wrong with it for axe, ${colorScheme} at ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        await open(page);
        for (const reach of states) {
          await reach(page);
          const { violations } = await new AxeBuilder({ page }).include(name).analyze();
          expect(violations).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        }
      });
    }
  }

  test("only a page that has it loads it", async ({ page }) => {
    const scripts: string[] = [];
    page.on("request", (request) => scripts.push(request.url()));
    await page.goto("./course/module-1/01-cdc-fundamentals/");
    await page.evaluate(() => customElements.whenDefined("lesson-complete").then(() => {}));
    expect(scripts.filter((url) => url.includes(name))).toEqual([]);
    await open(page);
    expect(scripts.filter((url) => url.includes(name))).toHaveLength(1);
  });
}
