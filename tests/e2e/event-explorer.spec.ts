import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { comeNear, testRareElement } from "./rare-element.ts";

const LESSON = "./course/module-1/06-event-structure/";
const explorer = (page: Page) => page.locator("event-explorer");
const event = (page: Page) => explorer(page).locator(".event:visible");
const text = (page: Page) => explorer(page).locator(".fields > div:visible");
const field = (page: Page, name: string) =>
  event(page)
    .getByRole("link", { name: `"${name}"`, exact: true })
    .last();
const choose = (page: Page, ...names: string[]) =>
  names.reduce(
    (before, name) => before.then(() => explorer(page).getByRole("radio", { name }).check()),
    Promise.resolve(),
  );

async function open(page: Page, hash = "") {
  await page.goto(LESSON + hash);
  await comeNear(page, "event-explorer");
}

test("database and operation choose one event, and each pair has its own", async ({ page }) => {
  await open(page);
  const seen = new Set<string | null>();
  for (const database of ["PostgreSQL", "MySQL"]) {
    for (const operation of ["снимок", "вставка", "обновление", "смена ключа", "удаление", "очистка"]) {
      await choose(page, database, operation);
      await expect(event(page)).toHaveCount(1);
      await expect(event(page)).toHaveAttribute("data-database", database);
      await expect(event(page)).toHaveAttribute("data-operation", operation);
      seen.add(await event(page).getAttribute("id"));
    }
  }
  expect(seen.size).toBe(12);
});

test("the mouse shows what a field means, and the same field stays shown in another event", async ({ page }) => {
  await open(page);
  await choose(page, "MySQL", "вставка");
  await field(page, "gtid").hover();
  await expect(text(page)).toHaveCount(1);
  await expect(text(page)).toContainText("счётчик");
  await choose(page, "удаление");
  await expect(text(page)).toContainText("source.gtid");
});

test("by keyboard alone the fields are walked through, and each is described", async ({ page }) => {
  await open(page);
  await field(page, "op").focus();
  await expect(text(page)).toContainText("прочитано снимком");
  await page.keyboard.press("ArrowDown");
  await expect(field(page, "ts_ms")).toBeFocused();
  await expect(field(page, "ts_ms")).toHaveAccessibleDescription(/когда коннектор обработал событие/);
  await page.keyboard.press("End");
  await expect(field(page, "ts_ns")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(field(page, "ts_ns")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(event(page).getByRole("link").first()).toBeFocused();
  // One stop of Tab for all fields of a record.
  await expect(event(page).locator('a:not([tabindex="-1"])')).toHaveCount(1);
  await explorer(page).getByRole("radio", { name: "PostgreSQL" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(event(page)).toHaveAttribute("data-database", "MySQL");
});

test("a tap shows the text and leads nowhere", async ({ page }) => {
  await open(page);
  const address = page.url();
  await field(page, "lsn").click();
  await expect(text(page)).toContainText("WAL");
  expect(page.url()).toBe(address);
});

test("what changed is marked, and only that", async ({ page }) => {
  await open(page, "#mysql-update");
  await expect(event(page).locator("mark")).toHaveText(/^\s*"status": "paid",\s*$/);
  await choose(page, "вставка");
  await expect(event(page).locator("mark")).toHaveCount(0);
});

test("an address that names an event or a text shows it", async ({ page }) => {
  await open(page, "#mysql-truncate");
  await expect(event(page)).toHaveAttribute("id", "mysql-truncate");
  await page.evaluate(() => {
    location.hash = "#field-source-lsn";
  });
  await expect(event(page)).toHaveAttribute("data-database", "PostgreSQL");
  await expect(text(page)).toContainText("source.lsn");
});

test("nanoseconds are printed to the last digit", async ({ page }) => {
  await open(page);
  for (const shown of await explorer(page).locator('a:text-is("\\"ts_ns\\"") + span').allTextContents()) {
    expect(shown).toMatch(/^\d{19}$/);
  }
});

testRareElement("event-explorer", (page) => open(page, "#mysql-update"), [async () => {}]);

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("every event opens, and a field leads to its text", async ({ page }) => {
    await page.goto(LESSON);
    await expect(event(page)).toHaveCount(12);
    await expect(text(page)).not.toHaveCount(1);
    for (const summary of await explorer(page).locator("summary").all()) await summary.click();
    await expect(explorer(page).locator("pre:visible")).toHaveCount(18);
    await page.locator("#postgres-delete").getByRole("link", { name: '"total"' }).first().click();
    await expect(page.locator(":target")).toContainText("настоящий здесь только");
    await expect(page.locator(":target")).toBeInViewport();
  });
});
