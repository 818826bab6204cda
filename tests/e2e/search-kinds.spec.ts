import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { dialog, field, options, search, status } from "./search-dialog.ts";

const hrefs = (page: Page): Promise<string[]> =>
  options(page).evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));

/** What the index holds, by kind. */
const counts = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(async () => {
    const address = `${document.body.dataset.base}pagefind/pagefind.js`;
    const pagefind: { filters(): Promise<{ kind: Record<string, number> }> } = await import(address);
    return (await pagefind.filters()).kind;
  });

test("the index holds each lesson, summary, term, error and file that has an address", async ({ page }) => {
  const links = async (path: string, selector: string) => {
    await page.goto(path);
    const found = await page
      .locator(selector)
      .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? one.id));
    return new Set(found).size;
  };
  const published = {
    lesson: await links("./search/", "main a[data-lesson]"),
    summary: await links("./search/", "main .outline:has(a[data-lesson]) h3 a"),
    term: await links("./glossary/", "main .entry[id]"),
    error: await links("./troubleshooting/", "main .entry[id]"),
    file: await links("./labs/", ".tree a"),
  };
  for (const [kind, count] of Object.entries(published)) expect(count, kind).toBeGreaterThan(0);
  expect(await counts(page)).toEqual(published);
});

test.describe("from the home page", () => {
  test.beforeEach(({ page }) => page.goto("./"));

  test("English terms and their Russian names find each other, in any form", async ({ page }) => {
    const totals = new Set<string>();
    for (const query of ["снимок", "снапшот", "snapshot", "снапшотами", "Снимки"]) {
      await search(page, "");
      await expect(options(page)).toHaveCount(0);
      await search(page, query);
      await expect(status(page), query).toContainText(/Найден/);
      await expect(options(page).and(page.locator('[href*="/course/module-"]')).first(), query).toBeVisible();
      totals.add((await status(page).textContent()) ?? "");
    }
    expect([...totals], "all find the same").toHaveLength(1);
  });

  test("a file is found by its name and by its path", async ({ page }) => {
    for (const query of [".env", "labs/.env", "DEBEZIUM_VERSION"]) {
      await search(page, query);
      await expect(options(page).and(page.locator('[href$="/labs/dot-env/"]')).first(), query).toBeVisible();
    }
  });

  test("a summary is found by its name, and what it quotes is found once, in the lesson", async ({ page }) => {
    await search(page, "итоги модуля");
    await expect(options(page).and(page.locator('[href$="/course/module-1/summary/"]')).first()).toBeVisible();

    await search(page, "сервис пишет в одно место");
    await expect(options(page).and(page.locator('[href*="/01-cdc-fundamentals/"]')).first()).toBeVisible();
    expect((await hrefs(page)).filter((path) => /\/(?:summary|print)\//.test(path))).toEqual([]);
  });

  test("a line of a log finds the message in it", async ({ page }) => {
    await search(
      page,
      '[2026-11-21 10:00:01,123] ERROR [orders|task-0] Producer failure (io.debezium.pipeline.ErrorHandler:62) org.postgresql.util.PSQLException: ERROR: replication slot "orders_slot" is active for PID 4711',
    );
    await expect(status(page)).toContainText("Вот где их больше всего");
    const first = options(page).first();
    await expect(first).toHaveAttribute("href", /\/troubleshooting\/#/);
    await expect(first).toContainText("is active for PID");
  });

  test("a kind and a module narrow the results, by keyboard too", async ({ page }) => {
    await search(page, "debezium");
    await expect(options(page).first()).toBeVisible();
    await field(page).press("Tab");
    await page.keyboard.press("Tab");
    const all = dialog(page).getByRole("radio", { name: "Всё" });
    await expect(all).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await expect(dialog(page).getByRole("radio", { name: "Уроки" })).toBeChecked();
    await expect.poll(async () => (await hrefs(page)).every((path) => path.includes("/course/"))).toBe(true);

    await dialog(page).getByRole("radio", { name: "Файлы" }).check({ force: true });
    await expect.poll(async () => (await hrefs(page)).every((path) => path.includes("/labs/"))).toBe(true);

    await dialog(page).getByRole("combobox", { name: "Модуль" }).selectOption("module-7");
    await expect(options(page)).toHaveCount(0);
    await dialog(page).getByRole("button", { name: "Искать во всём курсе" }).click();
    await expect(options(page).first()).toBeVisible();
    await expect(all).toBeChecked();
  });

  test("nothing found offers what would be: the other layout, and single words", async ({ page }) => {
    await search(page, "ckjn");
    await expect(status(page)).toContainText("ничего не нашлось");
    await dialog(page).getByRole("button", { name: "слот" }).click();
    await expect(options(page).first()).toBeVisible();
    await expect(field(page)).toHaveValue("слот");
  });

  test("the last queries that led somewhere are offered, and forgotten when asked", async ({ page }) => {
    await search(page, "слот");
    await expect(options(page).first()).toBeVisible();
    await field(page).press("Enter");
    await expect(page).not.toHaveURL(/debezium-course\/$/);
    await page.reload();
    await page.keyboard.press("Control+k");
    await dialog(page).getByRole("button", { name: "слот" }).click();
    await expect(options(page).first()).toBeVisible();
    await field(page).fill("");
    await dialog(page).getByRole("button", { name: "Забыть запросы" }).click();
    await expect(dialog(page).getByRole("button", { name: "слот" })).toHaveCount(0);
    await page.reload();
    await page.keyboard.press("Control+k");
    await expect(field(page)).toBeFocused();
    await expect(dialog(page).getByRole("button", { name: "слот" })).toHaveCount(0);
  });
});
