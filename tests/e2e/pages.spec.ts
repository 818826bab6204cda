import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { LESSON, PAGES } from "./page-kinds.ts";

const WIDTHS = [320, 390, 1280];
const THEMES = ["light", "dark"] as const;

/** Elements that stick out of the window without a scrolling box of their own around them. */
function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrollable = (element: Element): boolean => {
      for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(box).overflowX)) return true;
      }
      return false;
    };
    const wide = [...document.body.querySelectorAll("*")].filter((element) => {
      const { left, right, width: own } = element.getBoundingClientRect();
      return (
        own > 0 &&
        (right > width + 1 || left < -1) &&
        getComputedStyle(element).position !== "fixed" &&
        !scrollable(element)
      );
    });
    const says = wide
      .slice(0, 5)
      .map((element) => `${element.outerHTML.slice(0, 120)} ends at ${element.getBoundingClientRect().right}`);
    return document.documentElement.scrollWidth > width
      ? [`the page is ${document.documentElement.scrollWidth} px wide`, ...says]
      : [];
  });
}

for (const { kind, path, bare } of PAGES) {
  test.describe(kind, () => {
    for (const width of WIDTHS) {
      test(`does not scroll sideways at ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(path);
        expect(await sideways(page)).toEqual([]);
        // Larger text must reflow too: WCAG 1.4.4 asks for 200 %.
        if (width === 1280) {
          await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
          expect(await sideways(page), "with text twice as large").toEqual([]);
        }
      });
    }

    test("is laid out once: no shadow root comes around much of it", async ({ page }) => {
      await page.goto(path, { waitUntil: "networkidle" });
      const wrappers = await page.evaluate(() =>
        [...document.querySelectorAll("*")]
          .filter((element) => element.shadowRoot && element.querySelectorAll("*").length > 100)
          .map(({ localName }) => localName),
      );
      expect(wrappers).toEqual([]);
    });

    for (const theme of THEMES) {
      for (const width of [390, 1280]) {
        test(`has no violation that axe finds, ${theme}, ${width} px`, async ({ page }) => {
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
          await page.goto(path);
          const axe = new AxeBuilder({ page });
          // One of its lessons stands for the others, which take axe minutes; Lighthouse asks axe about all.
          if (bare) axe.exclude("article ~ article");
          const { violations } = await axe.analyze();
          const found = violations.flatMap(({ id, nodes }) =>
            nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
          );
          expect(found).toEqual([]);
        });
      }
    }

    test("has its landmarks, one heading of level 1, and a skip link that works", async ({ page }) => {
      await page.goto(path);
      for (const role of ["banner", "main", "contentinfo"] as const) await expect(page.getByRole(role)).toHaveCount(1);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expect(page.getByRole("navigation").first()).toBeAttached();
      await page.keyboard.press("Tab");
      const skip = page.locator(":focus");
      await expect(skip).toHaveAttribute("href", "#content");
      await expect(skip).toBeInViewport();
      await page.keyboard.press("Enter");
      await expect(page.locator("#content")).toBeFocused();
    });

    test("follows the system's theme and the reader's choice, which is there before the first paint", async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme: "dark" });
      await page.goto(path);
      const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const dark = await background();
      await page.emulateMedia({ colorScheme: "light" });
      const light = await background();
      expect(dark).not.toBe(light);

      // Where there is no button, what was chosen on another page holds.
      if (bare) await page.goto("./");
      await page.locator("theme-toggle").getByRole("button").click();
      await page.goto(path);
      const chosen = await page.locator("html").getAttribute("data-theme");
      expect(["light", "dark"]).toContain(chosen);
      expect(await background()).toBe(dark);

      // The system still asks for light: a flash of it would be seen when the body first exists.
      await page.addInitScript(() => {
        new MutationObserver((_records, observer) => {
          if (!document.body) return;
          observer.disconnect();
          sessionStorage.setItem("theme-at-first-paint", document.documentElement.dataset.theme ?? "none");
        }).observe(document, { childList: true, subtree: true });
      });
      await page.reload();
      expect(await page.evaluate(() => sessionStorage.getItem("theme-at-first-paint"))).toBe(chosen);
      expect(await background()).toBe(dark);
    });

    test("prints the text without the frame around it", async ({ page }) => {
      await page.goto(path);
      await page.emulateMedia({ media: "print" });
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      for (const frame of [".menu", ".head-tools", "theme-toggle", "menu-toggle", "search-dialog"]) {
        for (const part of await page.locator(frame).all()) await expect(part).toBeHidden();
      }
    });
  });
}

for (const siteBase of ["/debezium-course/", "/"] as const) {
  test.describe(`at base ${siteBase}`, () => {
    test.use({ siteBase });

    test("a reader comes from the home page to a lesson, marks it done, and sees that on the roadmap", async ({
      page,
    }) => {
      await page.goto("./");
      await page.locator("[data-start]").click();
      await expect(page).toHaveURL(new RegExp(`${LESSON}$`));
      await page.locator("lesson-complete").getByRole("button").first().click();
      await page.getByRole("banner").getByRole("link", { name: "Карта курса" }).click();
      await expect(page.locator(`main [data-lesson="${ID}"][data-done]`).first()).toBeVisible();
    });
  });
}

const ID = LESSON.replace(/^.*course\/(.*)\/$/, "$1");

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press("Tab");
    const reached = await page.evaluate((wanted) => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      for (let node: Node | null = focused; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
        if (node instanceof Element && node.matches(wanted)) return true;
      }
      return false;
    }, selector);
    if (reached) return;
  }
  throw new Error(`Tab never reaches ${selector}`);
}

for (const width of [320, 1280]) {
  test(`by keyboard alone a reader goes from the home page through a lesson to the roadmap at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("./");
    await tabTo(page, "[data-start]");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`${LESSON}$`));

    await tabTo(page, "lesson-complete");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => page.evaluate(() => Object.keys(localStorage).some((key) => key.includes(":lesson:"))))
      .toBe(true);

    await page.reload();
    await tabTo(page, '.head a[href$="/roadmap/"]');
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/roadmap\/$/);
    await expect(page.locator(`main [data-lesson="${ID}"][data-done]`).first()).toBeVisible();
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const { kind, path, bare } of PAGES) {
    test(`${kind} is complete`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      // biome-ignore lint/performance/useDomNodeTextContent: only what is shown counts
      expect((await page.locator("main").innerText()).length).toBeGreaterThan(80);
      if (!bare) expect(await page.locator("#course-menu a[href]").count()).toBeGreaterThanOrEqual(8);
    });
  }

  test("the roadmap links each module, and each lesson that is written", async ({ page }) => {
    await page.goto("./roadmap/");
    for (let number = 1; number <= 8; number++) {
      await expect(page.locator(`main a[href$="/course/module-${number}/"]`).first()).toBeVisible();
    }
    await expect(page.locator(`main a[href$="${LESSON}"]`).first()).toBeVisible();
  });

  test("a lesson shows its text, code, diagrams, callouts and quiz", async ({ page }) => {
    await page.goto(`.${LESSON}`);
    await expect(page.locator("figure.code pre").first()).toBeVisible();
    await expect(page.locator(".callout").first()).toBeVisible();
    const diagrams = page.locator("figure.diagram svg");
    expect(await diagrams.count()).toBeGreaterThanOrEqual(2);
    for (const diagram of await diagrams.all()) await expect(diagram).toBeVisible();
    const option = page.locator("details.quiz-option").first();
    await option.locator("summary").click();
    await expect(option.locator(".quiz-why")).toBeVisible();
  });

  test("the menu and the search of a phone are links that lead somewhere", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(`.${LESSON}`);
    await page.locator(".menu-link").click();
    await expect(page.locator("#course-menu a").first()).toBeInViewport();
    await page.locator(".search-link").click();
    await expect(page).toHaveURL(/\/search\/$/);
    await expect(page.locator(`main a[href$="${LESSON}"]`).first()).toBeVisible();
  });
});

test.describe("an address that does not exist", () => {
  test.use({
    expectedProblems: [
      { matching: /status of 404/, because: "the browser logs the status of the page that was asked for" },
    ],
  });

  test("answers 404 with the course's own page, whose links work at any depth", async ({ page }) => {
    const response = await page.goto("./course/module-1/99-nowhere/");
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.locator("main").getByRole("link", { name: "карта курса" }).click();
    await expect(page).toHaveURL(/\/roadmap\/$/);
  });
});
