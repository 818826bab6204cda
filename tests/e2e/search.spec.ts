import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { LESSON } from "./page-kinds.ts";
import { dialog, field, options, search, status } from "./search-dialog.ts";

/** A lesson stands among the results: the more lessons hold a word, the less it is the first one that is shown. */
async function findsLesson(page: Page, query: string): Promise<void> {
  await search(page, query);
  await expect(options(page).and(page.locator('[href*="/course/module-"]')).first(), `«${query}»`).toBeVisible();
}

test.describe("what is found", () => {
  test.beforeEach(({ page }) => page.goto("./"));

  test("every form of a word and both spellings of ё", async ({ page }) => {
    for (const query of ["слот", "слоты", "слотами", "СЛОТОВ репликации", "ещё", "еще"]) await findsLesson(page, query);
  });

  test("a word whose vowel comes and goes", async ({ page }) => {
    for (const query of ["снимок", "снимка", "снимками"]) await findsLesson(page, query);
  });

  test("identifiers, whole and in part", async ({ page }) => {
    for (const query of ["wal_level", "wal_level=logical", "snapshot.mode", "pg_replication_slots"]) {
      await findsLesson(page, query);
    }
  });

  test("nothing for a word that the course does not hold, and it says so", async ({ page }) => {
    for (const query of ["абракадабра", "ооооо", "zzqqzz"]) {
      await search(page, query);
      await expect(status(page)).toContainText(`По запросу «${query}» ничего не нашлось`);
      await expect(options(page)).toHaveCount(0);
    }
    await expect(dialog(page).getByRole("link", { name: "карта курса" })).toHaveAttribute("href", /\/roadmap\/$/);
  });
});

test("a phrase, a line of code, a label of a diagram and a quiz answer of the lesson lead to its section", async ({
  page,
}) => {
  await page.goto(`.${LESSON}`);
  const text = async (selector: string) => (await page.locator(`main ${selector}`).first().textContent()) ?? "";
  const code = (await text("figure.code:not(.output) pre code")).split("\n").find((line) => /\w{4}.*\w{4}/.test(line));
  const label = (await text("figure.diagram .visually-hidden")).split(/[\n;.]/).find((part) => /\p{L}{4}/u.test(part));
  const queries = {
    phrase: `«${(await text(".prose > p")).split(/\s+/).slice(2, 6).join(" ").replace(/[«»"]/g, "")}»`,
    code,
    label,
    answer: await text(".quiz-option summary"),
  };
  for (const [name, query] of Object.entries(queries)) {
    expect(query?.trim(), name).toBeTruthy();
    await findsLesson(page, (query ?? "").trim());
  }
  // The answer is the last query: its section is the quiz.
  const quiz = page.locator("main :is(h2, h3):has(~ course-quiz)").last();
  const section = options(page).and(
    page.locator(`[href$="#${encodeURIComponent((await quiz.getAttribute("id")) ?? "")}"]`),
  );
  await expect(section.locator("mark").first()).toBeVisible();
});

test.describe("by keyboard", () => {
  test.beforeEach(({ page }) => page.goto("./"));

  test("Ctrl+K, ⌘K and / open it, on a Russian layout too; / in a field is a letter", async ({ page }) => {
    for (const key of ["Control+k", "Meta+k", "/", "Control+KeyK"]) {
      await page.keyboard.press(key);
      await expect(field(page), key).toBeFocused();
      await page.keyboard.press("Escape");
      await expect(dialog(page)).toBeHidden();
    }
    await page.evaluate(() => {
      document.dispatchEvent(new KeyboardEvent("keydown", { key: "л", code: "KeyK", ctrlKey: true, bubbles: true }));
    });
    await expect(field(page)).toBeFocused();
    await page.keyboard.type("labs/a");
    await expect(field(page)).toHaveValue("labs/a");
  });

  test("arrows, Home and End move along the results, Enter opens the chosen section", async ({ page }) => {
    await search(page, "журнал");
    await expect(options(page).first()).toHaveAttribute("aria-selected", "true");
    const chosen = () => dialog(page).locator("[aria-selected=true]");
    const count = await options(page).count();
    for (const [key, index] of [
      ["ArrowDown", 1],
      ["ArrowUp", 0],
      ["ArrowUp", count - 1],
      ["ArrowDown", 0],
      ["End", count - 1],
      ["Home", 0],
      ["ArrowDown", 1],
    ] as const) {
      await page.keyboard.press(key);
      await expect(chosen(), key).toHaveAttribute("id", `option-${index}`);
      await expect(field(page)).toHaveAttribute("aria-activedescendant", `option-${index}`);
    }
    const address = await chosen().evaluate((link: HTMLAnchorElement) => link.href);
    expect(address).toContain("#");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(address);
    await expect(page.locator(`[id="${decodeURIComponent(new URL(address).hash.slice(1))}"]`)).toBeInViewport();
  });

  test("focus stays in the dialog and returns to where it was", async ({ page }) => {
    const link = page.getByRole("link", { name: "Поиск", exact: true });
    await link.press("Enter");
    await expect(field(page)).toBeFocused();
    // The browser's own controls are the only other stop.
    for (let press = 0; press < 8; press++) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.localName)).toMatch(/^(search-panel|body)$/);
    }
    await page.keyboard.press("Escape");
    await expect(link).toBeFocused();
  });
});

test("by mouse: the link opens it, a result of the same page closes it and scrolls there", async ({ page }) => {
  await page.goto(`.${LESSON}`);
  await page.getByRole("link", { name: "Поиск", exact: true }).click();
  await field(page).fill("опрос по updated_at");
  await options(page)
    .and(page.locator(`[href*="${LESSON}#"]`))
    .last()
    .click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.locator(`[id="${decodeURIComponent(new URL(page.url()).hash.slice(1))}"]`)).toBeInViewport();

  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await page.mouse.click(5, 5);
  await expect(dialog(page)).toBeHidden();
});

test("the number of results is said", async ({ page }) => {
  await page.goto("./");
  await search(page, "слоты");
  await expect(status(page)).toHaveText(/^Найден(о \d+ результат(а|ов)|о? ?1 результат| \d+ результат)/);
});

test("text of a lesson never becomes HTML", async ({ page }) => {
  await page.goto("./");
  await search(page, "слот");
  await expect(options(page).first()).toBeVisible();
  const names = await options(page)
    .locator("*")
    .evaluateAll((elements) => [...new Set(elements.map(({ localName }) => localName))].sort());
  expect(names).toEqual(["mark", "span"]);
});

test.describe("when the index cannot be had", () => {
  test.describe("because it is not built", () => {
    test.use({ expectedProblems: [{ matching: /404/, because: "the test takes the index away" }] });

    test("it says so and works once the index is there", async ({ page }) => {
      await page.route("**/pagefind/**", (route) => route.fulfill({ status: 404 }));
      await page.goto("./");
      await search(page, "слоты");
      await expect(status(page)).toContainText("Поискового указателя здесь нет");
      await page.unroute("**/pagefind/**");
      await dialog(page).getByRole("button", { name: "Повторить" }).click();
      await expect(options(page).first()).toBeVisible();
    });
  });

  test.describe("because the network is gone", () => {
    test.use({ expectedProblems: [{ matching: /ERR_FAILED/, because: "the test cuts the network" }] });

    test("it says so, and the link still leads to the list of lessons", async ({ page }) => {
      await page.goto("./");
      await page.route("**/pagefind/**", (route) => route.abort());
      await search(page, "слоты");
      await expect(status(page)).toContainText("Не удалось загрузить поиск");
    });
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the link leads to a list of all lessons", async ({ page }) => {
    await page.goto("./");
    await page.getByRole("link", { name: "Поиск", exact: true }).click();
    await expect(page).toHaveURL(/\/search\/$/);
    await expect(page.locator(`main a[href*="${LESSON}"]`).first()).toBeVisible();
  });
});
